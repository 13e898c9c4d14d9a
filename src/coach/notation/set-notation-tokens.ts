import { UNIT_PATTERN } from './load-notation.ts';
import { folded } from './move-search.ts';

/** What one set came to; a plain number is repetitions, seconds or minutes, as the move has it. */
export type Amount =
  | { readonly kind: 'plain'; readonly number: number }
  | { readonly kind: 'seconds'; readonly seconds: number };

/** A thing that sets are done with and that is said in a word: a band, or nothing at all ("bw"). */
export type Label = { readonly kind: 'band'; readonly band: string } | { readonly kind: 'nothing' };

export type Token =
  /** `3x12` or `12`; `load` is the third number of `3x12x10`; `isApart` where no comma or slash stands before it. */
  | {
      readonly kind: 'sets';
      readonly times?: number;
      readonly amount: Amount;
      readonly load?: string;
      readonly isApart: boolean;
    }
  /** `@10` is attached to a set, `10 kg` stands alone. */
  | { readonly kind: 'load'; readonly typed: string; readonly isAttached: boolean }
  | { readonly kind: 'label'; readonly label: Label; readonly isAttached: boolean }
  | { readonly kind: 'sides' }
  | { readonly kind: 'words'; readonly text: string; readonly isAttached: boolean }
  | { readonly kind: 'unclear' };

const END = '(?![\\p{L}\\d]|[.:]\\d)';
const UNIT = `(?:${UNIT_PATTERN})${END}`;
/** A comma is a decimal one where a half or a quarter follows, and the next number is not another set. */
const COMMA = `(?<!,)\\d+,(?:5|25|50|75)(?=\\s*${UNIT}|(?![\\p{L}\\d@:.]|,\\d|\\s*[x@]))`;
const LOAD = `(?:${COMMA}|\\d+(?:\\.\\d+)?)`;

const SEPARATOR = /(?:[\s,/()]|\.(?!\d))+/uy;
const AT = /@\s*/uy;
const LOAD_AT = new RegExp(`@\\s*(${LOAD}(?:\\s*${UNIT})?)${END}`, 'uy');
const LOAD_ALONE = new RegExp(`(${LOAD}\\s*${UNIT})(?:\\s*x(?=\\s*\\d+(?!\\d|\\s*x)))?`, 'uy');
const LOAD_THIRD = new RegExp(`\\s*x\\s*(${LOAD}(?:\\s*${UNIT})?)${END}`, 'uy');
const TIMES = /(\d+)\s*(?:x|sets?(?:\s+of)?)\s*(?=\d)/uy;
const CLOCK = new RegExp(`(\\d{1,3}):([0-5]\\d)${END}`, 'uy');
const MINUTES_SECONDS = new RegExp(`(\\d+)m(?:in)?([0-5]?\\d)(?:s|sec)?${END}`, 'uy');
const SECONDS = new RegExp(`(\\d+)\\s*(?:seconds?|secs?|s|["″])${END}`, 'uy');
const MINUTES = new RegExp(`((?<!,)\\d+,5|\\d+(?:\\.\\d+)?)\\s*(?:minutes?|mins?|m|['′’])${END}`, 'uy');
const PLAIN = new RegExp(`(\\d+)(?:(?:\\s*reps?)?${END}|(?=x\\d))`, 'uy');
const SIDES = /(?:(?:per|each|a)\s+)?(?:side|arm|leg)s?(?!\p{L})|each(?!\p{L})/uy;
const WORDS = /\p{L}[\p{L}'’ -]*/uy;

/** Words for having used nothing. */
const NOTHING = ['bodyweight', 'body weight', 'bw'] as const;

/** Where in a text something is read next. */
interface Reader {
  readonly text: string;
  at: number;
}

/** The words, folded, that say what sets are done with; longer ones first, so that "dark red" is not cut short. */
export function labelsOf(bands: readonly string[]): readonly { readonly word: string; readonly label: Label }[] {
  const labels = [
    ...bands.map((band) => ({ word: folded(band).trim(), label: { kind: 'band', band } as const })),
    ...NOTHING.map((word) => ({ word, label: { kind: 'nothing' } as const })),
  ];
  return labels.filter(({ word }) => word !== '').sort((a, b) => b.word.length - a.word.length);
}

/** What stands in the part of an entry that says sets; `text` is folded, without runs of spaces. Ends at what is unclear. */
export function tokensOf(text: string, bands: readonly string[]): readonly Token[] {
  const reader: Reader = { text, at: 0 };
  const tokens: Token[] = [];
  while (tokens.at(-1)?.kind !== 'unclear') {
    const separator = take(reader, SEPARATOR)?.[0] ?? '';
    if (reader.at >= text.length) return tokens;
    tokens.push(loadToken(reader) ?? labelToken(reader, bands) ?? setsToken(reader, separator) ?? wordsToken(reader));
  }
  return tokens;
}

function loadToken(reader: Reader): Token | undefined {
  const attached = take(reader, LOAD_AT);
  const alone = attached ? undefined : take(reader, LOAD_ALONE);
  const typed = (attached ?? alone)?.[1];
  return typed === undefined ? undefined : { kind: 'load', typed, isAttached: attached !== undefined };
}

function labelToken(reader: Reader, bands: readonly string[]): Token | undefined {
  const isAttached = take(reader, AT) !== undefined;
  const rest = reader.text.slice(reader.at);
  const found = labelsOf(bands).find(
    ({ word }) => rest.startsWith(word) && !/^[\p{L}\d]/u.test(rest.slice(word.length)),
  );
  if (found) {
    reader.at += found.word.length;
    return { kind: 'label', label: found.label, isAttached };
  }
  if (!isAttached) return undefined;
  const words = take(reader, WORDS)?.[0];
  return words === undefined ? { kind: 'unclear' } : { kind: 'words', text: words, isAttached };
}

function setsToken(reader: Reader, separator: string): Token | undefined {
  const times = take(reader, TIMES);
  const amount = amountAt(reader);
  if (amount === undefined) return times && { kind: 'unclear' };
  const load = times && take(reader, LOAD_THIRD)?.[1];
  const isApart = !/[,/]/.test(separator);
  return {
    kind: 'sets',
    amount,
    isApart,
    ...(times && { times: Number(times[1]) }),
    ...(load !== undefined && { load }),
  };
}

function wordsToken(reader: Reader): Token {
  if (take(reader, SIDES)) return { kind: 'sides' };
  const words = take(reader, WORDS)?.[0];
  return words === undefined ? { kind: 'unclear' } : { kind: 'words', text: words, isAttached: false };
}

function amountAt(reader: Reader): Amount | undefined {
  const both = take(reader, CLOCK) ?? take(reader, MINUTES_SECONDS);
  if (both) return { kind: 'seconds', seconds: Number(both[1]) * 60 + Number(both[2]) };
  const seconds = take(reader, SECONDS);
  if (seconds) return { kind: 'seconds', seconds: Number(seconds[1]) };
  const minutes = take(reader, MINUTES);
  if (minutes) return { kind: 'seconds', seconds: Math.round(Number(minutes[1]?.replace(',', '.')) * 60) };
  const plain = take(reader, PLAIN);
  return plain && { kind: 'plain', number: Number(plain[1]) };
}

/** What `pattern`, a sticky one, matches next; the reader goes on behind it. */
function take(reader: Reader, pattern: RegExp): RegExpExecArray | undefined {
  pattern.lastIndex = reader.at;
  const match = pattern.exec(reader.text) ?? undefined;
  reader.at += match?.[0].length ?? 0;
  return match;
}
