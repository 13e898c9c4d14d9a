import type { FaultKind } from '../../protocol.ts';

/** What a fault is about: the bot as a whole, or the place or person that is open. */
export type FaultScope = 'answers' | 'line' | 'server' | 'channel' | 'person';

export interface FaultWords {
  readonly scope: FaultScope;
  readonly name: string;
  /** What breaks, and what a host would see. */
  readonly story: string;
  /** What mending does, where that is more than to end it. */
  readonly mending?: string;
  /** False: it is over at once, there is nothing to mend. */
  readonly lasts: boolean;
}

export const FAULT_WORDS: Readonly<Record<FaultKind, FaultWords>> = {
  'error 500': {
    scope: 'answers',
    name: 'Error 500',
    story: 'Discord answers every call with an error. Commands fail with a reference; the daily post comes late.',
    lasts: true,
  },
  'rate limit': {
    scope: 'answers',
    name: 'Rate limit',
    story: 'Discord tells the bot to wait two seconds before it posts. Posts come late, each of them once.',
    lasts: true,
  },
  'no answer': {
    scope: 'answers',
    name: 'No answer',
    story: 'Calls hang until the bot gives them up. People read that the application did not respond.',
    lasts: true,
  },
  'answer lost': {
    scope: 'answers',
    name: 'Answer lost',
    story: 'A post is made, but the bot never hears of it. It tries again, and nobody sees the post twice.',
    lasts: true,
  },
  'gateway drop': {
    scope: 'line',
    name: 'Line drops',
    story: 'The connection is cut. The bot comes back by itself and misses nothing.',
    lasts: false,
  },
  'gateway reconnect': {
    scope: 'line',
    name: 'Reconnect',
    story: 'Discord asks the bot to connect anew, as it does every few hours.',
    lasts: false,
  },
  'session lost': {
    scope: 'line',
    name: 'Session lost',
    story: 'Discord has forgotten the bot. It has to log in from the beginning.',
    lasts: false,
  },
  outage: {
    scope: 'server',
    name: 'Outage',
    story: 'Discord has lost this server for a while. Nothing reaches the bot from it.',
    lasts: true,
  },
  'bot removed': {
    scope: 'server',
    name: 'Bot removed',
    story: 'An admin takes the bot out of the server. Its commands vanish and nothing is posted.',
    mending: 'Invites the bot again.',
    lasts: true,
  },
  'channel deleted': {
    scope: 'channel',
    name: 'Channel deleted',
    story: 'The channel is gone with all that stood in it. If the coach posts there, an admin has to pick another.',
    mending: 'Makes a new channel of the same name; the old messages stay lost.',
    lasts: true,
  },
  'channel silenced': {
    scope: 'channel',
    name: 'Channel silenced',
    story: 'The bot may no longer write in this channel. /coach status says so, and how to mend it.',
    lasts: true,
  },
  'dms closed': {
    scope: 'person',
    name: 'DMs closed',
    story: 'This person takes no direct messages. Reminders that they asked for cannot reach them.',
    lasts: true,
  },
};

/** How long a fault lasts, in words. @param left requests; null until it is mended */
export function howLong(left: number | null): string {
  if (left === null) return 'until you mend it';
  return left === 1 ? 'for 1 more request' : `for ${left} more requests`;
}
