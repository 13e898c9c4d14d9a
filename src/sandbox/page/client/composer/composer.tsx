import type { ChannelView, ServerView } from '../../protocol.ts';
import { perform } from '../actions.ts';

/** Where one writes: messages, and slash commands with their options. */
export function Composer({ channel }: { channel: ChannelView; server: ServerView | undefined }) {
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        const text = String(new FormData(event.currentTarget).get('text'));
        const [, command] = /^\/(.*)/.exec(text) ?? [];
        if (command === undefined) void perform({ kind: 'say', channelId: channel.id, text });
        else void perform({ kind: 'slash', channelId: channel.id, command, options: {} });
      }}
    >
      <input name="text" aria-label={`Message #${channel.name}`} />
    </form>
  );
}
