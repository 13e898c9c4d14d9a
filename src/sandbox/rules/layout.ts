import { checkButton } from './buttons.ts';
import { component, componentList, componentType, type Kinds } from './components.ts';
import {
  address,
  type Fields,
  isAbsent,
  isFields,
  itemsOf,
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
import { selectKinds } from './selects.ts';

const rowWidth = 5;

const button = [componentType.button, checkButton] as const;
const inRow: Kinds = new Map([button, ...selectKinds('message')]);

/** A row holds five buttons or one select, which is as wide as five. */
function checkRow(row: Fields, at: Path): Violation[] {
  const wrong = componentList(row, at, { required: true, min: 1, max: rowWidth }, inRow);
  if (wrong.length > 0) return wrong;
  let width = 0;
  return itemsOf(row, 'components').flatMap((child, index) => {
    width += isFields(child) && child['type'] === componentType.button ? 1 : rowWidth;
    if (width <= rowWidth) return [];
    const message = 'The specified component exceeds the maximum width';
    return [violation([...at, 'components', index], 'COMPONENT_LAYOUT_WIDTH_EXCEEDED', message)];
  });
}

const row = [componentType.actionRow, checkRow] as const;

/** The names of the files that a message carries, which `attachment://` addresses must name. */
export type FileNames = ReadonlySet<string>;

const textDisplay = [
  componentType.textDisplay,
  (display: Fields, at: Path) => text(display, 'content', at, { required: true, min: 1, max: 4000 }),
] as const;

const separator = [
  componentType.separator,
  (line: Fields, at: Path) => [...yesOrNo(line, 'divider', at), ...number(line, 'spacing', at, { min: 1, max: 2 })],
] as const;

/** What may stand at the top of a message without Components V2. */
export const legacyKinds: Kinds = new Map([row]);

/** What may stand at the top of a Components V2 message whose files are named `files`. */
export function layoutKinds(files: FileNames): Kinds {
  const described = (owner: Fields, at: Path): Violation[] => [
    ...text(owner, 'description', at, { min: 1, max: 1024 }),
    ...yesOrNo(owner, 'spoiler', at),
  ];
  const thumbnail = [
    componentType.thumbnail,
    (picture: Fields, at: Path) => [...media(picture, 'media', at, files), ...described(picture, at)],
  ] as const;
  const accessories: Kinds = new Map([button, thumbnail]);
  const section = [
    componentType.section,
    (part: Fields, at: Path) => [
      ...componentList(part, at, { required: true, min: 1, max: 3 }, new Map([textDisplay])),
      ...(isAbsent(part['accessory'])
        ? [missing([...at, 'accessory'])]
        : component(part['accessory'], [...at, 'accessory'], accessories)),
    ],
  ] as const;
  const gallery = [
    componentType.mediaGallery,
    (wall: Fields, at: Path) =>
      list(wall, 'items', at, { required: true, min: 1, max: 10 }, (item, path) =>
        record(item, path, (picture, inner) => [
          ...media(picture, 'media', inner, files),
          ...described(picture, inner),
        ]),
      ),
  ] as const;
  const file = [
    componentType.file,
    (shown: Fields, at: Path) => [...media(shown, 'file', at, files, ['attachment']), ...yesOrNo(shown, 'spoiler', at)],
  ] as const;
  const inContainer: Kinds = new Map<number, (part: Fields, at: Path) => readonly Violation[]>([
    row,
    textDisplay,
    section,
    gallery,
    separator,
    file,
  ]);
  const checkContainer = (box: Fields, at: Path): Violation[] => [
    ...componentList(box, at, { required: true, min: 1 }, inContainer),
    ...number(box, 'accent_color', at, { min: 0, max: 0xffffff }),
    ...yesOrNo(box, 'spoiler', at),
  ];
  return new Map([...inContainer, [componentType.container, checkContainer]]);
}

/** A picture or file: on the web, or one that comes with the message. */
function media(
  owner: Fields,
  key: string,
  at: Path,
  files: FileNames,
  schemes: readonly string[] = ['http', 'https', 'attachment'],
): readonly Violation[] {
  const path = [...at, key];
  if (isAbsent(owner[key])) return [missing(path)];
  return record(owner[key], path, (item, inner) => {
    const wrong = address(item, 'url', inner, { required: true, max: 2048, schemes });
    const url = item['url'];
    if (wrong.length > 0 || typeof url !== 'string' || !url.startsWith('attachment://')) return wrong;
    if (files.has(url.slice('attachment://'.length))) return [];
    const message = 'The referenced attachment was not found';
    return [violation([...inner, 'url'], 'UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND', message)];
  });
}
