import {
  type APIAttachment,
  type APIEmbed,
  type APIMessage,
  type APIMessageComponent,
  type APIMessageTopLevelComponent,
  ComponentType,
  EmbedType,
} from 'discord-api-types/v10';

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

type FileUrls = (url: string) => { url: string; attachment: APIAttachment | undefined };

const fileUrls =
  (attachments: readonly APIAttachment[]): FileUrls =>
  (url) => {
    const name = url.startsWith('attachment://') ? url.slice('attachment://'.length) : undefined;
    const attachment = name === undefined ? undefined : attachments.find((file) => file.filename === name);
    return { url: attachment?.url ?? url, attachment };
  };

/** Embeds as Discord gives them back: typed, with `attachment://` links resolved. */
export function shownEmbeds(embeds: readonly APIEmbed[], attachments: readonly APIAttachment[]): APIEmbed[] {
  const resolve = fileUrls(attachments);
  const media = <T extends { url: string }>(image: T): T => {
    const { url } = resolve(image.url);
    return { ...image, url, proxy_url: url };
  };
  return embeds.map((embed) => ({
    ...embed,
    type: EmbedType.Rich,
    ...(embed.image === undefined ? {} : { image: media(embed.image) }),
    ...(embed.thumbnail === undefined ? {} : { thumbnail: media(embed.thumbnail) }),
    ...(embed.fields === undefined
      ? {}
      : { fields: embed.fields.map((field) => ({ ...field, inline: field.inline ?? false })) }),
  }));
}

/** Components as Discord gives them back: each with a number of its own, and media resolved. */
export function shownComponents(
  components: readonly APIMessageTopLevelComponent[],
  attachments: readonly APIAttachment[],
): APIMessageTopLevelComponent[] {
  const resolve = fileUrls(attachments);
  const taken = new Set<number>();
  eachComponent(components, (component) => {
    if (component.id) taken.add(component.id);
  });
  let next = 1;
  const number = () => {
    while (taken.has(next)) next += 1;
    return next++;
  };
  const media = (item: { url: string }) => {
    const { url, attachment } = resolve(item.url);
    return {
      url,
      proxy_url: url,
      width: attachment?.width ?? null,
      height: attachment?.height ?? null,
      ...(attachment === undefined
        ? {}
        : { attachment_id: attachment.id, content_type: attachment.content_type ?? null }),
    };
  };
  const shown = (component: APIMessageComponent): APIMessageComponent => {
    const id = component.id || number();
    switch (component.type) {
      case ComponentType.ActionRow:
        return { ...component, id, components: component.components.map((child) => shown(child) as typeof child) };
      case ComponentType.Container:
        return {
          ...component,
          id,
          spoiler: component.spoiler ?? false,
          accent_color: component.accent_color ?? null,
          components: component.components.map((child) => shown(child) as typeof child),
        };
      case ComponentType.Separator:
        return { ...component, id, divider: component.divider ?? true, spacing: component.spacing ?? 1 };
      case ComponentType.Section: {
        const texts = component.components.map((child) => shown(child) as typeof child);
        return {
          ...component,
          id,
          components: texts,
          accessory: shown(component.accessory) as typeof component.accessory,
        };
      }
      case ComponentType.Thumbnail:
        return { ...component, id, spoiler: component.spoiler ?? false, media: media(component.media) };
      case ComponentType.MediaGallery:
        return {
          ...component,
          id,
          items: component.items.map((item) => ({ ...item, spoiler: item.spoiler ?? false, media: media(item.media) })),
        };
      case ComponentType.File: {
        const file = media(component.file);
        const attachment = resolve(component.file.url).attachment;
        return {
          ...component,
          id,
          file,
          spoiler: component.spoiler ?? false,
          name: attachment?.filename ?? '',
          size: attachment?.size ?? 0,
        };
      }
      default:
        return { ...component, id };
    }
  };
  return components.map((component) => shown(component) as APIMessageTopLevelComponent);
}
