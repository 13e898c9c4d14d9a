import { ComponentType } from 'discord-api-types/v10';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Move } from '../../src/coach/content.ts';
import { day } from '../../src/coach/day.ts';
import { moveNamed } from '../../src/coach/kit.ts';
import type { Loads, Units } from '../../src/coach/load.ts';
import { EFFORTS } from '../../src/coach/member.ts';
import type { SetDone } from '../../src/coach/performance.ts';
import type { Exercise, Session } from '../../src/coach/plan.ts';
import type { Change, Target, Why } from '../../src/coach/progression/target.ts';
import { floorOf } from '../../src/coach/training/floor.ts';
import { type LineProgress, progressOf } from '../../src/coach/training/progress.ts';
import { swapsFor } from '../../src/coach/training/swaps.ts';
import type { TakenStep, TrainingPlan, TrainingStep } from '../../src/coach/training/training.ts';
import { wire } from '../../src/discord/outbox.ts';
import { en } from '../../src/messages/en.ts';
import type { MessageBody } from '../../src/messages/parts.ts';
import { SETS_LENGTH, type WorkoutAnswer, workoutAnswer } from '../../src/messages/render/check-in.ts';
import { otherForm } from '../../src/messages/render/other-set.ts';
import { hurtsCard, swapPlannedCard, swapThisCard, whichMoveCard } from '../../src/messages/render/swap.ts';
import { type TodayView, todayCard } from '../../src/messages/render/today.ts';
import { openSessionCard, trainingCard } from '../../src/messages/render/training.ts';
import { checkMessage } from '../../src/sandbox/rules/message.ts';
import { checkModal } from '../../src/sandbox/rules/modal.ts';
import { anySteadyLife } from '../coach/personal-lives.ts';
import { content, everySession, planned, shortened } from '../coach/training-plans.ts';

const MONDAY = day('2026-01-05');
/** The longest that a session's buttons hand back. */
const REF = '999999999999999.999999';
const NOW = Date.parse('2026-01-05T18:00:00Z');

/** Of a phone: as `limits.test.ts` measures `/today`. */
const TWO_SCREENS = 3500;

/** Lines of text that a phone shows at once, and characters in one of them; small print takes more. */
const PHONE = { lines: 36, characters: 42, small: 50 } as const;

/** How many lines a phone needs for a card. What a menu has to offer is seen only once it is opened. */
function linesOf({ components: [container] }: MessageBody): number {
  if (container?.type !== ComponentType.Container) throw new Error('no card');
  return container.components
    .map((part) => {
      if (part.type === ComponentType.TextDisplay) return part.content.split('\n').map(linesOfText).reduce(sum, 0);
      // Three buttons stand beside each other; a button is as high as two lines.
      return part.type === ComponentType.ActionRow ? 2 * Math.ceil(part.components.length / 3) : 1;
    })
    .reduce(sum, 0);
}

const sum = (one: number, other: number) => one + other;

function linesOfText(text: string): number {
  const width = text.trimStart().startsWith('-#') ? PHONE.small : PHONE.characters;
  return Math.max(1, Math.ceil(text.length / width));
}

