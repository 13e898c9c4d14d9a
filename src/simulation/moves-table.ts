import type { Units } from '../coach/load.ts';
import { loadIn } from '../coach/notation/load-notation.ts';
import type { Change, Did, Why } from '../coach/progression/target.ts';
import { type Columns, columns } from './columns.ts';
import type { Ask, MoveStory } from './move-story.ts';

/** What came of somebody's moves, a line each. */
export function movesTable(stories: readonly MoveStory[]): string {
  return columns(MOVES, stories);
}

const MOVES: Columns<MoveStory> = [
  ['move', ({ move }) => move],
  ['times', ({ times }) => times],
  ['first', (story) => askInShort(story.first, story)],
  ['last', (story) => askInShort(story.last, story)],
  ['up', ({ ups }) => ups],
  ['down', ({ downs }) => downs],
  ['last reason', ({ reason, units }) => whyInShort(reason, units)],
];

type InWhat = Pick<MoveStory, 'unit' | 'units'>;

/** `13 of 12–15, 10 kg`, `25 s, harder`. */
function askInShort({ range, aim, load, band, variation }: Ask, { unit, units }: InWhat): string {
  const [low, high] = range;
  const amount = low === high ? amountInShort(aim, unit) : `${aim} of ${low}–${high}`;
  const resistance = load === undefined ? band : loadInShort(load, units);
  return [amount, resistance, variation].filter((part) => part !== undefined).join(', ');
}

const amountInShort = (amount: number, unit: InWhat['unit']) => (unit === 'seconds' ? `${amount} s` : `${amount}`);
const loadInShort = (load: number, units: Units) => `${loadIn(load, units)} ${units === 'metric' ? 'kg' : 'lb'}`;

function whyInShort(why: Why, units: Units): string {
  switch (why.kind) {
    case 'up':
    case 'down':
      return `${why.kind}: ${didInShort(why.did)}, ${changeInShort(why.change, units)}`;
    case 'back':
      return `back after ${why.days} days${why.change === undefined ? '' : `, ${changeInShort(why.change, units)}`}`;
    case 'top-raised':
      return `${didInShort(why.did)}: first to ${why.to}`;
    case 'within':
      return `${didInShort(why.did)}: aim for ${why.aim}`;
    case 'again':
      return `${didInShort(why.did)}, short of ${why.wanted}`;
    case 'first':
    case 'held':
    case 'light':
      return why.kind;
    default:
      return `${didInShort(why.did)}: ${why.kind.replaceAll('-', ' ')}`;
  }
}

/** `3 × 15 with 3-4 to spare`. */
function didInShort({ sets, amount, unit, effort }: Did): string {
  return `${sets} × ${amountInShort(amount, unit)}${effort === undefined ? '' : ` (${effort} to spare)`}`;
}

function changeInShort(change: Change, units: Units): string {
  switch (change.what) {
    case 'load':
      return `${loadInShort(change.from, units)} → ${loadInShort(change.to, units)}`;
    case 'band':
      return `${change.from} → ${change.to}`;
    case 'variation':
      return `${change.from ?? 'as written'} → ${change.to ?? 'as written'}`;
    case 'amount':
      return `${amountInShort(change.from, change.unit)} → ${amountInShort(change.to, change.unit)}`;
    default:
      return change.what;
  }
}
