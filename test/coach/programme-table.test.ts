import { describe, expect, it } from 'vitest';
import { KITS, type Level } from '../../src/coach/content.ts';
import { day, type Weekday, weekdayNames, weekdayOf } from '../../src/coach/day.ts';
import type { PlannedSession } from '../../src/coach/plan.ts';
import { plannedSessions } from '../../src/coach/programme.ts';
import { sessionFor } from '../../src/coach/session.ts';
import { loadContent } from '../../src/store/content.ts';
import { enrolled, MON_TO_FRI, MON_TUE_THU_FRI, MON_WED_FRI } from './plan-people.ts';

const content = loadContent();

/** `Fri b 15+2r 35′`: the day, the session, its sets, the rounds of its circuit, and its minutes; `~` where it is light. */
function cell(planned: PlannedSession, level: Level): string {
  const session = sessionFor(content, planned, { level, kit: KITS });
  const sets = session.main.reduce((sum, exercise) => sum + exercise.sets, 0);
  const name = `${planned.light ? '~' : ''}${planned.template}`;
  const rounds = session.circuit ? `+${session.circuit.rounds}r` : '';
  return `${weekdayNames()[weekdayOf(planned.day) - 1]} ${name} ${sets}${rounds} ${session.minutes}′`;
}

function table(trainingDays: readonly Weekday[], level: Level): string[] {
  const sessions = plannedSessions(content.programme, enrolled({ trainingDays, level }), day('2026-12-31'));
  return content.programme.weeks.map(({ week, block }) => {
    const cells = sessions.filter((session) => session.week === week).map((session) => cell(session, level));
    return `${week} ${block}: ${cells.join(' | ')}`;
  });
}

