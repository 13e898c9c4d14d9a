import { describe, expect, it } from 'vitest';
import type { Delivery } from '../../src/store/interfaces/deliveries.ts';
import type { Store } from '../../src/store/store.ts';
import { LISBON, OSLO } from './people.ts';
import { anaEnrols, at, mondaysPost, opened, SETTINGS } from './world.ts';

const NOON = at('2026-01-05T12:00');
const CHANNEL = '3300000000000000001';

async function lisbonAndOslo(): Promise<Store> {
  const store = await opened();
  await store.servers.saveSettings(SETTINGS, []);
  await store.servers.saveSettings({ ...SETTINGS, serverId: OSLO }, []);
  return store;
}

async function owed(store: Store): Promise<Delivery> {
  await store.deliveries.owe(mondaysPost());
  const [delivery] = await store.deliveries.open(NOON, 1);
  if (delivery === undefined) throw new Error('nothing is owed');
  return delivery;
}

describe('a post that is owed', () => {
  it('is written down once for ever, even after it was sent', async () => {
    const store = await lisbonAndOslo();
    expect(await store.deliveries.owe(mondaysPost())).toBe(true);
    expect(await store.deliveries.owe(mondaysPost())).toBe(false);

    const { id } = await owed(store);
    await store.deliveries.claim(id, CHANNEL, NOON);
    await store.deliveries.sent(id, 'message-1', NOON);
    expect(await store.deliveries.owe(mondaysPost({ status: 'missed' }))).toBe(false);
    expect(await store.deliveries.latest(LISBON, 10)).toHaveLength(1);
  });

  it('is another one in another server', async () => {
    const store = await lisbonAndOslo();
    await store.deliveries.owe(mondaysPost());
    expect(await store.deliveries.owe(mondaysPost({ serverId: OSLO }))).toBe(true);
  });

  it('goes from owed to sent, and says where, when and at which attempt', async () => {
    const store = await lisbonAndOslo();
    const delivery = await owed(store);
    expect(delivery).toEqual({
      ...mondaysPost(),
      id: delivery.id,
      retryAt: at('2026-01-05T07:30'),
      attempts: 0,
    });

    expect(await store.deliveries.claim(delivery.id, CHANNEL, at('2026-01-05T07:30'))).toBe(true);
    const [claimed] = await store.deliveries.open(NOON, 10);
    expect(claimed).toEqual({
      ...delivery,
      status: 'sending',
      attempts: 1,
      channelId: CHANNEL,
      claimedAt: at('2026-01-05T07:30'),
    });

    await store.deliveries.sent(delivery.id, 'message-1', at('2026-01-05T07:31'));
    expect(await store.deliveries.open(NOON, 10)).toEqual([]);
    expect(await store.deliveries.latest(LISBON, 1)).toEqual([
      { ...claimed, status: 'sent', sentAt: at('2026-01-05T07:31'), messageId: 'message-1' },
    ]);
  });

  it('is looked at from its time on, oldest first, as many as were asked for', async () => {
    const store = await lisbonAndOslo();
    await store.deliveries.owe(mondaysPost({ key: 'b', dueAt: at('2026-01-05T09:00') }));
    await store.deliveries.owe(mondaysPost({ key: 'a', dueAt: at('2026-01-05T08:00') }));
    await store.deliveries.owe(mondaysPost({ key: 'c', dueAt: at('2026-01-05T13:00') }));
    const keys = async (limit: number) => (await store.deliveries.open(NOON, limit)).map((delivery) => delivery.key);

    expect(await keys(10)).toEqual(['a', 'b']);
    expect(await keys(1)).toEqual(['a']);
    expect(await store.deliveries.earliestRetry()).toBe(at('2026-01-05T08:00'));
  });

  it('waits after a failure without losing its place, and tries again', async () => {
    const store = await lisbonAndOslo();
    const { id } = await owed(store);
    await store.deliveries.claim(id, CHANNEL, NOON);
    await store.deliveries.postpone(id, at('2026-01-05T12:05'), '130000');

    expect(await store.deliveries.open(NOON, 10)).toEqual([]);
    expect(await store.deliveries.earliestRetry()).toBe(at('2026-01-05T12:05'));
    const [again] = await store.deliveries.open(at('2026-01-05T12:05'), 10);
    expect(again).toMatchObject({ status: 'sending', attempts: 1, error: '130000' });
    expect(await store.deliveries.claim(id, CHANNEL, at('2026-01-05T12:05'))).toBe(true);
    expect((await store.deliveries.latest(LISBON, 1))[0]).toMatchObject({ status: 'sending', attempts: 2 });
  });

  it('is claimed by one of two that saw it, at every attempt', async () => {
    const store = await lisbonAndOslo();
    const { id, attempts } = await owed(store);
    expect(await store.deliveries.claim(id, CHANNEL, NOON, attempts)).toBe(true);
    expect(await store.deliveries.claim(id, CHANNEL, NOON, attempts)).toBe(false);

    expect(await store.deliveries.claim(id, CHANNEL, NOON, attempts + 1)).toBe(true);
    expect(await store.deliveries.claim(id, CHANNEL, NOON, attempts + 1)).toBe(false);
  });

  it('that came to its end is neither claimed, postponed nor ended again', async () => {
    const store = await lisbonAndOslo();
    const { id } = await owed(store);
    await store.deliveries.close(id, 'missed');
    const [ended] = await store.deliveries.latest(LISBON, 1);
    expect(ended?.status).toBe('missed');

    expect(await store.deliveries.claim(id, CHANNEL, NOON)).toBe(false);
    await store.deliveries.postpone(id, at('2026-01-06T12:00'), 'too late');
    await store.deliveries.close(id, 'failed', '50035');
    expect(await store.deliveries.latest(LISBON, 1)).toEqual([ended]);
    expect(await store.deliveries.earliestRetry()).toBeUndefined();
  });

  it('keeps the reason for which Discord will never take it', async () => {
    const store = await lisbonAndOslo();
    const { id } = await owed(store);
    await store.deliveries.close(id, 'failed', '50035');
    expect((await store.deliveries.latest(LISBON, 1))[0]).toMatchObject({ status: 'failed', error: '50035' });
  });

  it('that was too late from the start is on the record and never open', async () => {
    const store = await lisbonAndOslo();
    expect(await store.deliveries.owe(mondaysPost({ status: 'missed' }))).toBe(true);
    expect(await store.deliveries.open(NOON, 10)).toEqual([]);
    expect((await store.deliveries.latest(LISBON, 10)).map((delivery) => delivery.status)).toEqual(['missed']);
  });

  it('is listed for its own server, the newest first', async () => {
    const store = await lisbonAndOslo();
    for (const [key, time] of [
      ['first', '2026-01-05T07:30'],
      ['third', '2026-01-07T07:30'],
      ['second', '2026-01-06T07:30'],
    ] as const) {
      await store.deliveries.owe(mondaysPost({ key, dueAt: at(time) }));
    }
    await store.deliveries.owe(mondaysPost({ serverId: OSLO, key: 'elsewhere' }));

    expect((await store.deliveries.latest(LISBON, 2)).map((delivery) => delivery.key)).toEqual(['third', 'second']);
  });

  it('of a milestone names the member and what was reached', async () => {
    const store = await lisbonAndOslo();
    const memberId = (await anaEnrols(store)).member.id;
    const key = `milestone.${memberId}.streak-7`;
    await store.deliveries.owe(mondaysPost({ kind: 'milestone', key, memberId, milestone: 'streak-7' }));

    expect((await store.deliveries.open(NOON, 1))[0]).toMatchObject({ key, memberId, milestone: 'streak-7' });
  });
});
