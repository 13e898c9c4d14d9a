import type { APIApplicationCommand, APIApplicationCommandBasicOption } from 'discord-api-types/v10';
import { type CommandEntry, entriesOf } from '../../../../src/sandbox/page/client/composer/commands.ts';
import type { CommandDraft } from '../../../../src/sandbox/page/client/composer/draft.ts';
import { type Places, placesOf } from '../../../../src/sandbox/page/client/composer/places.ts';
import type { Field } from '../../../../src/sandbox/page/client/composer/values.ts';
import type { PersonView } from '../../../../src/sandbox/page/protocol.ts';

/** A command as it comes from registration. */
export const command = (name: string, more: Partial<APIApplicationCommand> = {}): APIApplicationCommand => ({
  id: '1',
  application_id: '2',
  version: '3',
  type: 1,
  name,
  description: `About ${name}`,
  default_member_permissions: null,
  ...more,
});

/** `/enroll` with these options, as Sam finds it. */
export function entryWith(...options: APIApplicationCommandBasicOption[]): CommandEntry {
  const [entry] = entriesOf([command('enroll', { options })], 'en-US');
  if (entry === undefined) throw new Error('a command without entry');
  return entry;
}

export function fieldFor(option: APIApplicationCommandBasicOption, text: string, picked?: Field['picked']): Field {
  const [entry] = entryWith(option).options;
  if (entry === undefined) throw new Error('an option without entry');
  return { option: entry, text, ...(picked === undefined ? {} : { picked }) };
}

/** What stands in the box, as `zone=Europe/Lisbon`. */
export const shownIn = (draft: CommandDraft): string[] =>
  draft.fields.map(({ option, text }) => `${option.name}=${text}`);

const person = (id: string, name: string, username: string): PersonView => ({
  id,
  name,
  username,
  isBot: false,
  zone: 'Europe/Lisbon',
  locale: 'en-US',
  takesDms: true,
});
export const ANA = person('11', 'Ana', 'ana_0011');
export const BEN = person('12', 'Ben', 'ben_0012');
const BEN_TOO = person('13', 'Ben', 'ben_0013');
export const PEOPLE = [ANA, BEN, BEN_TOO];

const channel = (id: string, name: string, type = 0) => ({
  id,
  name,
  type,
  topic: null,
  canWrite: true,
  botCanWrite: true,
  lastMessageId: null,
});

export const GARDEN_GYM = {
  id: '100',
  members: [
    { id: '12', nick: null, roleIds: [] },
    { id: '11', nick: 'Ana B', roleIds: ['101'] },
    { id: '13', nick: null, roleIds: [] },
  ],
  roles: [
    { id: '100', name: '@everyone' },
    { id: '101', name: 'Lifters' },
  ],
  channels: [channel('201', 'training'), channel('202', 'Gym floor', 2), channel('203', 'news', 5)],
};

/** Ana, two Bens, two roles and three channels. */
export const places: Places = placesOf(GARDEN_GYM, PEOPLE, ANA);
