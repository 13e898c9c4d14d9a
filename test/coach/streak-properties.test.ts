import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type Day, day, daysBetween, daysFrom, type Weekday, weekdayOf } from '../../src/coach/day.ts';
import { begin, fold, type LedgerState } from '../../src/coach/ledger.ts';
import type { Pause, Workout } from '../../src/coach/member.ts';
import { eventsOf, type StreakInput, standingOf, standingsOf } from '../../src/coach/streak.ts';
import { plainly } from './plain-streak.ts';

const START = day('2026-01-05');
const WEEKDAYS: readonly (readonly Weekday[])[] = [
  [1, 3, 5],
  [2, 4, 7],
  [1, 2, 4, 5],
  [1, 3, 4, 6],
  [1, 2, 3, 4, 5],
  [2, 3, 5, 6, 7],
];

const DATES = daysFrom(START, addDays(START, 250));

/** Twelve weeks of days that are not paused, cut into weeks of seven; it ends where a pause has no end. */
function planOf(weekdays: readonly Weekday[], pauses: readonly Pause[] = []): StreakInput['sessions'] {
  const days = DATES.filter((date) => !pauses.some(({ from, to }) => from <= date && (to === undefined || date <= to)));
  return days
    .slice(0, 84)
    .map((date, index) => ({ day: date, week: Math.floor(index / 7) + 1 }))
    .filter((session) => weekdays.includes(weekdayOf(session.day)));
}

function workout(id: number, date: Day, repairs?: Day): Workout {
  const size = repairs === undefined ? 'full' : 'floor';
  return { id, day: date, madeAt: Date.parse(date), size, ...(repairs !== undefined && { repairs }) };
}

/** Mostly kept sessions, now and then repaired ones, extras, doubles and nonsense, over some part of the plan. */
const inputs: fc.Arbitrary<StreakInput> = fc
  .record({
    weekdays: fc.constantFrom(...WEEKDAYS),
    lived: fc.integer({ min: 0, max: 95 }),
    care: fc.constantFrom(0.3, 0.6, 0.8, 0.95),
    draws: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 96, maxLength: 96 }),
    odd: fc.array(fc.tuple(fc.nat(95), fc.option(fc.integer({ min: -1, max: 4 }), { nil: undefined })), {
      maxLength: 8,
    }),
    frozen: fc.array(fc.nat(95), { maxLength: 3 }),
  })
  .map(({ weekdays, lived, care, draws, odd, frozen }) => {
    const sessions = planOf(weekdays);
    const kept = sessions.filter((_, index) => (draws[index] ?? 1) < care).map((session) => session.day);
    const oddOnes = odd.map(([at, back]) => [addDays(START, at), back] as const);
    const workouts = [
      ...kept.map((date, index) => workout(index, date)),
      ...oddOnes.map(([date, back], index) =>
        workout(1_000 + index, date, back === undefined ? undefined : addDays(date, -back)),
      ),
    ];
    const frozenDays = new Set(frozen.map((at) => addDays(START, at)));
    return { sessions, workouts, today: addDays(START, lived), frozenDays };
  });

const numbersOf = (input: StreakInput) => {
  const { streak, longest, freezes, keptSessions, dueSessions, extras, keptWeeks, openToday, comeback } =
    standingOf(input);
  return { streak, longest, freezes, keptSessions, dueSessions, extras, keptWeeks, openToday, comeback };
};

describe('whatever was logged', () => {
  it('the numbers are those of the rules told once more', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const { consistency, ...numbers } = plainly(input);
        expect(numbersOf(input)).toEqual(numbers);
        expect(standingOf(input).consistency).toBeCloseTo(consistency, 9);
      }),
      { numRuns: 250 },
    );
  });

  it('one more workout is told with what was before it as both are told alone', () => {
    const more = fc.tuple(fc.nat(95), fc.option(fc.integer({ min: -1, max: 4 }), { nil: undefined }));
    const pauses = fc.array(fc.nat(95), { maxLength: 2 });
    fc.assert(
      fc.property(inputs, more, pauses, (input, [at, back], paused) => {
        const date = addDays(START, at);
        const added = workout(5_000, date, back === undefined ? undefined : addDays(date, -back));
        const all = { ...input, pauses: paused.map((from) => ({ from: addDays(START, from) })) };
        const { before, after } = standingsOf(all, added);
        expect(before).toEqual(standingOf(all));
        expect(after).toEqual(standingOf({ ...all, workouts: [...all.workouts, added] }));
      }),
      { numRuns: 300 },
    );
  });

  it('the rows of the same check-ins in another order tell the same', () => {
    const shuffled = inputs.chain((input) =>
      fc.tuple(fc.constant(input), fc.shuffledSubarray([...input.workouts], { minLength: input.workouts.length })),
    );
    fc.assert(
      fc.property(shuffled, ([input, workouts]) => {
        expect(standingOf({ ...input, workouts })).toEqual(standingOf(input));
      }),
      { numRuns: 150 },
    );
  });

  it('an extra never changes anything but the number of extras', () => {
    fc.assert(
      fc.property(inputs, fc.nat(95), (input, at) => {
        const date = addDays(START, at);
        const planned = input.sessions.some((session) => session.day === date);
        fc.pre(!planned || input.workouts.some((each) => each.day === date && each.repairs === undefined));
        const { extras: before, ...numbers } = numbersOf(input);
        const { extras, ...same } = numbersOf({ ...input, workouts: [...input.workouts, workout(9_999, date)] });
        expect(same).toEqual(numbers);
        expect(extras).toBe(before + (date <= input.today ? 1 : 0));
      }),
      { numRuns: 150 },
    );
  });

  it('freezes stay within none and three, consistency within 0 and 1, and the ledger ends on the standing', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const standing = standingOf(input);
        for (const line of standing.ledger) {
          expect(line.freezes).toBeGreaterThanOrEqual(0);
          expect(line.freezes).toBeLessThanOrEqual(3);
        }
        expect(standing.consistency).toBeGreaterThanOrEqual(0);
        expect(standing.consistency).toBeLessThanOrEqual(1 + 1e-9);
        const last = standing.ledger.at(-1) ?? { streak: 0, freezes: 2 };
        expect([last.streak, last.freezes]).toEqual([standing.streak, standing.freezes]);
        const days = standing.ledger.map((line) => line.day);
        expect(days).toEqual([...days].sort());
      }),
      { numRuns: 150 },
    );
  });
});

