import { pino } from 'pino';
import { expect, it, onTestFinished, vi } from 'vitest';
import { HOUR, localTime } from '../../src/coach/day.ts';
import { NO_WISHES } from '../../src/coach/reminders/reminders.ts';
import { textFor } from '../../src/messages/text.ts';
import { createScheduler, type SchedulerOptions } from '../../src/scheduler/tick.ts';
import { loadContent } from '../../src/store/content.ts';
import { ANA, BEN } from '../store/people.ts';
import { anaEnrols, at, opened } from '../store/world.ts';

it('who waits for a first message gets it ten seconds after the one before, and not only with the next minute', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  onTestFinished(() => void vi.useRealTimers());
  const store = await opened();
  let now = at('2026-01-05T14:00');
  for (const userId of [ANA, BEN]) {
    const { member } = await anaEnrols(store, { userId });
    await store.reminders.save(
      member.id,
      { ...NO_WISHES, water: 1, waterFrom: localTime('13:00'), waterTo: localTime('15:00') },
      now - HOUR,
    );
  }
  const written: { readonly to: string; readonly at: number }[] = [];
  const posts = {
    openDm: async (userId: string) => ({ act: 'open', channelId: userId }),
    post: async (to: string) => {
      written.push({ to, at: now });
      return { act: 'posted', messageId: `${written.length}` };
    },
  } as unknown as SchedulerOptions['posts'];
  const scheduler = createScheduler({
    store,
    content: loadContent(),
    text: textFor('en'),
    posts,
    places: { missingIn: () => [], isGone: () => false },
    log: pino({ level: 'silent' }),
    clock: () => now,
  });
  const first = now;
  await scheduler.beat();
  expect(written).toEqual([{ to: ANA, at: first }]);
  now += 10_000;
  await vi.advanceTimersByTimeAsync(9_999);
  expect(written).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(1);
  await scheduler.drain();
  expect(written[1]).toEqual({ to: BEN, at: now });
});
