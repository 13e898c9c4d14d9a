import type {
  APIApplicationCommand,
  APIApplicationCommandBasicOption,
  APIApplicationCommandOption,
} from 'discord-api-types/v10';

/** The kinds of options, by Discord's numbers. Stated here: the package's own table would weigh 40 kB on the page. */
export const OPTION = {
  subcommand: 1,
  group: 2,
  string: 3,
  integer: 4,
  boolean: 5,
  user: 6,
  channel: 7,
  role: 8,
  mentionable: 9,
  number: 10,
  attachment: 11,
} as const;

const CHAT_INPUT = 1;

/** What can be typed after a slash: a command, or a subcommand with its path. */
export interface CommandEntry {
  /** As the bot knows it: `checkin workout`. */
  readonly path: string;
  /** As the person reads it. */
  readonly name: string;
  readonly description: string;
  /** Required ones first, else as registered. */
  readonly options: readonly OptionEntry[];
}

export interface OptionEntry {
  /** As the bot knows it. */
  readonly name: string;
  /** As the person reads it. */
  readonly label: string;
  readonly description: string;
  readonly type: number;
  readonly required: boolean;
  readonly autocomplete: boolean;
  readonly choices: readonly Choice[];
  /** Of a number's value. */
  readonly min: number | undefined;
  readonly max: number | undefined;
  /** Of a text, in characters. */
  readonly minLength: number | undefined;
  readonly maxLength: number | undefined;
  /** Empty: any. */
  readonly channelTypes: readonly number[];
}

/** Something that can be picked for an option. */
export interface Choice {
  readonly label: string;
  readonly value: string | number | boolean;
}

type Localised = Partial<Record<string, string | null>> | null | undefined;
const inLocale = (plain: string, localised: Localised, locale: string) => localised?.[locale] ?? plain;

/** A choice as the person reads it. */
export const choiceIn = (
  locale: string,
  choice: { readonly name: string; readonly name_localizations?: Localised; readonly value: string | number },
): Choice => ({ label: inLocale(choice.name, choice.name_localizations, locale), value: choice.value });

/**
 * All that can be typed after a slash, by name. Where two commands share a name, the first one counts: a server's own
 * come before those that are everywhere.
 */
export function entriesOf(commands: readonly APIApplicationCommand[], locale: string): CommandEntry[] {
  const byPath = new Map<string, CommandEntry>();
  const seen = new Set<string>();
  for (const command of commands) {
    if (command.type !== CHAT_INPUT || seen.has(command.name)) continue;
    seen.add(command.name);
    for (const entry of below([command], command.options ?? [], locale)) byPath.set(entry.path, entry);
  }
  return [...byPath.values()].toSorted((a, b) => a.name.localeCompare(b.name, locale));
}

interface Named {
  readonly name: string;
  readonly name_localizations?: Localised;
  readonly description: string;
  readonly description_localizations?: Localised;
}

function below(way: readonly Named[], options: readonly APIApplicationCommandOption[], locale: string): CommandEntry[] {
  const deeper = options.flatMap((option) => (option.type === 1 || option.type === 2 ? [option] : []));
  if (deeper.length > 0) return deeper.flatMap((option) => below([...way, option], option.options ?? [], locale));
  const here = way.at(-1);
  const entries = options.flatMap((option) =>
    option.type === 1 || option.type === 2 ? [] : [optionIn(option, locale)],
  );
  return [
    {
      path: way.map(({ name }) => name).join(' '),
      name: way.map((step) => inLocale(step.name, step.name_localizations, locale)).join(' '),
      description: here === undefined ? '' : inLocale(here.description, here.description_localizations, locale),
      options: [...entries.filter(({ required }) => required), ...entries.filter(({ required }) => !required)],
    },
  ];
}

function optionIn(option: APIApplicationCommandBasicOption, locale: string): OptionEntry {
  return {
    name: option.name,
    label: inLocale(option.name, option.name_localizations, locale),
    description: inLocale(option.description, option.description_localizations, locale),
    type: option.type,
    required: option.required === true,
    autocomplete: 'autocomplete' in option && option.autocomplete === true,
    choices: 'choices' in option ? (option.choices ?? []).map((choice) => choiceIn(locale, choice)) : [],
    min: 'min_value' in option ? option.min_value : undefined,
    max: 'max_value' in option ? option.max_value : undefined,
    minLength: 'min_length' in option ? option.min_length : undefined,
    maxLength: 'max_length' in option ? option.max_length : undefined,
    channelTypes: 'channel_types' in option ? (option.channel_types ?? []) : [],
  };
}

const folded = (text: string) => text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');

/** Those whose words begin with what is typed first, then those that contain it; accents and case do not matter. */
export function matching<T>(all: readonly T[], typed: string, wordsOf: (one: T) => readonly string[]): T[] {
  const wanted = folded(typed.trim());
  if (wanted === '') return [...all];
  const ranked = all.map((one) => ({ one, words: wordsOf(one).map(folded) }));
  const starts = ranked.filter(({ words }) => words.some((word) => word.startsWith(wanted)));
  const contains = ranked.filter((each) => !starts.includes(each) && each.words.some((word) => word.includes(wanted)));
  return [...starts, ...contains].map(({ one }) => one);
}

/** The commands for what is typed after the slash, by the person's words or the bot's. */
export const matchingCommands = (entries: readonly CommandEntry[], typed: string): CommandEntry[] =>
  matching(entries, typed.replace(/\s+/g, ' '), ({ name, path }) => [name, path]);
