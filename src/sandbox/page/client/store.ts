import { computed, effect, type Signal, signal } from '@preact/signals';
import type { APIMessage } from 'discord-api-types/v10';
import type {
  ChannelView,
  ClockView,
  FaultView,
  ModalView,
  PageState,
  PersonView,
  ServerView,
  StoryView,
} from '../protocol.ts';
import { remembered } from './memory.ts';

/*
 * What the page knows. Components read these signals; only session.ts (what the server tells) and actions.ts (what the
 * person does) write them.
 */

export const page = signal<PageState | undefined>(undefined);
/** Whom the person at the page plays. */
export const asId = remembered<string | undefined>('as', undefined);
/** The channel that is open; `home` is the DMs. */
export const placeId = remembered<string | undefined>('place', undefined);
export const theme = remembered<'dark' | 'light' | 'system'>('theme', 'system');

export type Drawer = 'none' | 'faults' | 'wire' | 'guide';
export const drawer = signal<Drawer>('none');
/** On narrow screens the sidebar covers the chat while it is open. */
export const sidebarOpen = signal(false);
/** A form that the bot opened, until it is sent off or closed. */
export const openForm = signal<(ModalView & { readonly channelId: string }) | undefined>(undefined);
/** A command that was clicked in a message, such as `/checkin workout`, until the message box takes it. */
export const composerDraft = signal<string | undefined>(undefined);

export const story = signal<StoryView>({ state: 'none' });
export const faults = signal<readonly FaultView[]>([]);
export const isLost = signal(false);

/** The clock as the server last told it, and when (real ms) that was. */
export const clock = signal<ClockView & { readonly toldAt: number }>({ now: 0, speed: 0, next: null, toldAt: 0 });
/** The sandbox's time, carried on between two words of the server; set anew four times a second, and as it is told. */
export const now = signal(0);

/** Short notes that are read aloud and go away: `The bot was removed from Garden Gym.` */
export interface Notice {
  readonly id: number;
  readonly text: string;
  readonly isError: boolean;
}
export const notices = signal<readonly Notice[]>([]);

/* Messages, a log for each channel that was opened. */

export interface ChannelLog {
  /** Oldest first, without gaps. */
  readonly messages: readonly APIMessage[];
  readonly more: boolean;
  readonly isLoading: boolean;
}
const EMPTY: ChannelLog = { messages: [], more: true, isLoading: false };
const logs = new Map<string, Signal<ChannelLog>>();

/** What is loaded of a channel, as the person who is played sees it. */
export function logOf(channelId: string): Signal<ChannelLog> {
  const known = logs.get(channelId);
  if (known !== undefined) return known;
  const made = signal(EMPTY);
  logs.set(channelId, made);
  return made;
}

/** Another person sees other things: all logs are empty again. */
export function forgetLogs(): void {
  for (const log of logs.values()) log.value = EMPTY;
}

export const loadedLogs = (): ReadonlyMap<string, Signal<ChannelLog>> => logs;

/* What is derived. */

export const me = computed<PersonView | undefined>(() => page.value?.me);
const channelsById = computed(() => {
  const { servers = [], dm = null } = page.value ?? {};
  const all = new Map<string, { channel: ChannelView; server: ServerView | undefined }>();
  for (const server of servers) for (const channel of server.channels) all.set(channel.id, { channel, server });
  if (dm !== null) all.set(dm.id, { channel: dm, server: undefined });
  return all;
});
/** The open channel and its server; undefined where it does not exist for who is played. */
export const place = computed(() => channelsById.value.get(placeId.value ?? ''));
export const peopleById = computed(
  () => new Map((page.value?.people ?? []).map((person): [string, PersonView] => [person.id, person])),
);

/** The name that others see in a server: the nickname, if there is one. */
export function nameIn(server: ServerView | undefined, userId: string): string {
  const nick = server?.members.find((member) => member.id === userId)?.nick;
  return nick ?? peopleById.value.get(userId)?.name ?? 'somebody';
}

export const findChannel = (id: string) => channelsById.value.get(id);

/* Unread marks: what each person has seen of each channel is remembered in this browser. */

export const readMarks = remembered<Readonly<Record<string, string>>>('read', {});
export const pings = remembered<Readonly<Record<string, number>>>('pings', {});
const markOf = (who: string, channelId: string) => `${page.value?.worldId}/${who}/${channelId}`;

/** Whether there is something in a channel that who is played has not seen. */
export function isUnread(channel: ChannelView): boolean {
  const who = asId.value;
  if (who === undefined || channel.lastMessageId === null) return false;
  return isNewer(channel.lastMessageId, readMarks.value[markOf(who, channel.id)] ?? '0');
}

/** The last message that who is played has seen of a channel; nothing where they never looked. */
export const readUpTo = (channelId: string): string | undefined =>
  asId.value === undefined ? undefined : readMarks.value[markOf(asId.value, channelId)];

/** How often somebody was pinged in a channel, or wrote to in DMs, since they last looked. */
export const pingsOf = (who: string, channelId?: string): number =>
  Object.entries(pings.value)
    .filter(([mark]) => mark.startsWith(channelId === undefined ? markOf(who, '') : markOf(who, channelId)))
    .reduce((sum, [, count]) => sum + count, 0);

export function markRead(channelId: string, messageId: string): void {
  const who = asId.value;
  if (who === undefined) return;
  const mark = markOf(who, channelId);
  if (isNewer(messageId, readMarks.value[mark] ?? '0')) readMarks.value = { ...readMarks.value, [mark]: messageId };
  if (pings.value[mark]) {
    const { [mark]: _, ...rest } = pings.value;
    pings.value = rest;
  }
}

export function addPing(who: string, channelId: string): void {
  const mark = markOf(who, channelId);
  pings.value = { ...pings.value, [mark]: (pings.value[mark] ?? 0) + 1 };
}

/** Ids grow with time, and with their length. */
export const isNewer = (id: string, than: string): boolean =>
  id.length === than.length ? id > than : id.length > than.length;

const systemIsLight = matchMedia('(prefers-color-scheme: light)');
const prefersLight = signal(systemIsLight.matches);
systemIsLight.addEventListener('change', ({ matches }) => {
  prefersLight.value = matches;
});
/** What is shown of the two, whoever decided it. */
export const shownTheme = computed(() =>
  theme.value === 'system' ? (prefersLight.value ? 'light' : 'dark') : theme.value,
);
effect(() => {
  document.documentElement.dataset['theme'] = shownTheme.value;
});
