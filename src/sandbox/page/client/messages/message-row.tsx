import { memo } from 'preact/compat';
import { findChannel } from '../store.ts';
import { Message } from './message.tsx';
import { reader, today } from './reading.ts';
import { instantOf, type Row } from './rows.ts';
import { personName } from './scope.ts';
import { dayWords, sentWords } from './time-words.ts';

interface RowProps {
  readonly row: Row;
  readonly channelId: string;
  /** How many messages there are in all; -1 while nobody knows. */
  readonly count: number;
}

/** A row of the list. What is in a message is drawn apart, so that its place may change without it. */
export const RowView = memo(
  function RowView({ row, channelId, count }: RowProps) {
    switch (row.kind) {
      case 'beginning':
        return <Beginning channelId={channelId} />;
      case 'loading':
        return <p class="messages-loading">Loading older messages…</p>;
      case 'divider':
        return <Divider day={row.day} isNew={row.isNew} />;
      case 'message':
        return <Article row={row} count={count} />;
    }
  },
  (before, after) => before.count === after.count && isSame(before.row, after.row),
);

function isSame(before: Row, after: Row): boolean {
  if (before.key !== after.key || before.kind !== after.kind) return false;
  if (before.kind === 'message' && after.kind === 'message')
    return before.message === after.message && before.isFirst === after.isFirst && before.position === after.position;
  if (before.kind === 'divider' && after.kind === 'divider')
    return before.day === after.day && before.isNew === after.isNew;
  return true;
}

function Article({ row, count }: { row: Extract<Row, { kind: 'message' }>; count: number }) {
  const { message, position, isFirst } = row;
  const name = personName(message.channel_id, message.author.id).value ?? message.author.username;
  const sent = sentWords(instantOf(message.id), today.value, reader.value);
  return (
    <article
      class="messages-article"
      data-row={row.key}
      data-message={row.key}
      tabIndex={-1}
      aria-label={`${name}, ${sent.slice(0, 1).toLowerCase()}${sent.slice(1)}`}
      aria-posinset={position}
      aria-setsize={count}
    >
      <Message message={message} isFirst={isFirst} />
    </article>
  );
}

function Divider({ day, isNew }: { day: number | undefined; isNew: boolean }) {
  const words = day === undefined ? undefined : dayWords(day, reader.value);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a rule cannot hold words
    <div
      class={isNew ? 'divider divider-new' : 'divider'}
      role="separator"
      aria-label={[isNew && 'New messages', words].filter(Boolean).join(', ')}
    >
      <span class="divider-line" />
      {words !== undefined && <span class="divider-day">{words}</span>}
      {words !== undefined && <span class="divider-line" />}
      {isNew && <span class="divider-word">New</span>}
    </div>
  );
}

function Beginning({ channelId }: { channelId: string }) {
  const place = findChannel(channelId);
  if (place === undefined) return null;
  const { channel, server } = place;
  return (
    <div class="beginning">
      <span class="beginning-mark" aria-hidden="true">
        {server === undefined ? '@' : '#'}
      </span>
      <h2 class="beginning-title">{server === undefined ? channel.name : `Welcome to #${channel.name}`}</h2>
      <p class="beginning-words">
        {server === undefined
          ? `This is the beginning of your direct messages with ${channel.name}.`
          : `This is the start of the #${channel.name} channel.`}
        {channel.topic !== null && ` ${channel.topic}`}
      </p>
    </div>
  );
}
