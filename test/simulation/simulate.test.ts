import { describe, expect, it } from 'vitest';
import { simulate } from '../../src/simulation/simulate.ts';

const play = (options: { weeks: number; members: number; seed: number; calm?: boolean }) =>
  simulate({ version: '0.0.0-test', ...options });

describe('the simulation', { timeout: 60_000 }, () => {
  it('plays two weeks of three members, a bot that is restarted and a Discord that fails, and finds all in order', async () => {
    const days: number[] = [];
    const options = { version: '0.0.0-test', weeks: 2, members: 3, seed: 1, onDay: (day: number) => days.push(day) };
    const { summary, transcript } = await simulate(options);

    expect(summary.differences).toEqual([]);
    expect(days).toEqual(Array.from({ length: 15 }, (_, day) => day));
    const [lisbon, hudson] = summary.servers;
    // Fourteen days, and the morning after.
    expect(lisbon).toMatchObject({ name: 'Lisbon Lifters', daily: { wanted: 15, onTime: 14 } });
    expect(lisbon?.excused).toEqual(['daily.2026-02-10 came 32 min late, at 2026-02-10 08:02: the bot was down']);
    expect(hudson).toMatchObject({ name: 'Hudson Backs', daily: { wanted: 15, onTime: 14 } });
    expect(hudson?.excused[0]).toMatch(/^daily\.2026-02-12 came \d+ min late.*: Discord was out of order$/);

    const [ana, ben, chandra] = summary.members;
    expect(ana).toMatchObject({ name: 'Ana', habit: 'steady', due: 6, pings: 7 });
    expect(ana?.milestones).toContain('first-check-in');
    expect(ben).toMatchObject({ name: 'Ben', zone: 'Europe/Berlin', habit: 'forgetful', pings: 0 });
    expect(ben?.directs).toBeGreaterThan(15);
    expect([ana?.directs, chandra?.directs]).toEqual([0, 0]);
    expect(chandra?.extras).toBeGreaterThan(0);
    const row = ana?.moves.find(({ move }) => move === 'row');
    expect(row).toMatchObject({ unit: 'reps', units: 'metric', first: { range: [12, 15], aim: 12 } });
    expect(row?.last.load).toBeGreaterThan(5000);
    // Who presses Done alone has told no set.
    expect(ben).toMatchObject({ trains: 'done', moves: [] });

    expect(transcript).toContain('Ben submits "Join the programme"');
    expect(transcript).toMatch(/07:30 {2}coach posted \(#training\):\n +# Mon 2 Feb\n/);
    expect(transcript).toContain('@Chandra @Ana');
    expect(transcript).toContain('Ben presses [Later]');
    expect(transcript).toContain('They make good Sat 14 Feb.');
    expect(transcript).toMatch(/Ana uses \/leaderboard\n.*\n +## This week\n.*\n.*@Chandra: 5 of 5.*\n.*@Ana: 3 of 3/);
    expect(transcript).not.toMatch(/<[@#t]/);
  });

  it('gives the same to the letter for the same seed, and another play for another', async () => {
    const one = await play({ weeks: 1, members: 2, seed: 5, calm: true });
    const same = await play({ weeks: 1, members: 2, seed: 5, calm: true });
    expect(JSON.stringify(same.summary)).toBe(JSON.stringify(one.summary));
    expect(same.transcript).toBe(one.transcript);
    const other = await play({ weeks: 1, members: 2, seed: 6, calm: true });
    expect(other.summary.members).not.toEqual(one.summary.members);
    expect(other.transcript).not.toBe(one.transcript);
  });
});
