import { type Instant, MINUTE } from '../coach/day.ts';
import type { Failure } from '../discord/failure.ts';
import type { Posts } from '../discord/outbox.ts';
import type { Store } from '../store/store.ts';

/** Discord quarantines bots that write to some thirty people for the first time at once. */
const BETWEEN_MS = 10_000;
/** After "You are opening direct messages too fast". */
const TOO_FAST = { code: '40003', rest: 10 * MINUTE };

/** Where a person is written to; or when a channel may be opened for them; or why it cannot be. */
export type Way =
  | { readonly act: 'open'; readonly channelId: string }
  | { readonly act: 'wait'; readonly until: Instant }
  | Failure;

export interface DmChannels {
  /** The channel to a person. One that is not known yet is opened when it is its turn. */
  wayTo(userId: string, now: Instant): Promise<Way>;
  /** When somebody who was put off may be tried again; undefined when nobody was since the last question. */
  takeWait(): Instant | undefined;
}

/** One for the whole process: at most one new channel in ten seconds, whatever asks for it. */
export function dmChannels({ store, posts }: { readonly store: Store; readonly posts: Posts }): DmChannels {
  let free = Number.NEGATIVE_INFINITY;
  let waiting: Instant | undefined;
  return {
    async wayTo(userId, now) {
      const channelId = (await store.dms.state(userId))?.channelId;
      if (channelId !== undefined) return { act: 'open', channelId };
      // A clock that went back must not shut the way for as long.
      if (now < free && free - now <= TOO_FAST.rest) {
        waiting = free;
        return { act: 'wait', until: free };
      }
      // Taken before the request leaves: others ask meanwhile.
      free = now + BETWEEN_MS;
      const opened = await posts.openDm(userId);
      if (opened.act === 'retry' && opened.code === TOO_FAST.code) free = now + TOO_FAST.rest;
      if (opened.act !== 'open') return opened;
      await store.dms.opened(userId, opened.channelId, now);
      return opened;
    },
    takeWait() {
      const taken = waiting;
      waiting = undefined;
      return taken;
    },
  };
}
