import fc from 'fast-check';
import { KITS, LEVELS, type Level } from '../../src/coach/content.ts';
import { addDays, type Day, day, WEEKDAYS, type Weekday } from '../../src/coach/day.ts';
import type { Enrolment, Pause, Terms } from '../../src/coach/member.ts';

/** A Monday. */
export const START = day('2026-01-05');

export const MON_WED_FRI: readonly Weekday[] = [1, 3, 5];
export const MON_TUE_THU_FRI: readonly Weekday[] = [1, 2, 4, 5];
export const MON_TO_FRI: readonly Weekday[] = [1, 2, 3, 4, 5];

interface Wishes {
  readonly trainingDays?: readonly Weekday[];
  readonly level?: Level;
  readonly startsOn?: Day;
  readonly later?: readonly Terms[];
  readonly pauses?: readonly Pause[];
  readonly leftOn?: Day;
}

export function enrolled({ trainingDays = MON_WED_FRI, level = 'standard', startsOn = START, ...rest }: Wishes = {}) {
  const { later = [], pauses = [], leftOn } = rest;
  const terms = [{ fromDay: startsOn, level, trainingDays }, ...later];
  return { id: 1, startsOn, terms, pauses, ...(leftOn && { leftOn }) } satisfies Enrolment;
}

export const anyLevel = fc.constantFrom(...LEVELS);
export const anyKit = fc.subarray([...KITS]);
export const anyTrainingDays = fc.subarray([...WEEKDAYS], { minLength: 3, maxLength: 5 });
export const anyStart = fc.integer({ min: 0, max: 400 }).map((days) => addDays(START, days));

/** A steady member: the same terms for the whole plan, no pause. */
export const anySteadyMember = fc
  .record({ trainingDays: anyTrainingDays, level: anyLevel, startsOn: anyStart })
  .map(enrolled);

/** A member whose terms change, who pauses, and who may leave: overlapping and open-ended pauses included. */
export const anyMember = fc
  .record({
    startsOn: anyStart,
    trainingDays: anyTrainingDays,
    level: anyLevel,
    changes: fc.array(
      fc.record({ after: fc.integer({ min: 1, max: 40 }), trainingDays: anyTrainingDays, level: anyLevel }),
      {
        maxLength: 6,
      },
    ),
    pauses: fc.array(
      fc.record({
        after: fc.integer({ min: -5, max: 120 }),
        length: fc.oneof({ weight: 9, arbitrary: fc.integer({ min: 1, max: 30 }) }, fc.constant(undefined)),
      }),
      { maxLength: 4 },
    ),
    leavesAfter: fc.option(fc.integer({ min: 0, max: 150 }), { nil: undefined, freq: 3 }),
  })
  .map(({ startsOn, trainingDays, level, changes, pauses, leavesAfter }): Enrolment => {
    let fromDay = startsOn;
    const later = changes.map(({ after, ...terms }) => {
      fromDay = addDays(fromDay, after);
      return { ...terms, fromDay };
    });
    return enrolled({
      startsOn,
      trainingDays,
      level,
      later,
      pauses: pauses.map(({ after, length }) => {
        const from = addDays(startsOn, after);
        return { from, ...(length !== undefined && { to: addDays(from, length - 1) }) };
      }),
      ...(leavesAfter !== undefined && { leftOn: addDays(startsOn, leavesAfter) }),
    });
  });
