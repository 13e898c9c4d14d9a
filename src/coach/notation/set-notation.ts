import type { Move } from '../content.ts';
import type { Units } from '../load.ts';
import type { SetDone } from '../performance.ts';
import { loadText } from './load-notation.ts';
import type { Found } from './move-search.ts';
import { MOST_SETS, setsDone, type UnreadReason } from './set-notation-done.ts';
import { cutEntry, entriesOf, type Names, readName } from './set-notation-entries.ts';
import { groupsOf } from './set-notation-groups.ts';
import { tokensOf } from './set-notation-tokens.ts';

/**
 * What a text is read with: `todays` holds the ids of the day's moves in order, and what else was logged that day; `bands`
 * the colours that are known.
 */
export interface LogContext extends Names {
  readonly units: Units;
}

export interface ReadEntry {
  readonly move: string;
  readonly sets: readonly SetDone[];
}

export interface Unread {
  /** The entry as it was typed, without spaces around it. */
  readonly text: string;
  readonly because: UnreadReason;
  /** Ids of the moves that it might mean, best first. */
  readonly candidates?: readonly string[];
}

/**
 * Reads sets as lifters type them: `row 3x12@10; push-ups 12, 12, 10; rope 3x2min`. An entry without a name is of the next
 * of today's moves that has none yet. Every entry is read as a whole or comes back as it was typed; those of one move
 * are put together.
 */
export function readSets(
  text: string,
  context: LogContext,
): { readonly read: readonly ReadEntry[]; readonly unread: readonly Unread[] } {
  const read = new Map<string, readonly SetDone[]>();
  const unread: Unread[] = [];
  for (const entry of inTurn(entriesOf(text, context), context)) {
    const result = resultOf(entry);
    if ('because' in result) {
      unread.push({ text: entry.text, ...result });
      continue;
    }
    const sets = [...(read.get(result.move) ?? []), ...result.sets];
    if (sets.length > MOST_SETS) unread.push({ text: entry.text, because: 'too-many-sets' });
    else read.set(result.move, sets);
  }
  return { read: [...read].map(([move, sets]) => ({ move, sets })), unread };
}

/**
 * Sets in short: `row 3x12@10`, `row 12,12,10 @10`, `row 12@10,10@8`, `jump-rope 3x2:00`. `readSets` reads the same sets from
 * it where `todays` holds the move and `bands` its bands.
 */
export function setsText(entry: ReadEntry, move: Move, units: Units): string {
  const amounts = entry.sets.map(({ reps, seconds }) =>
    seconds === undefined ? `${reps ?? 0}` : secondsText(seconds),
  );
  const withs = entry.sets.map((set) => withText(set, units));
  const isOneWith = withs.every((one) => one === withs[0]);
  const tail = isOneWith && withs[0] !== NOTHING_SAID ? (withs[0] ?? '') : '';
  if (!isOneWith) return `${move.id} ${amounts.map((amount, index) => amount + withs[index]).join(',')}`;
  if (amounts.some((amount) => amount !== amounts[0])) return `${move.id} ${amounts.join(',')} ${tail}`.trim();
  return `${move.id} ${amounts.length > 1 ? `${amounts.length}x` : ''}${amounts[0] ?? ''}${tail}`;
}

const NOTHING_SAID = '@bw';

function withText({ load, band }: SetDone, units: Units): string {
  if (load !== undefined) return `@${loadText(load, units)}`;
  return band === undefined ? NOTHING_SAID : `@${band}`;
}

function secondsText(seconds: number): string {
  if (seconds < 60) return `${seconds}s`;
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

interface Entry {
  readonly text: string;
  /** Absent where no move is named. */
  readonly found?: Found;
  readonly said: ReturnType<typeof groupsOf>;
}

/** Entries without a name take today's moves that none names, in turn, whether or not their sets can be read. */
function inTurn(texts: readonly string[], context: LogContext): readonly Entry[] {
  const entries = texts.map((text) => entryOf(text, context));
  const taken = new Set(entries.map(({ found }) => (found && 'move' in found ? found.move.id : undefined)));
  const free = context.todays.flatMap((id) => {
    const move = context.moves.get(id);
    return move && move.dose.kind !== 'circuit' && !taken.has(id) ? [move] : [];
  });
  return entries.map((entry) => {
    const move = entry.found === undefined && /\d/.test(entry.text) ? free.shift() : undefined;
    return move ? { ...entry, found: { move } } : entry;
  });
}

function entryOf(text: string, context: LogContext): Entry {
  const { name, sets } = cutEntry(text, context);
  const tokens = tokensOf(sets, context.bands);
  const first = readName(name, context);
  const words = first.found ? undefined : tokens.find((token) => token.kind === 'words' && !token.isAttached);
  const later = readName(words?.kind === 'words' ? words.text.trim() : '', context);
  const numbers = tokens.filter((token) => token !== words);
  const said = groupsOf(numbers, context.units, first.label);
  if (later.label && !('because' in said)) for (const group of said.groups) group.with ??= later.label;
  const found = first.found ?? later.found;
  return { text, said, ...(found && { found }) };
}

function resultOf({ text, found, said }: Entry): ReadEntry | Omit<Unread, 'text'> {
  if (found === undefined) return { because: /[\p{L}\d]/u.test(text) ? 'no-move' : 'unclear' };
  if ('candidates' in found) {
    const candidates = found.candidates.map(({ id }) => id);
    return candidates.length > 0 ? { because: 'which-move', candidates } : { because: 'no-move' };
  }
  const { move } = found;
  if (move.dose.kind === 'circuit') return { because: 'not-a-circuit' };
  if ('because' in said) return said;
  const sets = setsDone(said, move);
  return typeof sets === 'string' ? { because: sets } : { move: move.id, sets };
}
