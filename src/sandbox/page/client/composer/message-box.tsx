import { useSignal } from '@preact/signals';
import type { Ref } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { page } from '../store.ts';
import { type CommandEntry, matchingCommands } from './commands.ts';
import { SendIcon, SlashIcon } from './icons.tsx';
import { moved, rowId, SuggestionList } from './suggestion-list.tsx';

/** In UTF-16 units, as the length of a message is counted. */
export const LONGEST_MESSAGE = 2_000;
/** From this many left on, Discord shows how many. */
const COUNTED_FROM = 200;

interface Props {
  readonly label: string;
  readonly text: string;
  readonly entries: readonly CommandEntry[];
  readonly boxRef: Ref<HTMLTextAreaElement>;
  readonly onText: (text: string) => void;
  readonly onCommand: (entry: CommandEntry) => void;
  readonly onSend: () => void;
}

/** The box for words; a slash at its beginning opens the list of commands. */
export function MessageBox({ label, text, entries, boxRef, onText, onCommand, onSend }: Props) {
  const id = useId();
  const area = useRef<HTMLTextAreaElement | null>(null);
  const hasFocus = useSignal(false);
  const closedFor = useSignal<string | undefined>(undefined);
  const cursor = useSignal({ text: '', index: 0 });
  const isOpen = hasFocus.value && /^\/[^\n]*$/.test(text) && closedFor.value !== text;
  const found = isOpen ? matchingCommands(entries, text.slice(1)) : [];
  const active = cursor.value.text === text ? Math.min(cursor.value.index, found.length - 1) : 0;
  const listId = `${id}-commands`;
  const left = LONGEST_MESSAGE - text.trim().length;

  useLayoutEffect(() => {
    if (area.current === null) return;
    area.current.style.height = 'auto';
    area.current.style.height = `${area.current.scrollHeight}px`;
  }, [text]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    const chosen = found[active];
    const isChoice = event.key === 'Enter' || (event.key === 'Tab' && !event.shiftKey);
    if (chosen !== undefined && (event.key === 'ArrowDown' || event.key === 'ArrowUp'))
      cursor.value = { text, index: moved(active, found.length, event.key === 'ArrowDown' ? 1 : -1) };
    else if (chosen !== undefined && isChoice && !event.shiftKey) onCommand(chosen);
    else if (isOpen && event.key === 'Escape') closedFor.value = text;
    else if (event.key === 'Enter' && !event.shiftKey) onSend();
    else return;
    event.preventDefault();
  };

  return (
    <>
      {isOpen && (
        <div class="composer-panel">
          <p class="composer-panel-title" aria-hidden="true">
            {text.trim() === '/' ? page.value?.bot.name : `Commands matching ${text.trim()}`}
          </p>
          {found.length === 0 ? (
            <p class="composer-none">No commands match</p>
          ) : (
            <SuggestionList
              id={listId}
              label="Commands"
              items={found}
              active={active}
              row={(entry) => <CommandRow entry={entry} app={page.value?.bot.name ?? ''} />}
              onChoose={onCommand}
              onPoint={(index) => {
                cursor.value = { text, index };
              }}
            />
          )}
        </div>
      )}
      <div class="composer-box">
        <textarea
          ref={(element) => {
            area.current = element;
            if (typeof boxRef === 'function') boxRef(element);
          }}
          class="composer-text"
          rows={1}
          value={text}
          placeholder={label}
          aria-label={label}
          aria-autocomplete="list"
          aria-haspopup="listbox"
          aria-controls={found.length > 0 ? listId : undefined}
          aria-activedescendant={found.length > 0 ? rowId(listId, active) : undefined}
          aria-describedby={left <= COUNTED_FROM ? `${id}-left` : undefined}
          aria-invalid={left < 0}
          enterkeyhint="send"
          onInput={({ currentTarget }) => onText(currentTarget.value)}
          onKeyDown={onKeyDown}
          onFocus={() => {
            hasFocus.value = true;
          }}
          onBlur={() => {
            hasFocus.value = false;
          }}
        />
        {left <= COUNTED_FROM && (
          <span id={`${id}-left`} class="composer-left" data-over={left < 0}>
            {left}
            <span class="visually-hidden"> characters left</span>
          </span>
        )}
        {text === '' && (
          <button type="button" class="composer-button" aria-label="Use a command" onClick={() => onText('/')}>
            <SlashIcon />
          </button>
        )}
        <button
          type="button"
          class="composer-button composer-send"
          aria-label="Send message"
          disabled={text.trim() === ''}
          onMouseDown={(event) => event.preventDefault()}
          onClick={onSend}
        >
          <SendIcon />
        </button>
      </div>
      <p class="visually-hidden" role="status">
        {isOpen && counted(found.length)}
      </p>
    </>
  );
}

const counted = (count: number) =>
  count === 0 ? 'No commands match' : `${count} ${count === 1 ? 'command' : 'commands'}`;

function CommandRow({ entry, app }: { entry: CommandEntry; app: string }) {
  return (
    <>
      <span class="composer-app" aria-hidden="true">
        {app.slice(0, 1)}
      </span>
      <span class="composer-row-text">
        <span class="composer-row-title">
          <b>/{entry.name}</b>
          {entry.options.map(({ name, label }) => (
            <span key={name} class="composer-row-option">
              {' '}
              {label}
            </span>
          ))}
        </span>
        <span class="composer-row-detail"> {entry.description}</span>
      </span>
      <span class="composer-row-app"> {app}</span>
    </>
  );
}
