import { describe, expect, it } from 'vitest';
import { ANA, BEN } from './people.ts';
import { at, opened } from './world.ts';

const NOON = at('2026-01-05T12:00');

describe('the way to a person', () => {
  it('is unknown until it is opened, and can be forgotten', async () => {
    const { dms } = await opened();
    expect(await dms.state(ANA)).toBe(undefined);
    await dms.opened(ANA, 'c1', NOON);
    expect(await dms.state(ANA)).toEqual({ channelId: 'c1', isTold: false });
    expect(await dms.state(BEN)).toBe(undefined);
    await dms.forget(ANA);
    expect(await dms.state(ANA)).toEqual({ isTold: false });
    await dms.opened(ANA, 'c2', NOON);
    expect(await dms.state(ANA)).toEqual({ channelId: 'c2', isTold: false });
  });

  it('may be refused, which they are told once for each refusal, until they ask again', async () => {
    const { dms } = await opened();
    await dms.forgive(ANA);
    expect(await dms.state(ANA)).toBe(undefined);
    await dms.refused(ANA, NOON);
    expect(await dms.state(ANA)).toEqual({ refusedAt: NOON, isTold: false });
    await dms.opened(ANA, 'c1', NOON);
    await dms.told(ANA);
    expect(await dms.state(ANA)).toEqual({ channelId: 'c1', refusedAt: NOON, isTold: true });
    await dms.refused(ANA, NOON + 1);
    expect(await dms.state(ANA)).toEqual({ channelId: 'c1', refusedAt: NOON + 1, isTold: false });
    await dms.forgive(ANA);
    expect(await dms.state(ANA)).toEqual({ channelId: 'c1', isTold: false });
  });
});
