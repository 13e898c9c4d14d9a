import { ComponentType } from 'discord-api-types/v10';
import { day } from '../../src/coach/day.ts';
import type { Units } from '../../src/coach/load.ts';
import { EFFORTS } from '../../src/coach/member.ts';
import type { SetDone } from '../../src/coach/performance.ts';
import type { Exercise } from '../../src/coach/plan.ts';
import type { Change, Target, Why } from '../../src/coach/progression/target.ts';
import { progressOf } from '../../src/coach/training/progress.ts';
import type { TakenStep, TrainingPlan, TrainingStep } from '../../src/coach/training/training.ts';
import { wire } from '../../src/discord/outbox.ts';
import { en } from '../../src/messages/en.ts';
import type { MessageBody } from '../../src/messages/parts.ts';
import { trainingCard } from '../../src/messages/render/training.ts';
import { checkMessage } from '../../src/sandbox/rules/message.ts';
import { content, everySession } from '../coach/training-plans.ts';

export const MONDAY = day('2026-01-05');
/** The longest that a session's buttons hand back. */
export const REF = '999999999999999.999999';
export const NOW = Date.parse('2026-01-05T18:00:00Z');

/** Of a phone: as `limits.test.ts` measures `/today`. */
export const TWO_SCREENS = 3500;

/** Lines of text that a phone shows at once, and characters in one of them; small print takes more. */
export const PHONE = { lines: 36, characters: 42, small: 50 } as const;

/** How many lines a phone needs for a card. What a menu has to offer is seen only once it is opened. */
export function linesOf({ components: [container] }: MessageBody): number {
  if (container?.type !== ComponentType.Container) throw new Error('no card');
  return container.components
    .map((part) => {
      if (part.type === ComponentType.TextDisplay) return part.content.split('\n').map(linesOfText).reduce(sum, 0);
      // Three buttons stand beside each other; a button is as high as two lines.
      return part.type === ComponentType.ActionRow ? 2 * Math.ceil(part.components.length / 3) : 1;
    })
    .reduce(sum, 0);
}

export const sum = (one: number, other: number) => one + other;

export function linesOfText(text: string): number {
  const width = text.trimStart().startsWith('-#') ? PHONE.small : PHONE.characters;
  return Math.max(1, Math.ceil(text.length / width));
}

/** Of the sessions that have the same moves in the same week and at the same level, one. */
export const SESSIONS = [
  ...new Map(
    everySession().map((occasion) => {
      const { level, session } = occasion;
      const { warmUp, main, circuit, coolDown } = session;
      const moves = [...warmUp, ...main, ...(circuit?.stations ?? []), ...coolDown].map(({ move }) => move.id);
      return [`${level} ${session.week} ${session.light} ${session.circuit !== undefined} ${moves}`, occasion] as const;
    }),
  ).values(),
];

/** Cards that were seen, each once. */
export class Cards {
  readonly #seen = new Map<string, MessageBody>();
  readonly #longest: number;

  /** `longest`: what a card may come to as JSON. */
  constructor(longest = TWO_SCREENS) {
    this.#longest = longest;
  }

  add(body: MessageBody): void {
    this.#seen.set(JSON.stringify(body), body);
  }

  /** What Discord finds wrong with any of them, and which are longer than two screens. */
  complaints(): unknown[] {
    return [...this.#seen].flatMap(([text, body]) => {
      const refused = checkMessage(wire(body), { kind: 'create', files: [] });
      const lines = linesOf(body);
      const isLong = lines > 2 * PHONE.lines || text.length > this.#longest;
      return refused.length === 0 && !isLong ? [] : [{ refused, lines, length: text.length, text }];
    });
  }

  get count(): number {
    return this.#seen.size;
  }
}

export const stepsOf = (steps: readonly TrainingStep[]): TakenStep[] =>
  steps.map((step, index) => ({ step, at: NOW + index }));

