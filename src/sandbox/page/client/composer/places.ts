import type { ChannelView, PersonView, ServerView } from '../../protocol.ts';
import { type Choice, OPTION, type OptionEntry } from './commands.ts';

/** Somebody or something that an option can name by its id. */
export interface Place extends Choice {
  readonly value: string;
  /** As it is written in a message: `<@1>`. */
  readonly mention: string;
  /** A second name that it is found by. */
  readonly detail?: string;
}

/** Whom and what the options of a command can name here. */
export interface Places {
  readonly people: readonly Place[];
  readonly roles: readonly Place[];
  readonly channels: readonly (Place & { readonly type: number })[];
}

/** In DMs there is nobody but who writes, and nothing else to name. */
export function placesOf(
  server: Pick<ServerView, 'id' | 'members' | 'roles' | 'channels'> | undefined,
  people: readonly PersonView[],
  me: PersonView | undefined,
): Places {
  if (server === undefined) return { people: me === undefined ? [] : [personPlace(me, null)], roles: [], channels: [] };
  const byId = new Map(people.map((person) => [person.id, person]));
  return {
    people: server.members
      .flatMap(({ id, nick }) => {
        const person = byId.get(id);
        return person === undefined ? [] : [personPlace(person, nick)];
      })
      .toSorted((a, b) => a.label.localeCompare(b.label)),
    roles: server.roles.map(({ id, name }) => ({
      label: name.startsWith('@') ? name : `@${name}`,
      value: id,
      mention: id === server.id ? '@everyone' : `<@&${id}>`,
    })),
    channels: server.channels.map(channelPlace),
  };
}

const personPlace = ({ id, name, username }: PersonView, nick: string | null): Place => ({
  label: `@${nick ?? name}`,
  value: id,
  mention: `<@${id}>`,
  detail: username,
});

const channelPlace = ({ id, name, type }: ChannelView) => ({
  label: type === 2 || type === 4 ? name : `#${name}`,
  value: id,
  mention: `<#${id}>`,
  type,
});

/** Those that an option of such a kind takes. */
export function placesFor({ type, channelTypes }: OptionEntry, places: Places): readonly Place[] {
  switch (type) {
    case OPTION.user:
      return places.people;
    case OPTION.role:
      return places.roles;
    case OPTION.mentionable:
      return [...places.people, ...places.roles];
    case OPTION.channel:
      return places.channels.filter((channel) => channelTypes.length === 0 || channelTypes.includes(channel.type));
    default:
      return [];
  }
}
