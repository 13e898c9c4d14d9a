import type { APIAttachment, APIMessage } from 'discord-api-types/v10';

/** A picture, a film or a sound, as it is shown. */
export interface Media {
  /** As the message has it. */
  readonly url: string;
  /** What it shows, in words; empty when nobody said. */
  readonly alt: string;
  readonly type: 'image' | 'video' | 'audio' | 'file';
  readonly isSpoiler: boolean;
}

const TYPES: readonly (readonly [RegExp, Media['type']])[] = [
  [/\.(png|jpe?g|gif|webp|avif|bmp|svg)$/i, 'image'],
  [/\.(mp4|webm|mov|m4v)$/i, 'video'],
  [/\.(mp3|ogg|wav|flac|m4a|opus)$/i, 'audio'],
];

/** What is sent without a better word for it. */
const UNKNOWN = 'application/octet-stream';

/** What a file is, by its content type, or else by its name. */
export function mediaType(contentType: string | null | undefined, name: string): Media['type'] {
  const [group = ''] = (contentType ?? '').split('/');
  if (group === 'image' || group === 'video' || group === 'audio') return group;
  if (contentType && contentType !== UNKNOWN) return 'file';
  const path = name.replace(/[?#].*$/, '');
  return TYPES.find(([pattern]) => pattern.test(path))?.[1] ?? 'file';
}

export const fileName = (url: string): string => {
  const [, name = url] = /([^/?#]+)(?:[?#].*)?$/.exec(url) ?? [];
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
};

/** In Discord a file whose name begins so is covered. */
const SPOILER = /^SPOILER_/;

export function mediaOf(file: APIAttachment): Media {
  return {
    url: file.url,
    alt: file.description ?? '',
    type: mediaType(file.content_type, file.filename),
    isSpoiler: SPOILER.test(file.filename),
  };
}

/** `1.5 KB`, as Discord counts: 1,024 bytes to the kilobyte. */
export function sizeWords(bytes: number): string {
  if (bytes < 1_024) return bytes === 1 ? '1 byte' : `${bytes} bytes`;
  if (bytes < 1_048_576) return `${round(bytes / 1_024)} KB`;
  return `${round(bytes / 1_048_576)} MB`;
}
const round = (value: number) => String(Math.round(value * 100) / 100);

/** Files that are shown by themselves: not those that an embed shows already. */
export function looseFiles({ attachments, embeds }: APIMessage): readonly APIAttachment[] {
  const shown = new Set(
    embeds.flatMap(({ image, thumbnail, author, footer }) => [
      image?.url,
      thumbnail?.url,
      author?.icon_url,
      footer?.icon_url,
    ]),
  );
  return attachments.filter(({ url }) => !shown.has(url));
}
