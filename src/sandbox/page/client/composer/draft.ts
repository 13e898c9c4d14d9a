import type { ActOptions } from '../../protocol.ts';
import type { Choice, CommandEntry, OptionEntry } from './commands.ts';
import { commandIn, partsOf } from './parse.ts';
import type { Places } from './places.ts';
import { check, type Field } from './values.ts';

/** What stands in the message box: words, or a command with the options that are being filled in. */
export type Draft = TextDraft | CommandDraft;

export interface TextDraft {
  readonly kind: 'text';
  readonly text: string;
}

export interface CommandDraft {
  readonly kind: 'command';
  readonly entry: CommandEntry;
  readonly fields: readonly Field[];
}

/** A draft, and where the caret goes: an option by its name, or the end of the box. */
export interface Step<D extends Draft = Draft> {
  readonly draft: D;
  readonly at: string | typeof END;
}
export const END = Symbol('the end of the box');

export const EMPTY: TextDraft = { kind: 'text', text: '' };

/** After typing or pasting into the box: a command that is complete, with a space behind it, opens. */
export function typedInBox(text: string, entries: readonly CommandEntry[]): Step {
  const found = commandIn(text, entries);
  return found === undefined ? { draft: { kind: 'text', text }, at: END } : opened(found.entry, found.rest);
}

/** A command with its required options, and what was given for it already: `zone:Europe/Lisbon level:`. */
export function opened(entry: CommandEntry, given = ''): Step<CommandDraft> {
  const fields = entry.options.filter(({ required }) => required).map((option): Field => ({ option, text: '' }));
  const draft: CommandDraft = { kind: 'command', entry, fields };
  const first = fields[0]?.option.name ?? entry.options[0]?.name;
  if (given.trim() === '' || first === undefined) return { draft, at: fields[0]?.option.name ?? END };
  return typed(withField(draft, first), first, given.replace(/\s+/g, ' '));
}

/** Options that are not in the box yet. */
export const furtherOptions = ({ entry, fields }: CommandDraft): OptionEntry[] =>
  entry.options.filter((option) => !fields.some((field) => field.option.name === option.name));

/** After typing or pasting into an option: names of empty options in it (`gentle days:`) lead on to those. */
export function typed(draft: CommandDraft, name: string, text: string): Step<CommandDraft> {
  const [before, ...parts] = partsOf(text, openOptions(draft, name));
  if (parts.length === 0) return { draft: withText(draft, name, text), at: name };
  const start = before?.text.trimEnd() ?? '';
  const begun =
    start === '' && parts.some(({ option }) => option?.name !== name) && !isRequired(draft, name)
      ? without(draft, name)
      : withText(draft, name, start);
  const last = parts.length - 1;
  return parts.reduce<Step<CommandDraft>>(
    (step, part, index) => {
      const to = part.option?.name ?? name;
      const said = index === last ? part.text : part.text.trimEnd();
      return { draft: withText(withField(step.draft, to), to, said), at: to };
    },
    { draft: begun, at: name },
  );
}

/** After typing or pasting at the end of the box; undefined while no option is named there. */
export function typedAtEnd(draft: CommandDraft, text: string): Step<CommandDraft> | undefined {
  const [before, ...parts] = partsOf(text, openOptions(draft));
  const name = parts[0]?.option?.name;
  if (name === undefined || before?.text !== '') return undefined;
  return typed(withField(draft, name), name, text);
}

/** Options that can be named in what is typed: those that say nothing yet, and the one with the caret. */
const openOptions = (draft: CommandDraft, at?: string) =>
  draft.entry.options.filter(({ name }) => name === at || (fieldOf(draft, name)?.text ?? '').trim() === '');

