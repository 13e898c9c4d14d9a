import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, day, daysBetween, daysFrom, weekdayOf } from '../../src/coach/day.ts';
import { lastPlannedDay, plannedSessions, planOn, termsOn, weekOf } from '../../src/coach/programme.ts';
import { loadContent } from '../../src/store/content.ts';
import { anyLevel, anyMember, anySteadyMember, anyTrainingDays, enrolled } from './plan-people.ts';

const { programme } = loadContent();
const farAhead = day('2030-12-31');

describe('every plan, whatever a member changes, pauses or leaves', () => {
  it('trains on chosen weekdays only, never in a pause, before the start or after leaving, and for twelve weeks', () => {
    fc.assert(
      fc.property(anyMember, (member) => {
        for (const session of plannedSessions(programme, member, farAhead)) {
          expect(termsOn(member, session.day).trainingDays).toContain(weekdayOf(session.day));
          expect(session.day >= member.startsOn && (member.leftOn === undefined || session.day < member.leftOn)).toBe(
            true,
          );
          expect(member.pauses.some(({ from, to = farAhead }) => from <= session.day && session.day <= to)).toBe(false);
          expect(session.week).toBeGreaterThanOrEqual(1);
          expect(session.week).toBeLessThanOrEqual(12);
          expect(weekOf(programme, member, session.day)).toBe(session.week);
        }
      }),
    );
  });

  it('counts its sessions from 1, in order, and at most as many a week as there are training days', () => {
    fc.assert(
      fc.property(anyMember, (member) => {
        const sessions = plannedSessions(programme, member, farAhead);
        expect(sessions.map((session) => session.ordinal)).toEqual(sessions.map((_, index) => index + 1));
        for (const [index, session] of sessions.entries()) {
          const before = sessions[index - 1];
          if (before) expect(session.day > before.day).toBe(true);
          expect(session.indexInWeek).toBe(before?.week === session.week ? before.indexInWeek + 1 : 0);
          expect(session.indexInWeek).toBeLessThan(5);
        }
      }),
    );
  });

  it('leaves a full day of rest in any seven days', () => {
    fc.assert(
      fc.property(anyMember, (member) => {
        const days = plannedSessions(programme, member, farAhead).map((session) => session.day);
        for (const [index, first] of days.entries()) {
          const seventh = days[index + 6];
          if (seventh) expect(daysBetween(first, seventh)).toBeGreaterThan(6);
        }
      }),
    );
  });

  it('keeps circuits to their weeks and numbers, never on consecutive days, and the day after one light', () => {
    fc.assert(
      fc.property(anyMember, (member) => {
        const sessions = plannedSessions(programme, member, farAhead);
        const circuits = new Map<number, number>();
        for (const [index, session] of sessions.entries()) {
          const before = sessions[index - 1];
          const isNextDay = before !== undefined && daysBetween(before.day, session.day) === 1;
          expect(session.light).toBe(isNextDay && before.circuit);
          if (!session.circuit) continue;
          expect(session.light).toBe(false);
          circuits.set(session.week, (circuits.get(session.week) ?? 0) + 1);
        }
        for (const [week, count] of circuits) {
          expect(count).toBeLessThanOrEqual(programme.weeks[week - 1]?.circuits ?? 0);
        }
      }),
    );
  });

  it('says the same of each day as of all sessions together', () => {
    fc.assert(
      fc.property(anyMember, (member) => {
        const all = new Map(plannedSessions(programme, member, farAhead).map((session) => [session.day, session]));
        for (const date of daysFrom(addDays(member.startsOn, -3), addDays(member.startsOn, 130))) {
          const planned = planOn(programme, member, date);
          expect(planned.kind === 'session' ? planned.session : undefined).toEqual(all.get(date));
        }
      }),
      { numRuns: 30 },
    );
  });

  it('keeps the past as it was when terms change, a pause begins or the member leaves later', () => {
    fc.assert(
      fc.property(
        anyMember,
        anyTrainingDays,
        anyLevel,
        fc.integer({ min: 0, max: 100 }),
        (member, trainingDays, level, after) => {
          const turn = addDays(member.startsOn, after);
          const before = plannedSessions(programme, member, addDays(turn, -1));
          const terms = [
            ...member.terms.filter(({ fromDay }) => fromDay < turn),
            { fromDay: turn, level, trainingDays },
          ];
          const futures = [
            ...(after > 0 ? [{ ...member, terms }] : []),
            { ...member, pauses: [...member.pauses, { from: turn }] },
            { ...member, leftOn: member.leftOn !== undefined && member.leftOn < turn ? member.leftOn : turn },
          ];
          for (const future of futures) expect(plannedSessions(programme, future, addDays(turn, -1))).toEqual(before);
        },
      ),
    );
  });
});

