import { useComputed } from '@preact/signals';
import { type APIMessage, MessageFlags } from 'discord-api-types/v10';
import { memo } from 'preact/compat';
import { useMemo } from 'preact/hooks';
import { Avatar } from '../avatar.tsx';
import { EyeIcon, WarningIcon } from '../icon.tsx';
import { asId } from '../store.ts';
import { Above } from './above.tsx';
import { answers, dismiss } from './answers.ts';
import { Attachments } from './attachments.tsx';
import { Embed } from './embed.tsx';
import { BellOffIcon } from './icons.tsx';
import { Components } from './layout.tsx';
import { Markdown } from './markdown/markdown.tsx';
import { looseFiles } from './media.ts';
import { reader, today } from './reading.ts';
import { instantOf } from './rows.ts';
import { hasRoleOf, personName, ScopeContext, useScope } from './scope.ts';
import { sentWords, worded } from './time-words.ts';
import './message.css';

const has = ({ flags }: APIMessage, flag: MessageFlags) => ((flags ?? 0) & flag) !== 0;

export interface MessageProps {
  readonly message: APIMessage;
  /** Whether its author's picture and name stand above it. */
  readonly isFirst: boolean;
}

/** One message, drawn anew only when it is another. */
export const Message = memo(function Message({ message, isFirst }: MessageProps) {
  const { id, channel_id: channelId } = message;
  const scope = useMemo(() => ({ channelId, messageId: id }), [channelId, id]);
  const classes = [
    'message',
    isFirst && 'message-first',
    has(message, MessageFlags.Ephemeral) ? 'message-private' : isPinging(message) && 'message-pinging',
  ];
  return (
    <ScopeContext.Provider value={scope}>
      <div class={classes.filter(Boolean).join(' ')}>
        {isFirst && <Above message={message} />}
        {isFirst ? <Head message={message} /> : <GutterTime at={instantOf(id)} />}
        <Body message={message} />
        <Failure />
        {has(message, MessageFlags.Ephemeral) && <OnlyYou />}
      </div>
    </ScopeContext.Provider>
  );
});

function isPinging({ mentions, mention_everyone, mention_roles, channel_id, author }: APIMessage): boolean {
  const who = asId.value;
  if (author.id === who) return false;
  if (mention_everyone || mentions.some(({ id }) => id === who)) return true;
  return mention_roles.length > 0 && hasRoleOf(channel_id, mention_roles.join(',')).value;
}

function Head({ message }: { message: APIMessage }) {
  const { id, author, channel_id } = message;
  const name = personName(channel_id, author.id).value ?? author.global_name ?? author.username;
  const at = instantOf(id);
  return (
    <div class="message-head">
      <span class="message-avatar">
        <Avatar id={author.id} name={name} size={40} />
      </span>
      <span class="message-author">{name}</span>
      {author.bot && <span class="message-app">App</span>}
      <time class="message-time" title={worded(at, 'F', reader.value)}>
        {sentWords(at, today.value, reader.value)}
      </time>
      {has(message, MessageFlags.SuppressNotifications) && (
        <span class="message-silent" role="img" aria-label="Sent silently" title="This was a @silent message.">
          <BellOffIcon />
        </span>
      )}
    </div>
  );
}

/** Of a message further down in a group; seen when one points at it. */
const GutterTime = ({ at }: { at: number }) => (
  <time class="message-gutter" title={worded(at, 'F', reader.value)}>
    {worded(at, 't', reader.value)}
  </time>
);

function Body({ message }: { message: APIMessage }) {
  const { content, embeds, components = [], edited_timestamp } = message;
  if (has(message, MessageFlags.Loading)) return <Thinking authorId={message.author.id} />;
  const isLayout = has(message, MessageFlags.IsComponentsV2);
  const edited =
    edited_timestamp === null ? undefined : <Edited at={Date.parse(edited_timestamp)} isApart={content === ''} />;
  return (
    <div class="message-body">
      {content !== '' && <Markdown text={content} after={edited} />}
      {!isLayout && <Attachments files={looseFiles(message)} />}
      {!has(message, MessageFlags.SuppressEmbeds) && embeds.map((embed, index) => <Embed key={index} embed={embed} />)}
      <Components components={components} />
      {content === '' && edited}
    </div>
  );
}

const Edited = ({ at, isApart }: { at: number; isApart: boolean }) => (
  <span
    class={isApart ? 'message-edited message-edited-apart' : 'message-edited'}
    title={worded(at, 'F', reader.value)}
  >
    {isApart ? '' : ' '}(edited)
  </span>
);

function Thinking({ authorId }: { authorId: string }) {
  const name = personName(useScope().channelId, authorId).value ?? 'The app';
  return (
    <div class="message-thinking">
      <span class="dots" aria-hidden="true">
        <span />
        <span />
        <span />
      </span>
      {name} is thinking…
    </div>
  );
}

/** Why the last press of a button came to nothing. */
function Failure() {
  const { messageId } = useScope();
  const reason = useComputed(() => {
    const answer = answers.value.get(messageId);
    return answer?.kind === 'failed' ? answer.reason : undefined;
  }).value;
  // The place is always there: what is put into it is read aloud.
  return (
    <div class="message-failure" role="status">
      {reason !== undefined && (
        <>
          <WarningIcon size={16} />
          {reason}
        </>
      )}
    </div>
  );
}

function OnlyYou() {
  const scope = useScope();
  return (
    <div class="message-only">
      <EyeIcon size={16} />
      Only you can see this <span aria-hidden="true">•</span>
      <button type="button" class="message-dismiss" onClick={() => void dismiss(scope)}>
        Dismiss message
      </button>
    </div>
  );
}
