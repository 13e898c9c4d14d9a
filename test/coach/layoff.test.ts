import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type Day, day } from '../../src/coach/day.ts';
import type { Enrolment } from '../../src/coach/member.ts';
import { plannedSessions } from '../../src/coach/programme.ts';
import { blockBeginsIn, daysOffBefore, layoffOf, setbackOf } from '../../src/coach/progression/layoff.ts';
import { loadContent } from '../../src/store/content.ts';
import { anySteadyMember, enrolled, MON_WED_FRI, START } from './plan-people.ts';

const { programme } = loadContent();
const days = (...texts: string[]): Day[] => texts.map((text) => day(`2026-01-${text}`));

function plannedOf(enrolment: Enrolment): Day[] {
  return plannedSessions(programme, enrolment, day('2030-12-31')).map((session) => session.day);
}

describe('days off', () => {
  // 5 January 2026 is a Monday.
  const monWedFri = days('05', '07', '09', '12', '14', '16', '19', '21', '23');
  const monTueWed = days('05', '06', '07', '12', '13', '14', '19', '20', '21');

  it.each<[story: string, trained: Day[], planned: Day[], on: string, daysOff: number]>([
    ['nobody trained yet', [], monWedFri, '09', 0],
    ['only later', days('12'), monWedFri, '09', 0],
    ['the day itself does not count', days('07', '09'), monWedFri, '09', 0],
    ['a weekend', days('05', '07', '09'), monWedFri, '12', 0],
    ['Mon Tue Wed, and Monday again', days('05', '06', '07'), monTueWed, '12', 0],
    ['the same, when the plan is only known so far', days('05', '06', '07'), days('05', '06', '07', '12'), '12', 0],
    ['a missed Monday', days('05', '07', '09'), monWedFri, '14', 4],
    ['a missed Wednesday', days('05'), monWedFri, '09', 3],
    ['a missed Tuesday of Mon Tue Wed', days('05'), monTueWed, '07', 1],
    ['an extra session at the weekend', days('05', '07', '09'), monWedFri, '11', 0],
    ['an extra session counts as training', days('05', '07', '11'), monWedFri, '12', 0],
    ['a week without a plan', days('05'), [], '13', 7],
    ['six days without a plan', days('05'), [], '12', 0],
    ['a pause from Monday to Tuesday', days('05', '07', '09'), days('05', '07', '09', '14', '16'), '14', 4],
  ])('%s', (_, trainedOn, plannedDays, on, daysOff) => {
    expect(daysOffBefore({ trainedOn, plannedDays, on: day(`2026-01-${on}`) })).toBe(daysOff);
  });

  it('counts a pause of three weeks', () => {
    const pauses = [{ from: day('2026-01-17'), to: day('2026-02-06') }];
    const plannedDays = plannedOf(enrolled({ trainingDays: MON_WED_FRI, pauses }));
    const trainedOn = plannedDays.filter((planned) => planned <= day('2026-01-16'));
    const on = plannedDays.find((planned) => planned > day('2026-02-06')) ?? START;
    expect(on).toBe('2026-02-09');
    expect(daysOffBefore({ trainedOn, plannedDays, on })).toBe(23);
  });

  it('has none for whoever keeps to the plan, and all of them after a miss', () => {
    fc.assert(
      fc.property(anySteadyMember, fc.nat(), (member, pick) => {
        const plannedDays = plannedOf(member);
        for (const on of plannedDays) expect(daysOffBefore({ trainedOn: plannedDays, plannedDays, on })).toBe(0);
        const index = 1 + (pick % (plannedDays.length - 2));
        const [before = START, , on = START] = plannedDays.slice(index - 1);
        const trainedOn = plannedDays.filter((planned) => planned <= before);
        const missed = daysOffBefore({ trainedOn, plannedDays, on });
        expect(addDays(before, missed + 1)).toBe(on);
      }),
    );
  });
});

describe('what an absence takes off', () => {
  it.each([
    [0, undefined, false],
    [2, undefined, false],
    [3, 0, false],
    [7, 0, false],
    [8, 10, false],
    [14, 10, false],
    [15, 20, false],
    [28, 20, false],
    [29, 20, true],
    [200, 20, true],
  ])('%i days', (daysOff, percent, restarts) => {
    expect(layoffOf(daysOff)).toEqual(percent === undefined ? undefined : { percent, restarts });
  });
});

describe('the way back into the plan', () => {
  it.each([
    ['two weeks off: the week goes on', 14, 3, 5, 0],
    ['15 days off: back to the week last trained in', 15, 3, 5, 2],
    ['28 days off', 28, 2, 6, 4],
    ['the plan stood still: the week before', 20, 3, 3, 1],
    ['not before week 1', 20, 1, 1, 0],
    ['29 days off: the block again', 29, 3, 7, 6],
    ['from a lighter week: the block before it', 29, 5, 9, 8],
    ['the second block', 40, 8, 12, 6],
    ['its lighter week', 40, 9, 12, 6],
    ['the third block', 40, 11, 12, 2],
    ['the plan stood still in the first week of a block', 40, 6, 6, 0],
  ])('%s', (_, daysOff, lastWeek, week, weeksBack) => {
    expect(setbackOf({ programme, daysOff, lastWeek, week })).toBe(weeksBack);
  });

  it('never goes forward, nor before week 1', () => {
    const week = fc.integer({ min: 1, max: 12 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100 }), week, week, (daysOff, lastWeek, now) => {
        const back = setbackOf({ programme, daysOff, lastWeek, week: now });
        expect(back).toBeGreaterThanOrEqual(0);
        expect(now - back).toBeGreaterThanOrEqual(1);
      }),
    );
  });

  it('knows where each block begins', () => {
    expect(programme.weeks.map(({ week }) => blockBeginsIn(programme, week))).toEqual([
      1, 1, 1, 1, 1, 6, 6, 6, 6, 10, 10, 10,
    ]);
  });

  it('lets a lighter week end a block, even when the next one has the same name', () => {
    const [base, lighter] = [programme.weeks[0], programme.weeks[4]];
    if (!base || !lighter) throw new Error('the programme has no such weeks');
    const weeks = [base, lighter, base, base].map((week, index) => ({ ...week, week: index + 1 }));
    expect([1, 2, 3, 4].map((week) => blockBeginsIn({ ...programme, weeks }, week))).toEqual([1, 1, 3, 3]);
  });
});