/** After picking something from an option's list: on to what is still missing, else to the end. */
export function picked(draft: CommandDraft, name: string, choice: Choice): Step<CommandDraft> {
  const fields = draft.fields.map(
    (field): Field =>
      field.option.name === name ? { option: field.option, text: choice.label, picked: choice } : field,
  );
  const index = fields.findIndex(({ option }) => option.name === name);
  const missing = [...fields.slice(index + 1), ...fields.slice(0, index)].find(({ text }) => text.trim() === '');
  return { draft: { ...draft, fields }, at: missing?.option.name ?? END };
}

/** With one of the further options in the box, at its end. */
export const added = (draft: CommandDraft, name: string): Step<CommandDraft> => ({
  draft: withField(draft, name),
  at: name,
});

/** Without an option; one that is required is emptied instead. */
export function removed(draft: CommandDraft, name: string): Step<CommandDraft> {
  if (isRequired(draft, name)) return { draft: withText(draft, name, ''), at: name };
  return { draft: without(draft, name), at: END };
}

/** Backspace where there is nothing before the caret: the option goes, or the caret moves back, or the command opens up. */
export function erased(draft: CommandDraft, at: string | typeof END): Step {
  const index = at === END ? draft.fields.length : draft.fields.findIndex(({ option }) => option.name === at);
  const before = draft.fields[index - 1]?.option.name;
  const rest = at === END || isRequired(draft, at) ? draft : without(draft, at);
  if (before !== undefined) return { draft: rest, at: before };
  const [next] = rest.fields;
  if (rest !== draft) return { draft: rest, at: next?.option.name ?? END };
  return { draft: { kind: 'text', text: `/${draft.entry.name}` }, at: END };
}

/** Where the caret goes from the beginning or the end of an option; undefined where there is nothing further. */
export function neighbour({ fields }: CommandDraft, at: Step['at'], by: 1 | -1): Step['at'] | undefined {
  const places: readonly Step['at'][] = [...fields.map(({ option }) => option.name), END];
  return places[places.indexOf(at) + by];
}

/** What is sent, or what is wrong with which option, in order. */
export type Ready =
  | { readonly ok: true; readonly command: string; readonly options: ActOptions }
  | { readonly ok: false; readonly errors: ReadonlyMap<string, string> };

/** Reads all options as Discord's client would before it sends the command. */
export function ready(draft: CommandDraft, places: Places): Ready {
  const checked = draft.fields.map((field) => ({ name: field.option.name, ...check(field, places) }));
  const errors = new Map(checked.flatMap((each) => (each.ok ? [] : [[each.name, each.error]])));
  if (errors.size > 0) return { ok: false, errors };
  return { ok: true, command: draft.entry.path, options: validOptions(draft, places) };
}

/** The options that could be sent as they are. */
export const validOptions = (draft: CommandDraft, places: Places): ActOptions =>
  Object.fromEntries(
    draft.fields.flatMap((field) => {
      const checked = check(field, places);
      return checked.ok ? [[field.option.name, checked.value]] : [];
    }),
  );

/** What is sent to be offered something for one option: what it says as text, and of the others what is valid. */
export function asking(draft: CommandDraft, name: string, places: Places): ActOptions {
  return { ...validOptions(draft, places), [name]: fieldOf(draft, name)?.text.trim() ?? '' };
}

export const fieldOf = (draft: CommandDraft, name: string): Field | undefined =>
  draft.fields.find(({ option }) => option.name === name);

const isRequired = (draft: CommandDraft, name: string) => fieldOf(draft, name)?.option.required === true;

function withField(draft: CommandDraft, name: string): CommandDraft {
  const option = draft.entry.options.find((each) => each.name === name);
  if (option === undefined || fieldOf(draft, name) !== undefined) return draft;
  return { ...draft, fields: [...draft.fields, { option, text: '' }] };
}

const without = (draft: CommandDraft, name: string): CommandDraft => ({
  ...draft,
  fields: draft.fields.filter(({ option }) => option.name !== name),
});

const withText = (draft: CommandDraft, name: string, text: string): CommandDraft => ({
  ...draft,
  fields: draft.fields.map((field): Field => (field.option.name === name ? { ...field, text } : field)),
});
