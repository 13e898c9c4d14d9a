import type { WireLine } from '../../protocol.ts';
import { wallTime } from '../wall-clock.ts';

/** How many lines are kept on the page. */
export const KEPT = 2_000;

export type Way = WireLine['way'];

/** What each way is called, on a button and in a line. */
export const WAYS: Readonly<Record<Way, string>> = {
  rest: 'REST',
  'gateway out': 'To the bot',
  'gateway in': 'From the bot',
  log: 'Log',
  fault: 'Fault',
  world: 'World',
};

export interface WireFilter {
  /** Each of its words has to be somewhere in a line. */
  readonly text: string;
  /** Only these; all when there are none. */
  readonly ways: readonly Way[];
}

/** The lines that somebody asked for. */
export function filtered(lines: readonly WireLine[], { text, ways }: WireFilter): readonly WireLine[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0 && ways.length === 0) return lines;
  return lines.filter((line) => {
    if (ways.length > 0 && !ways.includes(line.way)) return false;
    const said = `${WAYS[line.way]} ${line.what} ${markOf(line)?.text ?? ''}`.toLowerCase();
    return words.every((word) => said.includes(word));
  });
}

/**
 * Adds lines that came over the stream. Undefined when they do not follow on those that are known: some were missed, or
 * the numbers begin again, and all has to be fetched.
 */
export function following(known: readonly WireLine[], fresh: readonly WireLine[]): readonly WireLine[] | undefined {
  let last = known.at(-1)?.n ?? 0;
  for (const { n } of fresh) {
    if (n !== last + 1) return undefined;
    last = n;
  }
  return [...known, ...fresh].slice(-KEPT);
}

/** What stands at the end of a line, and whether it is good news: of an answer its status, of the log its level. */
export interface Mark {
  readonly text: string;
  readonly tone: 'good' | 'warning' | 'bad' | 'plain';
}

const STATUS: Readonly<Record<number, string>> = {
  200: 'OK',
  201: 'Created',
  204: 'Done',
  400: 'Refused',
  401: 'Not known',
  403: 'Not allowed',
  404: 'Not found',
  409: 'Conflict',
  413: 'Too large',
  429: 'Slow down',
  500: 'Broken',
  501: 'Not in the sandbox',
  502: 'Broken',
  503: 'Unavailable',
  504: 'Too late',
};

export function markOf({ status, level }: WireLine): Mark | undefined {
  if (status !== undefined) {
    const word = STATUS[status];
    const text = word === undefined ? `${status}` : `${status} ${word}`;
    if (status < 400) return { text, tone: 'good' };
    return { text, tone: status === 429 ? 'warning' : 'bad' };
  }
  if (level === undefined) return undefined;
  if (level === 'warn') return { text: level, tone: 'warning' };
  return { text: level, tone: level === 'error' || level === 'fatal' ? 'bad' : 'plain' };
}

/** `POST /interactions/…0029/…AXuZ/callback`: ids and tokens by their ends alone, so that a row has room for the rest. */
export const shortened = (what: string): string =>
  what.replaceAll(/\d{11,}(\d{4})/g, '…$1').replaceAll(/\/[\w-]{6}…([\w-]{4})/g, '/…$1');

/** `Mon 5 Jan, 07:30:00`. @param at milliseconds @param zone IANA */
export function timeOf(at: number, zone: string): string {
  const { day, time, seconds } = wallTime(at, zone);
  return `${day}, ${time}:${seconds}`;
}

/** Lines as text for elsewhere, columns between tabs: when (UTC), the way, what, and the mark. */
export const asText = (lines: readonly WireLine[]): string =>
  lines
    .map((line) => [new Date(line.at).toISOString(), WAYS[line.way], line.what, markOf(line)?.text ?? ''])
    .map((columns) => columns.join('\t').trimEnd())
    .join('\n');

/** Which rows of a list are drawn: those in sight, and some above and below. `until` is past the last one. */
export function windowOf(
  count: number,
  row: number,
  top: number,
  height: number,
  spare = 8,
): { readonly from: number; readonly until: number } {
  const from = Math.max(0, Math.min(Math.floor(top / row), count) - spare);
  return { from, until: Math.min(count, Math.ceil((top + height) / row) + spare) };
}
