import { describe, expect, it } from 'vitest';
import { day, localTime, zone } from '../../src/coach/day.ts';
import { alertKey } from '../../src/coach/post-key.ts';
import { ANA, LISBON, OSLO } from './people.ts';
import { anaEnrols, at, mondaysPost, opened, SETTINGS, schedule, workout } from './world.ts';

const MONDAY_8 = at('2026-01-05T08:00');

describe('a server', () => {
  it('has no settings before its admin sets it up', async () => {
    const store = await opened();
    await store.servers.joined(LISBON, at('2026-01-04T12:00'));

    expect(await store.servers.settings(LISBON)).toBeUndefined();
    expect(await store.servers.settings(OSLO)).toBeUndefined();
  });

  it('keeps what its admin chose, and lays the schedules that belong to it', async () => {
    const store = await opened();
    await store.servers.joined(LISBON, at('2026-01-04T12:00'));
    await store.servers.saveSettings(SETTINGS, [schedule(), schedule({ kind: 'water', slot: 1 })]);

    expect(await store.servers.settings(LISBON)).toEqual(SETTINGS);
    expect(await store.schedules.ofServer(LISBON)).toEqual([schedule(), schedule({ kind: 'water', slot: 1 })]);
  });

  it('can be set up before the bot was told that it is there', async () => {
    const store = await opened();
    await store.servers.saveSettings(SETTINGS, [schedule()]);

    expect(await store.servers.settings(LISBON)).toEqual(SETTINGS);
    expect(await store.schedules.due(MONDAY_8, 10)).toEqual([schedule()]);
  });

  it('forgets the old times and nudges when the admin changes them', async () => {
    const store = await opened();
    await store.servers.saveSettings(SETTINGS, [schedule(), schedule({ kind: 'sleep', at: localTime('21:30') })]);
    const changed = {
      ...SETTINGS,
      zone: zone('Atlantic/Azores'),
      postAt: localTime('06:00'),
      nudges: { sleep: [], water: [] },
    };
    const laid = schedule({ at: localTime('06:00'), nextAt: at('2026-01-06T07:00'), nextDay: day('2026-01-06') });
    await store.servers.saveSettings(changed, [laid]);

    expect(await store.servers.settings(LISBON)).toEqual(changed);
    expect(await store.schedules.ofServer(LISBON)).toEqual([laid]);
  });

  it('saves all of its settings or nothing: a fifth glass of water leaves the old ones as they were', async () => {
    const store = await opened();
    await store.servers.saveSettings(SETTINGS, [schedule()]);
    const times = ['09:00', '11:00', '13:00', '15:00', '17:00'].map(localTime);

    await expect(store.servers.saveSettings({ ...SETTINGS, nudges: { sleep: [], water: times } }, [])).rejects.toThrow(
      /CHECK/,
    );
    expect(await store.servers.settings(LISBON)).toEqual(SETTINGS);
    expect(await store.schedules.ofServer(LISBON)).toEqual([schedule()]);
  });

  it('is parked with its reason from when it was first met, until that is over', async () => {
    const store = await opened();
    await store.servers.saveSettings(SETTINGS, [schedule()]);
    await store.servers.park(LISBON, 50013, at('2026-01-05T07:31'));
    await store.servers.park(LISBON, 50013, at('2026-01-05T07:45'));

    expect(await store.servers.settings(LISBON)).toEqual({
      ...SETTINGS,
      parked: { code: 50013, since: at('2026-01-05T07:31') },
    });
    await store.servers.unpark(LISBON);
    expect(await store.servers.settings(LISBON)).toEqual(SETTINGS);
  });

  it('that is parked still has its schedules, so that they move on and the next post can try again', async () => {
    const store = await opened();
    await store.servers.saveSettings(SETTINGS, [schedule()]);
    await store.servers.park(LISBON, 50013, at('2026-01-05T07:31'));

    expect(await store.schedules.due(MONDAY_8, 10)).toEqual([schedule()]);
  });

  it('tells the newest reason when posting fails in another way', async () => {
    const store = await opened();
    await store.servers.saveSettings(SETTINGS, []);
    await store.servers.park(LISBON, 50013, at('2026-01-05T07:31'));
    await store.servers.park(LISBON, 10003, at('2026-01-05T07:45'));

    const settings = await store.servers.settings(LISBON);
    expect(settings?.parked).toEqual({ code: 10003, since: at('2026-01-05T07:45') });
  });

  it('is no longer parked once the admin saved the settings anew', async () => {
    const store = await opened();
    await store.servers.saveSettings(SETTINGS, [schedule()]);
    await store.servers.park(LISBON, 10003, at('2026-01-05T07:31'));
    await store.servers.saveSettings(SETTINGS, [schedule()]);

    expect(await store.servers.settings(LISBON)).toEqual(SETTINGS);
    expect(await store.schedules.due(MONDAY_8, 10)).toEqual([schedule()]);
  });

  it('that removed the bot is due nothing, and what was owed there is skipped', async () => {
    const store = await opened();
    await store.servers.joined(LISBON, at('2026-01-04T12:00'));
    await store.servers.saveSettings(SETTINGS, [schedule()]);
    await store.deliveries.owe(mondaysPost());
    await store.deliveries.owe(mondaysPost({ key: 'water.2026-01-05.0', kind: 'water', status: 'missed' }));
    await store.servers.removed(LISBON, at('2026-01-05T07:40'));

    expect(await store.schedules.due(MONDAY_8, 10)).toEqual([]);
    expect(await store.deliveries.open(MONDAY_8, 10)).toEqual([]);
    const statuses = (await store.deliveries.latest(LISBON, 10)).map(({ key, status }) => [key, status]);
    expect(statuses).toEqual([
      ['water.2026-01-05.0', 'missed'],
      ['daily.2026-01-05', 'skipped'],
    ]);
  });

  it('that invites the bot back finds its settings and members, and is owed nothing for the time away', async () => {
    const store = await opened();
    await store.servers.joined(LISBON, at('2026-01-04T12:00'));
    const evening = schedule({
      kind: 'sleep',
      at: localTime('21:30'),
      nextDay: day('2026-03-29'),
      nextAt: at('2026-03-29T20:30'),
    });
    await store.servers.saveSettings(SETTINGS, [schedule(), evening]);
    const ana = await anaEnrols(store);
    await store.servers.removed(LISBON, at('2026-01-05T07:00'));
    await store.servers.joined(LISBON, at('2026-03-28T12:00'));

    expect(await store.servers.settings(LISBON)).toEqual(SETTINGS);
    expect(await store.members.fileOf(ana.member.id)).toEqual(ana);
    expect(await store.schedules.due(at('2026-03-28T23:00'), 10)).toEqual([]);
    // Lisbon's clocks go forward in the night.
    const sunday = schedule({ nextDay: day('2026-03-29'), nextAt: at('2026-03-29T06:30') });
    expect(await store.schedules.due(at('2026-03-29T23:00'), 10)).toEqual([sunday, evening]);
  });

  it('that is told of at each start keeps what is due: a restart is no time away', async () => {
    const store = await opened();
    await store.servers.joined(LISBON, at('2026-01-04T12:00'));
    await store.servers.saveSettings(SETTINGS, [schedule()]);
    await store.servers.joined(LISBON, MONDAY_8);

    expect(await store.schedules.due(MONDAY_8, 10)).toEqual([schedule()]);
  });

  it('is not due while it is removed, even when its settings are saved then', async () => {
    const store = await opened();
    await store.servers.joined(LISBON, at('2026-01-04T12:00'));
    await store.servers.removed(LISBON, at('2026-01-05T07:00'));
    await store.servers.saveSettings(SETTINGS, [schedule()]);

    expect(await store.schedules.due(MONDAY_8, 10)).toEqual([]);
    expect(await store.schedules.earliest()).toBeUndefined();
  });

  it('is among the present ones from the day it is known until it removes the bot', async () => {
    const store = await opened();
    await store.servers.joined(LISBON, at('2026-01-04T12:00'));
    await store.servers.saveSettings({ ...SETTINGS, serverId: OSLO }, []);
    expect((await store.servers.present()).sort()).toEqual([LISBON, OSLO]);

    await store.servers.removed(LISBON, at('2026-01-05T07:00'));
    expect(await store.servers.present()).toEqual([OSLO]);
  });

  it('keeps its tone, its goal and whom to alert, until they are changed', async () => {
    const store = await opened();
    const chosen = { ...SETTINGS, tone: 'brief' as const, weeklyGoal: true, alertUser: ANA };
    await store.servers.saveSettings(chosen, []);
    expect(await store.servers.settings(LISBON)).toEqual(chosen);
    await store.servers.saveSettings(SETTINGS, []);
    expect(await store.servers.settings(LISBON)).toEqual(SETTINGS);
  });
});

