import type { APIMessageComponentEmoji, APISelectMenuComponent } from 'discord-api-types/v10';
import type { PersonView, ServerView } from '../../protocol.ts';
import { KIND } from './kinds.ts';

/** Something that can be picked from a select. */
export interface Choice {
  /** What is sent: an option's value, or an id. */
  readonly value: string;
  readonly label: string;
  readonly detail?: string;
  readonly emoji?: APIMessageComponentEmoji;
  readonly sort: 'option' | 'person' | 'role' | 'channel' | 'voice' | 'category' | 'announcements';
}

/** Whom and what a select of people, roles or channels can offer, seen by who is played. */
export interface Surroundings {
  /** Absent in DMs. */
  readonly server: ServerView | undefined;
  readonly me: PersonView;
  readonly people: ReadonlyMap<string, PersonView>;
}

/** More than these are searched through. */
const SEARCHED_ABOVE = 10;

/** All that a select offers, in the order in which it is shown. */
export function choicesOf(select: APISelectMenuComponent, around: Surroundings): Choice[] {
  switch (select.type) {
    case KIND.stringSelect:
      return select.options.map(({ value, label, description, emoji }) => ({
        value,
        label,
        sort: 'option',
        ...(description === undefined ? {} : { detail: description }),
        ...(emoji === undefined ? {} : { emoji }),
      }));
    case KIND.userSelect:
      return peopleIn(around);
    case KIND.roleSelect:
      return rolesIn(around);
    case KIND.mentionableSelect:
      return [...peopleIn(around), ...rolesIn(around)];
    default: {
      const types: readonly number[] = select.channel_types ?? [];
      return (around.server?.channels ?? [])
        .filter(({ type }) => types.length === 0 || types.includes(type))
        .map(({ id, name, type }) => ({ value: id, label: name, sort: CHANNEL_SORTS[type] ?? 'channel' }));
    }
  }
}

const CHANNEL_SORTS: Readonly<Record<number, Choice['sort']>> = { 2: 'voice', 4: 'category', 5: 'announcements' };

/** By the name that others see; in DMs there is nobody but oneself to be picked. */
function peopleIn({ server, me, people }: Surroundings): Choice[] {
  const here = server?.members ?? [{ id: me.id, nick: null }];
  return here
    .map(({ id, nick }): Choice => {
      const person = people.get(id);
      const detail = person === undefined ? {} : { detail: person.username };
      return { value: id, label: nick ?? person?.name ?? id, sort: 'person', ...detail };
    })
    .toSorted((a, b) => a.label.localeCompare(b.label));
}

const rolesIn = ({ server }: Surroundings): Choice[] =>
  (server?.roles ?? []).map(({ id, name }) => ({ value: id, label: name, sort: 'role' }));

/** What is picked to begin with, as far as it is offered. */
export function presetsOf(select: APISelectMenuComponent, choices: readonly Choice[]): string[] {
  const wanted =
    select.type === KIND.stringSelect
      ? select.options.filter((option) => option.default).map(({ value }) => value)
      : (select.default_values ?? []).map(({ id }) => id);
  const offered = new Set(choices.map(({ value }) => value));
  return wanted.filter((value) => offered.has(value));
}

/** How many may be picked: one, unless it says otherwise. */
export function boundsOf(select: Pick<APISelectMenuComponent, 'min_values' | 'max_values'>): {
  readonly min: number;
  readonly max: number;
} {
  return { min: select.min_values ?? 1, max: select.max_values ?? 1 };
}

export const isSearched = (choices: readonly Choice[]): boolean => choices.length > SEARCHED_ABOVE;

/** Those whose name, or what is said of it, has the words typed; those that begin with them come first. */
export function matching(choices: readonly Choice[], typed: string): Choice[] {
  const wanted = folded(typed.trim());
  const begins = (choice: Choice) => folded(choice.label).startsWith(wanted);
  const found = choices.filter(({ label, detail }) => folded(`${label} ${detail ?? ''}`).includes(wanted));
  return wanted === '' ? [...choices] : [...found.filter(begins), ...found.filter((choice) => !begins(choice))];
}

/** Without accents and capitals, as people type. */
const folded = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/**
 * The index of the choice that a person means who types its first letters; the same letter over and over goes through
 * all that begin with it. `from` is where they are now; -1 when there is none.
 */
export function byTyping(choices: readonly Choice[], from: number, typed: string): number {
  const letters = folded(typed);
  const isRepeated = letters.length > 1 && [...letters].every((letter) => letter === letters[0]);
  const wanted = isRepeated ? letters.slice(0, 1) : letters;
  // More letters of a word still fit where they are; a first letter asks for the next one.
  const start = wanted.length > 1 ? Math.max(from, 0) : from + 1;
  const order = choices.map((_, step) => (start + step) % choices.length);
  return order.find((index) => folded(choices[index]?.label ?? '').startsWith(wanted)) ?? -1;
}

/** One more, or one less; one that would be too many is not taken. Kept in the order of the choices. */
export function toggled(picks: readonly string[], value: string, choices: readonly Choice[], max: number): string[] {
  if (picks.includes(value)) return picks.filter((pick) => pick !== value);
  if (picks.length >= max) return [...picks];
  const wanted = new Set([...picks, value]);
  return choices.map((choice) => choice.value).filter((each) => wanted.has(each));
}

export const isSame = (some: readonly string[], others: readonly string[]): boolean =>
  some.length === others.length && some.every((each) => others.includes(each));

/** Where a key leads in a list of so many; undefined for keys that lead nowhere. */
export function steppedTo(key: string, from: number, count: number): number | undefined {
  const last = count - 1;
  const to = { ArrowDown: from + 1, ArrowUp: from - 1, PageDown: from + 10, PageUp: from - 10, Home: 0, End: last }[
    key
  ];
  return to === undefined ? undefined : Math.max(0, Math.min(last, to));
}
