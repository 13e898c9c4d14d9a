import type { APISelectMenuComponent } from 'discord-api-types/v10';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spotFor } from '../../../../src/sandbox/page/client/forms/anchored.ts';
import {
  byTyping,
  type Choice,
  choicesOf,
  isSearched,
  matching,
  presetsOf,
  type Surroundings,
  steppedTo,
  toggled,
} from '../../../../src/sandbox/page/client/forms/picking.ts';
import type { ChannelView, PersonView, ServerView } from '../../../../src/sandbox/page/protocol.ts';

const person = (id: string, name: string): PersonView => ({
  id,
  name,
  username: name.toLowerCase(),
  isBot: false,
  zone: 'Europe/Lisbon',
  locale: 'en-GB',
  takesDms: true,
});
const channel = (id: string, name: string, type: number): ChannelView => ({
  id,
  name,
  topic: null,
  type,
  canWrite: true,
  botCanWrite: true,
  lastMessageId: null,
});
const sam = person('3', 'Sam');
const people = new Map([person('1', 'Ben'), person('2', 'Ana'), sam].map((each) => [each.id, each]));
const gym: ServerView = {
  id: '100',
  name: 'Garden Gym',
  zone: 'Europe/Lisbon',
  ownerId: '2',
  canManage: false,
  hasBot: true,
  isAvailable: true,
  channels: [channel('11', 'training', 0), channel('12', 'Lounge', 2), channel('13', 'news', 5)],
  roles: [
    { id: '100', name: '@everyone' },
    { id: '20', name: 'Coaches' },
  ],
  members: [
    { id: '1', nick: 'Zen Ben', roleIds: [] },
    { id: '2', nick: null, roleIds: ['20'] },
    { id: '3', nick: null, roleIds: [] },
  ],
  commands: [],
};
const inGym: Surroundings = { server: gym, me: sam, people };
const inDms: Surroundings = { server: undefined, me: sam, people };
const labels = (choices: readonly Choice[]) => choices.map(({ label }) => label);
const named = (...names: string[]): Choice[] => names.map((label) => ({ value: label, label, sort: 'option' }));

describe('a select offers', () => {
  it.each<[string, APISelectMenuComponent, string[]]>([
    ['people by the names they go by here', { type: 5, custom_id: 'x' }, ['Ana', 'Sam', 'Zen Ben']],
    ['roles', { type: 6, custom_id: 'x' }, ['@everyone', 'Coaches']],
    ['people, then roles', { type: 7, custom_id: 'x' }, ['Ana', 'Sam', 'Zen Ben', '@everyone', 'Coaches']],
    ['channels that Sam sees', { type: 8, custom_id: 'x' }, ['training', 'Lounge', 'news']],
    ['channels of the kinds asked for', { type: 8, custom_id: 'x', channel_types: [0, 5] }, ['training', 'news']],
    ['its own options', { type: 3, custom_id: 'x', options: [{ label: 'Mat', value: 'm' }] }, ['Mat']],
  ])('%s', (_, select, expected) => {
    expect(labels(choicesOf(select, inGym))).toEqual(expected);
  });

  it('nobody but Sam in their DMs, where there are no roles and no channels', () => {
    expect(labels(choicesOf({ type: 7, custom_id: 'x' }, inDms))).toEqual(['Sam']);
    expect(choicesOf({ type: 8, custom_id: 'x' }, inDms)).toEqual([]);
  });

  it('the username beneath a name, and what an option says of itself', () => {
    expect(choicesOf({ type: 5, custom_id: 'x' }, inGym).at(-1)).toMatchObject({ label: 'Zen Ben', detail: 'ben' });
    const option = { label: 'Mat', value: 'm', description: 'To lie on', emoji: { name: '🧘' } };
    expect(choicesOf({ type: 3, custom_id: 'x', options: [option] }, inGym)).toEqual([
      { value: 'm', label: 'Mat', detail: 'To lie on', emoji: { name: '🧘' }, sort: 'option' },
    ]);
  });

  it('what the bot picked beforehand, as long as it is still there', () => {
    const select = { type: 5, custom_id: 'x', default_values: ['1', '9'].map((id) => ({ id, type: 'user' })) };
    const menu = select as APISelectMenuComponent;
    expect(presetsOf(menu, choicesOf(menu, inGym))).toEqual(['1']);
  });
});

