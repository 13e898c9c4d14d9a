import { describe, expect, it } from 'vitest';
import { parseZone } from '../../src/coach/day.ts';
import { castOf } from '../../src/simulation/cast.ts';
import { HABITS } from '../../src/simulation/part.ts';
import { randomFrom } from '../../src/simulation/random.ts';

describe('the cast', () => {
  it('has eight people of eight zones and eight habits, in two servers, who train three to five days a week', () => {
    const cast = castOf(8, 1);
    expect(new Set(cast.map(({ zone }) => zone)).size).toBe(8);
    expect(cast.map(({ habit }) => habit).sort()).toEqual([...HABITS].sort());
    expect(new Set(cast.map(({ place }) => place))).toEqual(new Set([0, 1]));
    expect(new Set(cast.map(({ days }) => days.split(' ').length))).toEqual(new Set([3, 4, 5]));
    expect(new Set(cast.map(({ level }) => level))).toEqual(new Set(['gentle', 'standard', 'strong']));
  });

  it('has four more by default, whose loads are watched: two dumbbells, pounds, loads never told, three weeks away', () => {
    const [ines, jack, kira, liv] = castOf(12, 1).slice(8);
    expect(ines).toMatchObject({ level: 'gentle', rack: [5000], dumbbells: '5' });
    expect(jack).toMatchObject({ units: 'pounds' });
    expect(kira).toMatchObject({ isSilentOnLoads: true });
    expect(liv).toMatchObject({ habit: 'paused', pausedIn: [7, 8, 9], saysUntil: true });
    const alone = castOf(12, 1).map(({ trains }) => trains);
    expect(new Set(alone)).toEqual(new Set(['guided', 'done', 'sets']));
  });

  it('keeps who was there when more come, and makes up people whose zones and names are real and their own', () => {
    const many = castOf(60, 7);
    expect(many.slice(0, 20)).toEqual(castOf(20, 7));
    expect(new Set(many.map(({ name }) => name)).size).toBe(60);
    expect(many.filter(({ zone }) => parseZone(zone) !== zone)).toEqual([]);
    expect(castOf(60, 8)).not.toEqual(many);
  });
});

describe('chance', () => {
  it('throws the same for the same seed, and keeps within its bounds', () => {
    const throws = (...seed: (string | number)[]) => {
      const random = randomFrom(...seed);
      return Array.from({ length: 500 }, () => random.between(1, 6));
    };
    expect(throws(1, 'Ana')).toEqual(throws(1, 'Ana'));
    expect(throws(1, 'Ana')).not.toEqual(throws(1, 'Ben'));
    expect(throws(1, 'Ana')).not.toEqual(throws(2, 'Ana'));
    expect(new Set(throws(1, 'Ana'))).toEqual(new Set([1, 2, 3, 4, 5, 6]));
  });
});