describe('the twelve weeks as a whole', () => {
  it('with three days, gentle', () => {
    expect(table(MON_WED_FRI, 'gentle')).toEqual([
      '1 base: Mon a 12 25′ | Wed b 12 20′ | Fri a 12 25′',
      '2 base: Mon b 12 25′ | Wed a 12 25′ | Fri b 12 25′',
      '3 base: Mon a 12 25′ | Wed b 12 25′ | Fri a 10+2r 25′',
      '4 base: Mon b 12 25′ | Wed a 12 25′ | Fri b 10+2r 25′',
      '5 lighter: Mon a 6 15′ | Wed b 6 15′ | Fri a 6 15′',
      '6 build: Mon b 12 25′ | Wed a 12 25′ | Fri b 10+2r 25′',
      '7 build: Mon a 12 25′ | Wed b 12 25′ | Fri a 10+2r 25′',
      '8 build: Mon b 12 25′ | Wed a 12 25′ | Fri b 10+2r 25′',
      '9 lighter: Mon a 6 15′ | Wed b 6 15′ | Fri a 6 15′',
      '10 consolidate: Mon b 10+2r 25′ | Wed a 12 25′ | Fri b 10+2r 25′',
      '11 consolidate: Mon a 10+2r 25′ | Wed b 12 25′ | Fri a 10+2r 25′',
      '12 consolidate: Mon b 10+2r 25′ | Wed a 12 30′ | Fri b 10+2r 25′',
    ]);
  });

  it('with three days, standard', () => {
    expect(table(MON_WED_FRI, 'standard')).toEqual([
      '1 base: Mon a 12 25′ | Wed b 12 20′ | Fri a 12 25′',
      '2 base: Mon b 12 25′ | Wed a 12 25′ | Fri b 12 25′',
      '3 base: Mon a 12 25′ | Wed b 12 25′ | Fri a 10+2r 25′',
      '4 base: Mon b 18 30′ | Wed a 18 35′ | Fri b 15+2r 30′',
      '5 lighter: Mon a 9 20′ | Wed b 9 20′ | Fri a 9 20′',
      '6 build: Mon b 18 35′ | Wed a 18 35′ | Fri b 15+3r 35′',
      '7 build: Mon a 18 35′ | Wed b 18 35′ | Fri a 15+3r 35′',
      '8 build: Mon b 18 35′ | Wed a 18 35′ | Fri b 15+3r 35′',
      '9 lighter: Mon a 9 20′ | Wed b 9 20′ | Fri a 9 20′',
      '10 consolidate: Mon b 15+3r 35′ | Wed a 18 35′ | Fri b 15+3r 35′',
      '11 consolidate: Mon a 15+3r 35′ | Wed b 18 35′ | Fri a 15+3r 35′',
      '12 consolidate: Mon b 15+3r 35′ | Wed a 18 40′ | Fri b 15+3r 35′',
    ]);
  });

  it('with three days, strong', () => {
    expect(table(MON_WED_FRI, 'strong')).toEqual([
      '1 base: Mon a 18 30′ | Wed b 18 30′ | Fri a 18 30′',
      '2 base: Mon b 18 30′ | Wed a 18 35′ | Fri b 18 30′',
      '3 base: Mon a 18 35′ | Wed b 18 30′ | Fri a 15+3r 35′',
      '4 base: Mon b 23 40′ | Wed a 23 40′ | Fri b 20+3r 40′',
      '5 lighter: Mon a 12 25′ | Wed b 12 25′ | Fri a 12 25′',
      '6 build: Mon b 23 40′ | Wed a 23 40′ | Fri b 20+4r 45′',
      '7 build: Mon a 23 40′ | Wed b 23 40′ | Fri a 20+4r 45′',
      '8 build: Mon b 23 40′ | Wed a 23 45′ | Fri b 20+4r 45′',
      '9 lighter: Mon a 12 25′ | Wed b 12 25′ | Fri a 12 25′',
      '10 consolidate: Mon b 20+4r 45′ | Wed a 23 45′ | Fri b 20+4r 45′',
      '11 consolidate: Mon a 20+4r 45′ | Wed b 23 45′ | Fri a 20+4r 45′',
      '12 consolidate: Mon b 20+4r 45′ | Wed a 23 45′ | Fri b 20+4r 45′',
    ]);
  });

  it('with four days, gentle', () => {
    expect(table(MON_TUE_THU_FRI, 'gentle')).toEqual([
      '1 base: Mon a 12 25′ | Tue b 12 20′ | Thu a 12 25′ | Fri b 12 20′',
      '2 base: Mon a 12 25′ | Tue b 12 25′ | Thu a 12 25′ | Fri b 12 25′',
      '3 base: Mon a 12 25′ | Tue b 12 25′ | Thu a 12 25′ | Fri b 10+2r 25′',
      '4 base: Mon a 12 25′ | Tue b 12 25′ | Thu a 12 25′ | Fri b 10+2r 25′',
      '5 lighter: Mon a 6 15′ | Tue b 6 15′ | Thu a 6 15′ | Fri b 6 15′',
      '6 build: Mon a 12 25′ | Tue b 12 25′ | Thu a 12 25′ | Fri b 10+2r 25′',
      '7 build: Mon a 12 25′ | Tue b 12 25′ | Thu a 12 25′ | Fri b 10+2r 25′',
      '8 build: Mon a 12 25′ | Tue b 12 25′ | Thu a 12 25′ | Fri b 10+2r 25′',
      '9 lighter: Mon a 6 15′ | Tue b 6 15′ | Thu a 6 15′ | Fri b 6 15′',
      '10 consolidate: Mon a 12 25′ | Tue b 10+2r 25′ | Thu a 12 25′ | Fri b 10+2r 25′',
      '11 consolidate: Mon a 12 25′ | Tue b 10+2r 25′ | Thu a 12 25′ | Fri b 10+2r 25′',
      '12 consolidate: Mon a 12 30′ | Tue b 10+2r 25′ | Thu a 12 30′ | Fri b 10+2r 25′',
    ]);
  });

  it('with four days, standard', () => {
    expect(table(MON_TUE_THU_FRI, 'standard')).toEqual([
      '1 base: Mon a 12 25′ | Tue b 12 20′ | Thu a 12 25′ | Fri b 12 20′',
      '2 base: Mon a 12 25′ | Tue b 12 25′ | Thu a 12 25′ | Fri b 12 25′',
      '3 base: Mon a 12 25′ | Tue b 12 25′ | Thu a 12 25′ | Fri b 10+2r 25′',
      '4 base: Mon a 18 35′ | Tue b 18 30′ | Thu a 18 35′ | Fri b 15+2r 30′',
      '5 lighter: Mon a 9 20′ | Tue b 9 20′ | Thu a 9 20′ | Fri b 9 20′',
      '6 build: Mon a 18 35′ | Tue b 18 35′ | Thu a 18 35′ | Fri b 15+3r 35′',
      '7 build: Mon a 18 35′ | Tue b 18 35′ | Thu a 18 35′ | Fri b 15+3r 35′',
      '8 build: Mon a 18 35′ | Tue b 18 35′ | Thu a 18 35′ | Fri b 15+3r 35′',
      '9 lighter: Mon a 9 20′ | Tue b 9 20′ | Thu a 9 20′ | Fri b 9 20′',
      '10 consolidate: Mon a 18 35′ | Tue b 15+3r 35′ | Thu a 18 35′ | Fri b 15+3r 35′',
      '11 consolidate: Mon a 18 35′ | Tue b 15+3r 35′ | Thu a 18 35′ | Fri b 15+3r 35′',
      '12 consolidate: Mon a 18 40′ | Tue b 15+3r 35′ | Thu a 18 40′ | Fri b 15+3r 35′',
    ]);
  });

  it('with four days, strong', () => {
    expect(table(MON_TUE_THU_FRI, 'strong')).toEqual([
      '1 base: Mon a 18 30′ | Tue b 18 30′ | Thu a 18 30′ | Fri b 18 30′',
      '2 base: Mon a 18 35′ | Tue b 18 30′ | Thu a 18 35′ | Fri b 18 30′',
      '3 base: Mon a 18 35′ | Tue b 18 30′ | Thu a 18 35′ | Fri b 15+3r 35′',
      '4 base: Mon a 23 40′ | Tue b 23 40′ | Thu a 23 40′ | Fri b 20+3r 40′',
      '5 lighter: Mon a 12 25′ | Tue b 12 25′ | Thu a 12 25′ | Fri b 12 25′',
      '6 build: Mon a 23 40′ | Tue b 23 40′ | Thu a 23 40′ | Fri b 20+4r 45′',
      '7 build: Mon a 23 40′ | Tue b 23 40′ | Thu a 23 40′ | Fri b 20+4r 45′',
      '8 build: Mon a 23 45′ | Tue b 23 40′ | Thu a 23 45′ | Fri b 20+4r 45′',
      '9 lighter: Mon a 12 25′ | Tue b 12 25′ | Thu a 12 25′ | Fri b 12 25′',
      '10 consolidate: Mon a 23 45′ | Tue b 20+4r 45′ | Thu a 23 45′ | Fri b 20+4r 45′',
      '11 consolidate: Mon a 23 45′ | Tue b 20+4r 45′ | Thu a 23 45′ | Fri b 20+4r 45′',
      '12 consolidate: Mon a 23 45′ | Tue b 20+4r 45′ | Thu a 23 45′ | Fri b 20+4r 45′',
    ]);
  });

  it('with five days, gentle', () => {
    expect(table(MON_TO_FRI, 'gentle')).toEqual([
      '1 base: Mon a 12 25′ | Tue b 12 20′ | Thu a 12 25′ | Fri b 12 20′',
      '2 base: Mon a 12 25′ | Tue b 12 25′ | Thu a 12 25′ | Fri b 12 25′',
      '3 base: Mon a 12 25′ | Tue b 12 25′ | Thu a 12 25′ | Fri b 10+2r 25′',
      '4 base: Mon a 12 25′ | Tue b 12 25′ | Thu a 12 25′ | Fri b 10+2r 25′',
      '5 lighter: Mon a 6 15′ | Tue b 6 15′ | Wed mobility 9 25′ | Thu a 6 15′ | Fri b 6 15′',
      '6 build: Mon a 12 25′ | Tue b 12 25′ | Wed cardio 3 35′ | Thu a 12 25′ | Fri b 10+2r 25′',
      '7 build: Mon a 12 25′ | Tue b 12 25′ | Wed mobility 9 25′ | Thu a 12 25′ | Fri b 10+2r 25′',
      '8 build: Mon a 12 25′ | Tue b 12 25′ | Wed cardio 3 35′ | Thu a 12 25′ | Fri b 10+2r 25′',
      '9 lighter: Mon a 6 15′ | Tue b 6 15′ | Wed mobility 9 25′ | Thu a 6 15′ | Fri b 6 15′',
      '10 consolidate: Mon a 12 25′ | Tue b 10+2r 25′ | Wed ~cardio 1 30′ | Thu a 12 25′ | Fri b 10+2r 25′',
      '11 consolidate: Mon a 12 25′ | Tue b 10+2r 25′ | Wed ~mobility 9 25′ | Thu a 12 25′ | Fri b 10+2r 25′',
      '12 consolidate: Mon a 12 30′ | Tue b 10+2r 25′ | Wed ~cardio 1 30′ | Thu a 12 30′ | Fri b 10+2r 25′',
    ]);
  });

  it('with five days, standard', () => {
    expect(table(MON_TO_FRI, 'standard')).toEqual([
      '1 base: Mon a 12 25′ | Tue b 12 20′ | Wed mobility 9 25′ | Thu a 12 25′ | Fri b 12 20′',
      '2 base: Mon a 12 25′ | Tue b 12 25′ | Wed cardio 3 35′ | Thu a 12 25′ | Fri b 12 25′',
      '3 base: Mon a 12 25′ | Tue b 12 25′ | Wed mobility 9 25′ | Thu a 12 25′ | Fri b 10+2r 25′',
      '4 base: Mon a 18 35′ | Tue b 18 30′ | Wed cardio 4 40′ | Thu a 18 35′ | Fri b 15+2r 30′',
      '5 lighter: Mon a 9 20′ | Tue b 9 20′ | Wed mobility 9 25′ | Thu a 9 20′ | Fri b 9 20′',
      '6 build: Mon a 18 35′ | Tue b 18 35′ | Wed cardio 4 40′ | Thu a 18 35′ | Fri b 15+3r 35′',
      '7 build: Mon a 18 35′ | Tue b 18 35′ | Wed mobility 9 25′ | Thu a 18 35′ | Fri b 15+3r 35′',
      '8 build: Mon a 18 35′ | Tue b 18 35′ | Wed cardio 4 40′ | Thu a 18 35′ | Fri b 15+3r 35′',
      '9 lighter: Mon a 9 20′ | Tue b 9 20′ | Wed mobility 9 25′ | Thu a 9 20′ | Fri b 9 20′',
      '10 consolidate: Mon a 18 35′ | Tue b 15+3r 35′ | Wed ~cardio 1 30′ | Thu a 18 35′ | Fri b 15+3r 35′',
      '11 consolidate: Mon a 18 35′ | Tue b 15+3r 35′ | Wed ~mobility 9 25′ | Thu a 18 35′ | Fri b 15+3r 35′',
      '12 consolidate: Mon a 18 40′ | Tue b 15+3r 35′ | Wed ~cardio 1 30′ | Thu a 18 40′ | Fri b 15+3r 35′',
    ]);
  });

  it('with five days, strong', () => {
    expect(table(MON_TO_FRI, 'strong')).toEqual([
      '1 base: Mon a 18 30′ | Tue b 18 30′ | Wed mobility 9 25′ | Thu a 18 30′ | Fri b 18 30′',
      '2 base: Mon a 18 35′ | Tue b 18 30′ | Wed cardio 4 35′ | Thu a 18 35′ | Fri b 18 30′',
      '3 base: Mon a 18 35′ | Tue b 18 30′ | Wed mobility 9 25′ | Thu a 18 35′ | Fri b 15+3r 35′',
      '4 base: Mon a 23 40′ | Tue b 23 40′ | Wed cardio 4 40′ | Thu a 23 40′ | Fri b 20+3r 40′',
      '5 lighter: Mon a 12 25′ | Tue b 12 25′ | Wed mobility 9 25′ | Thu a 12 25′ | Fri b 12 25′',
      '6 build: Mon a 23 40′ | Tue b 23 40′ | Wed cardio 4 40′ | Thu a 23 40′ | Fri b 20+4r 45′',
      '7 build: Mon a 23 40′ | Tue b 23 40′ | Wed mobility 9 25′ | Thu a 23 40′ | Fri b 20+4r 45′',
      '8 build: Mon a 23 45′ | Tue b 23 40′ | Wed cardio 4 40′ | Thu a 23 45′ | Fri b 20+4r 45′',
      '9 lighter: Mon a 12 25′ | Tue b 12 25′ | Wed mobility 9 25′ | Thu a 12 25′ | Fri b 12 25′',
      '10 consolidate: Mon a 23 45′ | Tue b 20+4r 45′ | Wed ~cardio 1 30′ | Thu a 23 45′ | Fri b 20+4r 45′',
      '11 consolidate: Mon a 23 45′ | Tue b 20+4r 45′ | Wed ~mobility 9 25′ | Thu a 23 45′ | Fri b 20+4r 45′',
      '12 consolidate: Mon a 23 45′ | Tue b 20+4r 45′ | Wed ~cardio 1 30′ | Thu a 23 45′ | Fri b 20+4r 45′',
    ]);
  });
});
