import type { ChannelView, PageState, ServerView } from '../../protocol.ts';

/** A category: others stand beneath it, and nothing is written in it. */
const CATEGORY = 4;

/** Where the sidebar is: in a server, or at home among the DMs. */
export type Room =
  | { readonly kind: 'home'; readonly dm: ChannelView | null }
  | { readonly kind: 'server'; readonly server: ServerView };

export const channelsOf = (server: ServerView): readonly ChannelView[] =>
  server.channels.filter(({ type }) => type !== CATEGORY);

/** The room that the open channel is in; the first server where no channel is open. */
export function roomOf(state: PageState, placeId: string | undefined): Room {
  const server = state.servers.find(({ channels }) => channels.some(({ id }) => id === placeId));
  if (server !== undefined) return { kind: 'server', server };
  const [first] = state.servers;
  const isHome = first === undefined || (state.dm !== null && state.dm.id === placeId);
  return isHome ? { kind: 'home', dm: state.dm } : { kind: 'server', server: first };
}

/** The channel above or beneath the open one in the list that is shown; from the last to the first, and back. */
export function neighbour(room: Room, placeId: string | undefined, step: 1 | -1): string | undefined {
  const list = room.kind === 'server' ? channelsOf(room.server) : room.dm === null ? [] : [room.dm];
  if (list.length === 0) return undefined;
  const at = list.findIndex(({ id }) => id === placeId);
  const next = at === -1 ? (step === 1 ? 0 : list.length - 1) : (at + step + list.length) % list.length;
  return list[next]?.id;
}

/** What is wrong with the bot here, if anything, for who looks at the channels of a server. */
export function troubleIn(server: ServerView, bot: PageState['bot']): string | undefined {
  if (!server.isAvailable) return 'Discord has an outage here.';
  if (!server.hasBot) return `${bot.name} was removed from here.`;
  return bot.isConnected ? undefined : `${bot.name} is not connected just now.`;
}

/** The document's title, as Discord's client words it. @param pings of who is played, everywhere */
export function titleOf(where: string | undefined, pings: number, hasUnread: boolean): string {
  const mark = pings > 0 ? `(${pings}) ` : hasUnread ? '• ' : '';
  return `${mark}${where === undefined ? '' : `${where} | `}Backbone sandbox`;
}
