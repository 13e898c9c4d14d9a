import { describe, expect, it } from 'vitest';
import { addDays, day, localTime, zone } from '../../src/coach/day.ts';
import { NO_WISHES, type Wishes } from '../../src/coach/reminders/reminders.ts';
import type { NewDelivery } from '../../src/store/interfaces/deliveries.ts';
import { ANA, BEN, LISBON } from './people.ts';
import { anaEnrols, at, opened } from './world.ts';

const t = localTime;
const MONDAY = day('2026-01-05');
const NOON = at('2026-01-05T12:00');
const ALL: Wishes = {
  workout: true,
  trainsAt: t('18:00'),
  sleep: true,
  wakesAt: t('06:30'),
  sleepHours: 8.5,
  water: 2,
  waterFrom: t('08:00'),
  waterTo: t('20:00'),
  review: true,
  quiet: { from: t('22:30'), to: t('06:00') },
  mostADay: 6,
};

const reminder = (memberId: number, changes: Partial<NewDelivery> = {}): NewDelivery => ({
  serverId: LISBON,
  kind: 'remind-water',
  key: `remind-water.${memberId}.2026-01-05.0.0`,
  day: MONDAY,
  status: 'pending',
  memberId,
  toUser: ANA,
  dueAt: NOON,
  expiresAt: NOON + 1,
  ...changes,
});

describe('what a member wants to be reminded of', () => {
  it('is nothing at first, and then as they said', async () => {
    const store = await opened();
    const { member } = await anaEnrols(store);
    expect(await store.reminders.wish(member.id)).toEqual(NO_WISHES);
    await store.reminders.save(member.id, ALL, NOON);
    expect(await store.reminders.wish(member.id)).toEqual(ALL);
    expect(await store.reminders.wish(member.id + 1)).toBe(undefined);
  });

  it('falls due at the first times after it was said, by their own clock, the earliest first', async () => {
    const store = await opened();
    const { member } = await anaEnrols(store, { zone: zone('Asia/Tokyo') });
    await store.reminders.save(member.id, ALL, NOON);
    const due = await store.reminders.due(at('2026-01-07T00:00'), 10);
    expect(
      due.map(({ kind, slot, at: time, nextDay, nextAt }) => `${kind}${slot} ${time} ${nextDay} ${nextAt - NOON}`),
    ).toEqual([
      `sleep0 21:30 2026-01-05 ${30 * 60_000}`,
      `review0 09:00 2026-01-06 ${12 * 3_600_000}`,
      `water0 11:00 2026-01-06 ${14 * 3_600_000}`,
      `water1 17:00 2026-01-06 ${20 * 3_600_000}`,
      `workout0 18:00 2026-01-06 ${21 * 3_600_000}`,
    ]);
    expect(await store.reminders.earliest()).toBe(NOON + 30 * 60_000);
    expect((await store.reminders.due(NOON, 10)).length).toBe(0);
    expect((await store.reminders.due(at('2026-01-07T00:00'), 2)).map(({ kind }) => kind)).toEqual(['sleep', 'review']);
  });

  it('moves on once, and not where it was said anew meanwhile', async () => {
    const store = await opened();
    const { member } = await anaEnrols(store);
    await store.reminders.save(member.id, { ...NO_WISHES, water: 1 }, NOON);
    const [first] = await store.reminders.due(at('2026-01-05T14:00'), 10);
    if (first === undefined) throw new Error('nothing is due');
    const tuesday = addDays(MONDAY, 1);
    expect(await store.reminders.advance(first, tuesday, at('2026-01-06T14:00'))).toBe(true);
    expect(await store.reminders.advance(first, tuesday, at('2026-01-06T14:00'))).toBe(false);
    const [second] = await store.reminders.due(at('2026-01-06T14:00'), 10);
    if (second === undefined) throw new Error('nothing is due');
    await store.reminders.save(member.id, { ...NO_WISHES, water: 4 }, NOON);
    expect(await store.reminders.advance(second, tuesday, at('2026-01-07T14:00'))).toBe(false);
  });

  it('is laid anew after a move, as it was said', async () => {
    const store = await opened();
    const { member } = await anaEnrols(store);
    await store.reminders.save(member.id, { ...NO_WISHES, water: 1 }, NOON);
    await store.choices.setClock(member.id, { zone: zone('America/New_York'), dayEndsAt: 3 });
    await store.reminders.layAnew(member.id, NOON);
    expect(await store.reminders.earliest()).toBe(at('2026-01-05T19:00'));
  });

  it('answers what was asked before, and forgives a refusal, when it is said again', async () => {
    const store = await opened();
    const { member } = await anaEnrols(store);
    await store.deliveries.owe(reminder(member.id));
    await store.dms.refused(ANA, NOON);
    await store.reminders.save(member.id, NO_WISHES, NOON + 5);
    expect(await store.dms.state(ANA)).toMatchObject({ refusedAt: NOON });
    expect(await store.deliveries.toMember(member.id, MONDAY)).toMatchObject([{ answeredAt: NOON + 5, toUser: ANA }]);
    await store.reminders.save(member.id, ALL, NOON + 9);
    expect(await store.dms.state(ANA)).toEqual({ isTold: false });
    expect(await store.deliveries.toMember(member.id, MONDAY)).toMatchObject([{ answeredAt: NOON + 5 }]);
  });

  it('is not for a member whose server removed the bot', async () => {
    const store = await opened();
    const { member } = await anaEnrols(store);
    await store.reminders.save(member.id, { ...NO_WISHES, water: 1 }, NOON);
    const reachable = async () => (await store.reminders.due(at('2026-01-05T14:00'), 10)).map((due) => due.isReachable);
    expect(await reachable()).toEqual([true]);
    await store.servers.removed(LISBON, NOON);
    expect(await reachable()).toEqual([false]);
  });
});

