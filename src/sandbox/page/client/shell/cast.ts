import type { PageState, PersonView, RosterView } from '../../protocol.ts';

/** Somebody to play, with what tells them apart in the list. */
export interface CastMember {
  readonly person: PersonView;
  readonly role: 'owner' | 'may manage' | undefined;
}

export interface CastGroup {
  readonly id: string;
  readonly name: string;
  readonly members: readonly CastMember[];
}

/** Everybody who can be played, each server with its own; whoever is in several is listed in each. */
export function castOf({ people, rosters }: Pick<PageState, 'people' | 'rosters'>, filter = ''): CastGroup[] {
  const byId = new Map(people.filter(({ isBot }) => !isBot).map((person) => [person.id, person]));
  const wanted = filter.trim().toLocaleLowerCase();
  const isWanted = ({ name, zone, locale }: PersonView, group: string) =>
    [name, zone.replaceAll('_', ' '), locale, group].some((text) => text.toLocaleLowerCase().includes(wanted));

  const groups = rosters.map((roster) => ({
    id: roster.id,
    name: roster.name,
    members: roster.memberIds.flatMap((id): CastMember[] => {
      const person = byId.get(id);
      return person !== undefined && isWanted(person, roster.name) ? [{ person, role: roleIn(roster, id) }] : [];
    }),
  }));
  const placed = new Set(rosters.flatMap(({ memberIds }) => memberIds));
  const others = [...byId.values()].filter((person) => !placed.has(person.id) && isWanted(person, 'in no server'));
  const alone = { id: 'none', name: 'In no server', members: others.map((person) => ({ person, role: undefined })) };
  return [...groups, alone].filter(({ members }) => members.length > 0);
}

function roleIn({ ownerId, managerIds }: RosterView, id: string): CastMember['role'] {
  if (id === ownerId) return 'owner';
  return managerIds.includes(id) ? 'may manage' : undefined;
}

/** A language as a person says it: `Brazilian Portuguese`. */
export function languageOf(locale: string): string {
  try {
    return new Intl.DisplayNames('en', { type: 'language', languageDisplay: 'dialect' }).of(locale) ?? locale;
  } catch {
    return locale;
  }
}
