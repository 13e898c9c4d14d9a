import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type Day, day } from '../../src/coach/day.ts';
import type { Enrolment, Terms, Workout } from '../../src/coach/member.ts';
import { plannedSessions } from '../../src/coach/programme.ts';
import { latestTerms, termsAhead, termsFrom } from '../../src/coach/terms.ts';
import { loadContent } from '../../src/store/content.ts';
import { anyLevel, anyMember, anyTrainingDays, enrolled, MON_TO_FRI, MON_TUE_THU_FRI, START } from './plan-people.ts';

const { programme } = loadContent();
const tuesday = addDays(START, 1);
const END = day('9999-12-31');

const done = (on: Day): Workout => ({ id: 1, day: on, madeAt: 0, size: 'full' });
const file = (enrolment: Enrolment, ...days: readonly Day[]) => ({ enrolment, workouts: days.map(done) });
/** As the store keeps it. */
const withTerms = (enrolment: Enrolment, terms: Terms): Enrolment => ({
  ...enrolment,
  terms: [...enrolment.terms.filter(({ fromDay }) => fromDay < terms.fromDay), terms],
});

describe('other training days', () => {
  it('hold from today on where nothing was trained yet', () => {
    const wish = { trainingDays: MON_TUE_THU_FRI };
    const terms = termsFrom(file(enrolled()), wish, { today: tuesday, isUnderWay: false });
    expect(terms).toEqual({ fromDay: tuesday, level: 'standard', trainingDays: MON_TUE_THU_FRI });
  });

  it('hold from tomorrow on where today’s session is done, or has begun', () => {
    const wish = { trainingDays: MON_TUE_THU_FRI };
    const isDone = termsFrom(file(enrolled(), START), wish, { today: START, isUnderWay: false });
    const hasBegun = termsFrom(file(enrolled()), wish, { today: START, isUnderWay: true });
    expect(isDone?.fromDay).toBe(tuesday);
    expect(hasBegun?.fromDay).toBe(tuesday);
  });

  it('hold from the first day on before the plan begins', () => {
    const today = addDays(START, -3);
    const terms = termsFrom(file(enrolled(), today), { level: 'strong' }, { today, isUnderWay: false });
    expect(terms?.fromDay).toBe(START);
  });

  it('go with a level that was changed on the same day, and are no change when they are the same', () => {
    const changed = termsFrom(file(enrolled(), START), { level: 'strong' }, { today: START, isUnderWay: false });
    if (changed === undefined) throw new Error('no change');
    const both = file(withTerms(enrolled(), changed), START);
    const terms = termsFrom(both, { trainingDays: MON_TO_FRI }, { today: START, isUnderWay: false });
    expect(terms).toEqual({ fromDay: tuesday, level: 'strong', trainingDays: MON_TO_FRI });
    expect(termsFrom(both, { level: 'strong' }, { today: START, isUnderWay: false })).toBe(undefined);
    expect(latestTerms(both.enrolment)).toEqual(changed);
  });

  it('tell which session is the next, and that a gentle member’s fifth day waits', () => {
    const terms: Terms = { fromDay: tuesday, level: 'gentle', trainingDays: MON_TO_FRI };
    const gentle = file(withTerms(enrolled({ level: 'gentle' }), terms), START);
    const ahead = termsAhead(programme, gentle, terms);
    expect(ahead).toMatchObject({ standing: 'going', fifthDayFromWeek: 5, next: { day: tuesday, template: 'b' } });

    const inWeekFive = { ...terms, fromDay: addDays(START, 28) };
    expect(termsAhead(programme, gentle, inWeekFive).fifthDayFromWeek).toBe(undefined);
    expect(termsAhead(programme, gentle, { ...terms, level: 'strong' }).fifthDayFromWeek).toBe(undefined);
  });

  it('wait for the end of a pause, and find nothing after the plan', () => {
    const terms: Terms = { fromDay: tuesday, level: 'standard', trainingDays: MON_TO_FRI };
    const paused = withTerms(enrolled({ pauses: [{ from: START, to: addDays(START, 6) }] }), terms);
    const after = termsAhead(programme, file(paused), terms);
    expect(after).toMatchObject({ standing: 'paused', next: { day: addDays(START, 7) } });
    const openEnded = withTerms(enrolled({ pauses: [{ from: START }] }), terms);
    expect(termsAhead(programme, file(openEnded), terms)).toEqual({ standing: 'paused' });
    const late = { ...terms, fromDay: addDays(START, 90) };
    expect(termsAhead(programme, file(withTerms(enrolled(), late)), late)).toEqual({ standing: 'finished' });
  });

  it('never change what was planned before them, and never the day that was trained on', () => {
    fc.assert(
      fc.property(
        anyMember,
        anyTrainingDays,
        anyLevel,
        fc.integer({ min: -5, max: 100 }),
        fc.boolean(),
        (enrolment, trainingDays, level, ahead, isTrained) => {
          const today = addDays(enrolment.startsOn, ahead);
          const own = file(enrolment, ...(isTrained ? [today] : []));
          const terms = termsFrom(own, { trainingDays, level }, { today, isUnderWay: false });
          if (terms === undefined) return;
          expect(terms.fromDay >= enrolment.startsOn).toBe(true);
          expect(terms.fromDay >= today).toBe(true);
          const until = isTrained ? today : addDays(today, -1);
          const after = plannedSessions(programme, withTerms(enrolment, terms), END);
          const known = plannedSessions(programme, enrolment, until);
          expect(after.filter((session) => session.day <= until)).toEqual(known);
        },
      ),
    );
  });
});
