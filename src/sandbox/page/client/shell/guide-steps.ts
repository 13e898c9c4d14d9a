import type { APIMessage } from 'discord-api-types/v10';
import type { RosterView } from '../../protocol.ts';

const DAY = 86_400_000;
/** Discord's ids count from here (ms). */
const EPOCH = 1_420_070_400_000;
/** So many of the latest messages are looked at: what happens is among them. */
const LATEST = 30;
/** A button, a command: what somebody did for a message to come of it. */
const COMMAND = 2;
const COMPONENT = 3;

/** The steps in which a newcomer meets the coach, in order. */
export const STEPS = ['set up', 'enrolled', 'posted', 'done', 'looked back'] as const;
export type StepId = (typeof STEPS)[number];

/** What was seen to happen: for each step the message that shows it. */
export type Seen = Readonly<Partial<Record<StepId, string>>>;

export interface Watch {
  readonly botId: string;
  /** The newcomer whose steps these are. */
  readonly heroId: string;
  /** Those who may set the coach up. */
  readonly managerIds: readonly string[];
}

/** Adds what the latest messages show; the same object where they show nothing new. @param messages oldest first */
export function withSeen(seen: Seen, messages: readonly APIMessage[], watch: Watch): Seen {
  if (STEPS.every((step) => seen[step] !== undefined)) return seen;
  let now = seen;
  for (const message of messages.slice(-LATEST)) {
    if (message.author.id !== watch.botId) continue;
    for (const step of shownBy(message, now, watch, messages))
      if (now[step] === undefined) now = { ...now, [step]: message.id };
  }
  return now;
}

function shownBy(message: APIMessage, seen: Seen, watch: Watch, all: readonly APIMessage[]): StepId[] {
  const { heroId, managerIds } = watch;
  const { buttons, text } = contentOf(message);
  const cause = message.interaction_metadata;
  if (cause === undefined) {
    // The day's post, which the coach makes by itself where it was told to; on a rest day it has no Done.
    if (!buttons.includes('done') && !buttons.includes('workout')) return [];
    return isAfter(message.id, seen.enrolled) ? ['set up', 'posted'] : ['set up'];
  }
  const steps: StepId[] = [];
  // Whoever sets it up is told where and when it posts.
  if (managerIds.includes(cause.user.id) && /<#\d+>/.test(text) && /<t:\d+/.test(text)) steps.push('set up');
  if (cause.user.id !== heroId) return steps;
  // Only who is in the plan has a workout of their own.
  if (buttons.includes('workout')) steps.push('enrolled');
  if (buttons.includes('undo') && cause.type === COMPONENT) {
    const pressedOn = all.findLast(({ id }) => id === cause.interacted_message_id);
    // Other check-ins can be taken back too; this one was made where there is a Done, under a post.
    if (pressedOn !== undefined && contentOf(pressedOn).buttons.includes('done')) steps.push(...STEPS.slice(0, 4));
  }
  const isLater = seen.done !== undefined && timeOf(message.id) - timeOf(seen.done) >= 5 * DAY;
  if (cause.type === COMMAND && isLater && /streak/i.test(text)) steps.push('looked back');
  return steps;
}

const timeOf = (id: string): number => Number(BigInt(id) >> 22n) + EPOCH;
const isAfter = (id: string, than: string | undefined): boolean => than !== undefined && BigInt(id) > BigInt(than);

/** The names of a message's buttons (what stands before the `~` of their ids), and all its text. */
function contentOf(message: APIMessage): { buttons: string[]; text: string } {
  const buttons: string[] = [];
  const texts = [message.content];
  const walk = (part: unknown): void => {
    if (Array.isArray(part)) for (const each of part) walk(each);
    if (typeof part !== 'object' || part === null) return;
    if ('custom_id' in part && typeof part.custom_id === 'string') buttons.push(part.custom_id.split('~')[0] ?? '');
    if ('content' in part && typeof part.content === 'string') texts.push(part.content);
    if ('components' in part) walk(part.components);
    if ('accessory' in part) walk(part.accessory);
  };
  walk(message.components);
  return { buttons, text: texts.join('\n') };
}

/** Whose steps these are: who is played if they are new to it, else the first member who only trains. */
export function heroOf(meId: string, rosters: readonly RosterView[]): string {
  const isPlain = (id: string) =>
    rosters.some((roster) => roster.memberIds.includes(id) && !roster.managerIds.includes(id));
  if (isPlain(meId)) return meId;
  return rosters.flatMap(({ memberIds }) => memberIds).find(isPlain) ?? meId;
}
