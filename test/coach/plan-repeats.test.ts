import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { standingFor } from '../../src/coach/check-in.ts';
import { addDays, type Day, day, dayFromNumber, daysBetween, daysFrom, weekdayOf } from '../../src/coach/day.ts';
import type { Enrolment, Repeat, Workout } from '../../src/coach/member.ts';
import { factsOf } from '../../src/coach/milestones.ts';
import type { PlannedSession } from '../../src/coach/plan.ts';
import { planDays, planDaysBefore } from '../../src/coach/plan-days.ts';
import { lastPlannedDay, nextSession, plannedSessions, planOn, weekOf } from '../../src/coach/programme.ts';
import { loadContent } from '../../src/store/content.ts';
import { plainPlan } from './plain-plan.ts';
import { plainly } from './plain-streak.ts';
import { anyMember, anySteadyMember, enrolled, START } from './plan-people.ts';

const { programme } = loadContent();
const farAhead = day('2030-12-31');
/** Of the plan, in days. */
const LENGTH = programme.weeks.length * 7;
const on = (days: number): Day => addDays(START, days);

const sessionsOf = (enrolment: Enrolment) => plannedSessions(programme, enrolment, farAhead);
const brief = ({ day, week, template }: PlannedSession) => ({ day, week, template });

function repeating(enrolment: Enrolment, ...repeats: readonly (readonly [after: number, weeks: number])[]): Enrolment {
  const { startsOn } = enrolment;
  return {
    ...enrolment,
    repeats: repeats.map(([after, weeks]) => ({ from: addDays(startsOn, after), days: weeks * 7 })),
  };
}

/** Goes back now and then while the plan lasts, never before its first day; now and then by nothing. */
const anyRepeats = (enrolment: Enrolment) =>
  fc
    .array(fc.record({ after: fc.integer({ min: 1, max: 40 }), share: fc.integer({ min: 0, max: 9 }) }), {
      maxLength: 4,
    })
    .map((wishes): Enrolment => {
      const repeats: Repeat[] = [];
      let from = enrolment.startsOn;
      for (const { after, share } of wishes) {
        from = addDays(from, after);
        const position = planDaysBefore({ ...enrolment, repeats }, from);
        if (position < 0 || position >= LENGTH) continue;
        const weeks = Math.floor(position / 7);
        repeats.push({ from, days: Math.min(weeks, Math.round((weeks * share) / 9)) * 7 });
      }
      return { ...enrolment, repeats };
    });
const anySteadyRepeater = anySteadyMember.chain(anyRepeats);
const anyRepeater = anyMember.chain(anyRepeats);

describe('a plan that goes back', () => {
  it('has the week before once more from that day on, on the same weekdays, and ends as much later', () => {
    const back = repeating(enrolled(), [21, 1]);
    expect(weekOf(programme, back, on(20))).toBe(3);
    expect(weekOf(programme, back, on(21))).toBe(3);
    expect(weekOf(programme, back, on(28))).toBe(4);
    expect(lastPlannedDay(programme, back)).toBe(addDays(lastPlannedDay(programme, enrolled()) ?? START, 7));
    expect(sessionsOf(back)).toHaveLength(sessionsOf(enrolled()).length + 3);
  });

  it('goes on within the week when it goes back in the middle of one', () => {
    // A Thursday.
    const back = repeating(enrolled(), [24, 2]);
    expect(planOn(programme, back, on(23))).toMatchObject({ kind: 'session', week: 4, session: { template: 'a' } });
    expect(planOn(programme, back, on(25))).toMatchObject({ kind: 'session', week: 2, session: { template: 'b' } });
    expect(planOn(programme, back, on(28))).toMatchObject({ kind: 'session', week: 3 });
  });

  it('is as it was when it goes back by nothing', () => {
    expect(sessionsOf(repeating(enrolled(), [30, 0]))).toEqual(sessionsOf(enrolled()));
  });

  it('goes back while it is paused as on the day on which it goes on', () => {
    const paused = enrolled({ pauses: [{ from: on(14), to: on(41) }] });
    const within = repeating(paused, [30, 1]);
    const after = repeating(paused, [42, 1]);
    expect(sessionsOf(within)).toEqual(sessionsOf(after));
    expect(weekOf(programme, after, on(42))).toBe(2);
    expect(sessionsOf(after).filter(({ week }) => week === 2)).toHaveLength(6);
  });

  it('knows the next session after the day on which it goes back', () => {
    const back = repeating(enrolled(), [21, 1]);
    expect(nextSession(programme, back, on(20))).toMatchObject({ day: on(21), week: 3 });
  });
});

