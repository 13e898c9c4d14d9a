import { describe, expect, it } from 'vitest';
import { castOf } from '../../src/simulation/cast.ts';
import { tracesIn } from '../../src/simulation/own-data.ts';
import { type Part, PLACES } from '../../src/simulation/part.ts';
import { simulate } from '../../src/simulation/simulate.ts';
import { wrongDays } from '../../src/simulation/standing.ts';

/** Somebody of the cast whose sessions take one press, and who does something in another week than there. */
function part(name: string, change: Partial<Part>): Part {
  const found = castOf(12, 1).find((each) => each.name === name);
  if (found === undefined) throw new Error(`${name} is nobody`);
  return { ...found, trains: 'done', way: 'post', ...change };
}

describe('a life with the coach', { timeout: 60_000 }, () => {
  it('has a pause, a holiday, an export, a week by direct message and an end without a trace', async () => {
    const parts = [
      part('Finn', { pausedIn: [2] }),
      part('Grace', { habit: 'steady', deletesIn: 3 }),
      part('Ines', { joins: 'by options', saysUntil: true, habit: 'paused', pausedIn: [3] }),
      part('Kira', { exportsIn: 2 }),
    ];
    const options = { version: '0.0.0-test', weeks: 3, members: 4, seed: 1, calm: true };
    const { summary, transcript } = await simulate({ ...options, parts });

    expect(summary.differences).toEqual([]);
    const [finn, grace, ines, kira] = summary.members;
    expect(finn).toMatchObject({ due: 8, directs: 0 });
    expect(grace).toMatchObject({ state: 'deleted', directs: 0 });
    expect(grace?.milestones).toContain('first-check-in');
    // Two weeks were whole; the third is paused.
    expect(ines).toMatchObject({ due: 6, directs: 2 });
    expect(kira?.directs).toBeGreaterThan(15);
    for (const words of [
      'Finn uses /pause ',
      'Finn uses /resume',
      'through Sun 22 Feb.',
      'my-data-2026-02-11.json',
      'coach posted (DM with Ines):\n         ## Week 1 in review',
      'Lisbon Lifters’s owner uses /coach freeze from:2026-02-18'.replace('’', "'"),
    ])
      expect(transcript).toContain(words);
  });
});

describe('what was promised', () => {
  const [place] = PLACES;
  if (place === undefined) throw new Error('there is no place');

  it('is broken by a day that counts as missed in a pause, on a holiday, or after it was made good', () => {
    const person = {
      pauses: [{ from: '2026-02-09', to: '2026-02-15', saidAt: 0 }],
      repaired: ['2026-02-04'],
      ground: { place: { ...place, holidays: [16] } },
    };
    const missed = ['2026-02-04', '2026-02-06', '2026-02-09', '2026-02-18'].map((day) => ({
      ...{ day: day as never, event: 'missed' as const },
    }));
    expect(wrongDays({ opensOn: '2026-02-02' }, person, missed)).toEqual([
      '2026-02-04 counts as missed, and was made good',
      '2026-02-09 counts as missed, in a pause',
      '2026-02-18 counts as missed, and counts for nobody',
    ]);
    const kept = missed.map(({ day }) => ({ day, event: 'kept' as const }));
    expect(wrongDays({ opensOn: '2026-02-02' }, person, kept)).toEqual([]);
  });

  it('is broken by an id in the database, and by a post that names whoever had everything deleted', () => {
    const grace = { name: 'Grace', id: '42' };
    const page = Buffer.from('a page with 42 in it');
    expect(tracesIn(grace, page, ['Well done <@42>', 'Well done <@43>'])).toEqual([
      'Grace had everything deleted, and the database still has their id',
      'Grace had everything deleted, and is still named in 1 of the posts',
    ]);
    expect(tracesIn(grace, Buffer.from('43'), ['Well done <@43>'])).toEqual([]);
  });
});