describe('a check-in', () => {
  const without = (input: StreakInput, taken: Workout) => ({
    ...input,
    workouts: input.workouts.filter((each) => each !== taken),
  });

  it('never lowers the streak when it is made, for today or up to three days back', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const { streak } = standingOf(input);
        for (const each of input.workouts) {
          const age = daysBetween(each.day, input.today);
          if (age < 0 || age > (each.repairs === undefined ? 3 : 0)) continue;
          expect(standingOf(without(input, each)).streak).toBeLessThanOrEqual(streak);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('never raises, by being taken back, what was kept, the weeks or the consistency, however old it is', () => {
    fc.assert(
      fc.property(inputs, fc.nat(60), (input, index) => {
        const taken = input.workouts[index];
        fc.pre(taken !== undefined);
        const [before, after] = [standingOf(input), standingOf(without(input, taken))];
        expect(after.keptSessions).toBeLessThanOrEqual(before.keptSessions);
        expect(after.keptWeeks).toBeLessThanOrEqual(before.keptWeeks);
        expect(after.consistency).toBeLessThanOrEqual(before.consistency + 1e-9);
      }),
      { numRuns: 150 },
    );
  });
});

describe('twelve weeks of check-ins, backdates, repairs, undos and pauses', () => {
  type Deed = {
    readonly do: 'check-in' | 'backdate' | 'repair' | 'undo' | 'pause' | 'resume' | 'nothing';
    readonly days: number;
  };
  const deeds: fc.Arbitrary<readonly Deed[]> = fc.array(
    fc.record({
      do: fc.oneof(
        { weight: 8, arbitrary: fc.constant('check-in' as const) },
        { weight: 6, arbitrary: fc.constantFrom('backdate', 'repair', 'undo', 'nothing') },
        { weight: 1, arbitrary: fc.constantFrom('pause', 'resume') },
      ),
      days: fc.nat(9),
    }),
    { minLength: 30, maxLength: 110 },
  );
  /** An undo reaches a day back, to a floor session of up to three days before, for a miss two days before that. */
  const SETTLED_AFTER = 6;

  it('give the same from day to day as from scratch', () => {
    fc.assert(
      fc.property(fc.constantFrom(...WEEKDAYS), deeds, (weekdays, diary) => {
        let workouts: (Workout & { readonly madeOn: Day })[] = [];
        let pauses: Pause[] = [];
        let settled: LedgerState = begin();
        let settledThrough = addDays(START, -9);
        for (const [index, deed] of diary.entries()) {
          const today = addDays(START, index);
          const log = (date: Day, repairs?: Day) => {
            workouts = [...workouts, { ...workout(index, date, repairs), madeOn: today }];
          };
          if (deed.do === 'check-in') log(today);
          if (deed.do === 'backdate') log(addDays(today, -(deed.days % 4)));
          if (deed.do === 'undo') workouts = workouts.filter((each) => daysBetween(each.madeOn, today) > 1);
          if (deed.do === 'repair') {
            const own = addDays(today, -(deed.days % 4));
            log(own, addDays(own, -1 - (deed.days % 2)));
          }
          if (deed.do === 'pause') {
            const from = addDays(today, 1);
            pauses = [...pauses, deed.days === 0 ? { from } : { from, to: addDays(today, deed.days) }];
          }
          if (deed.do === 'resume') {
            pauses = pauses
              .filter(({ from }) => from <= today)
              .map(({ from, to }) => ({ from, to: to === undefined || to > today ? today : to }));
          }

          const input: StreakInput = { sessions: planOf(weekdays, pauses), workouts, today };
          const events = eventsOf(input);
          // Whether a session ends its week is settled when the next one has come: until then a pause may move that.
          const latest = input.sessions.findLast((session) => session.day <= today)?.day ?? START;
          const before = [addDays(today, -SETTLED_AFTER), latest].sort()[0] ?? START;
          settled = fold(
            settled,
            events.filter((event) => event.day > settledThrough && event.day < before),
          );
          settledThrough = [settledThrough, addDays(before, -1)].sort()[1] ?? START;
          const incrementally = fold(
            settled,
            events.filter((event) => event.day > settledThrough),
          );
          const standing = standingOf(input);

          expect(incrementally).toEqual(fold(begin(), events));
          expect(standing).toMatchObject({ streak: incrementally.streak, longest: incrementally.longest });
          expect(standing.ledger).toEqual(incrementally.said);
          if (index % 7 === 6 && pauses.every((pause) => pause.to !== undefined)) {
            const { consistency, ...numbers } = plainly(input);
            expect(numbersOf(input)).toEqual(numbers);
            expect(standing.consistency).toBeCloseTo(consistency, 9);
          }
        }
      }),
      { numRuns: 20 },
    );
  });
});
