import type { CommandEntry, OptionEntry } from './commands.ts';

/** A part of what was typed: `level:gentle`, or what stands before the first name. */
export interface Part {
  readonly option: OptionEntry | undefined;
  readonly text: string;
}

const spaced = (text: string) => text.replace(/\s+/g, ' ').trimStart();

/** The command that a text begins with, once a space follows it; one with subcommands is none by itself. */
export function commandIn(text: string, entries: readonly CommandEntry[]) {
  if (!text.startsWith('/')) return undefined;
  const typed = spaced(text.slice(1));
  const found = entries
    .flatMap((entry) => [entry.path, entry.name].map((words) => ({ entry, words: `${words} ` })))
    .find(({ words }) => typed.toLowerCase().startsWith(words.toLowerCase()));
  return found === undefined ? undefined : { entry: found.entry, rest: typed.slice(found.words.length) };
}

/**
 * Splits `Europe/Lisbon level:gentle` at the names of options. A name counts where a word begins, by the person's or
 * the bot's word for it, and only once.
 */
export function partsOf(text: string, options: readonly OptionEntry[]): Part[] {
  const parts: { option: OptionEntry | undefined; from: number; nameFrom: number }[] = [
    { option: undefined, from: 0, nameFrom: 0 },
  ];
  for (const { index, 0: match, 1: name = '' } of text.matchAll(/(?<=^|\s)([^\s:]+):/gu)) {
    const option = options.find((each) => each.name === name || each.label === name);
    if (option === undefined || parts.some((part) => part.option === option)) continue;
    parts.push({ option, from: index + match.length, nameFrom: index });
  }
  return parts.map(({ option, from }, at) => ({
    option,
    text: text.slice(from, parts[at + 1]?.nameFrom).trimStart(),
  }));
}
