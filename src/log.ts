import { type DestinationStream, type Level, type Logger, pino } from 'pino';
import { prettyFactory } from 'pino-pretty';

/** Somebody who reads along, as JSON and from a level of their own. */
export interface Reader {
  readonly level: Level;
  write(line: string): void;
}

/**
 * One line an event: readable on a terminal, JSON otherwise. None of the secrets is written, whatever was logged;
 * what people write is never logged in the first place.
 */
export function createLog(
  level: string,
  terminal: boolean,
  secrets: readonly string[] = [],
  destination: DestinationStream = pino.destination({ fd: 1, sync: true }),
  reader?: Reader,
): Logger {
  const redact = (line: string) => secrets.reduce((text, secret) => text.replaceAll(secret, '[token]'), line);
  const options = {
    level: reader === undefined ? level : lower(level, reader.level),
    base: null,
    hooks: { streamWrite: redact },
    serializers: { err: describeError },
  };
  const to = (own: DestinationStream) =>
    reader === undefined ? own : pino.multistream([{ level: level as Level, stream: own }, readBy(reader)]);
  if (!terminal) {
    return pino({ ...options, formatters: { level: (label: string) => ({ level: label }) } }, to(destination));
  }
  const readable = prettyFactory({ hideObject: true, translateTime: 'SYS:HH:MM:ss', messageFormat: inWords });
  // At once, not by way of a stream: the last line before the end is the one that matters.
  return pino(options, to({ write: (line) => destination.write(readable(line)) }));
}

/** The one of which more is written. */
function lower(one: string, other: Level): string {
  const { values } = pino.levels;
  return (values[one] ?? Number.POSITIVE_INFINITY) < (values[other] ?? 0) ? one : other;
}

const readBy = (reader: Reader) => ({ level: reader.level, stream: { write: (line: string) => reader.write(line) } });

interface Described {
  readonly name: string;
  readonly code?: string;
  readonly message?: string;
  readonly at?: readonly string[];
}

/** These quote what they were given, which may be what somebody wrote. */
const QUOTING = new Set(['RangeError', 'SyntaxError', 'SqliteError', 'ZodError']);

/** The stack says where; the message is kept only where it holds no values. */
function describeError(error: unknown): Described {
  if (!(error instanceof Error)) return { name: typeof error };
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  const code = (error as { code?: unknown }).code;
  return {
    name: error.name,
    ...(typeof code === 'string' && { code }),
    ...(!QUOTING.has(error.name) && { message: error.message }),
    at: frames.slice(0, 6).map((line) => line.trim()),
  };
}

/** What a person reads: the message, and the cause when there is one. */
function inWords(line: Readonly<Record<string, unknown>>, messageKey: string): string {
  const err = line['err'] as Described | undefined;
  const words = String(line[messageKey]);
  if (err === undefined) return words;
  const what = [err.name, err.code, err.message].filter((part) => part !== undefined).join(': ');
  return `${words} (${what}; ${err.at?.[0] ?? 'place unknown'})`;
}
