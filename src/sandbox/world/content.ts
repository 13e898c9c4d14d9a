import { type APIEmbed, type APIMessage, type APIMessageComponent, ComponentType } from 'discord-api-types/v10';

/** Visits every component of a message, parents first, section accessories included. */
export function eachComponent(
  components: readonly APIMessageComponent[] | undefined,
  visit: (component: APIMessageComponent) => void,
): void {
  for (const component of components ?? []) {
    visit(component);
    if ('components' in component) eachComponent(component.components, visit);
    if (component.type === ComponentType.Section) eachComponent([component.accessory], visit);
  }
}

/** The text that mentions are looked for in: the content, or the text displays of Components V2. */
export function mentionText(message: Pick<APIMessage, 'content' | 'components'>): string {
  if (message.content !== '') return message.content;
  const texts: string[] = [];
  eachComponent(message.components, (component) => {
    if (component.type === ComponentType.TextDisplay) texts.push(component.content);
  });
  return texts.join('\n');
}

/** All that a person can read in a message, top to bottom: content, embeds, text displays, labels of buttons and selects. */
export function textOf(message: Pick<APIMessage, 'content' | 'embeds' | 'components' | 'attachments'>): string {
  const lines: string[] = message.content === '' ? [] : [message.content];
  for (const embed of message.embeds) lines.push(...embedLines(embed));
  const shown: string[] = [];
  eachComponent(message.components, (component) => {
    if (component.type === ComponentType.TextDisplay) shown.push(component.content);
    else if (component.type === ComponentType.Button) shown.push(`[${buttonLabel(component)}]`);
    else if ('placeholder' in component && component.placeholder) shown.push(`[${component.placeholder}]`);
    if (component.type === ComponentType.StringSelect) {
      shown.push(...component.options.map((option) => ` - ${option.label}`));
    }
  });
  lines.push(...shown);
  for (const file of message.attachments) lines.push(`(file ${file.filename})`);
  return lines.join('\n');
}

/** The label of a button, or its emoji when it has no label. */
export function buttonLabel(button: object): string {
  if ('label' in button && typeof button.label === 'string' && button.label !== '') return button.label;
  if ('emoji' in button && typeof button.emoji === 'object' && button.emoji !== null && 'name' in button.emoji) {
    return String(button.emoji.name);
  }
  return '';
}

function embedLines(embed: APIEmbed): string[] {
  return [
    embed.author?.name,
    embed.title,
    embed.description,
    ...(embed.fields ?? []).flatMap((field) => [field.name, field.value]),
    embed.footer?.text,
  ].filter((line) => line !== undefined);
}
