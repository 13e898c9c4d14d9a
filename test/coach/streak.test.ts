import { describe, expect, it } from 'vitest';
import { day } from '../../src/coach/day.ts';
import { missedBefore } from '../../src/coach/streak.ts';
import { did, on, plan, steadyThrough, steps } from './streak-log.ts';

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