describe('any plan that goes back, however often', () => {
  it('is what a day-by-day count says', () => {
    fc.assert(
      fc.property(anySteadyRepeater, (member) => {
        const { sessions, weeks, lastDay } = plainPlan(programme, member);
        expect(sessionsOf(member).map(brief)).toEqual(sessions);
        expect(lastPlannedDay(programme, member)).toBe(lastDay);
        expect(daysFrom(member.startsOn, lastDay).map((date) => weekOf(programme, member, date))).toEqual([
          ...weeks.values(),
        ]);
        expect(weekOf(programme, member, addDays(lastDay, 1))).toBeUndefined();
      }),
      { numRuns: 150 },
    );
  });

  it('moves every later day back by as much, and leaves the sessions before it as they were', () => {
    fc.assert(
      fc.property(anySteadyMember, fc.nat(83), fc.nat(11), (member, after, most) => {
        const weeks = Math.min(most, Math.floor(after / 7));
        const from = addDays(member.startsOn, after);
        const back = repeating(member, [after, weeks]);
        const [plain, again] = [sessionsOf(member), sessionsOf(back)];
        const isBefore = (session: PlannedSession) => session.day < from;
        expect(again.filter(isBefore)).toEqual(plain.filter(isBefore));
        const later = plain
          .filter((session) => session.day >= addDays(from, -weeks * 7))
          .map((session) => ({ ...brief(session), day: addDays(session.day, weeks * 7) }));
        expect(again.filter((session) => !isBefore(session)).map(brief)).toEqual(later);
        expect(again.map(({ ordinal }) => ordinal)).toEqual(again.map((_, index) => index + 1));
      }),
      { numRuns: 200 },
    );
  });

  it('tells of each day what its sessions, weeks and positions tell together', () => {
    fc.assert(
      fc.property(anyRepeater, (member) => {
        const all = new Map(sessionsOf(member).map((session) => [session.day, session]));
        const positions = new Map<number, number>();
        for (const { number, index } of planDays(member)) {
          if (index >= LENGTH || positions.size > 250) break;
          positions.set(number, index);
        }
        for (const date of daysFrom(addDays(member.startsOn, -3), addDays(member.startsOn, 160))) {
          const planned = planOn(programme, member, date);
          expect(planned.kind === 'session' ? planned.session : undefined).toEqual(all.get(date));
          const session = all.get(date);
          if (session) expect(session.week).toBe(weekOf(programme, member, date));
        }
        for (const [number, index] of positions) expect(planDaysBefore(member, dayFromNumber(number))).toBe(index);
      }),
      { numRuns: 60 },
    );
  });

  it('trains on the member’s own weekdays, and the day after a circuit alone is light', () => {
    fc.assert(
      fc.property(anySteadyRepeater, (member) => {
        const sessions = sessionsOf(member);
        const { trainingDays = [] } = member.terms[0] ?? {};
        for (const [index, session] of sessions.entries()) {
          expect(trainingDays).toContain(weekdayOf(session.day));
          const previous = sessions[index - 1];
          const isNextDay = previous !== undefined && daysBetween(previous.day, session.day) === 1;
          expect(session.light).toBe(isNextDay && previous.circuit);
          expect(session.circuit && session.light).toBe(false);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('has no more circuits in seven days of the plan than the programme gives to a week of theirs', () => {
    fc.assert(
      fc.property(anySteadyRepeater, (member) => {
        const sessions = sessionsOf(member);
        const sevenOf = (session: PlannedSession) => Math.floor(daysBetween(member.startsOn, session.day) / 7);
        for (const seven of new Set(sessions.map(sevenOf))) {
          const ofThem = sessions.filter((session) => sevenOf(session) === seven);
          const most = ofThem.map(({ week }) => programme.weeks[week - 1]?.circuits ?? 0);
          expect(ofThem.filter(({ circuit }) => circuit).length).toBeLessThanOrEqual(Math.max(...most));
        }
      }),
      { numRuns: 100 },
    );
  });
});

/** The sessions cut where the week changes, or begins again. */
function runsOf<S extends Pick<PlannedSession, 'week' | 'indexInWeek'>>(sessions: readonly S[]): S[][] {
  const runs: S[][] = [];
  for (const [index, session] of sessions.entries()) {
    if (sessions[index - 1]?.week === session.week && session.indexInWeek > 0) runs.at(-1)?.push(session);
    else runs.push([session]);
  }
  return runs;
}

function did(date: Day, id = 0): Workout {
  return { id, day: date, madeAt: 0, size: 'full' };
}

const anyAttendance = fc.record({
  member: anySteadyRepeater,
  kept: fc.array(fc.boolean(), { minLength: 130, maxLength: 130 }),
  lived: fc.integer({ min: 0, max: 170 }),
});

describe('the streak of a plan that goes back', () => {
  it('is that of a plan in which a week that comes again after others is a week of its own', () => {
    fc.assert(
      fc.property(anyAttendance, ({ member, kept, lived }) => {
        const sessions = sessionsOf(member);
        const workouts = sessions.filter((_, index) => kept[index] ?? true).map((session, id) => did(session.day, id));
        const today = addDays(member.startsOn, lived);
        const runs = runsOf(sessions).flatMap((run, index) => run.map(({ day }) => ({ day, week: index + 1 })));
        const { consistency, ...numbers } = plainly({ sessions: runs, workouts, today });
        const standing = standingFor(programme, { enrolment: member, workouts }, today);
        expect(standing).toMatchObject(numbers);
        expect(standing.consistency).toBeCloseTo(consistency, 9);
      }),
      { numRuns: 60 },
    );
  });

  it('counts a week that was kept, and kept again at once, twice', () => {
    // Weeks 1 to 3, and then 3 again from its first day on.
    const back = repeating(enrolled(), [21, 1]);
    const workouts = plannedSessions(programme, back, on(27)).map(({ day }, id) => did(day, id));
    expect(standingFor(programme, { enrolment: back, workouts }, on(27))).toMatchObject({ keptWeeks: 4, freezes: 3 });
  });

  it('counts a week that was kept, and kept again later, twice', () => {
    // Weeks 1 to 3, and then 2 and 3 again.
    const back = repeating(enrolled(), [21, 2]);
    const workouts = plannedSessions(programme, back, on(34)).map(({ day }, id) => did(day, id));
    expect(standingFor(programme, { enrolment: back, workouts }, on(34))).toMatchObject({ streak: 15, keptWeeks: 5 });
  });
});

/** The weeks that are behind somebody who trained on these days and on no other. */
function weeksBehind(enrolment: Enrolment, days: readonly Day[], today: Day): number {
  const workouts = days.map((date, id) => did(date, id));
  const standing = standingFor(programme, { enrolment, workouts }, today);
  return factsOf(programme, { enrolment, workouts }, standing, 0, today).weeks;
}

describe('the weeks behind, in a plan that goes back', () => {
  it('are those that do not come again', () => {
    const plain = enrolled();
    expect(weeksBehind(plain, [on(25)], on(25))).toBe(4);
    // Back from week 5 to week 3: the first session there leaves two weeks behind, its last one three.
    const back = repeating(plain, [28, 2]);
    expect(weeksBehind(back, [on(25), on(28)], on(28))).toBe(2);
    expect(weeksBehind(back, [on(25), on(28), on(32)], on(32))).toBe(3);
    expect(weeksBehind(back, [on(25), on(28), on(39)], on(39))).toBe(4);
  });

  it('are all twelve only when the plan is done, as much later as it went back', () => {
    const back = repeating(enrolled(), [70, 3]);
    const facts = (days: number) => {
      const workouts = [did(on(days))];
      const standing = standingFor(programme, { enrolment: back, workouts }, on(days));
      return factsOf(programme, { enrolment: back, workouts }, standing, 0, on(days));
    };
    expect(facts(81)).toMatchObject({ weeks: 9, completed: 0 });
    expect(facts(81 + 21)).toMatchObject({ weeks: 12, completed: 1 });
  });

  it('are the weeks before the first that still has a session to come, on any day since the plan last went back', () => {
    fc.assert(
      fc.property(anySteadyRepeater, fc.nat(129), (member, index) => {
        const sessions = sessionsOf(member);
        const latest = sessions[index % sessions.length]?.day ?? START;
        const wentBack = (member.repeats ?? []).filter(({ days }) => days > 0).at(-1)?.from ?? START;
        fc.pre(latest >= wentBack);
        const ahead = sessions.filter((session) => session.day > latest).map(({ week }) => week);
        const weeks = Math.min(programme.weeks.length + 1, ...ahead) - 1;
        expect(weeksBehind(member, [latest], latest)).toBe(weeks);
      }),
      { numRuns: 150 },
    );
  });
});
