import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TONES } from '../../src/coach/admin.ts';
import { allZones, day, daysFrom, localTime, zone } from '../../src/coach/day.ts';
import { waterTimes } from '../../src/coach/nudges.ts';
import { type Wishes, wishesArgument, wishesText } from '../../src/commands/coach/wishes.ts';
import { wire } from '../../src/discord/outbox.ts';
import { en } from '../../src/messages/en.ts';
import type { MessageBody } from '../../src/messages/parts.ts';
import { alertOnTop, statusCard } from '../../src/messages/render/coach.ts';
import { freezeCard } from '../../src/messages/render/coach-freeze.ts';
import { panelCard, zoneForm } from '../../src/messages/render/coach-panel.ts';
import { checkMessage } from '../../src/sandbox/rules/message.ts';
import { checkModal } from '../../src/sandbox/rules/modal.ts';

const takenByDiscord = (body: MessageBody) => checkMessage(wire(body), { kind: 'create', files: [] });

const time = fc
  .tuple(fc.integer({ min: 7, max: 21 }), fc.integer({ min: 0, max: 59 }))
  .map(([hour, minute]) => localTime(`${hour}:${String(minute).padStart(2, '0')}`));
const channel = fc.bigInt({ min: 1n, max: 2n ** 64n - 1n }).map(String);
const either = <T>(wish: fc.Arbitrary<T>) => fc.option(wish, { nil: undefined });

const wishes: fc.Arbitrary<Wishes> = fc.record(
  {
    channel,
    zone: fc.constantFrom(...allZones()),
    time,
    sleep: fc.option(time, { nil: null }),
    water: fc.integer({ min: 0, max: 4 }),
    tone: fc.constantFrom(...TONES),
    goal: fc.boolean(),
    alerts: fc.boolean(),
  },
  { requiredKeys: [] },
);

describe('what an admin chose, in a custom id', () => {
  it('comes back as it was', () => {
    fc.assert(
      fc.property(wishes, (chosen) => {
        expect(wishesArgument.parse(wishesText(chosen))).toEqual(chosen);
      }),
    );
  });

  it.each(['x1', 'c12a', 'zMars/Olympus', 't2500', 's2330', 'w5', 'w', 'm2', 'g2', 'a', 'g1;;a1', 'g1|a1'])(
    'is refused where nobody wrote it: %s',
    (text) => expect(wishesArgument.safeParse(text).success).toBe(false),
  );
});

describe('what Discord takes', () => {
  it('takes the panel and its form, whatever was chosen', () => {
    const zones = fc.subarray([...allZones()], { maxLength: 25 });
    const view = fc.tuple(wishes, zones, fc.subarray(['View Channel', 'Read Message History']), either(channel));
    fc.assert(
      fc.property(view, ([chosen, found, missing, alertUser]) => {
        const settings = {
          channelId: chosen.channel ?? '1',
          ...(chosen.zone !== undefined && { zone: chosen.zone }),
          postAt: chosen.time ?? localTime('07:30'),
          nudges: { sleep: chosen.sleep ? [chosen.sleep] : [], water: waterTimes(chosen.water ?? 0) },
          tone: chosen.tone ?? 'warm',
          weeklyGoal: chosen.goal ?? false,
          ...(alertUser !== undefined && { alertUser }),
        };
        const body = panelCard(en, {
          settings,
          wishes: wishesText(chosen),
          changed: ['channel', 'zone', 'time', 'sleep', 'water', 'tone', 'goal', 'alerts'],
          missing,
          hasMoved: true,
          isGone: true,
          isMine: alertUser !== undefined,
          fewest: 3,
          ...(chosen.zone !== undefined && { there: localTime('07:30') }),
          ...(found.length > 0 && {
            search: { typed: 'a'.repeat(64), zones: found.map((name) => ({ name, there: localTime('07:30') })) },
          }),
        });
        expect(takenByDiscord(alertOnTop(en, { code: 50013, since: 0 }, body))).toEqual([]);
        expect(checkModal(zoneForm(en, wishesText(chosen), { zone: chosen.zone, postAt: settings.postAt }))).toEqual(
          [],
        );
      }),
      { numRuns: 200 },
    );
  });

  it('takes a status in which everything fails, and a year of free days', () => {
    const failed = { kind: 'milestone', dueAt: 1e12, status: 'failed', error: 'unreadable' } as const;
    const status = statusCard(en, {
      settings: {
        channelId: '1457614592409600006',
        zone: zone('America/Argentina/Buenos_Aires'),
        postAt: localTime('07:30'),
        nudges: { sleep: [localTime('21:30')], water: waterTimes(4) },
        tone: 'warm',
        weeklyGoal: true,
        parked: { code: 50013, since: 1e12 },
      },
      missing: ['View Channel', 'Send Messages', 'Read Message History'],
      isGone: true,
      latest: Array.from({ length: 6 }, () => failed),
      schedules: Array.from({ length: 6 }, () => ({ kind: 'water', nextAt: 1e12 }) as const),
      members: 1000,
      active: 500,
      paused: 20,
      fewest: 3,
      isWritable: false,
      backup: { made: { at: 1e12, bytes: 1e9 }, failed: { at: 1e12 } },
      version: '1.0.0',
    });
    expect(takenByDiscord(status)).toEqual([]);
    const text = JSON.stringify(status);
    expect(text).toContain('1000.0 MB');
    expect(text).toContain('The last backup failed');
    expect(text).toContain('cannot be written just now');

    const apart = daysFrom(day('2026-01-01'), day('2026-12-31')).filter((_, index) => index % 2 === 0);
    const spans = apart.map((from) => ({ from, to: from }));
    const card = freezeCard(en, spans, { added: { from: day('2026-01-01'), to: day('2026-12-31') } });
    expect(takenByDiscord(card)).toEqual([]);
    expect(JSON.stringify(card)).toContain('- Thu 31 Dec');
  });
});
