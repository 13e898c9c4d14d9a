import { describe, expect, it } from 'vitest';
import { HALF_LIFE } from '../../src/coach/consistency.ts';
import { type Day, day, daysFrom, type Weekday, weekdayOf } from '../../src/coach/day.ts';
import type { Workout } from '../../src/coach/member.ts';
import { missedBefore, type Standing, type StreakInput, standingOf } from '../../src/coach/streak.ts';

/** Twelve weeks from Monday 5 January 2026. */
function plan(weekdays: readonly Weekday[] = [1, 3, 5]): StreakInput['sessions'] {
  return daysFrom(day('2026-01-05'), day('2026-03-29'))
    .map((date, index) => ({ day: date, week: Math.floor(index / 7) + 1 }))
    .filter((session) => weekdays.includes(weekdayOf(session.day)));
}

let id = 0;
function did(date: string, more: Partial<Pick<Workout, 'size' | 'repairs'>> = {}): Workout {
  id += 1;
  return { id, day: day(date), madeAt: Date.parse(`${date}T18:00Z`), size: 'full', ...more };
}
const repaired = (missed: string, on: string) => did(on, { size: 'floor', repairs: day(missed) });

/** Every planned session from the first through `last`, without those named. */
function steadyThrough(last: string, except: readonly string[] = [], sessions = plan()): Workout[] {
  const days = sessions.map((session) => session.day).filter((date) => date <= day(last));
  return days.filter((date) => !except.includes(date)).map((date) => did(date));
}

function on(today: string, workouts: readonly Workout[], more: Partial<StreakInput> = {}): Standing {
  return standingOf({ sessions: plan(), workouts, today: day(today), ...more });
}
const steps = (standing: Standing) =>
  standing.ledger.map(({ day, event, streak, freezes }) => `${day.slice(5)} ${event} ${streak} ${freezes}`);

describe('a steady week', () => {
  it('counts planned sessions, and rest days neither count nor break', () => {
    const workouts = [did('2026-01-05'), did('2026-01-07'), did('2026-01-09')];
    const sunday = on('2026-01-11', workouts);
    expect(steps(sunday)).toEqual(['01-05 kept 1 2', '01-07 kept 2 2', '01-09 kept 3 2']);
    expect(sunday).toMatchObject({ streak: 3, longest: 3, freezes: 2, keptSessions: 3, dueSessions: 3, keptWeeks: 1 });
    expect(sunday).toMatchObject({ extras: 0, comeback: false, openToday: false });
    expect(missedBefore(sunday.ledger, day('2026-01-11'))).toBeUndefined();
  });

  it('leaves today open until it has ended', () => {
    const workouts = [did('2026-01-05')];
    const wednesday = on('2026-01-07', workouts);
    expect(steps(wednesday)).toEqual(['01-05 kept 1 2', '01-07 open 1 2']);
    expect(wednesday).toMatchObject({ openToday: true, dueSessions: 1 });
    const thursday = on('2026-01-08', workouts);
    expect(steps(thursday)).toEqual(['01-05 kept 1 2', '01-07 frozen 1 1']);
    expect(thursday).toMatchObject({ openToday: false, dueSessions: 2 });
  });

  it('has nothing to tell before the first session', () => {
    expect(on('2026-01-04', [])).toMatchObject({ streak: 0, freezes: 2, dueSessions: 0, consistency: 0, ledger: [] });
  });

  it('praises an extra session and does not count it', () => {
    const standing = on('2026-01-07', [did('2026-01-05'), did('2026-01-05'), did('2026-01-06'), did('2026-01-07')]);
    expect(steps(standing)).toEqual(['01-05 kept 1 2', '01-05 extra 1 2', '01-06 extra 1 2', '01-07 kept 2 2']);
    expect(standing).toMatchObject({ streak: 2, extras: 2, keptSessions: 2 });
  });

  it('counts the ten-minute version like any other', () => {
    expect(on('2026-01-05', [did('2026-01-05', { size: 'floor' })]).streak).toBe(1);
  });

  it('does not count what has not come yet', () => {
    expect(steps(on('2026-01-06', [did('2026-01-05'), did('2026-01-07')]))).toEqual(['01-05 kept 1 2']);
  });
});

