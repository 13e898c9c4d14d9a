import { type Logger, pino } from 'pino';
import pretty from 'pino-pretty';

/**
 * One line an event: readable on a terminal, JSON otherwise. Nothing that looks like a token is written, whatever
 * was logged; what people write is never logged in the first place.
 */
export function createLog(level: string, terminal: boolean, secrets: readonly string[] = []): Logger {
  const redact = (line: string) => secrets.reduce((text, secret) => text.replaceAll(secret, '[token]'), line);
  const options = {
    level,
    base: null,
    hooks: { streamWrite: redact },
    serializers: { err: (error: unknown) => describeError(error) },
  };
  if (!terminal) return pino({ ...options, formatters: { level: (label: string) => ({ level: label }) } });
  return pino(
    options,
    pretty({ sync: true, ignore: 'event', hideObject: true, translateTime: 'SYS:HH:MM:ss', singleLine: true }),
  );
}

/** The stack says where; the message of a database error may hold values, so only its code is kept. */
function describeError(error: unknown): unknown {
  if (!(error instanceof Error)) return { name: typeof error };
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  const code = (error as { code?: unknown }).code;
  return {
    name: error.name,
    ...(typeof code === 'string' && { code }),
    message: error.message,
    at: frames.slice(0, 6).map((line) => line.trim()),
  };
}
