import { checkEmbeds } from './embeds.ts';
import {
  badLength,
  type Fields,
  isAbsent,
  isFields,
  itemsOf,
  list,
  missing,
  number,
  record,
  snowflake,
  text,
  type Violation,
  violation,
  yesOrNo,
} from './fields.ts';
import { checkMentions } from './mentions.ts';
import { checkComponents } from './message-components.ts';

/** A file that travels with a message: its name, and its size in bytes. */
export interface MessageFile {
  readonly name: string;
  readonly size: number;
}

/** Where a message body goes. */
export interface MessageContext {
  /** `create` and `edit`: in a channel. `interaction`: the `data` of a callback. `followup`: by the token, also its edits. */
  readonly kind: 'create' | 'edit' | 'interaction' | 'followup';
  readonly files: readonly MessageFile[];
  /** The names of files that the edited message has already, which its components may go on showing. */
  readonly kept?: readonly string[];
  /** The edited message has Components V2, which it cannot lose. */
  readonly wasV2?: boolean;
  /** Which of `content`, `embeds`, `sticker_ids` and `poll` the edited message has: V2 takes none of them along. */
  readonly carried?: readonly string[];
}

export const messageFlag = { suppressEmbeds: 1 << 2, ephemeral: 1 << 6, silent: 1 << 12, v2: 1 << 15 } as const;

const maxFiles = 10;
const maxFileSize = 10 * 1024 * 1024;

/** Everything that Discord's rules refuse in a message body; an empty message and too large a file are other errors. */
export function checkMessage(body: unknown, context: MessageContext): readonly Violation[] {
  return record(body, [], (fields) => checkFields(fields, context));
}

function checkFields(body: Fields, context: MessageContext): readonly Violation[] {
  const flags = flagsOf(body);
  const asksForV2 = flags !== undefined && (flags & messageFlag.v2) !== 0;
  // An edit that states its flags without V2 is read as a message of old, although the message stays V2.
  const isV2 = asksForV2 || (flags === undefined && context.wasV2 === true);
  const legacy = asksForV2 || context.wasV2 === true ? legacyFields(body, context.carried ?? []) : [];
  const names = new Set([...fileNames(body, context.files), ...(context.kept ?? [])]);
  return [
    ...(legacy.length > 0 ? legacy : [...text(body, 'content', [], { max: 2000 }), ...checkEmbeds(body, [])]),
    ...number(body, 'flags', [], { min: 0 }),
    ...checkFlags(flags ?? 0, context),
    ...checkComponents(body, [], isV2, names),
    ...checkMentions(body),
    ...checkNonce(body, context),
    ...checkAttachments(body, context),
  ];
}

function flagsOf({ flags }: Fields): number | undefined {
  return typeof flags === 'number' && flags >= 0 ? flags : undefined;
}

/** Nothing in it that could be seen: error 50006, "Cannot send an empty message". */
export function isEmptyMessage(body: unknown, files: readonly MessageFile[]): boolean {
  if (!isFields(body)) return files.length === 0;
  const content = body['content'];
  return (
    (typeof content !== 'string' || content.trim() === '') &&
    ['embeds', 'components', 'sticker_ids'].every((key) => itemsOf(body, key).length === 0) &&
    isAbsent(body['poll']) &&
    isAbsent(body['shared_client_theme']) &&
    !isForward(body['message_reference']) &&
    files.length === 0
  );
}

/** A file above 10 MiB: error 40005, "Request entity too large", status 413. */
export function hasTooLargeFile(files: readonly MessageFile[]): boolean {
  return files.some(({ size }) => size > maxFileSize);
}

/** A message that shows another one needs nothing of its own. */
const isForward = (reference: unknown): boolean => isFields(reference) && reference['type'] === 1;

/** Files are found under the name that `attachments` gives to their index, else under their own. */
function fileNames(body: Fields, files: readonly MessageFile[]): string[] {
  const renamed = new Map<string, unknown>();
  for (const item of itemsOf(body, 'attachments')) {
    if (isFields(item)) renamed.set(String(item['id']), item['filename']);
  }
  return files.map(({ name }, index) => {
    const other = renamed.get(String(index));
    return typeof other === 'string' ? other : name;
  });
}

function legacyFields(body: Fields, carried: readonly string[]): Violation[] {
  const isUsed = (key: string): boolean => {
    const value = body[key];
    if (value === undefined) return carried.includes(key);
    return Array.isArray(value) || typeof value === 'string' ? value.length > 0 : !isAbsent(value);
  };
  return ['content', 'embeds', 'sticker_ids', 'poll', 'shared_client_theme'].filter(isUsed).map((key) => {
    const message = `The '${key}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`;
    return violation([key], 'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2', message);
  });
}

function checkFlags(flags: number, { kind }: MessageContext): Violation[] {
  if (kind !== 'create' || (flags & messageFlag.ephemeral) === 0) return [];
  const message = 'Only the answer to an interaction can be ephemeral';
  return [violation(['flags'], 'MESSAGE_FLAGS_EPHEMERAL_NOT_ALLOWED', message)];
}

function checkNonce(body: Fields, { kind }: MessageContext): Violation[] {
  const { nonce } = body;
  if (kind !== 'create') return [];
  const enforced = yesOrNo(body, 'enforce_nonce', []);
  if (isAbsent(nonce)) return enforced;
  if (typeof nonce === 'string' && nonce.length > 25) {
    return [...enforced, violation(['nonce'], 'NONCE_TYPE_TOO_LONG', 'Must be 25 or fewer characters long.')];
  }
  if (typeof nonce === 'string' || Number.isInteger(nonce)) return enforced;
  const message = 'This field must be a string or integer.';
  return [...enforced, violation(['nonce'], 'NONCE_TYPE_INVALID_TYPE', message)];
}

function checkAttachments(body: Fields, { files }: MessageContext): readonly Violation[] {
  const wrong = list(body, 'attachments', [], { max: maxFiles }, (item, path) =>
    record(item, path, (fields, at) => [
      ...text(fields, 'filename', at, { min: 1, max: 1024 }),
      ...text(fields, 'description', at, { max: 1024 }),
      ...text(fields, 'title', at, { max: 1024 }),
      ...(isAbsent(fields['id']) ? [missing([...at, 'id'])] : snowflake(fields['id'], [...at, 'id'], true)),
    ]),
  );
  return wrong.length > 0 ? wrong : badLength(['attachments'], files.length, { max: maxFiles });
}
