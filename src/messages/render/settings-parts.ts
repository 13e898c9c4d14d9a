import {
  type APIComponentInContainer,
  type APIModalInteractionResponseCallbackData,
  ComponentType,
  TextInputStyle,
} from 'discord-api-types/v10';
import type { ErrorCode, Text } from '../en.ts';
import { button, card, customId, divider, type MessageBody, type Option, row, words } from '../parts.ts';
import type { UserError } from '../user-error.ts';

export const SETTINGS_PAGES = ['training', 'gear', 'day', 'reminders', 'privacy', 'language'] as const;
export type SettingsPage = (typeof SETTINGS_PAGES)[number];

/** What came of the last press: words, and what may follow from them. */
export interface Told {
  readonly lines: readonly string[];
  readonly parts?: readonly APIComponentInContainer[];
}

/** One page of the panel: what was just done, its sections with lines between them, and the way to the others. */
export function settingsPage(
  text: Text,
  page: SettingsPage,
  told: Told | undefined,
  ...sections: readonly (readonly APIComponentInContainer[])[]
): MessageBody {
  const { settings: t } = text;
  const options = SETTINGS_PAGES.map((each) => ({ label: t.pages[each], value: each, description: t.pageHints[each] }));
  return card(
    'plain',
    words(t.title(t.pages[page]), told?.lines.join(' ')),
    ...(told?.parts ?? []),
    ...sections.flatMap((section) => [divider(), ...section]),
    divider(),
    pickOne('settings-page', 'to', t.pagesMenu, options, page),
  );
}

/** A menu from which one thing is picked; it shows what is picked now. */
export function pickOne(
  name: string,
  argument: string,
  placeholder: string,
  options: readonly Option[],
  picked: string | undefined,
): APIComponentInContainer {
  return pickSome(name, argument, placeholder, options, picked === undefined ? [] : [picked], [1, 1]);
}

/** A menu from which `between` so many things are picked. */
export function pickSome(
  name: string,
  argument: string,
  placeholder: string,
  options: readonly Option[],
  picked: readonly string[],
  [least, most]: readonly [number, number],
): APIComponentInContainer {
  return {
    type: ComponentType.ActionRow,
    components: [
      {
        type: ComponentType.StringSelect,
        custom_id: customId(name, argument),
        placeholder,
        options: options.map((option) => ({ ...option, default: picked.includes(option.value) })),
        min_values: least,
        max_values: most,
      },
    ],
  };
}

export interface TextField {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly example: string;
  readonly most: number;
  readonly value: string | undefined;
  readonly required?: boolean;
}

type Form = APIModalInteractionResponseCallbackData;

/** A field of one line, filled in with what stands, or with what was typed before. */
export function textField({ id, label, hint, example, most, value, required = true }: TextField) {
  return {
    type: ComponentType.Label as const,
    label,
    ...(hint !== undefined && { description: hint }),
    component: {
      type: ComponentType.TextInput as const,
      style: TextInputStyle.Short,
      custom_id: id,
      placeholder: example,
      max_length: most,
      required,
      ...(value !== undefined && value !== '' && { value: value.slice(0, most) }),
    },
  } satisfies Form['components'][number];
}

export function formOf(name: string, argument: string, title: string, components: Form['components']): Form {
  return { title, custom_id: customId(name, argument), components };
}

/** So long a custom id may be. */
const ID_LENGTH = 100;
/** Stands between what was typed into one field and into the next. */
const BAR = '|';

/** What was refused, and how to go on: with a button that opens the form as it was typed, where Discord can keep that. */
export function refusal(text: Text, error: UserError, form: string, argument: string, typed: readonly string[]): Told {
  const word = text.errors[error.code as ErrorCode] as (...detail: readonly unknown[]) => string;
  const kept = [form, argument, ...typed];
  const again = kept.join(BAR);
  const fits = customId('settings-again', again).length <= ID_LENGTH && !kept.some((part) => part.includes(BAR));
  return {
    lines: [word(...error.detail)],
    ...(fits && { parts: [row(button('settings-again', again, text.settings.againButton, 'main'))] }),
  };
}

/** The inverse of what {@link refusal} keeps. */
export function typedBefore(again: string): { form: string; argument: string; typed: readonly string[] } {
  const [form = '', argument = '', ...typed] = again.split(BAR);
  return { form, argument, typed };
}
