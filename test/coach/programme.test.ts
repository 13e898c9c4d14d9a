import { describe, expect, it } from 'vitest';
import { day, formatDay } from '../../src/coach/day.ts';
import type { Enrolment } from '../../src/coach/member.ts';
import { lastPlannedDay, nextSession, plannedSessions, planOn, weekOf } from '../../src/coach/programme.ts';
import { loadContent } from '../../src/store/content.ts';
import { enrolled, MON_TO_FRI, MON_TUE_THU_FRI, MON_WED_FRI } from './plan-people.ts';

const { programme } = loadContent();
const farAhead = day('2027-12-31');

/** The sessions of one week, as `Mon 5 Jan a`; `+` where a circuit closes one, `light` after it. */
function weekOfSessions(enrolment: Enrolment, week: number): string[] {
  return plannedSessions(programme, enrolment, farAhead)
    .filter((session) => session.week === week)
    .map(({ day, template, circuit, light }) => {
      return `${formatDay(day)} ${template}${circuit ? ' +' : ''}${light ? ' light' : ''}`;
    });
}

describe('the twelve weeks of a member', () => {
  it('alternate A/B/A and B/A/B for Ana, who trains three days', () => {
    const ana = enrolled({ trainingDays: MON_WED_FRI });
    expect(weekOfSessions(ana, 1)).toEqual(['Mon 5 Jan a', 'Wed 7 Jan b', 'Fri 9 Jan a']);
    expect(weekOfSessions(ana, 2)).toEqual(['Mon 12 Jan b', 'Wed 14 Jan a', 'Fri 16 Jan b']);
  });

  it('are A/B/A/B every week for Ben, who trains four days', () => {
    const ben = enrolled({ trainingDays: MON_TUE_THU_FRI });
    expect(weekOfSessions(ben, 1)).toEqual(['Mon 5 Jan a', 'Tue 6 Jan b', 'Thu 8 Jan a', 'Fri 9 Jan b']);
    expect(weekOfSessions(ben, 2)).toEqual(['Mon 12 Jan a', 'Tue 13 Jan b', 'Thu 15 Jan a', 'Fri 16 Jan b']);
  });

  it('put a mobility or a cardio day between the four strength days of Chloe, who trains five', () => {
    const chloe = enrolled({ trainingDays: MON_TO_FRI });
    const templates = [1, 2].map((week) => weekOfSessions(chloe, week).map((line) => line.split(' ').at(-1)));
    expect(templates).toEqual([
      ['a', 'b', 'mobility', 'a', 'b'],
      ['a', 'b', 'cardio', 'a', 'b'],
    ]);
  });

  it('leave the fifth day of Dana, who began gently, free until week 5', () => {
    const dana = enrolled({ trainingDays: MON_TO_FRI, level: 'gentle' });
    expect(planOn(programme, dana, day('2026-01-28'))).toEqual({ kind: 'rest', week: 4, block: 'base' });
    expect(weekOfSessions(dana, 4)).toHaveLength(4);
    expect(weekOfSessions(dana, 5)).toContain('Wed 4 Feb mobility');
  });

  it('begin on the day of enrolment: a week of Eli, who started on a Wednesday, runs from Wednesday to Tuesday', () => {
    const eli = enrolled({ startsOn: day('2026-01-07') });
    expect(weekOfSessions(eli, 1)).toEqual(['Wed 7 Jan a', 'Fri 9 Jan b', 'Mon 12 Jan a']);
    expect(weekOf(programme, eli, day('2026-01-13'))).toBe(1);
    expect(weekOf(programme, eli, day('2026-01-14'))).toBe(2);
  });

  it('end after twelve weeks', () => {
    const ana = enrolled();
    expect(lastPlannedDay(programme, ana)).toBe('2026-03-29');
    expect(plannedSessions(programme, ana, farAhead)).toHaveLength(36);
    expect(planOn(programme, ana, day('2026-03-29')).kind).toBe('rest');
    expect(planOn(programme, ana, day('2026-03-30'))).toEqual({ kind: 'finished' });
    expect(weekOf(programme, ana, day('2026-03-30'))).toBeUndefined();
  });

  it('have not begun before the first day', () => {
    const ana = enrolled();
    expect(planOn(programme, ana, day('2026-01-04'))).toEqual({ kind: 'before', startsOn: '2026-01-05' });
    expect(weekOf(programme, ana, day('2026-01-04'))).toBeUndefined();
  });

  it('stop on the day on which Fay leaves, whatever was planned for it', () => {
    const fay = enrolled({ leftOn: day('2026-01-09') });
    expect(plannedSessions(programme, fay, farAhead).map((session) => session.day)).toEqual([
      '2026-01-05',
      '2026-01-07',
    ]);
    expect(planOn(programme, fay, day('2026-01-08')).kind).toBe('rest');
    expect(planOn(programme, fay, day('2026-01-09'))).toEqual({ kind: 'left' });
    expect(weekOf(programme, fay, day('2026-01-09'))).toBeUndefined();
  });

  it('plan nothing for Gus, who left before his first day', () => {
    const gus = enrolled({ leftOn: day('2026-01-02') });
    expect(plannedSessions(programme, gus, farAhead)).toEqual([]);
    expect(planOn(programme, gus, day('2026-01-03'))).toEqual({ kind: 'left' });
  });
});