describe('a failure of posting', () => {
  const SINCE = at('2026-01-05T07:31');
  const alert = (status: 'pending' | 'missed') => ({
    ...mondaysPost({ kind: 'alert', key: alertKey(SINCE), status }),
    toUser: ANA,
  });

  it('is news once, and told to one admin of two who ask at once', async () => {
    const store = await opened();
    await store.servers.saveSettings(SETTINGS, []);
    expect(await store.servers.takeAlert(LISBON)).toBeUndefined();
    expect(await store.servers.park(LISBON, 50013, SINCE)).toBe(true);
    expect(await store.servers.park(LISBON, 50013, at('2026-01-06T07:31'))).toBe(false);

    const asked = await Promise.all([store.servers.takeAlert(LISBON), store.servers.takeAlert(LISBON)]);
    expect(asked).toContainEqual({ code: 50013, since: SINCE });
    expect(asked).toContain(undefined);
    expect(await store.servers.takeAlert(LISBON)).toBeUndefined();

    expect(await store.servers.park(LISBON, 10003, at('2026-01-07T07:31'))).toBe(true);
    expect(await store.servers.takeAlert(LISBON)).toEqual({ code: 10003, since: at('2026-01-07T07:31') });
  });

  it('is left to the direct message that tells it, unless that did not get through', async () => {
    const store = await opened();
    await store.servers.saveSettings({ ...SETTINGS, alertUser: ANA }, []);
    await store.servers.park(LISBON, 50013, SINCE);
    await store.deliveries.owe(alert('pending'));
    expect(await store.servers.takeAlert(LISBON)).toBeUndefined();
    const [owed] = await store.deliveries.open(at('2026-01-06T08:00'), 10);
    await store.deliveries.close(owed?.id ?? 0, 'failed', '50007');
    expect(await store.servers.takeAlert(LISBON)).toEqual({ code: 50013, since: SINCE });
  });

  it('is over with the settings saved anew, and needs no telling then', async () => {
    const store = await opened();
    await store.servers.saveSettings(SETTINGS, []);
    await store.servers.park(LISBON, 50013, SINCE);
    await store.servers.saveSettings(SETTINGS, []);
    expect(await store.servers.takeAlert(LISBON)).toBeUndefined();
  });
});

describe('the workouts of a server’s week', () => {
  it('are those that stand, of those who are in the plan there, on its days', async () => {
    const store = await opened();
    const ana = await anaEnrols(store);
    const bea = await anaEnrols(store, { userId: 'bea' });
    const elsewhere = await anaEnrols(store, { serverId: OSLO });
    for (const on of ['2026-01-04', '2026-01-05', '2026-01-11', '2026-01-12']) {
      await store.checkIns.add(workout(ana.member.id, { day: day(on) }));
    }
    const undone = await store.checkIns.add(workout(bea.member.id));
    await store.checkIns.undo(undone?.id ?? 0, MONDAY_8);
    await store.checkIns.add(workout(elsewhere.member.id));
    const week = () => store.checkIns.workoutsOfServer(LISBON, day('2026-01-05'), day('2026-01-11'));

    const found = await week();
    expect([...found.keys()]).toEqual([ana.member.id]);
    expect(found.get(ana.member.id)?.map((each) => each.day)).toEqual(['2026-01-05', '2026-01-11']);
    await store.members.leave(ana.member.id, day('2026-01-10'));
    expect((await week()).size).toBe(0);
  });
});