describe('a person looking for something in a long list', () => {
  it('gets a field to search in when there are more than ten', () => {
    const names = 'abcdefghijk'.split('');
    expect([isSearched(named(...names.slice(0, 10))), isSearched(named(...names))]).toEqual([false, true]);
  });

  it('finds it without its accents and capitals, what begins so first', () => {
    expect(labels(matching(named('São Paulo', 'Passau', 'sapa'), 'SA'))).toEqual(['São Paulo', 'sapa', 'Passau']);
    expect(matching(named('Ana'), 'x')).toEqual([]);
    expect(labels(matching(named('b', 'a'), '  '))).toEqual(['b', 'a']);
  });

  it('goes to what begins with the letters typed, and around with the same letter again', () => {
    const moves = named('Bridge', 'Plank', 'Bird dog', 'Pull');
    expect(byTyping(moves, -1, 'b')).toBe(0);
    expect(byTyping(moves, 0, 'bi')).toBe(2);
    expect(byTyping(moves, 0, 'bb')).toBe(2);
    expect(byTyping(moves, 2, 'bbb')).toBe(0);
    expect(byTyping(moves, 0, 'z')).toBe(-1);
    expect(byTyping([], -1, 'b')).toBe(-1);
  });

  it('moves with the arrows, by ten, and to either end, and stops there', () => {
    expect(steppedTo('ArrowDown', 3, 5)).toBe(4);
    expect(steppedTo('ArrowDown', 4, 5)).toBe(4);
    expect(steppedTo('ArrowUp', 0, 5)).toBe(0);
    expect(steppedTo('PageDown', 0, 25)).toBe(10);
    expect(steppedTo('PageUp', 4, 25)).toBe(0);
    expect([steppedTo('Home', 4, 5), steppedTo('End', 0, 5)]).toEqual([0, 4]);
    expect(steppedTo('x', 0, 5)).toBe(undefined);
  });
});

describe('picking several', () => {
  const choices = named('mat', 'band', 'bar', 'box');
  const pick = fc.constantFrom('mat', 'band', 'bar', 'box');

  it('takes no more than there may be, each once, in the order of the list', () => {
    fc.assert(
      fc.property(fc.array(pick, { maxLength: 20 }), fc.integer({ min: 1, max: 4 }), (presses, max) => {
        let picks: string[] = [];
        for (const press of presses) {
          const had = picks;
          picks = toggled(had, press, choices, max);
          expect(picks.includes(press)).toBe(!had.includes(press) && had.length < max);
        }
        expect(picks).toEqual(choices.map(({ value }) => value).filter((value) => picks.includes(value)));
      }),
    );
  });

  it('gives one back when it is pressed again', () => {
    expect(toggled(['mat', 'bar'], 'mat', choices, 2)).toEqual(['bar']);
  });
});

describe('the list that drops from a select', () => {
  const view = { width: 1280, height: 800 };

  it('hangs below it, as wide as it is', () => {
    expect(spotFor({ left: 100, top: 100, width: 400, height: 44 }, 200, view)).toMatchObject({
      left: 100,
      width: 400,
      top: 148,
    });
  });

  it('stands above it where there is no room below', () => {
    const spot = spotFor({ left: 100, top: 700, width: 400, height: 44 }, 300, view);
    expect([spot.top, spot.bottom]).toEqual([undefined, 104]);
  });

  it('stays in the window, wherever the select is, on any screen', () => {
    const box = fc.record({
      left: fc.integer({ min: -50, max: 2_000 }),
      top: fc.integer({ min: 0, max: 1_000 }),
      width: fc.integer({ min: 40, max: 900 }),
      height: fc.constant(44),
    });
    const screen = fc.record({
      width: fc.integer({ min: 360, max: 2_000 }),
      height: fc.integer({ min: 500, max: 1_200 }),
    });
    fc.assert(
      fc.property(box, screen, fc.integer({ min: 40, max: 900 }), (at, window, height) => {
        fc.pre(at.top + at.height <= window.height);
        const spot = spotFor(at, height, window);
        expect(spot.left).toBeGreaterThanOrEqual(0);
        expect(spot.left + spot.width).toBeLessThanOrEqual(window.width);
        const top = spot.top ?? window.height - (spot.bottom ?? 0) - spot.maxHeight;
        expect(top).toBeGreaterThanOrEqual(0);
        expect(top + spot.maxHeight).toBeLessThanOrEqual(window.height);
        expect(spot.maxHeight).toBeGreaterThanOrEqual(Math.min(height, 200));
      }),
    );
  });
});
