import {
  type APIAttachment,
  type APIEmbed,
  type APIMessageComponent,
  type APIMessageTopLevelComponent,
  type APIUnfurledMediaItem,
  ComponentType,
  EmbedType,
  SeparatorSpacingSize,
} from 'discord-api-types/v10';
import type { Snowflakes } from '../snowflake.ts';
import { eachComponent } from './content.ts';

/** The attachment that an `attachment://` link means. */
function linked(url: string, attachments: readonly APIAttachment[]): APIAttachment | undefined {
  const scheme = 'attachment://';
  return url.startsWith(scheme) ? attachments.find((file) => file.filename === url.slice(scheme.length)) : undefined;
}

/** Keys that were sent as null are not given back. */
function withoutNulls<T extends object>(object: T): T {
  if (!Object.values(object).includes(null)) return object;
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== null)) as T;
}

/** Embeds as Discord gives them back: typed, with `attachment://` links resolved. */
export function shownEmbeds(embeds: readonly APIEmbed[], attachments: readonly APIAttachment[]): APIEmbed[] {
  const media = <T extends { url: string }>(image: T): T => {
    const url = linked(image.url, attachments)?.url ?? image.url;
    return { ...image, url, proxy_url: url };
  };
  return embeds.map((sent) => {
    const { image, thumbnail, fields, ...embed } = withoutNulls(sent);
    return {
      ...embed,
      type: EmbedType.Rich,
      ...(image === undefined ? {} : { image: media(image) }),
      ...(thumbnail === undefined ? {} : { thumbnail: media(thumbnail) }),
      ...(fields === undefined ? {} : { fields: fields.map((field) => ({ ...field, inline: field.inline ?? false })) }),
    };
  });
}

type Media = APIUnfurledMediaItem & { readonly id: string };

/** Components as Discord gives them back: each numbered, with what was left out said, and media resolved. */
export function shownComponents(
  components: readonly APIMessageTopLevelComponent[],
  attachments: readonly APIAttachment[],
  ids: Snowflakes,
): APIMessageTopLevelComponent[] {
  const number = numbers(components);
  const media = ({ url }: { url: string }): Media => {
    const file = linked(url, attachments);
    const shown = { id: ids(), url: file?.url ?? url, proxy_url: file?.url ?? url };
    return file === undefined ? shown : { ...shown, attachment_id: file.id, content_type: file.content_type ?? null };
  };
  const show = <T extends APIMessageComponent>(sent: T): T => {
    const component: APIMessageComponent = withoutNulls<APIMessageComponent>(sent);
    const id = component.id || number();
    return { ...component, id, ...said(component) } as T;
  };
  const said = (component: APIMessageComponent): object => {
    switch (component.type) {
      case ComponentType.ActionRow:
        return { components: component.components.map(show) };
      case ComponentType.Container: {
        const { accent_color = null, spoiler = false } = component;
        return { components: component.components.map(show), accent_color, spoiler };
      }
      case ComponentType.Section:
        return { components: component.components.map(show), accessory: show(component.accessory) };
      case ComponentType.Separator:
        return { divider: component.divider ?? true, spacing: component.spacing ?? SeparatorSpacingSize.Small };
      case ComponentType.Thumbnail:
        return {
          media: media(component.media),
          description: component.description ?? null,
          spoiler: component.spoiler ?? false,
        };
      case ComponentType.MediaGallery:
        return {
          items: component.items.map((item) => ({
            media: media(item.media),
            description: item.description ?? null,
            spoiler: item.spoiler ?? false,
          })),
        };
      case ComponentType.File: {
        const file = linked(component.file.url, attachments);
        const { spoiler = false } = component;
        return { file: media(component.file), name: file?.filename ?? null, size: file?.size ?? null, spoiler };
      }
      case ComponentType.Button:
      case ComponentType.TextDisplay:
        return {};
      default:
        return { min_values: component.min_values ?? 1, max_values: component.max_values ?? 1 };
    }
  };
  return components.map(show);
}

/** Counts up from 1, past the numbers that components bring with them. */
function numbers(components: readonly APIMessageTopLevelComponent[]): () => number {
  const taken = new Set<number>();
  eachComponent(components, ({ id }) => {
    if (id) taken.add(id);
  });
  let next = 1;
  return () => {
    while (taken.has(next)) next += 1;
    return next++;
  };
}