describe('a missed session', () => {
  it('uses a freeze by itself, and the streak stays as it was', () => {
    const standing = on('2026-01-09', steadyThrough('2026-01-09', ['2026-01-07']));
    expect(steps(standing)).toEqual(['01-05 kept 1 2', '01-07 frozen 1 1', '01-09 kept 2 1']);
    expect(standing).toMatchObject({ streak: 2, keptSessions: 2, dueSessions: 3, comeback: false, keptWeeks: 0 });
  });

  it('loses the streak when no freeze is left, and the next session is a comeback', () => {
    const missed = ['2026-01-07', '2026-01-12', '2026-01-16'];
    const lost = on('2026-01-17', steadyThrough('2026-01-17', missed));
    expect(lost).toMatchObject({ streak: 0, longest: 3, freezes: 0, comeback: false });
    const back = on('2026-01-19', steadyThrough('2026-01-19', missed));
    expect(steps(back).slice(-3)).toEqual(['01-14 kept 3 0', '01-16 missed 0 0', '01-19 kept 1 0']);
    expect(back.comeback).toBe(true);
    expect(on('2026-01-21', steadyThrough('2026-01-21', missed))).toMatchObject({ streak: 2, comeback: false });
  });

  it('makes a comeback of the next session, however many were missed since', () => {
    const missed = ['2026-01-07', '2026-01-09', '2026-01-12', '2026-01-14', '2026-01-16'];
    const back = on('2026-01-19', steadyThrough('2026-01-19', missed));
    expect(back).toMatchObject({ streak: 1, comeback: true });
  });

  it('loses the streak as the third in a row, even with a freeze left', () => {
    const missed = ['2026-02-02', '2026-02-04', '2026-02-06'];
    const standing = on('2026-02-07', steadyThrough('2026-02-07', missed));
    expect(steps(standing).slice(-4)).toEqual([
      '01-30 freeze-earned 12 3',
      '02-02 frozen 12 2',
      '02-04 frozen 12 1',
      '02-06 missed 0 1',
    ]);
    expect(standing).toMatchObject({ streak: 0, longest: 12 });
  });

  it('costs no freeze once the streak is lost, until there is one to guard again', () => {
    const missed = ['2026-02-02', '2026-02-04', '2026-02-06', '2026-02-09', '2026-02-13'];
    expect(steps(on('2026-02-14', steadyThrough('2026-02-14', missed))).slice(-4)).toEqual([
      '02-06 missed 0 1',
      '02-09 missed 0 1',
      '02-11 kept 1 1',
      '02-13 frozen 1 0',
    ]);
  });

  it('costs nothing before the first kept session', () => {
    const standing = on('2026-01-12', [did('2026-01-12')]);
    expect(steps(standing)).toEqual(['01-05 missed 0 2', '01-07 missed 0 2', '01-09 missed 0 2', '01-12 kept 1 2']);
    expect(standing.comeback).toBe(false);
  });
});

describe('the ledger', () => {
  it('says why no freeze stood in: none left, two in a row, or no streak to guard', () => {
    const because = (today: string, missed: readonly string[]) =>
      on(today, steadyThrough(today, missed)).ledger.flatMap((line) => line.because ?? []);
    expect(because('2026-01-17', ['2026-01-07', '2026-01-12', '2026-01-16'])).toEqual(['none-left']);
    expect(because('2026-02-10', ['2026-02-02', '2026-02-04', '2026-02-06', '2026-02-09'])).toEqual([
      'two-in-a-row',
      'no-streak',
    ]);
  });

  it('has a pause as a line of its own, on its first day, before what was trained on it', () => {
    const sessions = plan().filter(({ day: date }) => date < day('2026-01-12') || date > day('2026-01-18'));
    const pauses = [
      { from: day('2026-01-12'), to: day('2026-01-18') },
      { from: day('2026-01-24'), to: day('2026-01-25') },
      { from: day('2026-02-02') },
    ];
    const workouts = [...steadyThrough('2026-01-09'), did('2026-01-12'), did('2026-01-19')];
    const standing = on('2026-01-20', workouts, { sessions, pauses });
    expect(steps(standing).slice(2)).toEqual([
      '01-09 kept 3 2',
      '01-12 paused 3 2',
      '01-12 extra 3 2',
      '01-19 kept 4 2',
    ]);
    expect(standing.ledger[3]?.until).toBe('2026-01-18');
    const { ledger, ...numbers } = standing;
    const { ledger: _, ...same } = on('2026-01-20', workouts, { sessions });
    expect(numbers).toEqual(same);
    expect(on('2026-02-02', [], { pauses }).ledger.at(-1)).not.toHaveProperty('until');
  });
});