describe('who is who', () => {
  it('is told of a member, in the plan or not, and of those who want their day by direct message', async () => {
    const store = await opened();
    const { member } = await anaEnrols(store);
    const { member: ben } = await anaEnrols(store, { userId: BEN, notice: 'dm' });
    await store.members.leave(member.id, MONDAY);
    expect(await store.reminders.whose(member.id)).toEqual({ serverId: LISBON, userId: ANA });
    expect(await store.reminders.whose(99)).toBe(undefined);
    expect(await store.reminders.toldByDm(LISBON)).toEqual([ben.id]);
  });
});

describe('what went to one person', () => {
  it('is listed for them alone, by day, and never among the channel’s posts', async () => {
    const store = await opened();
    const { member } = await anaEnrols(store);
    await store.deliveries.owe(reminder(member.id));
    await store.deliveries.owe(reminder(member.id, { key: 'sunday', day: addDays(MONDAY, -1) }));
    expect((await store.deliveries.toMember(member.id, MONDAY)).map(({ key }) => key)).toEqual([
      reminder(member.id).key,
    ]);
    expect(await store.deliveries.toMember(member.id, addDays(MONDAY, -1))).toHaveLength(2);
    expect(await store.deliveries.latest(LISBON, 10)).toEqual([]);
    await store.deliveries.answered(LISBON, reminder(member.id).key, NOON + 1);
    await store.deliveries.answered(LISBON, reminder(member.id).key, NOON + 2);
    expect((await store.deliveries.toMember(member.id, MONDAY))[0]?.answeredAt).toBe(NOON + 1);
  });

  it('goes to somebody; what is for the channel does not', async () => {
    const store = await opened();
    const { member } = await anaEnrols(store);
    const { toUser: _, ...toNobody } = reminder(member.id);
    await expect(store.deliveries.owe(toNobody)).rejects.toThrow();
    await expect(store.deliveries.owe(reminder(member.id, { kind: 'daily' }))).rejects.toThrow();
  });
});
