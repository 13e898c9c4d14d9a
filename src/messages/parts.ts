import {
  type APIButtonComponentWithCustomId,
  type APIComponentInContainer,
  type APIMessageTopLevelComponent,
  type APIStringSelectComponent,
  ButtonStyle,
  ComponentType,
} from 'discord-api-types/v10';

/** A message without its addressee: Components V2, and who may be pinged by it (user ids; nobody when absent). */
export interface MessageBody {
  readonly components: readonly APIMessageTopLevelComponent[];
  readonly mentions?: readonly string[];
  /**
   * Files that it carries. They are seen only where a {@link fileShown} or {@link pictureShown} says so. A message that
   * is changed in place loses those that it had; where this is absent it keeps them.
   */
  readonly files?: readonly AttachedFile[];
}

export interface AttachedFile {
  /** Letters, digits, `-`, `_` and `.` alone. */
  readonly name: string;
  /** Its media type, such as `text/csv`. */
  readonly type: string;
  readonly content: string | Uint8Array;
  /** What a picture shows, for those who do not see it. */
  readonly alt?: string;
}

/** Discord counts text over the whole message; see its reference of Components V2. */
export const MESSAGE_TEXT_LIMIT = 4000;

/** The colours of the coach's cards: training, rest, and a plain remark. */
export const ACCENT = { train: 0x2f7d6b, rest: 0x5b7aa6, celebrate: 0xd9902f, plain: 0x8a8f98 } as const;

/** Markdown text; lines are joined, empty ones included, absent ones left out. */
export function words(...lines: readonly (string | undefined)[]): APIComponentInContainer {
  const content = lines.filter((line) => line !== undefined).join('\n');
  return { type: ComponentType.TextDisplay, content };
}

export function divider(): APIComponentInContainer {
  return { type: ComponentType.Separator, divider: true, spacing: 1 };
}

/** Where a file of the message is shown, by its name. */
export function fileShown(name: string): APIComponentInContainer {
  return { type: ComponentType.File, file: { url: `attachment://${name}` } };
}

/** Where a picture of the message is shown, by its name, and what it shows, for those who do not see it. */
export function pictureShown(name: string, alt: string): APIComponentInContainer {
  return { type: ComponentType.MediaGallery, items: [{ media: { url: `attachment://${name}` }, description: alt }] };
}

/** A row of up to five buttons. */
export function row(...buttons: readonly APIButtonComponentWithCustomId[]): APIComponentInContainer {
  return { type: ComponentType.ActionRow, components: [...buttons] };
}

/** What can be picked in a menu, and what it then says to the command that listens. */
export interface Option {
  readonly label: string;
  readonly value: string;
  readonly description?: string;
}

/** Discord's limits of a select menu: how many options, and how long their texts. */
const MENU = { options: 25, text: 100, placeholder: 150 } as const;

/** A menu from which one thing is picked. Its name and argument are as a {@link button}'s. */
export function menu(
  name: string,
  argument: string,
  placeholder: string,
  options: readonly Option[],
): APIComponentInContainer {
  return menuRow({ custom_id: customId(name, argument), placeholder, options: options.map(menuOption) });
}

/** A menu from which any number is picked, none included; `picked` are the values that it comes with. */
export function menuOfMany(
  name: string,
  argument: string,
  placeholder: string,
  options: readonly Option[],
  picked: readonly string[],
): APIComponentInContainer {
  return menuRow({
    custom_id: customId(name, argument),
    placeholder,
    options: options.map((option) => ({ ...menuOption(option), default: picked.includes(option.value) })),
    min_values: 0,
    max_values: Math.min(options.length, MENU.options),
  });
}

function menuRow({
  placeholder = '',
  options,
  ...rest
}: Omit<APIStringSelectComponent, 'type'>): APIComponentInContainer {
  const component: APIStringSelectComponent = {
    type: ComponentType.StringSelect,
    ...rest,
    placeholder: placeholder.slice(0, MENU.placeholder),
    options: options.slice(0, MENU.options),
  };
  return { type: ComponentType.ActionRow, components: [component] };
}

function menuOption({ label, value, description }: Option): Option {
  return {
    label: label.slice(0, MENU.text),
    value,
    ...(description !== undefined && { description: description.slice(0, MENU.text) }),
  };
}

const STYLES = {
  main: ButtonStyle.Primary,
  good: ButtonStyle.Success,
  quiet: ButtonStyle.Secondary,
  danger: ButtonStyle.Danger,
} as const;

/** What a press of the button means: the name under which a command listens, and one argument. At most 100 characters together. */
export function button(
  name: string,
  argument: string,
  label: string,
  style: keyof typeof STYLES = 'quiet',
): APIButtonComponentWithCustomId {
  return { type: ComponentType.Button, style: STYLES[style], label, custom_id: customId(name, argument) };
}

export function customId(name: string, argument: string): string {
  return `${name}~${argument}`;
}

/** The inverse of {@link customId}; undefined for an id that is not ours. */
export function parseCustomId(id: string): { name: string; argument: string } | undefined {
  const at = id.indexOf('~');
  return at < 1 ? undefined : { name: id.slice(0, at), argument: id.slice(at + 1) };
}

/** One card with a coloured edge. */
export function card(accent: keyof typeof ACCENT, ...parts: readonly APIComponentInContainer[]): MessageBody {
  return { components: [{ type: ComponentType.Container, accent_color: ACCENT[accent], components: [...parts] }] };
}
