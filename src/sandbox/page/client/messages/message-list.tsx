import { useSignal } from '@preact/signals';
import { memo } from 'preact/compat';
import { useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { Virtualizer, type VirtualizerHandle } from 'virtua';
import { loadOlder } from '../session.ts';
import { asId, findChannel, isNewer, isUnread, logOf, markRead, readUpTo } from '../store.ts';
import { DownIcon } from './icons.tsx';
import { jumpTo } from './jump.ts';
import { rowOf, rowWithKey, useKeptFocus } from './kept-focus.ts';
import { Lightbox } from './lightbox.tsx';
import { RowView } from './message-row.tsx';
import { NewAloud } from './new-aloud.tsx';
import { isOwn, newLine } from './new-line.ts';
import { reader } from './reading.ts';
import { type Row, rowsOf } from './rows.ts';
import { dayOf } from './time-words.ts';
import './message-list.css';

/** Pixels from the end within which one counts as being there. */
const NEAR_END = 24;
/** Pixels from the top at which older messages are asked for. */
const NEAR_TOP = 1_600;

/** What stands in a channel for who is played; older messages load as one scrolls up. */
export const MessageList = memo(function MessageList({ channelId }: { channelId: string }) {
  const log = logOf(channelId).value;
  const { messages, more } = log;
  const lastId = messages.at(-1)?.id;
  const scroller = useRef<HTMLDivElement>(null);
  const list = useRef<VirtualizerHandle>(null);
  const isAtEnd = useSignal(true);
  const offset = useRef(0);
  const focused = useSignal<string | undefined>(undefined);
  const keepFocus = useKeptFocus(scroller, messages);
  // The line "New" stands for what nobody looked at, not for what comes while one looks.
  const newAfter = useSignal(useMemo(() => unreadSince(channelId), [channelId]));
  const before = useRef<string | undefined>(undefined);

  const { value: who } = reader;
  const rows = useMemo(
    () =>
      rowsOf(messages, {
        more,
        readUpTo: newAfter.value,
        meId: asId.value,
        dayOf: (instant) => dayOf(instant, who),
      }),
    [messages, more, who, newAfter.value],
  );
  const isPrepended = useIsPrepended(rows);

  // Not by scrollToIndex, which goes on until all is measured: who scrolls up while messages rush in would be pulled back.
  const toEnd = () => {
    if (scroller.current !== null) scroller.current.scrollTop = scroller.current.scrollHeight;
  };
  const jumpToEnd = () => {
    isAtEnd.value = true;
    toEnd();
    read();
  };
  const loadIfNear = () => {
    if (!isAtEnd.value && offset.current < NEAR_TOP) void loadOlder(channelId);
  };
  const read = () => {
    if (lastId !== undefined && isAtEnd.value && document.visibilityState === 'visible') markRead(channelId, lastId);
  };

  useEffect(() => {
    if (messages.length === 0) void loadOlder(channelId);
    // A first page may be shorter than the screen.
    const frame = requestAnimationFrame(() => {
      const handle = list.current;
      if (more && handle !== null && handle.scrollSize < handle.viewportSize * 2) void loadOlder(channelId);
    });
    return () => cancelAnimationFrame(frame);
  }, [channelId, messages.length, more]);
  useLayoutEffect(() => {
    const last = messages.at(-1);
    const isNews = last !== undefined && last.id !== before.current;
    const own = isNews && before.current !== undefined && isOwn(last, asId.value);
    if (isNews) {
      const isWatched = isAtEnd.value && document.visibilityState === 'visible';
      const arrival = { before: before.current, seen: readUpTo(channelId), isWatched, isOwn: own };
      newAfter.value = newLine(newAfter.value, arrival);
    }
    before.current = last?.id;
    if (own) isAtEnd.value = true;
    if (isAtEnd.value) toEnd();
    read();
  }, [lastId]);
  const readLater = useRef(read);
  readLater.current = read;
  useEffect(() => {
    const look = () => readLater.current();
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, []);

  const wanted = jumpTo.value;
  useEffect(() => {
    if (wanted?.channelId !== channelId) return;
    const index = rows.findIndex(({ key }) => key === wanted.messageId);
    jumpTo.value = undefined;
    if (index < 0) return;
    isAtEnd.value = false;
    list.current?.scrollToIndex(index, { align: 'center' });
    focusRow(scroller.current, wanted.messageId);
  }, [wanted]);

  const unread = lastId !== undefined && isNewer(lastId, readUpTo(channelId) ?? '0');
  const keepMounted = rows.flatMap(({ key }, index) => (key === focused.value ? [index] : []));
  const channel = findChannel(channelId)?.channel;
  return (
    <div class="messages">
      <div
        ref={scroller}
        class="messages-scroller"
        role="log"
        // Scrolling brings messages into being too: what is new is read aloud by NewAloud instead.
        aria-live="off"
        aria-label={`Messages in ${channel?.name ?? 'this channel'}`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
        tabIndex={0}
        onFocusIn={(event) => {
          focused.value = rowOf(event.target)?.dataset['row'];
          keepFocus(event);
        }}
        onKeyDown={(event) => {
          if (event.key === 'End') isAtEnd.value = true;
          if (event.key === 'Escape') jumpToEnd();
          if (event.key === 'ArrowUp' || event.key === 'ArrowDown') step(event, scroller.current, list.current, rows);
        }}
      >
        <div class="messages-filler" />
        <Virtualizer
          ref={list}
          scrollRef={scroller}
          data={rows}
          shift={isPrepended}
          bufferSize={600}
          keepMounted={keepMounted}
          onScroll={(now) => {
            const handle = list.current;
            if (handle === null) return;
            const isNow = now + handle.viewportSize >= handle.scrollSize - NEAR_END;
            // Growth alone leaves the end; only who scrolls up leaves it in earnest.
            if (isNow) isAtEnd.value = true;
            else if (now < offset.current - 1) isAtEnd.value = false;
            offset.current = now;
            if (isNow) read();
            loadIfNear();
          }}
          onResize={() => {
            if (isAtEnd.value) toEnd();
          }}
        >
          {(row) => <RowView key={row.key} row={row} channelId={channelId} count={more ? -1 : messages.length} />}
        </Virtualizer>
      </div>
      {!isAtEnd.value && (
        <button
          type="button"
          class={unread ? 'messages-jump messages-jump-new' : 'messages-jump'}
          onClick={() => {
            jumpToEnd();
            scroller.current?.focus({ preventScroll: true });
          }}
        >
          {unread ? 'New messages' : 'Jump to present'}
          <DownIcon />
        </button>
      )}
      <NewAloud channelId={channelId} />
      <Lightbox />
    </div>
  );
});

/** Up to where a channel was read, if there is something in it that was not. */
function unreadSince(channelId: string): string | undefined {
  const channel = findChannel(channelId)?.channel;
  return channel !== undefined && isUnread(channel) ? readUpTo(channelId) : undefined;
}

/** Whether rows were put before those that were there, so that these stay where they are on the screen. */
function useIsPrepended(rows: readonly Row[]): boolean {
  const before = useRef<{ rows: readonly Row[]; first: string | undefined }>({ rows: [], first: undefined });
  const first = rows.find(({ kind }) => kind === 'message')?.key;
  const isOther = before.current.rows !== rows;
  const known = before.current.first;
  const isPrepended = isOther && known !== undefined && first !== known && rows.some(({ key }) => key === known);
  useLayoutEffect(() => {
    before.current = { rows, first };
  });
  return isPrepended;
}

function focusRow(scroller: HTMLElement | null, key: string): void {
  requestAnimationFrame(() => rowWithKey(scroller, key)?.focus({ preventScroll: true }));
}

/** Arrow keys go from message to message, beginning with the last. */
function step(
  event: KeyboardEvent,
  scroller: HTMLElement | null,
  list: VirtualizerHandle | null,
  rows: readonly Row[],
): void {
  const { target } = event;
  const current = rowOf(target);
  if (target !== scroller && target !== current) return;
  event.preventDefault();
  const by = event.key === 'ArrowUp' ? -1 : 1;
  let index = current === null ? rows.length : rows.findIndex(({ key }) => key === current.dataset['row']);
  do index += by;
  while (rows[index] !== undefined && rows[index]?.kind !== 'message');
  const row = rows[index];
  if (row === undefined) return;
  list?.scrollToIndex(index, { align: 'nearest' });
  focusRow(scroller, row.key);
}
