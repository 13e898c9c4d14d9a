import {
  address,
  type Bounds,
  type Fields,
  isAbsent,
  isFields,
  itemsOf,
  lengthOf,
  list,
  missing,
  number,
  type Path,
  record,
  text,
  type Violation,
  violation,
  yesOrNo,
} from './fields.ts';

/** Discord's limits of one embed, and of all embeds of a message together. */
export const embedLimits = {
  count: 10,
  total: 6000,
  title: 256,
  description: 4096,
  fields: 25,
  fieldName: 256,
  fieldValue: 1024,
  footer: 2048,
  author: 256,
} as const;

const link: Bounds & { readonly schemes: readonly string[] } = { max: 2048, schemes: ['http', 'https'] };
const picture = { ...link, schemes: ['http', 'https', 'attachment'] };

/** The list of embeds at `embeds`, each one and the sum of their texts. */
export function checkEmbeds(body: Fields, at: Path): readonly Violation[] {
  const wrong = list(body, 'embeds', at, { max: embedLimits.count }, (item, path) => record(item, path, checkEmbed));
  if (wrong.length > 0) return wrong;
  const total = itemsOf(body, 'embeds').reduce<number>((sum, embed) => sum + (isFields(embed) ? sizeOf(embed) : 0), 0);
  if (total <= embedLimits.total) return [];
  const message = `Embed size exceeds maximum size of ${embedLimits.total}`;
  return [violation([...at, 'embeds'], 'MAX_EMBED_SIZE_EXCEEDED', message)];
}

function checkEmbed(embed: Fields, at: Path): Violation[] {
  if (isEmpty(embed)) return [missing([...at, 'description'])];
  return [
    ...text(embed, 'title', at, { max: embedLimits.title }),
    ...text(embed, 'description', at, { max: embedLimits.description }),
    ...address(embed, 'url', at, link),
    ...number(embed, 'color', at, { min: 0, max: 0xffffff }),
    ...timestamp(embed, at),
    ...part(embed, 'footer', at, (footer, path) => [
      ...text(footer, 'text', path, { required: true, max: embedLimits.footer }),
      ...address(footer, 'icon_url', path, picture),
    ]),
    ...part(embed, 'author', at, (author, path) => [
      ...text(author, 'name', path, { required: true, max: embedLimits.author }),
      ...address(author, 'url', path, link),
      ...address(author, 'icon_url', path, picture),
    ]),
    ...part(embed, 'image', at, (image, path) => address(image, 'url', path, { ...picture, required: true })),
    ...part(embed, 'thumbnail', at, (image, path) => address(image, 'url', path, { ...picture, required: true })),
    ...list(embed, 'fields', at, { max: embedLimits.fields }, (item, path) => record(item, path, checkField)),
  ];
}

function checkField(field: Fields, at: Path): Violation[] {
  return [
    ...text(field, 'name', at, { required: true, max: embedLimits.fieldName }),
    ...text(field, 'value', at, { required: true, max: embedLimits.fieldValue }),
    ...yesOrNo(field, 'inline', at),
  ];
}

function part(
  embed: Fields,
  key: string,
  at: Path,
  check: (fields: Fields, at: Path) => readonly Violation[],
): readonly Violation[] {
  return isAbsent(embed[key]) ? [] : record(embed[key], [...at, key], check);
}

function timestamp(embed: Fields, at: Path): Violation[] {
  const value = embed['timestamp'];
  if (isAbsent(value)) return [];
  if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}/.test(value) && !Number.isNaN(Date.parse(value))) return [];
  return [violation([...at, 'timestamp'], 'DATE_TIME_TYPE_PARSE', `Could not parse ${value}. Should be ISO8601.`)];
}

/** Nothing that could be shown. */
function isEmpty(embed: Fields): boolean {
  const shown = ['title', 'description', 'footer', 'author', 'image', 'thumbnail'];
  return itemsOf(embed, 'fields').length === 0 && shown.every((key) => isAbsent(embed[key]) || embed[key] === '');
}

/** What counts towards the sum: title, description, field names and values, footer and author. */
function sizeOf(embed: Fields): number {
  const { footer, author } = embed;
  const fields = itemsOf(embed, 'fields').filter(isFields);
  return (
    lengthOf(embed, 'title') +
    lengthOf(embed, 'description') +
    (isFields(footer) ? lengthOf(footer, 'text') : 0) +
    (isFields(author) ? lengthOf(author, 'name') : 0) +
    fields.reduce((sum, field) => sum + lengthOf(field, 'name') + lengthOf(field, 'value'), 0)
  );
}