describe('the plan of a member who keeps the same days', () => {
  it('fills every week: as many sessions as days, or four where a gentle member has no fifth day yet', () => {
    fc.assert(
      fc.property(anySteadyMember, (member) => {
        const sessions = plannedSessions(programme, member, farAhead);
        const { trainingDays, level } = termsOn(member, member.startsOn);
        for (const { week } of programme.weeks) {
          const fourOnly = trainingDays.length === 5 && level === 'gentle' && week < 5;
          const ofWeek = sessions.filter((session) => session.week === week);
          expect(ofWeek).toHaveLength(fourOnly ? 4 : trainingDays.length);
        }
      }),
    );
  });

  it('has a circuit in each week that asks for one, and no strength session is light for it', () => {
    fc.assert(
      fc.property(anySteadyMember, (member) => {
        const sessions = plannedSessions(programme, member, farAhead);
        for (const { week, circuits } of programme.weeks) {
          const count = sessions.filter((session) => session.week === week && session.circuit).length;
          expect(count).toBeGreaterThanOrEqual(Math.min(1, circuits));
        }
        const light = sessions.filter((session) => session.light);
        expect(light.filter(({ template }) => template === 'a' || template === 'b')).toEqual([]);
      }),
    );
  });

  it('moves on by exactly the length of a pause', () => {
    fc.assert(
      fc.property(
        anySteadyMember,
        fc.integer({ min: 0, max: 83 }),
        fc.integer({ min: 1, max: 60 }),
        (member, after, length) => {
          const from = addDays(member.startsOn, after);
          const paused = { ...member, pauses: [{ from, to: addDays(from, length - 1) }] };
          const end = addDays(member.startsOn, 83);
          expect(lastPlannedDay(programme, member)).toBe(end);
          expect(lastPlannedDay(programme, paused)).toBe(addDays(end, length));
          for (const date of daysFrom(from, end)) {
            expect(weekOf(programme, paused, addDays(date, length))).toBe(weekOf(programme, member, date));
          }
        },
      ),
    );
  });

  it('is the very same plan, later, after a pause of whole weeks', () => {
    fc.assert(
      fc.property(
        anySteadyMember,
        fc.integer({ min: 0, max: 83 }),
        fc.integer({ min: 1, max: 8 }),
        (member, after, weeks) => {
          const from = addDays(member.startsOn, after);
          const paused = { ...member, pauses: [{ from, to: addDays(from, weeks * 7 - 1) }] };
          const shifted = plannedSessions(programme, member, farAhead).map((session) => ({
            ...session,
            day: session.day < from ? session.day : addDays(session.day, weeks * 7),
            // The first day after the pause comes long after the circuit before it.
            light: session.light && session.day !== from,
          }));
          expect(plannedSessions(programme, paused, farAhead)).toEqual(shifted);
        },
      ),
    );
  });
});

it('is the plan of one who paused twice the same as of one who paused once for as long, from then on', () => {
  const twice = enrolled({
    pauses: [
      { from: day('2026-01-12'), to: day('2026-01-18') },
      { from: day('2026-01-19'), to: day('2026-01-25') },
    ],
  });
  const once = enrolled({ pauses: [{ from: day('2026-01-12'), to: day('2026-01-25') }] });
  expect(plannedSessions(programme, twice, farAhead)).toEqual(plannedSessions(programme, once, farAhead));
});
