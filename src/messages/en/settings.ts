import type { Day } from '../../coach/day.ts';
import type { LoadedKit, Units } from '../../coach/load.ts';
import { date, list } from './words.ts';

const kits = { dumbbells: 'Dumbbells', machine: 'Machine' } satisfies Record<LoadedKit, string>;

/** What a member's sessions are planned with. */
export const settings = {
  title: '## Settings',
  about: 'What your sessions are planned with. Only you see this.',
  nothing:
    'Your kit needs no setting up: nothing of it has a load. A move that you swap for good under `/today` will show here.',
  units: (units: Units) => `**Units**: ${units === 'metric' ? 'kilograms' : 'pounds'}`,
  unitButtons: { metric: 'kg', imperial: 'lb' } satisfies Record<Units, string>,
  ladder: (kit: LoadedKit, loads: string) => `**${kits[kit]}**: ${loads}`,
  ladderByDefault: (step: string) => `not said yet; I plan in steps of ${step}`,
  ladderSaid: (loads: string, unit: string) => `${loads} ${unit}`,
  loadsButton: 'The loads I have',
  loadsForm: 'The loads you have',
  loadsField: kits,
  loadsHint: (kit: LoadedKit, unit: string, step: string) =>
    `${kit === 'dumbbells' ? 'What one weighs' : 'What the stack offers'}, in ${unit}. Empty: steps of ${step}.`,
  loadsExample: '5 · 2, 4, 6, 8 · 2-20 by 2 · by 1',
  bands: (colours: readonly string[]) => `**Bands**: ${list(colours)}`,
  bandsByDefault: '**Bands**: not said yet; I plan as if you had every colour',
  bandsMenu: 'The bands I have…',
  swaps: '**Swapped for good**',
  swap: (to: string, planned: string) => `- ${to}, in place of ${planned}`,
  swapMenu: 'Back to what was planned…',
  swapNow: (to: string) => `now: ${to}`,
  saved: 'Saved.',
  savedBack: (planned: string) => `Saved: **${planned}** is planned again from today on.`,
  next: (lines: readonly string[]) => `Next time: ${lines.join('; ')}.`,
  nextSame: (lines: readonly string[]) => `The next time stays as it is: ${lines.join('; ')}.`,
  nextLine: (move: string, day: Day, what: string) => `**${move}** on ${date(day)}, ${what}`,
  nothingKnown: 'It shows from the first set on that you log with a load or a band.',
  noneAhead: 'Nothing that is planned ahead depends on it.',
  openStays: 'The session that you have begun stays as it was planned.',
};
