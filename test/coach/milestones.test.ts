import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type Day, day, daysFrom } from '../../src/coach/day.ts';
import type { Enrolment, Workout } from '../../src/coach/member.ts';
import { crossed, crossedByLog, type Facts, factsOf, isMilestoneId, MILESTONES } from '../../src/coach/milestones.ts';
import { plannedSessions } from '../../src/coach/programme.ts';
import { standingOf } from '../../src/coach/streak.ts';
import { loadContent } from '../../src/store/content.ts';
import { anySteadyMember, enrolled, MON_TO_FRI } from './plan-people.ts';

const { programme } = loadContent();
const farAhead = day('2027-12-31');

function did(date: Day): Workout {
  return { id: Number(date.replaceAll('-', '')), day: date, madeAt: Date.parse(`${date}T18:00Z`), size: 'full' };
}

/** The facts on `today` of somebody who logged these workouts and nothing else. */
function facts(enrolment: Enrolment, workouts: readonly Workout[], today: Day): Facts {
  const sessions = plannedSessions(programme, enrolment, farAhead);
  const standing = standingOf({ sessions, workouts, today });
  return factsOf(programme, { enrolment, workouts }, standing, workouts.length, today);
}

/** What each of these days' check-ins crossed, one after the other, made on the day itself. */
function told(enrolment: Enrolment, days: readonly Day[]): string[] {
  return days.flatMap((today, index) => {
    const before = facts(enrolment, days.slice(0, index).map(did), today);
    const after = facts(enrolment, days.slice(0, index + 1).map(did), today);
    return crossed(before, after).map((id) => `${today.slice(5)} ${id}`);
  });
}

const plannedDays = (enrolment: Enrolment) => plannedSessions(programme, enrolment, farAhead).map(({ day }) => day);

describe('a steady member', () => {
  it('is told of each milestone once, on the day on which it is reached', () => {
    const ana = enrolled();
    expect(told(ana, plannedDays(ana))).toEqual([
      '01-05 first-check-in',
      '01-09 streak-3',
      '01-16 week-2',
      '01-19 streak-7',
      '01-26 sessions-10',
      '01-30 week-4',
      '02-04 streak-14',
      '02-13 week-6',
      '02-20 streak-21',
      '02-27 week-8',
      '03-02 sessions-25',
      '03-13 streak-30',
      '03-27 completed',
      '03-27 week-12',
    ]);
  });

  it('reaches sixty in a row on five days a week, with the end of the plan', () => {
    const ben = enrolled({ trainingDays: MON_TO_FRI, level: 'strong' });
    const all = told(ben, plannedDays(ben));
    expect(all).toContain('03-13 sessions-50');
    expect(all.slice(-3)).toEqual(['03-27 completed', '03-27 week-12', '03-27 streak-60']);
  });
});

describe('a member with gaps', () => {
  it('hears of the comeback first, however much else the check-in crossed', () => {
    const eva = enrolled();
    const days = ['2026-01-05', '2026-01-19', '2026-01-21', '2026-01-23'].map(day);
    expect(told(eva, days)).toEqual(['01-05 first-check-in', '01-19 comeback', '01-19 week-2', '01-23 streak-3']);
  });

  it('crosses a week with the first workout after its last session, when that was missed', () => {
    const eva = enrolled();
    const days = plannedDays(eva).filter((date) => date < '2026-01-16');
    expect(told(eva, [...days, day('2026-01-17')]).at(-1)).toBe('01-17 week-2');
    expect(told(eva, [...days, day('2026-01-15')]).some((line) => line.includes('week'))).toBe(false);
  });

  it('crosses two streaks with one backdated check-in that joins them', () => {
    const days = plannedDays(enrolled()).slice(0, 8);
    const [today, forgotten] = [day('2026-01-21'), day('2026-01-19')];
    const missed = [day('2026-01-07'), day('2026-01-12'), forgotten];
    const had = days.filter((date) => !missed.includes(date)).map(did);
    const before = facts(enrolled(), had, today);
    expect(before.streak).toBe(1);
    expect(crossed(before, facts(enrolled(), [...had, did(forgotten)], today))).toEqual(['streak-3']);
  });

  it('may cross one again, which is told once because it is kept that it was reached', () => {
    const lost = { streak: 2 };
    const base: Facts = { checkIns: 20, streak: 0, sessions: 9, weeks: 3, comebacks: 0, completed: 0 };
    expect(crossed({ ...base, ...lost }, { ...base, streak: 3 })).toEqual(['streak-3']);
    expect(crossed({ ...base, ...lost }, { ...base, streak: 8 })).toEqual(['streak-3', 'streak-7']);
    expect(crossed({ ...base, streak: 8 }, { ...base, ...lost })).toEqual([]);
  });
});

