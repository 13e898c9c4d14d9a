import { type APIMessage, MessageType } from 'discord-api-types/v10';
import { Avatar } from '../avatar.tsx';
import { excerptOf } from './excerpt.ts';
import { CommandIcon, PictureIcon } from './icons.tsx';
import { jumpTo } from './jump.ts';
import { personName, useScope } from './scope.ts';
import { usedCommand } from './summary.ts';

/** The line above a message: what it replies to, or the command that it answers. */
export function Above({ message }: { message: APIMessage }) {
  if (message.referenced_message) return <Reply to={message.referenced_message} />;
  if (message.type === MessageType.Reply && message.message_reference !== undefined)
    return (
      <div class="above">
        <em>Original message was deleted</em>
      </div>
    );
  return <Used message={message} />;
}

function Reply({ to }: { to: APIMessage }) {
  const { channelId } = useScope();
  const name = personName(channelId, to.author.id).value ?? to.author.username;
  const words = excerptOf(to);
  return (
    <div class="above">
      <span class="visually-hidden">Replying to </span>
      <Avatar id={to.author.id} name={name} size={16} />
      <span class="above-name">{name}</span>
      <button
        type="button"
        class="above-words"
        onClick={() => {
          jumpTo.value = { channelId: to.channel_id, messageId: to.id };
        }}
      >
        {words ?? (
          <em>
            Click to see attachment <PictureIcon />
          </em>
        )}
      </button>
    </div>
  );
}

function Used({ message }: { message: APIMessage }) {
  const { channelId } = useScope();
  const used = usedCommand(message);
  if (used === undefined) return null;
  const name = personName(channelId, used.userId).value ?? used.userName;
  return (
    <div class="above">
      <Avatar id={used.userId} name={name} size={16} />
      <span class="above-name">{name}</span>
      <span>used</span>
      <span class="above-command">
        <CommandIcon />
        {used.name === undefined ? (
          'a slash command'
        ) : (
          <>
            <span class="visually-hidden">/</span>
            {used.name}
          </>
        )}
      </span>
    </div>
  );
}
