import type { ServerView } from '../../protocol.ts';
import { goTo, notify, perform, play } from '../actions.ts';
import { remembered } from '../memory.ts';
import { refresh } from '../session.ts';
import { page, placeId, sidebarOpen } from '../store.ts';
import { channelsOf } from './places.ts';

/** The channel that was last open in each server. */
const lastIn = remembered<Readonly<Record<string, string>>>('last-in', {});

/** Goes to a channel of a server, and comes back to it the next time that the server is opened. */
export function openChannel(server: ServerView, channelId: string): void {
  lastIn.value = { ...lastIn.value, [server.id]: channelId };
  goTo(channelId);
}

/** Goes to where one last was in a server; nowhere if one is in it. */
export function openServer(server: ServerView): void {
  const channels = channelsOf(server);
  if (channels.some(({ id }) => id === placeId.value)) return;
  const last = channels.find(({ id }) => id === lastIn.value[server.id]) ?? channels[0];
  if (last !== undefined) goTo(last.id);
}

/** Opens the DMs with the bot, as a person does who picks it from the list of members. */
export async function openHome(): Promise<void> {
  if (!page.value?.dm) {
    const reply = await perform({ kind: 'open dm' });
    if (reply.kind === 'failed' || reply.kind === 'cannot') return notify(reply.reason, true);
    await refresh().catch(() => undefined);
  }
  const id = page.value?.dm?.id;
  if (id !== undefined) goTo(id);
}

/** Plays somebody in a server, where the channel that is open stays open if they see it. */
export async function playIn(personId: string, serverId: string): Promise<void> {
  sidebarOpen.value = false;
  await play(personId);
  const server = page.value?.servers.find(({ id }) => id === serverId);
  if (server !== undefined) openServer(server);
}
