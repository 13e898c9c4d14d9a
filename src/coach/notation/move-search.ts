import type { Move } from '../content.ts';

/** What a name in a log means: one move, or those that it might mean, best first; none when it is no move's name. */
export type Found = { readonly move: Move } | { readonly candidates: readonly Move[] };

/** Lower case without accents, as names and words are compared. */
export function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** How well typed words fit a move, best first. What is typed fits as well as its worst word. */
const FIT = { id: 0, name: 1, words: 2, beginning: 3, typo: 4, about: 5, aboutBeginning: 6, aboutTypo: 7 } as const;
type Fit = (typeof FIT)[keyof typeof FIT];

interface Match {
  readonly move: Move;
  readonly fit: Fit;
  readonly isPreferred: boolean;
  /** Whether some word stands in the move's name, rather than in what it is for or done with. */
  readonly isNamed: boolean;
}

/**
 * The moves that fit all the words typed, best first: by id and name, then by targets and kit. Moves of `prefer` come
 * first among those whose names fit in whole words; warm-up and cool-down moves come below others that fit as well.
 * Empty text gives all, the preferred first, then by name.
 */
export function searchMoves(
  moves: ReadonlyMap<string, Move>,
  typed: string,
  options: { readonly prefer?: readonly string[] } = {},
): Move[] {
  const prefer = options.prefer ?? [];
  if (wordsOf(typed).length > 0) return matches(moves, typed, prefer).map(({ move }) => move);
  const rank = (move: Move) => (prefer.includes(move.id) ? prefer.indexOf(move.id) : prefer.length);
  return [...moves.values()].sort((a, b) => rank(a) - rank(b) || byName(a, b));
}

/**
 * The one move that a name in a log clearly means. Whole words of a preferred move's name win ("row" where the band
 * row is preferred), then a whole id or name, then the only move that fits. The beginning of a word is enough for a
 * preferred move alone, and what a move is for or done with never is.
 */
export function findMove(moves: ReadonlyMap<string, Move>, typed: string, prefer: readonly string[] = []): Found {
  const all = matches(moves, typed, prefer);
  const named = all.filter(({ isNamed }) => isNamed);
  const preferred = named.filter(({ isPreferred }) => isPreferred);
  const wholeWords = ({ fit }: Match) => fit <= FIT.words;
  const clear =
    clearOne(preferred.filter(wholeWords)) ??
    clearOne(named.filter(wholeWords)) ??
    (named.some(wholeWords) ? undefined : (clearOne(preferred) ?? clearOne(named.filter(isClearUnasked))));
  return clear ? { move: clear } : { candidates: (named.length > 0 ? named : all).map(({ move }) => move) };
}

function isClearUnasked({ fit }: Match): boolean {
  return fit === FIT.typo || fit === FIT.about;
}

/** A whole id or name, or else the only one; what is trained comes before warm-up and cool-down moves. */
function clearOne(found: readonly Match[]): Move | undefined {
  const whole = found.find(({ fit }) => fit === FIT.id) ?? found.find(({ fit }) => fit === FIT.name);
  if (whole) return whole.move;
  const trained = found.filter(({ move }) => !isAround(move));
  const [only, another] = trained.length > 0 ? trained : found;
  return another ? undefined : only?.move;
}

function matches(moves: ReadonlyMap<string, Move>, typed: string, prefer: readonly string[]): Match[] {
  const words = wordsOf(typed);
  if (words.length === 0) return [];
  const found = [...moves.values()].flatMap((move) => {
    const isPreferred = prefer.includes(move.id);
    const match = fitOf(move, words);
    return match ? [{ move, isPreferred, ...match }] : [];
  });
  return found.sort((a, b) => order(a) - order(b) || a.fit - b.fit || byName(a.move, b.move));
}

/** Whole words of a name count alike for the preferred, so that today's band row comes before the row. */
function order({ move, fit, isPreferred }: Match): number {
  const tier = isPreferred && fit <= FIT.words ? FIT.id : fit;
  return tier * 4 + (isPreferred ? 0 : 2) + (isAround(move) ? 1 : 0);
}

function isAround(move: Move): boolean {
  return move.role === 'warm-up' || move.role === 'cool-down';
}