describe('the end of the plan', () => {
  it('is not reached by a plan that was left or stands still', () => {
    const days = plannedDays(enrolled()).slice(0, 6);
    const left = enrolled({ leftOn: day('2026-01-19') });
    const paused = enrolled({ pauses: [{ from: day('2026-01-19') }] });
    for (const enrolment of [left, paused]) {
      expect(facts(enrolment, days.map(did), day('2026-02-01'))).toMatchObject({ completed: 0 });
    }
    expect(facts(paused, days.map(did), day('2026-02-01')).weeks).toBe(1);
  });

  it('moves on with a pause', () => {
    const dan = enrolled({ pauses: [{ from: day('2026-01-12'), to: day('2026-01-25') }] });
    const all = told(dan, plannedDays(dan));
    expect(all).toContain('01-30 week-2');
    expect(all.slice(-2)).toEqual(['04-10 completed', '04-10 week-12']);
  });

  it('is not told by a backdated check-in when the plan went back in the middle of its last week', () => {
    const began = day('2026-01-05');
    // On the Tuesday of week 12 it goes a week back: week 12 comes once more, and the plan ends a week later.
    const eva = { ...enrolled(), repeats: [{ from: addDays(began, 78), days: 7 }] };
    const days = plannedDays(eva);
    const monday = addDays(began, 77);
    expect(facts(eva, days.filter((date) => date < monday).map(did), addDays(began, 79))).toMatchObject({ weeks: 11 });
    const backdated = days.filter((date) => date <= monday).map(did);
    expect(facts(eva, backdated, addDays(began, 79))).toMatchObject({ weeks: 11, completed: 0 });
    expect(facts(eva, days.map(did), addDays(began, 95))).toMatchObject({ weeks: 12, completed: 1 });
  });

  it('counts nothing of an earlier plan towards the weeks of this one', () => {
    const again = enrolled({ startsOn: day('2026-04-06') });
    const earlier = daysFrom(day('2026-01-05'), day('2026-01-30')).map(did);
    expect(facts(again, earlier, day('2026-04-06')).weeks).toBe(0);
    expect(facts(again, [...earlier, did(addDays(day('2026-04-06'), 14))], day('2026-04-20')).weeks).toBe(2);
  });
});

describe('anybody’s weeks', () => {
  it('are those before the first that still has a session; and the end is told when nothing is left, never before', () => {
    const cases = fc.record({
      enrolment: anySteadyMember,
      trainedAt: fc.integer({ min: 0, max: 100 }),
      goesBackAt: fc.option(fc.integer({ min: 7, max: 83 })),
    });
    fc.assert(
      fc.property(cases, ({ enrolment, trainedAt, goesBackAt }) => {
        const { startsOn } = enrolment;
        const repeats = goesBackAt === null ? [] : [{ from: addDays(startsOn, goesBackAt), days: 7 }];
        const plan: Enrolment = { ...enrolment, repeats };
        const trained = addDays(startsOn, trainedAt);
        const { weeks, completed } = facts(plan, [did(trained)], addDays(startsOn, 120));
        const left = plannedSessions(programme, plan, farAhead).filter(({ day }) => day > trained);
        expect(completed).toBe(left.length === 0 ? 1 : 0);
        expect(weeks === programme.weeks.length).toBe(completed === 1);
        if (goesBackAt === null) expect(weeks).toBe((left[0]?.week ?? 13) - 1);
      }),
    );
  });
});

describe('the table', () => {
  it('has every milestone of the programme, once', () => {
    const ids = MILESTONES.map(({ id }) => id);
    expect([...ids].sort()).toEqual(
      [
        ...['first-check-in', 'comeback', 'completed'],
        ...[3, 7, 14, 21, 30, 40, 50, 60].map((n) => `streak-${n}`),
        ...[2, 4, 6, 8, 12].map((n) => `week-${n}`),
        ...[10, 25, 50].map((n) => `sessions-${n}`),
      ].sort(),
    );
    for (const { id, reachedAt } of MILESTONES) expect(Number(id.match(/\d+/)?.[0] ?? 1)).toBe(reachedAt);
  });

  it('knows its own ids from others', () => {
    expect(isMilestoneId('streak-7')).toBe(true);
    for (const other of ['streak-8', '', undefined, 7]) expect(isMilestoneId(other)).toBe(false);
  });
});

describe('a log of sleep or water', () => {
  it('crosses what its place among the check-ins crosses, and nothing else', () => {
    const before = facts(enrolled(), [], day('2026-01-05'));
    for (let checkIns = 0; checkIns < 100; checkIns++) {
      const crossing = crossed({ ...before, checkIns }, { ...before, checkIns: checkIns + 1 });
      expect(crossedByLog(checkIns)).toEqual(crossing);
    }
    expect(crossedByLog(0)).toEqual(['first-check-in']);
  });
});
