import { describe, expect, it } from 'vitest';
import { day, localTime } from '../../src/coach/day.ts';
import { LISBON, OSLO } from './people.ts';
import { at, opened, SETTINGS, schedule } from './world.ts';

const TUESDAY = { day: day('2026-01-06'), at: at('2026-01-06T07:30') };

describe('what a server is due', () => {
  it('is due from its minute on, and not a moment before', async () => {
    const store = await opened();
    await store.servers.saveSettings(SETTINGS, [schedule()]);

    expect(await store.schedules.due(at('2026-01-05T07:30') - 1, 10)).toEqual([]);
    expect(await store.schedules.due(at('2026-01-05T07:30'), 10)).toEqual([schedule()]);
  });

  it('comes oldest first over all servers, as many as were asked for', async () => {
    const store = await opened();
    const water = schedule({ kind: 'water', slot: 3, at: localTime('06:00'), nextAt: at('2026-01-05T06:00') });
    const oslo = schedule({ serverId: OSLO, nextAt: at('2026-01-05T06:30') });
    await store.servers.saveSettings(SETTINGS, [schedule(), water]);
    await store.servers.saveSettings({ ...SETTINGS, serverId: OSLO }, [oslo]);

    expect(await store.schedules.due(at('2026-01-05T08:00'), 10)).toEqual([water, oslo, schedule()]);
    expect(await store.schedules.due(at('2026-01-05T08:00'), 2)).toEqual([water, oslo]);
    expect(await store.schedules.earliest()).toBe(at('2026-01-05T06:00'));
  });

  it('moves on once: who comes second with the same schedule is told so', async () => {
    const store = await opened();
    await store.servers.saveSettings(SETTINGS, [schedule()]);

    expect(await store.schedules.advance(schedule(), TUESDAY.day, TUESDAY.at)).toBe(true);
    expect(await store.schedules.advance(schedule(), TUESDAY.day, TUESDAY.at)).toBe(false);
    expect(await store.schedules.ofServer(LISBON)).toEqual([schedule({ nextDay: TUESDAY.day, nextAt: TUESDAY.at })]);
  });

  it('is not moved by a tick that read it before the admin changed the time', async () => {
    const store = await opened();
    await store.servers.saveSettings(SETTINGS, [schedule()]);
    const later = schedule({ at: localTime('09:00'), nextAt: at('2026-01-05T09:00') });
    await store.servers.saveSettings({ ...SETTINGS, postAt: localTime('09:00') }, [later]);

    expect(await store.schedules.advance(schedule(), TUESDAY.day, TUESDAY.at)).toBe(false);
    expect(await store.schedules.ofServer(LISBON)).toEqual([later]);
  });

  it('is nothing at all where nothing was set up', async () => {
    const store = await opened();
    expect(await store.schedules.earliest()).toBeUndefined();
    expect(await store.schedules.ofServer(LISBON)).toEqual([]);
  });
});