describe('freezes', () => {
  it('come one for every four kept weeks, on the last session of the fourth', () => {
    expect(on('2026-01-28', steadyThrough('2026-01-28')).freezes).toBe(2);
    const friday = on('2026-01-30', steadyThrough('2026-01-30'));
    expect(steps(friday).slice(-2)).toEqual(['01-30 kept 12 2', '01-30 freeze-earned 12 3']);
    expect(friday.keptWeeks).toBe(4);
  });

  it('are three at most', () => {
    const standing = on('2026-03-29', steadyThrough('2026-03-29'));
    expect(standing).toMatchObject({ freezes: 3, keptWeeks: 12, streak: 36, keptSessions: 36 });
    expect(steps(standing).filter((line) => line.includes('earned'))).toEqual(['01-30 freeze-earned 12 3']);
  });

  it('need not be four weeks in a row', () => {
    const standing = on('2026-02-08', steadyThrough('2026-02-06', ['2026-01-14']));
    expect(steps(standing).filter((line) => /frozen|earned/.test(line))).toEqual([
      '01-14 frozen 4 1',
      '02-06 freeze-earned 14 2',
    ]);
  });

  it('are earned as the next week begins when the plan is not known further than today', () => {
    const known = (today: string) => ({ sessions: plan().filter((session) => session.day <= day(today)) });
    const through = (today: string) => on(today, steadyThrough(today), known(today));
    expect(through('2026-02-01')).toMatchObject({ keptWeeks: 3, freezes: 2 });
    expect(through('2026-02-02')).toMatchObject({ keptWeeks: 4, freezes: 3 });
  });
});

describe('a repair', () => {
  const missed = '2026-01-07';

  it.each(['2026-01-08', '2026-01-09'])(
    'by a floor session on %s makes Wednesday good and gives the freeze back',
    (onDay) => {
      const workouts = [...steadyThrough('2026-01-05'), repaired(missed, onDay)];
      const standing = on('2026-01-09', workouts);
      expect(steps(standing)).toEqual(['01-05 kept 1 2', '01-07 repaired 2 2', '01-09 open 2 2']);
      expect(standing.ledger[1]?.repairedOn).toBe(onDay);
      expect(standing).toMatchObject({ keptSessions: 2, extras: 0, openToday: true });
    },
  );

  it('does not count for its own day too, which can still be kept by another', () => {
    const standing = on('2026-01-09', [did('2026-01-05'), repaired(missed, '2026-01-09'), did('2026-01-09')]);
    expect(steps(standing)).toEqual(['01-05 kept 1 2', '01-07 repaired 2 2', '01-09 kept 3 2']);
    expect(standing).toMatchObject({ extras: 0, keptWeeks: 1 });
  });

  it('comes too late after 48 hours, and is then a session of its own day', () => {
    const standing = on('2026-01-10', [did('2026-01-05'), did('2026-01-09'), repaired(missed, '2026-01-10')]);
    expect(steps(standing)).toEqual(['01-05 kept 1 2', '01-07 frozen 1 1', '01-09 kept 2 1', '01-10 extra 2 1']);
  });

  it('of a rest day, of the future or of itself repairs nothing', () => {
    const floors = [repaired('2026-01-06', '2026-01-07'), repaired('2026-01-09', '2026-01-08')];
    const standing = on('2026-01-09', [...floors, repaired('2026-01-09', '2026-01-09')]);
    expect(steps(standing)).toEqual(['01-05 missed 0 2', '01-07 kept 1 2', '01-08 extra 1 2', '01-09 kept 2 2']);
  });

  it('is a bonus when the day was kept after all, by backdating it or by another repair', () => {
    const backdated = on('2026-01-08', [did('2026-01-05'), repaired(missed, '2026-01-08'), did(missed)]);
    expect(steps(backdated)).toEqual(['01-05 kept 1 2', '01-07 kept 2 2', '01-08 extra 2 2']);
    const twice = on('2026-01-09', [repaired(missed, '2026-01-09'), repaired(missed, '2026-01-08')]);
    expect(twice.ledger.map(({ day, event, repairedOn }) => [day, event, repairedOn])).toEqual([
      ['2026-01-05', 'missed', undefined],
      ['2026-01-07', 'repaired', '2026-01-08'],
      ['2026-01-09', 'open', undefined],
      ['2026-01-09', 'extra', undefined],
    ]);
  });

  it('brings a lost streak back', () => {
    const workouts = steadyThrough('2026-01-15', ['2026-01-07', '2026-01-12']);
    expect(on('2026-01-16', workouts)).toMatchObject({ streak: 3, freezes: 0 });
    const lost = on('2026-01-17', workouts);
    expect(lost.streak).toBe(0);
    expect(missedBefore(lost.ledger, day('2026-01-17'))).toBe('2026-01-16');
    const rescued = on('2026-01-17', [...workouts, repaired('2026-01-16', '2026-01-17')]);
    expect(rescued).toMatchObject({ streak: 4, freezes: 0, comeback: false });
  });

  it('is offered for two days, the older miss first', () => {
    const four = plan([1, 2, 4, 5]);
    const repairable = (today: string, workouts: readonly Workout[] = []) =>
      missedBefore(on(today, workouts, { sessions: four }).ledger, day(today));
    expect(repairable('2026-01-05')).toBeUndefined();
    expect(repairable('2026-01-06')).toBe('2026-01-05');
    expect(repairable('2026-01-07')).toBe('2026-01-05');
    expect(repairable('2026-01-07', [repaired('2026-01-05', '2026-01-07')])).toBe('2026-01-06');
    expect(repairable('2026-01-08')).toBe('2026-01-06');
    expect(repairable('2026-01-09', [did('2026-01-08')])).toBeUndefined();
  });
});

