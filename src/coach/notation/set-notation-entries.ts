import type { Move } from '../content.ts';
import { type Found, findMove, folded } from './move-search.ts';
import { type Label, labelsOf } from './set-notation-tokens.ts';

/** What names are told by. */
export interface Names {
  readonly moves: ReadonlyMap<string, Move>;
  readonly todays: readonly string[];
  readonly bands: readonly string[];
}

/** A name in a log, and what it says that the move was done with: "red band row". */
export interface Named {
  /** Absent where nothing is named. */
  readonly found?: Found;
  readonly label?: Label;
}

/**
 * The entries of a text, trimmed, none empty: between semicolons, new lines and plus signs, and where after sets and a
 * comma another move is named.
 */
export function entriesOf(text: string, names: Names): readonly string[] {
  return text
    .split(/[;\r\n]|\s\+\s/)
    .flatMap((piece) => atNames(piece, names))
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
}

/** The name that an entry begins with, and the rest; both folded. An id may hold numbers. */
export function cutEntry(entry: string, names: Names): { readonly name: string; readonly sets: string } {
  const text = folded(entry).replace(/[×*]/g, 'x').replace(/\s+/g, ' ');
  const id = [...names.moves.keys()].find((known) => /\d/.test(known) && text.startsWith(`${known} `));
  const end = id?.length ?? text.search(/[\d@]/);
  const name = end < 0 ? text : text.slice(0, end);
  const sets = end < 0 ? '' : text.slice(end);
  return { name: name.replace(/^[^\p{L}\d]+|[^\p{L}\d]+$/gu, ''), sets: sets.replace(DASHED, dashesAsCommas) };
}

/** Three numbers or more: `12-12-10` are sets, where `12-15` may be a range. */
const DASHED = /(?<![\d.:])\d+(?:-\d+){2,}(?![\d.:])/g;

function dashesAsCommas(sets: string): string {
  return sets.replaceAll('-', ',');
}

/** What a folded name means, and the label that it begins or ends with; no found move where that is all. */
export function readName(name: string, names: Names): Named {
  if (name === '') return {};
  for (const { word, label } of labelsOf(names.bands)) {
    const rest = without(name, word);
    if (rest === '') return { label };
    const found = rest === undefined ? undefined : findMove(names.moves, rest, names.todays);
    if (found && isSomething(found)) return { found, label };
  }
  return { found: findMove(names.moves, name, names.todays) };
}

/** `text` without a word that it begins or ends with. */
function without(text: string, word: string): string | undefined {
  if (text === word) return '';
  if (text.startsWith(`${word} `)) return text.slice(word.length).trim();
  return text.endsWith(` ${word}`) ? text.slice(0, -word.length).trim() : undefined;
}

function isSomething(found: Found): boolean {
  return 'move' in found || found.candidates.length > 0;
}

function atNames(piece: string, names: Names): readonly string[] {
  const parts: string[] = [];
  for (const part of piece.split(',')) {
    const name = /^\s*(\p{L}[^\d@]*)/u.exec(part)?.[1];
    const { found } = readName(cutEntry(name ?? '', names).name, names);
    const last = parts.at(-1);
    if (last === undefined || (found && isSomething(found) && /\d/.test(last))) parts.push(part);
    else parts[parts.length - 1] = `${last},${part}`;
  }
  return parts;
}
