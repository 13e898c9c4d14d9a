import { type APIMessage, MessageFlags } from 'discord-api-types/v10';

/** What stands under what in a channel, oldest first. */
export type Row =
  | { readonly kind: 'beginning' | 'loading'; readonly key: string }
  /** A new day, what is new, or both on one line. */
  | { readonly kind: 'divider'; readonly key: string; readonly day: number | undefined; readonly isNew: boolean }
  /** `position` counts messages from 1. The first of a group has its author's picture and name. */
  | {
      readonly kind: 'message';
      readonly key: string;
      readonly message: APIMessage;
      readonly isFirst: boolean;
      readonly position: number;
    };

export interface RowOptions {
  /** Whether older messages are yet to be loaded. */
  readonly more: boolean;
  /** The last message that was read when the channel was opened; nothing when all was. */
  readonly readUpTo: string | undefined;
  readonly meId: string | undefined;
  /** The day on which an instant falls for who reads. */
  readonly dayOf: (instant: number) => string;
}

/** Messages of one author stay one group for so long (ms). */
const GROUP_SPAN = 7 * 60_000;
/** The first instant of Discord's ids (ms). */
const EPOCH = 1_420_070_400_000n;

/** When something with this id was made (ms): as exact as a timestamp, and cheaper to read. */
export const instantOf = (id: string): number => Number((BigInt(id) >> 22n) + EPOCH);

const isNewer = (id: string, than: string) => (id.length === than.length ? id > than : id.length > than.length);

/** Ids are read once: a log of thousands is gone through anew with each message that comes. */
const instants = new WeakMap<APIMessage, number>();
function instantOfMessage(message: APIMessage): number {
  const known = instants.get(message);
  if (known !== undefined) return known;
  const made = instantOf(message.id);
  instants.set(message, made);
  return made;
}

/** The rows that a log is shown as. */
export function rowsOf(messages: readonly APIMessage[], options: RowOptions): readonly Row[] {
  const rows: Row[] = [options.more ? { kind: 'loading', key: 'loading' } : { kind: 'beginning', key: 'beginning' }];
  let before: APIMessage | undefined;
  let day: string | undefined;
  let isNewSaid = options.readUpTo === undefined;
  for (const [index, message] of messages.entries()) {
    const at = instantOfMessage(message);
    const today = options.dayOf(at);
    const isNew = !isNewSaid && isNewer(message.id, options.readUpTo ?? '') && message.author.id !== options.meId;
    if (isNew) isNewSaid = true;
    const isNextDay = today !== day;
    if (isNextDay || isNew)
      rows.push({ kind: 'divider', key: `before ${message.id}`, day: isNextDay ? at : undefined, isNew });
    const isFirst = isNextDay || isNew || before === undefined || !isOneGroup(before, message);
    rows.push({ kind: 'message', key: message.id, message, isFirst, position: index + 1 });
    before = message;
    day = today;
  }
  return rows;
}

/** What is said beside a name: whether it is private, whether it was sent silently. */
const HEAD_FLAGS = MessageFlags.Ephemeral | MessageFlags.SuppressNotifications;
const headFlags = ({ flags }: APIMessage) => (flags ?? 0) & HEAD_FLAGS;
/** A line above it says what it answers, so it has a head of its own. */
export const answersSomething = (message: APIMessage): boolean =>
  message.referenced_message !== undefined || message.interaction_metadata !== undefined;

function isOneGroup(before: APIMessage, message: APIMessage): boolean {
  return (
    before.author.id === message.author.id &&
    instantOfMessage(message) - instantOfMessage(before) < GROUP_SPAN &&
    headFlags(before) === headFlags(message) &&
    !answersSomething(message)
  );
}
