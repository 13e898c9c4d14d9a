import { batch } from '@preact/signals';
import type { APIMessage } from 'discord-api-types/v10';
import type { PageState, StreamEvent } from '../protocol.ts';
import { ApiError, fetchMessages, fetchState, listen } from './api.ts';
import {
  addPing,
  asId,
  type ChannelLog,
  clock,
  faults,
  forgetLogs,
  isLost,
  isNewer,
  loadedLogs,
  logOf,
  now,
  page,
  placeId,
  story,
} from './store.ts';
import { tellWire } from './wire-store.ts';

/** How many messages are asked for at once. */
const PAGE = 50;
/** Real ms between two steps of the time that the page carries on by itself. */
const TICK = 250;
const RETRY = 1_000;

let stopListening = () => {};
/** Which bundle this page is. */
let build: string | undefined;
/** Messages that came within one frame are shown in one go. */
let arrived: APIMessage[] = [];

/** Connects, and stays connected. @throws ApiError 401 when the address has no key or a wrong one */
export async function connect(): Promise<void> {
  await refresh();
  setInterval(carryOn, TICK);
}

/** Fetches all but the messages anew. Whoever was played and is no more is played no more. */
export async function refresh(): Promise<void> {
  const asked = asId.value;
  try {
    accept(await fetchState(asked));
  } catch (error) {
    if (!(error instanceof ApiError) || error.status !== 404 || asked === undefined) throw error;
    accept(await fetchState());
  }
}

function accept(state: PageState): void {
  const isOther = state.worldId !== page.value?.worldId || state.me.id !== page.value.me.id;
  batch(() => {
    if (isOther) forgetLogs();
    page.value = state;
    asId.value = state.me.id;
    story.value = state.story;
    faults.value = state.faults;
    clock.value = { ...state.clock, toldAt: performance.now() };
    now.value = state.clock.now;
    isLost.value = false;
    if (!isThere(state, placeId.value)) placeId.value = state.servers[0]?.channels[0]?.id ?? state.dm?.id;
  });
  if (isOther) hear(state.me.id);
}

const isThere = (state: PageState, id: string | undefined) =>
  id !== undefined &&
  (state.dm?.id === id || state.servers.some((server) => server.channels.some((channel) => channel.id === id)));

function hear(who: string): void {
  stopListening();
  let isFirst = true;
  stopListening = listen(
    who,
    (event) => {
      if (event.kind === 'hello') {
        build ??= event.build;
        if (event.build !== build) location.reload();
      }
      // The first greeting follows on the state that was just fetched; a later one may follow on anything.
      if (event.kind === 'hello' && isFirst && event.worldId === page.value?.worldId) isFirst = false;
      else take(event);
    },
    () => {
      isLost.value = true;
    },
  );
}

function take(event: StreamEvent): void {
  switch (event.kind) {
    case 'hello':
      isLost.value = false;
      again();
      return;
    case 'state':
      refresh().catch(() => undefined);
      return;
    case 'message':
      if (arrived.length === 0) requestAnimationFrame(show);
      arrived.push(event.message);
      return;
    case 'message gone': {
      const log = logOf(event.channelId);
      show();
      log.value = { ...log.value, messages: log.value.messages.filter(({ id }) => id !== event.messageId) };
      return;
    }
    case 'clock':
      clock.value = { ...event.clock, toldAt: performance.now() };
      now.value = event.clock.now;
      return;
    case 'story':
      story.value = event.story;
      return;
    case 'faults':
      faults.value = event.faults;
      return;
    case 'ping':
      addPing(event.userId, event.channelId);
      return;
    case 'wire':
      tellWire(event.lines);
  }
}

/** After a lost connection: what was missed is not told again, so all is fetched anew. */
function again(): void {
  refresh().then(
    () => {
      forgetLogs();
      const { value } = placeId;
      if (value !== undefined) void loadOlder(value);
    },
    () => setTimeout(again, RETRY),
  );
}

/** Puts what arrived into the logs, each message once and in order. */
function show(): void {
  const messages = arrived;
  arrived = [];
  const state = page.value;
  batch(() => {
    for (const [channelId, log] of loadedLogs()) {
      const here = messages.filter((message) => message.channel_id === channelId);
      if (here.length > 0) log.value = withMessages(log.value, here);
    }
    if (state !== undefined && messages.length > 0) page.value = withLatest(state, messages);
  });
}

/** Keeps the marks of unread channels true without asking for the whole state. */
function withLatest(state: PageState, messages: readonly APIMessage[]): PageState {
  const latest = new Map(messages.map((message) => [message.channel_id, message.id]));
  const mark = <T extends { id: string; lastMessageId: string | null }>(channel: T): T => {
    const id = latest.get(channel.id);
    return id === undefined || !isNewer(id, channel.lastMessageId ?? '0') ? channel : { ...channel, lastMessageId: id };
  };
  return {
    ...state,
    servers: state.servers.map((server) =>
      server.channels.some(({ id }) => latest.has(id)) ? { ...server, channels: server.channels.map(mark) } : server,
    ),
    dm: state.dm === null ? null : mark(state.dm),
  };
}

/** New ones at the end, changed ones in their place; what is older than all that is loaded is left to be loaded. */
export function withMessages(log: ChannelLog, incoming: readonly APIMessage[]): ChannelLog {
  const messages = [...log.messages];
  const [oldest] = messages;
  for (const message of incoming) {
    const last = messages.at(-1);
    // While the latest ones are being loaded, what arrives is later than they are.
    if (last === undefined ? !log.more || log.isLoading : isNewer(message.id, last.id)) messages.push(message);
    else if (oldest !== undefined && !isNewer(oldest.id, message.id)) {
      const index = messages.findLastIndex(({ id }) => id === message.id);
      if (index >= 0) messages[index] = message;
      else messages.splice(messages.findLastIndex(({ id }) => isNewer(message.id, id)) + 1, 0, message);
    }
  }
  return { ...log, messages };
}

/** Loads the messages before those that are loaded, or the latest ones. */
export async function loadOlder(channelId: string): Promise<void> {
  const log = logOf(channelId);
  const who = asId.value;
  if (who === undefined || log.value.isLoading || !log.value.more) return;
  log.value = { ...log.value, isLoading: true };
  try {
    const { messages, more } = await fetchMessages(who, channelId, PAGE, log.value.messages[0]?.id);
    if (who !== asId.value) return;
    const known = new Set(log.value.messages.map(({ id }) => id));
    const fresh = messages.filter(({ id }) => !known.has(id));
    log.value = { messages: [...fresh, ...log.value.messages], more, isLoading: false };
  } catch {
    log.value = { ...log.value, isLoading: false, more: false };
  }
}

function carryOn(): void {
  const { now: told, speed, toldAt } = clock.value;
  // The server tells the time itself while it goes fast; ahead of it the page would show what has not happened yet.
  const ahead = speed <= 1 ? (performance.now() - toldAt) * speed : 0;
  const carried = Math.max(told + ahead, told);
  if (Math.floor(carried / 1000) !== Math.floor(now.value / 1000)) now.value = carried;
}
