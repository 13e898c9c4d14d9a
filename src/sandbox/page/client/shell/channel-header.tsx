import type { ChannelView, ServerView } from '../../protocol.ts';

export function ChannelHeader({ channel }: { channel: ChannelView; server: ServerView | undefined }) {
  return <h1>#{channel.name}</h1>;
}