describe('circuits', () => {
  it('start in week 3 and close the last session of the week', () => {
    const ana = enrolled();
    expect(weekOfSessions(ana, 2).filter((line) => line.endsWith('+'))).toEqual([]);
    expect(weekOfSessions(ana, 3)).toEqual(['Mon 19 Jan a', 'Wed 21 Jan b', 'Fri 23 Jan a +']);
  });

  it('come twice a week from week 10, at both ends of it', () => {
    expect(weekOfSessions(enrolled(), 10)).toEqual(['Mon 9 Mar b +', 'Wed 11 Mar a', 'Fri 13 Mar b +']);
  });

  it('stand before rest days, so that no strength session has to be light', () => {
    const ben = enrolled({ trainingDays: MON_TUE_THU_FRI });
    expect(weekOfSessions(ben, 10)).toEqual(['Mon 9 Mar a', 'Tue 10 Mar b +', 'Thu 12 Mar a', 'Fri 13 Mar b +']);
  });

  it('make the cardio day after them light', () => {
    const chloe = enrolled({ trainingDays: MON_TO_FRI });
    expect(weekOfSessions(chloe, 10)).toEqual([
      'Mon 9 Mar a',
      'Tue 10 Mar b +',
      'Wed 11 Mar cardio light',
      'Thu 12 Mar a',
      'Fri 13 Mar b +',
    ]);
  });

  it('come once a week for Hal, whose three days follow each other', () => {
    const hal = enrolled({ trainingDays: [2, 3, 4] });
    expect(weekOfSessions(hal, 10).filter((line) => line.endsWith('+'))).toEqual(['Thu 12 Mar b +']);
  });

  it('make Saturday light for Ida, who moved a session there the day after her circuit', () => {
    const saturday = day('2026-01-24');
    const ida = enrolled({ later: [{ fromDay: saturday, level: 'standard', trainingDays: [1, 2, 4, 6] }] });
    expect(weekOfSessions(ida, 3)).toEqual(['Mon 19 Jan a', 'Wed 21 Jan b', 'Fri 23 Jan a +', 'Sat 24 Jan b light']);
  });

  it('never follow each other: Ida, with two in week 10, makes the day after her first a training day', () => {
    const wednesday = day('2026-03-11');
    const ida = enrolled({
      trainingDays: [1, 2, 5],
      later: [{ fromDay: wednesday, level: 'standard', trainingDays: [1, 2, 3] }],
    });
    expect(weekOfSessions(ida, 10)).toEqual(['Mon 9 Mar b', 'Tue 10 Mar a +', 'Wed 11 Mar b light']);
  });

  it('do not come in lighter weeks', () => {
    const circuits = plannedSessions(programme, enrolled(), farAhead).filter((session) => session.circuit);
    expect(new Set(circuits.map((session) => session.week))).toEqual(new Set([3, 4, 6, 7, 8, 10, 11, 12]));
  });
});