/** The cards of a session from its first to its last, with the clock running where there is one. */
export function* cardsOf(plan: TrainingPlan, units: Units = 'metric'): Generator<MessageBody> {
  const steps: TrainingStep[] = [];
  const shown = (also: readonly TrainingStep[] = []) => {
    const progress = progressOf(plan, stepsOf([...steps, ...also]));
    return trainingCard(en, { ref: REF, plan, progress, units, now: NOW });
  };
  for (;;) {
    const { place } = progressOf(plan, stepsOf(steps));
    yield shown();
    if (place.at === 'end') return;
    const isTimed = place.at === 'round' || (place.at === 'set' && place.exercise.seconds !== undefined);
    if (isTimed) yield shown([{ kind: 'started' }]);
    if (place.at === 'set') steps.push({ kind: 'set', set: longSet(place.exercise, place.set) });
    else steps.push(place.at === 'round' ? { kind: 'round' } : { kind: 'part' });
  }
}

/** A set that takes as many characters as one can, and is unlike those before it. */
export function longSet({ move, reps }: Pick<Exercise, 'move' | 'reps'>, set: number): SetDone {
  const amount = reps === undefined ? { seconds: 7100 + set } : { reps: 190 + set };
  if (move.kitAny.includes('band')) return { ...amount, band: content.programme.bands[set % 5] ?? 'yellow' };
  const isLoaded = move.kitAny.includes('dumbbells') || move.kitAny.includes('machine');
  return isLoaded ? { ...amount, load: 102_050 + set * 1_000 } : amount;
}

export const CHANGES: readonly Change[] = [
  { what: 'load', from: 102_500, to: 112_250 },
  { what: 'band', from: 'yellow', to: 'green' },
  { what: 'variation', from: 'easier' },
  { what: 'variation', to: 'harder' },
  { what: 'amount', unit: 'seconds', from: 105, to: 115 },
  { what: 'amount', unit: 'reps', from: 18, to: 20 },
  { what: 'heavier' },
  { what: 'lighter' },
];
export const DIDS = [...EFFORTS, undefined].flatMap((effort) =>
  (['reps', 'seconds'] as const).map((unit) => ({ sets: 5, unit, amount: 115, ...(effort && { effort }) })),
);
/** Every reason that there is. */
export const WHYS: readonly Why[] = [
  { kind: 'first' },
  { kind: 'held' },
  { kind: 'light' },
  { kind: 'back', days: 100, percent: 0 },
  ...CHANGES.map((change): Why => ({ kind: 'back', days: 100, percent: 20, change })),
  ...DIDS.flatMap((did): Why[] => [
    ...CHANGES.flatMap((change): Why[] => [
      { kind: 'up', did, change },
      { kind: 'down', did, change },
    ]),
    { kind: 'top-raised', did, to: 18 },
    { kind: 'all-there-is', did },
    { kind: 'confirm', did },
    { kind: 'effort-wanted', did },
    { kind: 'nothing-left', did },
    { kind: 'within', did, aim: 115 },
    { kind: 'again', did, wanted: 115 },
  ]),
];

export function aimed(exercise: Exercise, why: Why, also: Partial<Target> = {}): Exercise {
  const range = exercise.reps ?? exercise.seconds ?? [1, 1];
  const target: Target = { range, aim: range[0], variation: 'harder', why, isStep: why.kind === 'up', ...also };
  return { ...exercise, variation: 'harder', target };
}

/** The main moves that any session has, each as it is met there. */
export const LINES = [
  ...new Map(SESSIONS.flatMap(({ session }) => session.main).map((line) => [line.move.id, line])).values(),
];

/** The longest reasons, a different one for each line, so that no two share one. */
export const LONGEST: readonly Why[] = (['top-raised', 'down', 'up', 'all-there-is', 'confirm'] as const).map(
  (kind, index): Why => {
    const did = { sets: 3 + (index % 3), unit: 'reps', amount: 15 + index, effort: '1-2' } as const;
    const change: Change = { what: 'load', from: 102_500, to: 112_250 };
    if (kind === 'top-raised') return { kind, did, to: 18 };
    return kind === 'down' || kind === 'up' ? { kind, did, change } : { kind, did };
  },
);
export const longestFor = (index: number) => LONGEST[index % LONGEST.length] as Why;
