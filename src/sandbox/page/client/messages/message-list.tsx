import { useEffect } from 'preact/hooks';
import { loadOlder } from '../session.ts';
import { logOf } from '../store.ts';

/** What stands in a channel for who is played; older messages load as one scrolls up. */
export function MessageList({ channelId }: { channelId: string }) {
  useEffect(() => void loadOlder(channelId), [channelId]);
  return (
    <ol style="flex:1;overflow:auto">
      {logOf(channelId).value.messages.map((message) => (
        <li key={message.id}>
          {message.author.username}: {message.content} {JSON.stringify(message.components).slice(0, 300)}
        </li>
      ))}
    </ol>
  );
}
