import type { Change } from '../../world/changes.ts';
import { may } from '../../world/permissions.ts';
import type { UserState } from '../../world/state.ts';
import { isVisibleTo } from '../../world/world.ts';
import type { Shown } from '../host.ts';
import type { ClockView, StreamEvent } from '../protocol.ts';
import { seldom } from './seldom.ts';

/** Somebody who watches: which person they play, and how they are told. */
export interface Watcher {
  readonly userId: string;
  send(event: StreamEvent): void;
  /** The world is over: whoever watches on watches another. */
  end(): void;
}

/** Those who watch a world. Each is told only what the person they play sees. */
export interface Audience {
  /** Returns what ends it. */
  join(watcher: Watcher): () => void;
  tellAll(event: StreamEvent): void;
  clock(): Promise<ClockView>;
  close(): void;
}

/** Real milliseconds between two words on the clock, and between two that people or places are different. */
const CLOCK_EVERY = 250;
const STATE_EVERY = 200;

/** @param build which bundle the page is, so that an older one that is still open loads itself anew */
export function audienceOf({ sandbox, director, worldId }: Shown, build: string): Audience {
  const watchers = new Set<Watcher>();
  const tellAll = (event: StreamEvent) => {
    for (const watcher of watchers) watcher.send(event);
  };

  const clock = async (): Promise<ClockView> => ({
    now: sandbox.clock.now(),
    speed: director.pace.speed,
    next: (await sandbox.clock.next()) ?? null,
  });
  const clockSoon = seldom(CLOCK_EVERY, () => {
    if (watchers.size === 0) return;
    clock().then(
      (view) => tellAll({ kind: 'clock', clock: view }),
      // A bot that is just being stopped knows of nothing that is next.
      () => undefined,
    );
  });
  const stateSoon = seldom(STATE_EVERY, () => tellAll({ kind: 'state' }));

  const onChange = (change: Change) => {
    if (change.kind !== 'message' && change.kind !== 'message gone') {
      if (change.kind !== 'file') stateSoon.ask();
      return;
    }
    const { message } = change;
    const { channel, api } = message;
    const gone = { kind: 'message gone', channelId: channel.id, messageId: api.id } as const;
    for (const watcher of watchers) {
      if (!sees(channel, watcher.userId) || (message.onlyFor ?? watcher.userId) !== watcher.userId) continue;
      const isThere = change.kind === 'message' && isVisibleTo(message, watcher.userId);
      watcher.send(isThere ? { kind: 'message', message: api } : gone);
    }
  };
  const stops = [
    sandbox.onChange(onChange),
    sandbox.on('event', (event) => {
      if (event.kind === 'ping') tellAll({ kind: 'ping', userId: event.userId, channelId: event.where.channelId });
    }),
    director.onPace(clockSoon.ask),
  ];

  return {
    join(watcher) {
      watchers.add(watcher);
      watcher.send({ kind: 'hello', worldId, build });
      clockSoon.ask();
      return () => watchers.delete(watcher);
    },
    tellAll,
    clock,
    close() {
      for (const stop of stops) stop();
      clockSoon.cancel();
      stateSoon.cancel();
      for (const watcher of watchers) watcher.end();
      watchers.clear();
    },
  };
}

type Channel = Parameters<typeof may>[0] & { readonly recipient: UserState | undefined };

const sees = (channel: Channel, userId: string) =>
  channel.server === undefined ? channel.recipient?.id === userId : may(channel, userId, 'ViewChannel');