/** Of the sessions that have the same moves in the same week and at the same level, one. */
const SESSIONS = [
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
class Cards {
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

const stepsOf = (steps: readonly TrainingStep[]): TakenStep[] =>
  steps.map((step, index) => ({ step, at: NOW + index }));

/** The cards of a session from its first to its last, with the clock running where there is one. */
function* cardsOf(plan: TrainingPlan, units: Units = 'metric'): Generator<MessageBody> {
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
function longSet({ move, reps }: Pick<Exercise, 'move' | 'reps'>, set: number): SetDone {
  const amount = reps === undefined ? { seconds: 7100 + set } : { reps: 190 + set };
  if (move.kitAny.includes('band')) return { ...amount, band: content.programme.bands[set % 5] ?? 'yellow' };
  const isLoaded = move.kitAny.includes('dumbbells') || move.kitAny.includes('machine');
  return isLoaded ? { ...amount, load: 102_050 + set * 1_000 } : amount;
}

const CHANGES: readonly Change[] = [
  { what: 'load', from: 102_500, to: 112_250 },
  { what: 'band', from: 'yellow', to: 'green' },
  { what: 'variation', from: 'easier' },
  { what: 'variation', to: 'harder' },
  { what: 'amount', unit: 'seconds', from: 105, to: 115 },
  { what: 'amount', unit: 'reps', from: 18, to: 20 },
  { what: 'heavier' },
  { what: 'lighter' },
];
const DIDS = [...EFFORTS, undefined].flatMap((effort) =>
  (['reps', 'seconds'] as const).map((unit) => ({ sets: 5, unit, amount: 115, ...(effort && { effort }) })),
);
/** Every reason that there is. */
const WHYS: readonly Why[] = [
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

function aimed(exercise: Exercise, why: Why, also: Partial<Target> = {}): Exercise {
  const range = exercise.reps ?? exercise.seconds ?? [1, 1];
  const target: Target = { range, aim: range[0], variation: 'harder', why, isStep: why.kind === 'up', ...also };
  return { ...exercise, variation: 'harder', target };
}

/** The main moves that any session has, each as it is met there. */
const LINES = [
  ...new Map(SESSIONS.flatMap(({ session }) => session.main).map((line) => [line.move.id, line])).values(),
];

describe('the cards of a guided session', () => {
  it('are taken by Discord and fit on two screens: every place of every session, at every level, in every week', () => {
    const cards = new Cards();
    for (const { planned, session } of SESSIONS) {
      const plan: TrainingPlan = { planned, session, size: 'full', held: false };
      for (const body of cardsOf(plan)) cards.add(body);
      for (const body of cardsOf(shortened(plan))) cards.add(body);
    }
    expect(cards.count).toBeGreaterThan(2_000);
    expect(cards.complaints()).toEqual([]);
  });

  it('are so for every move, with every reason for what it asks for, in either units', () => {
    const cards = new Cards();
    const { session } = planned();
    for (const line of LINES) {
      const { kitAny } = line.move;
      const isLoaded = kitAny.includes('dumbbells') || kitAny.includes('machine');
      for (const why of WHYS) {
        const also = isLoaded ? { load: 102_500 } : kitAny.includes('band') ? { band: 'yellow' } : {};
        const main = [aimed({ ...line, sets: 5 }, why, also), line];
        const plan: TrainingPlan = { ...planned(), session: { ...session, warmUp: [], coolDown: [], main } };
        const progress = progressOf(plan, []);
        for (const units of ['metric', 'imperial'] as const) {
          cards.add(trainingCard(en, { ref: REF, plan, progress, units, now: NOW }));
        }
      }
    }
    expect(cards.count).toBeGreaterThan(LINES.length * 50);
    expect(cards.complaints()).toEqual([]);
  });

  it('that swap a move are so for every move of every session, with all that may take its place', () => {
    const cards = new Cards();
    for (const { kit, session } of SESSIONS) {
      cards.add(whichMoveCard(en, session.main));
      for (const line of session.main) {
        const offered = swapsFor(content, line, { kit, session: session.main });
        cards.add(swapThisCard(en, REF, line, offered));
        cards.add(hurtsCard(en, REF, line.move, offered));
        cards.add(swapPlannedCard(en, line, offered));
      }
    }
    for (const { move } of LINES) {
      cards.add(swapThisCard(en, REF, { move, sets: 3, perSide: false }, []));
      cards.add(hurtsCard(en, REF, move, []));
    }
    expect(cards.count).toBeGreaterThan(100);
    expect(cards.complaints()).toEqual([]);
  });

  it('that asks about a session left open is so, with and without sets', () => {
    const cards = new Cards();
    for (const sets of [0, 1, 99]) cards.add(openSessionCard(en, { ref: REF, day: day('2026-09-30'), sets }));
    expect(cards.complaints()).toEqual([]);
  });
});

describe('the form for another set', () => {
  it('is taken by Discord for every move, in either units, whatever the set before was done with', () => {
    const forms = LINES.flatMap((line) =>
      (['metric', 'imperial'] as const).flatMap((units) => {
        const loads: Loads = {
          units,
          ladders: { dumbbells: { kind: 'step', step: 1_000 }, machine: { kind: 'step', step: 5_000 } },
          bands: content.programme.bands,
        };
        const done = [{ exercise: line, set: longSet(line, 1) }];
        const before: LineProgress = { exercise: line, done: [], behind: 0, isSetAside: false };
        return [before, { ...before, done, behind: 1 }].map((progress) => otherForm(en, REF, progress, loads));
      }),
    );
    expect(forms).toHaveLength(LINES.length * 4);
    expect(forms.flatMap((form) => checkModal(form))).toEqual([]);
  });

  it('fits the longest name that a move may have', () => {
    const [line] = LINES;
    const move: Move = { ...moveNamed(content, 'row'), name: 'N'.repeat(80) };
    const progress = { exercise: { ...(line as Exercise), move }, done: [], behind: 0, isSetAside: false };
    const loads: Loads = {
      units: 'metric',
      ladders: { dumbbells: { kind: 'step', step: 1_000 }, machine: { kind: 'step', step: 5_000 } },
      bands: content.programme.bands,
    };
    expect(checkModal(otherForm(en, REF, progress, loads))).toEqual([]);
  });
});

/** The longest reasons, a different one for each line, so that no two share one. */
const LONGEST: readonly Why[] = (['top-raised', 'down', 'up', 'all-there-is', 'confirm'] as const).map(
  (kind, index): Why => {
    const did = { sets: 3 + (index % 3), unit: 'reps', amount: 15 + index, effort: '1-2' } as const;
    const change: Change = { what: 'load', from: 102_500, to: 112_250 };
    if (kind === 'top-raised') return { kind, did, to: 18 };
    return kind === 'down' || kind === 'up' ? { kind, did, change } : { kind, did };
  },
);
const longestFor = (index: number) => LONGEST[index % LONGEST.length] as Why;

describe('the summary of a session', () => {
  const strongest = SESSIONS.filter(({ level, session }) => level === 'strong' && session.main.length > 5)[0];
  const main = strongest?.session.main ?? [];
  const answer: WorkoutAnswer = {
    checkInId: 999_999_999_999,
    day: day('2026-09-30'),
    isToday: true,
    size: 'full',
    extra: 'none',
    streakBefore: 59,
    streak: 60,
    comeback: true,
    next: day('2026-10-30'),
    milestones: [
      'comeback',
      'completed',
      'week-12',
      'streak-60',
      ...main.map(({ move }) => `first-step-${move.id}` as const),
    ],
    effort: '5+',
    asksEffort: true,
    rounds: 4,
    done: main.map(({ move, reps }) => ({
      move,
      sets: [1, 2, 3, 4, 5].map((set) => longSet({ move, ...(reps && { reps }) }, set)),
    })),
    nextTimes: main.map((exercise, index) => ({ day: MONDAY, exercise: aimed(exercise, longestFor(index)) })),
    unread: [],
    units: 'imperial',
    moves: content.moves,
  };

  it('is taken by Discord and fits on two screens at its longest', () => {
    const cards = new Cards();
    const { effort: _, ...unrated } = answer;
    cards.add(workoutAnswer(en, answer));
    cards.add(workoutAnswer(en, unrated));
    cards.add(workoutAnswer(en, { ...answer, size: 'floor', repairs: day('2026-09-29') }));
    expect(main).toHaveLength(6);
    expect(cards.complaints()).toEqual([]);
  });

  it('is taken by Discord with as much unread as can be typed, and gives all of it back', () => {
    const taken = (unread: WorkoutAnswer['unread']) => {
      const body = workoutAnswer(en, { ...answer, unread });
      expect(checkMessage(wire(body), { kind: 'create', files: [] })).toEqual([]);
      return JSON.stringify(body);
    };
    const many = Array.from({ length: SETS_LENGTH / 5 }, (_, index) => ({
      text: `x${index + 100}`,
      because: 'which-move' as const,
      candidates: ['standing-back-kick', 'cross-body-stretch', 'doorway-chest-stretch'],
    }));
    const body = taken(many);
    for (const { text } of many) expect(body).toContain(text);
    taken([{ text: '`'.repeat(SETS_LENGTH), because: 'unclear' }]);
  });

  it('is taken by Discord with every move that there is, each with a reason of its own', () => {
    const body = workoutAnswer(en, {
      ...answer,
      done: LINES.map(({ move }) => ({ move, sets: [longSet({ move }, 1)] })),
      nextTimes: LINES.slice(0, 12).map((exercise, index) => ({
        day: MONDAY,
        exercise: aimed(exercise, longestFor(index)),
      })),
    });
    expect(checkMessage(wire(body), { kind: 'create', files: [] })).toEqual([]);
  });
});

describe('a member’s own day', () => {
  const view = (session: Session, also: Partial<Extract<TodayView, { kind: 'session' }>> = {}): TodayView => ({
    kind: 'session',
    day: day('2026-09-30'),
    blockName: 'Consolidate',
    session,
    done: false,
    units: 'imperial',
    ...also,
  });
  const loaded = ({ move: { kitAny } }: Exercise) => kitAny.includes('dumbbells') || kitAny.includes('machine');
  const aiming = (session: Session, whyFor: (index: number) => Why): Session => ({
    ...session,
    main: session.main.map((line, index) => aimed(line, whyFor(index), loaded(line) ? { load: 102_500 } : {})),
  });
  // Its menu of moves alone is half of it, and is not seen until it is opened: so it is measured in lines.
  const cards = () => new Cards(Number.POSITIVE_INFINITY);

  it('is taken by Discord and fits on two screens, with the longest reason for every single move', () => {
    const seen = cards();
    for (const { session } of SESSIONS) {
      const told = aiming(session, longestFor);
      seen.add(todayCard(en, view(told)));
      seen.add(todayCard(en, view(told, { open: { ref: REF, day: day('2026-09-28'), sets: 25 } })));
      seen.add(todayCard(en, view(floorOf(told, content.programme), { done: true })));
    }
    expect(seen.count).toBeGreaterThan(500);
    expect(seen.complaints()).toEqual([]);
  });

  it('is so for who comes back after weeks', () => {
    const seen = cards();
    const back: Why = { kind: 'back', days: 28, percent: 20, change: { what: 'load', from: 102_500, to: 82_000 } };
    for (const { session } of SESSIONS) {
      const away = { days: 28, insteadOfWeek: 12 };
      seen.add(
        todayCard(
          en,
          view(
            aiming(session, () => back),
            { away },
          ),
        ),
      );
      seen.add(
        todayCard(
          en,
          view(
            aiming(session, () => back),
            { away, done: true },
          ),
        ),
      );
    }
    expect(seen.complaints()).toEqual([]);
  });

  it('is so on every day of members’ lives, within what a card may be told', () => {
    fc.assert(
      fc.property(anySteadyLife, ({ met }) => {
        const seen = cards();
        for (const { session } of met) seen.add(todayCard(en, view(session)));
        expect(seen.complaints()).toEqual([]);
      }),
      { numRuns: 15 },
    );
  });
});
