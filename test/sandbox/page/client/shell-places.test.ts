import { describe, expect, it } from 'vitest';
import { initials } from '../../../../src/sandbox/page/client/initials.ts';
import { castOf, languageOf } from '../../../../src/sandbox/page/client/shell/cast.ts';
import { neighbour, roomOf, titleOf, troubleIn } from '../../../../src/sandbox/page/client/shell/places.ts';
import type { ChannelView, PageState, PersonView, ServerView } from '../../../../src/sandbox/page/protocol.ts';

const person = (id: string, name: string, zone = 'Europe/Lisbon', locale = 'en-US'): PersonView => ({
  ...{ id, name, zone, locale },
  username: name.toLowerCase(),
  isBot: false,
  takesDms: true,
});
const channel = (id: string, name: string, type = 0): ChannelView => ({
  ...{ id, name, type },
  topic: null,
  canWrite: true,
  botCanWrite: true,
  lastMessageId: null,
});
const gym: ServerView = {
  id: '10',
  name: 'Garden Gym',
  zone: 'Europe/Lisbon',
  ownerId: '1',
  canManage: false,
  hasBot: true,
  isAvailable: true,
  channels: [channel('11', 'training'), channel('12', 'Rooms', 4), channel('13', 'general')],
  roles: [],
  members: [],
  commands: [],
};
const bot = { id: '9', name: 'Backbone', isConnected: true };
const sam = person('3', 'Sam', 'America/New_York');
const state: PageState = {
  worldId: 'w',
  me: sam,
  people: [
    person('1', 'Olivia'),
    person('2', 'Ana', 'Europe/Lisbon', 'pt-BR'),
    sam,
    person('4', 'Chiyo', 'Asia/Tokyo', 'ja'),
    person('5', 'Remy'),
    { ...person('9', 'Backbone'), isBot: true },
  ],
  rosters: [
    {
      id: '10',
      name: 'Garden Gym',
      zone: 'Europe/Lisbon',
      ownerId: '1',
      managerIds: ['1', '2'],
      memberIds: ['1', '2', '3'],
    },
    {
      id: '20',
      name: 'Hudson Backs',
      zone: 'America/New_York',
      ownerId: '4',
      managerIds: ['4'],
      memberIds: ['3', '4'],
    },
  ],
  bot,
  servers: [gym],
  dm: null,
  dmCommands: [],
  clock: { now: 0, speed: 0, next: null },
  story: { state: 'none' },
  faults: [],
};
const shown = (filter?: string) =>
  castOf(state, filter).map(({ name, members }) => [name, members.map((member) => member.person.name)]);

describe('whom one may play', () => {
  it('is listed by server, Sam in both of theirs, Remy in none, and the bot nowhere', () => {
    expect(shown()).toEqual([
      ['Garden Gym', ['Olivia', 'Ana', 'Sam']],
      ['Hudson Backs', ['Sam', 'Chiyo']],
      ['In no server', ['Remy']],
    ]);
  });

  it('tells the owner, and those who may manage, from the others', () => {
    expect(castOf(state)[0]?.members.map(({ role }) => role)).toEqual(['owner', 'may manage', undefined]);
  });

  it('is found by name, by zone as it is said, by language, and by server', () => {
    expect(shown('OLIV')).toEqual([['Garden Gym', ['Olivia']]]);
    expect(shown('new york')).toEqual([
      ['Garden Gym', ['Sam']],
      ['Hudson Backs', ['Sam']],
    ]);
    expect(shown('pt-br')).toEqual([['Garden Gym', ['Ana']]]);
    expect(shown('hudson')).toEqual([['Hudson Backs', ['Sam', 'Chiyo']]]);
    expect(shown('nobody of that name')).toEqual([]);
  });

  it('has a language that a person can read', () => {
    expect(languageOf('pt-BR')).toBe('Brazilian Portuguese');
    expect(languageOf('ja')).toBe('Japanese');
    expect(languageOf('not a language')).toBe('not a language');
  });
});

describe('the sidebar', () => {
  it('is in the server of the open channel, and at home for the DMs', () => {
    expect(roomOf(state, '13')).toEqual({ kind: 'server', server: gym });
    const dm = channel('30', 'Backbone', 1);
    expect(roomOf({ ...state, dm }, '30')).toEqual({ kind: 'home', dm });
  });

  it('is in the first server when the open channel is gone, and at home for somebody who is in none', () => {
    expect(roomOf(state, '99')).toEqual({ kind: 'server', server: gym });
    expect(roomOf({ ...state, servers: [] }, '99')).toEqual({ kind: 'home', dm: null });
  });

  it('goes from one channel to the next and round, past the headings between them', () => {
    const room = roomOf(state, '11');
    expect(neighbour(room, '11', 1)).toBe('13');
    expect(neighbour(room, '13', 1)).toBe('11');
    expect(neighbour(room, '11', -1)).toBe('13');
    expect(neighbour(room, 'gone', 1)).toBe('11');
    expect(neighbour(room, 'gone', -1)).toBe('13');
    expect(neighbour({ kind: 'home', dm: null }, '11', 1)).toBeUndefined();
  });

  it('says what keeps the bot from this server, the gravest first', () => {
    expect(troubleIn(gym, bot)).toBeUndefined();
    expect(troubleIn(gym, { ...bot, isConnected: false })).toBe('Backbone is not connected just now.');
    expect(troubleIn({ ...gym, hasBot: false }, bot)).toBe('Backbone was removed from here.');
    expect(troubleIn({ ...gym, hasBot: false, isAvailable: false }, bot)).toBe('Discord has an outage here.');
  });

  it('shows servers without a picture by their initials', () => {
    expect(initials('Garden Gym')).toBe('GG');
    expect(initials("Lisbon Lifters's owner", 2)).toBe('LL');
    expect(initials('the (very) long_name of-it')).toBe('tvl');
    expect(initials('Ана')).toBe('А');
    expect(initials('🌿🌿')).toBe('🌿');
  });
});

describe('the title of the page', () => {
  it('says where one is, and counts mentions before it', () => {
    expect(titleOf('#training | Garden Gym', 0, false)).toBe('#training | Garden Gym | Backbone sandbox');
    expect(titleOf('#training | Garden Gym', 0, true)).toBe('• #training | Garden Gym | Backbone sandbox');
    expect(titleOf('@Backbone', 2, true)).toBe('(2) @Backbone | Backbone sandbox');
    expect(titleOf(undefined, 0, false)).toBe('Backbone sandbox');
  });
});