function byName(a: Move, b: Move): number {
  return a.name < b.name ? -1 : a.name > b.name ? 1 : 0;
}

/** What a move can be called. */
interface Vocabulary {
  readonly id: string;
  readonly name: string;
  readonly names: readonly string[];
  readonly about: readonly string[];
}

/** Moves never change, and a log of a thousand entries asks for each move's words a thousand times. */
const vocabularies = new WeakMap<Move, Vocabulary>();

function vocabularyOf(move: Move): Vocabulary {
  const known = vocabularies.get(move);
  if (known) return known;
  const [id, name] = [wordsOf(move.id), wordsOf(move.name)];
  const names = [...new Set([...id, ...name, ...runsOf(id), ...runsOf(name)])];
  const about = [...new Set([...move.targets.flatMap(wordsOf), ...kitWords(move)])];
  const made = { id: joined(id), name: joined(name), names, about };
  vocabularies.set(move, made);
  return made;
}

function fitOf(move: Move, typed: readonly string[]): { fit: Fit; isNamed: boolean } | undefined {
  const { id, name, names, about } = vocabularyOf(move);
  const whole = joined(typed);
  if (whole === id) return { fit: FIT.id, isNamed: true };
  if (whole === name) return { fit: FIT.name, isNamed: true };
  const fits = typed.map((word) => wordFit(word, names, about));
  const worst = fits.every((fit) => fit !== undefined) ? Math.max(...fits) : Number.POSITIVE_INFINITY;
  // "pull down" for the pulldown: what was typed in several words may be one.
  const asOne = typed.length > 1 ? wordFit(whole, names, []) : undefined;
  const fit = Math.min(worst, asOne ?? Number.POSITIVE_INFINITY);
  if (!Number.isFinite(fit)) return undefined;
  return { fit: fit as Fit, isNamed: asOne !== undefined || fits.some((one) => one !== undefined && one <= FIT.typo) };
}

function wordFit(word: string, names: readonly string[], about: readonly string[]): Fit | undefined {
  const stem = stemOf(word);
  const begins = (other: string) => other.startsWith(word) || stemOf(other).startsWith(stem);
  if (names.some((other) => stemOf(other) === stem)) return FIT.words;
  if (names.some(begins)) return FIT.beginning;
  if (about.some((other) => stemOf(other) === stem)) return FIT.about;
  if (about.some(begins)) return FIT.aboutBeginning;
  if (names.some((other) => isTypo(word, other))) return FIT.typo;
  if (about.some((other) => isTypo(word, other))) return FIT.aboutTypo;
  return undefined;
}

function kitWords(move: Move): readonly string[] {
  const kit = [...move.kitAny, ...move.kitAll];
  return kit.length > 0 ? kit : ['no', 'kit', 'bodyweight'];
}

function wordsOf(text: string): string[] {
  return folded(text)
    .replace(/['’]/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

function joined(words: readonly string[]): string {
  return words.map(stemOf).join('');
}

/** Neighbouring words as one, for those who write "pushup" and "birddog". */
function runsOf(words: readonly string[]): string[] {
  const ends = words.map((_, index) => index + 1);
  return words.flatMap((_, start) =>
    ends.filter((end) => end > start + 1).map((end) => words.slice(start, end).join('')),
  );
}

/** Without the s of a plural: "flies" and "flys" are "fly", "press" stays. */
function stemOf(word: string): string {
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  return word.length > 3 && /[^s]s$/.test(word) ? word.slice(0, -1) : word;
}

/** One letter wrong, missing, too many, or two in each other's place, in words of five letters or more. */
function isTypo(typed: string, word: string): boolean {
  if (typed.length < 5 || word.length < 4) return false;
  return isOneEdit(typed, word) || isOneEdit(stemOf(typed), stemOf(word));
}

function isOneEdit(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let same = 0;
  while (same < a.length && a[same] === b[same]) same += 1;
  const [restA, restB] = [a.slice(same), b.slice(same)];
  return (
    restA.slice(1) === restB.slice(1) ||
    restA.slice(1) === restB ||
    restA === restB.slice(1) ||
    (restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2))
  );
}