describe('a change of terms', () => {
  it('counts from its day on: Jo moves from Mon/Wed/Fri to Tue/Thu/Sat on a Thursday', () => {
    const thursday = day('2026-01-08');
    const jo = enrolled({ later: [{ fromDay: thursday, level: 'standard', trainingDays: [2, 4, 6] }] });
    expect(weekOfSessions(jo, 1)).toEqual(['Mon 5 Jan a', 'Wed 7 Jan b', 'Thu 8 Jan a']);
    expect(weekOfSessions(jo, 2)).toEqual(['Tue 13 Jan b', 'Thu 15 Jan a', 'Sat 17 Jan b']);
  });

  it('never brings seven training days together: Kim, who trained from Monday to Saturday, rests on Sunday', () => {
    const saturday = day('2026-01-17');
    const kim = enrolled({
      startsOn: day('2026-01-07'),
      trainingDays: MON_TO_FRI,
      later: [{ fromDay: saturday, level: 'standard', trainingDays: [1, 2, 5, 6, 7] }],
    });
    const days = plannedSessions(programme, kim, day('2026-01-20')).map((session) => formatDay(session.day));
    expect(days.slice(-7)).toEqual([
      'Mon 12 Jan',
      'Tue 13 Jan',
      'Wed 14 Jan',
      'Thu 15 Jan',
      'Fri 16 Jan',
      'Sat 17 Jan',
      'Mon 19 Jan',
    ]);
    expect(planOn(programme, kim, day('2026-01-18')).kind).toBe('rest');
  });
});

describe('a pause', () => {
  it('of five days moves the weeks on by five days', () => {
    const lia = enrolled({ pauses: [{ from: day('2026-01-14'), to: day('2026-01-18') }] });
    expect(planOn(programme, lia, day('2026-01-14'))).toEqual({ kind: 'paused' });
    expect(planOn(programme, lia, day('2026-01-18'))).toEqual({ kind: 'paused' });
    expect(weekOf(programme, lia, day('2026-01-16'))).toBe(2);
    expect(weekOfSessions(lia, 2)).toEqual(['Mon 12 Jan b', 'Mon 19 Jan a', 'Wed 21 Jan b']);
    expect(weekOfSessions(lia, 3)[0]).toBe('Mon 26 Jan a');
    expect(lastPlannedDay(programme, lia)).toBe('2026-04-03');
  });

  it('without an end holds until further notice', () => {
    const max = enrolled({ pauses: [{ from: day('2026-01-14') }] });
    expect(planOn(programme, max, day('2027-12-31'))).toEqual({ kind: 'paused' });
    expect(plannedSessions(programme, max, farAhead).at(-1)?.day).toBe('2026-01-12');
    expect(nextSession(programme, max, day('2026-01-14'))).toBeUndefined();
    expect(lastPlannedDay(programme, max)).toBeUndefined();
  });

  it('counts once where two overlap', () => {
    const nia = enrolled({
      pauses: [
        { from: day('2026-01-16'), to: day('2026-01-20') },
        { from: day('2026-01-14'), to: day('2026-01-18') },
      ],
    });
    expect(lastPlannedDay(programme, nia)).toBe('2026-04-05');
  });

  it('counts once for the day that two share', () => {
    const nia = enrolled({
      pauses: [
        { from: day('2026-01-14'), to: day('2026-01-18') },
        { from: day('2026-01-18'), to: day('2026-01-20') },
      ],
    });
    expect(lastPlannedDay(programme, nia)).toBe('2026-04-05');
    expect(planOn(programme, nia, day('2026-04-05')).kind).toBe('rest');
    expect(planOn(programme, nia, day('2026-04-06'))).toEqual({ kind: 'finished' });
  });

  it('from before the first day moves the start', () => {
    const oda = enrolled({ pauses: [{ from: day('2026-01-01'), to: day('2026-01-06') }] });
    expect(planOn(programme, oda, day('2026-01-02')).kind).toBe('before');
    expect(planOn(programme, oda, day('2026-01-05'))).toEqual({ kind: 'paused' });
    expect(weekOfSessions(oda, 1)[0]).toBe('Wed 7 Jan a');
  });

  it('after the end of the plan changes nothing: it is finished', () => {
    const pia = enrolled({ pauses: [{ from: day('2026-04-01') }] });
    expect(planOn(programme, pia, day('2026-04-02'))).toEqual({ kind: 'finished' });
  });
});

describe('what comes next', () => {
  it('is told on a rest day: after Tuesday comes Wednesday with session B', () => {
    const next = nextSession(programme, enrolled(), day('2026-01-06'));
    expect(next).toEqual({
      day: '2026-01-07',
      week: 1,
      ordinal: 2,
      indexInWeek: 1,
      template: 'b',
      circuit: false,
      light: false,
    });
  });

  it('is nothing after the last session', () => {
    expect(nextSession(programme, enrolled(), day('2026-03-27'))).toBeUndefined();
  });
});