describe('a backdated check-in', () => {
  it('keeps the day that it names, and the streak is as if it had been made then', () => {
    const late = on('2026-01-10', [...steadyThrough('2026-01-09', ['2026-01-07']), did('2026-01-07')]);
    expect(late).toEqual(on('2026-01-10', steadyThrough('2026-01-09')));
  });
});

describe('a day that counts for nobody', () => {
  const frozenDays: ReadonlySet<Day> = new Set([day('2026-01-07')]);

  it('is neither due nor missed, and costs no freeze', () => {
    const standing = on('2026-01-11', steadyThrough('2026-01-09', ['2026-01-07']), { frozenDays });
    expect(steps(standing)).toEqual(['01-05 kept 1 2', '01-07 excused 1 2', '01-09 kept 2 2']);
    expect(standing).toMatchObject({ dueSessions: 2, keptWeeks: 1 });
    expect(missedBefore(standing.ledger, day('2026-01-08'))).toBeUndefined();
  });

  it('makes a bonus of what was trained on it, and is not open on the day itself', () => {
    const standing = on('2026-01-07', [did('2026-01-05'), did('2026-01-07')], { frozenDays });
    expect(steps(standing)).toEqual(['01-05 kept 1 2', '01-07 excused 1 2', '01-07 extra 1 2']);
    expect(standing.openToday).toBe(false);
  });

  it('makes no kept week of a week in which nothing counted', () => {
    const week = new Set(['2026-01-05', '2026-01-07', '2026-01-09'].map(day));
    expect(on('2026-01-11', [], { frozenDays: week })).toMatchObject({ keptWeeks: 0, dueSessions: 0 });
  });
});

describe('consistency', () => {
  it('is whole as long as nothing was missed, from the first session to the last', () => {
    expect(on('2026-01-05', steadyThrough('2026-01-05')).consistency).toBeCloseTo(1, 10);
    expect(on('2026-03-29', steadyThrough('2026-03-29')).consistency).toBeCloseTo(1, 10);
  });

  it('weighs a session half as much when thirteen more are over, whatever rest lies between them', () => {
    expect(HALF_LIFE).toBe(13);
    // The first thirteen sessions kept, the next thirteen missed: a third, where a plain mean would be a half.
    const thirteen = steadyThrough('2026-02-02');
    expect(thirteen.length).toBe(13);
    expect(on('2026-03-05', thirteen).dueSessions).toBe(26);
    expect(on('2026-03-05', thirteen).consistency).toBeCloseTo(1 / 3, 10);
  });

  it('falls by about a tenth with one miss after a month, frozen or not, and counts no extras', () => {
    const before = on('2026-02-01', steadyThrough('2026-02-01')).consistency;
    const after = on('2026-02-03', [...steadyThrough('2026-02-01'), did('2026-02-03')]).consistency;
    expect(before).toBeCloseTo(1, 10);
    expect(after).toBeCloseTo(0.9, 1);
  });
});
