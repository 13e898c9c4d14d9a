import type { Grams, Units } from '../load.ts';
import { parseLoad } from './load-notation.ts';
import type { Amount, Label, Token } from './set-notation-tokens.ts';

/** What sets were done with. */
export type With = Label | { readonly kind: 'load'; readonly load: Grams };

/** Sets that are alike. */
export interface Group {
  readonly times: number;
  readonly amount: Amount;
  with?: With;
}

export interface Grouped {
  readonly groups: readonly Group[];
  /** "each side" was said. */
  readonly saysSides: boolean;
  /** The words that stood among the sets: a name, as in `3x10 push-ups`. */
  readonly words?: string;
}

type Problem = { readonly because: 'no-sets' | 'too-much' | 'unknown-band' | 'unclear' };

/**
 * Puts together what each set was done with. A load or a band counts for the sets before it that have none yet, and from
 * then on (`12, 12 @10, 8`); said before the first set, for those that follow (`10kg 3x12`).
 */
export function groupsOf(tokens: readonly Token[], units: Units, before?: With): Grouped | Problem {
  const groups: Group[] = [];
  let words: string | undefined;
  let saysSides = false;
  let now = before;
  let isBefore = before !== undefined;

  /** Whether there was something for it to count for. */
  const use = (said: With, isAttached: boolean): boolean => {
    const last = groups.at(-1);
    if (last === undefined) {
      if (isBefore) return false;
      isBefore = true;
    } else if (isBefore && isAttached) {
      last.with = said;
      return true;
    } else if (!isBefore) {
      const waiting = groups.filter((group) => group.with === undefined);
      for (const group of waiting) group.with = said;
      if (waiting.length === 0) return false;
    }
    now = said;
    return true;
  };

  for (const [index, token] of tokens.entries()) {
    if (token.kind === 'sets') {
      if (couldBeLoad(tokens, index, groups.at(-1))) return { because: 'unclear' };
      const { times = 1, amount } = token;
      groups.push({ times, amount, ...(isBefore && now && { with: now }) });
    } else if (token.kind === 'label') {
      if (!use(token.label, token.isAttached)) return { because: 'unclear' };
    } else if (token.kind === 'sides' && groups.length > 0) {
      saysSides = true;
    } else if (token.kind === 'words') {
      if (token.isAttached) return { because: 'unknown-band' };
      if (words !== undefined) return { because: 'unclear' };
      words = token.text;
    } else if (token.kind !== 'load') {
      return { because: 'unclear' };
    }
    const typed = token.kind === 'load' ? token.typed : token.kind === 'sets' ? token.load : undefined;
    if (typed === undefined) continue;
    const said = loadSaid(typed, units);
    if (said === undefined) return { because: 'too-much' };
    if (!use(said, token.kind === 'sets' || (token.kind === 'load' && token.isAttached))) return { because: 'unclear' };
  }
  if (groups.length === 0) return { because: 'no-sets' };
  for (const group of groups) if (group.with === undefined && now) group.with = now;
  return { groups, saysSides, ...(words !== undefined && { words }) };
}

/** In `3x12 10` the 10 may be a load or a fourth set, so it is not guessed. */
function couldBeLoad(tokens: readonly Token[], index: number, last: Group | undefined): boolean {
  const [previous, token, next] = [tokens[index - 1], tokens[index], tokens[index + 1]];
  if (token?.kind !== 'sets' || previous?.kind !== 'sets') return false;
  if (token.times !== undefined || token.amount.kind !== 'plain' || !token.isApart) return false;
  if (next !== undefined && (next.kind === 'load' || next.kind === 'label') && next.isAttached) return false;
  return previous.times !== undefined && last?.with === undefined;
}

/** Zero is nothing; undefined for more than anybody lifts. */
function loadSaid(typed: string, units: Units): With | undefined {
  if (Number.parseFloat(typed.replace(',', '.')) === 0) return { kind: 'nothing' };
  const load = parseLoad(typed, units);
  return load === undefined ? undefined : { kind: 'load', load };
}
