import { type Signal, useSignal } from '@preact/signals';
import type { TargetedKeyboardEvent } from 'preact';
import { useId } from 'preact/hooks';
import { CrossIcon } from '../icon.tsx';
import {
  added,
  type CommandDraft,
  EMPTY,
  END,
  erased,
  fieldOf,
  furtherOptions,
  neighbour,
  picked,
  removed,
  type Step,
  typed,
  typedAtEnd,
} from './draft.ts';
import { SendIcon } from './icons.tsx';
import { GrowingInput, OptionField } from './option-field.tsx';
import { OptionPanel, saying } from './option-panel.tsx';
import type { Places } from './places.ts';
import { moved, rowId } from './suggestion-list.tsx';
import { firstActive, NOTHING, type Row, useOffer } from './use-offer.ts';
import { check } from './values.ts';

interface Props {
  readonly channelId: string;
  readonly locale: string;
  readonly draft: CommandDraft;
  readonly places: Places;
  readonly errors: Signal<ReadonlyMap<string, string>>;
  readonly inputRef: (at: Step['at']) => (element: HTMLInputElement | null) => void;
  /** Another draft, while the focus goes on by itself. */
  readonly onDraft: (draft: CommandDraft) => void;
  readonly onStep: (step: Step) => void;
  readonly onSend: () => void;
}

/** A command in the box: its options in a row, and above them what the one with the caret takes. */
export function CommandForm({ channelId, locale, draft, places, errors, inputRef, onDraft, onStep, onSend }: Props) {
  const id = useId();
  const at = useSignal<Step['at'] | undefined>(undefined);
  const tail = useSignal('');
  const closedFor = useSignal<string | undefined>(undefined);
  const cursor = useSignal({ where: '', index: -1 });
  const offer = useOffer({ channelId, locale, draft, places, at: at.value, tail: tail.value });
  const here = typeof at.value === 'string' ? fieldOf(draft, at.value) : undefined;
  const where = `${String(at.value)} ${here?.text ?? tail.value}`;
  const shown = closedFor.value === where ? NOTHING : offer;
  const isOpen = shown.rows.length > 0;
  const index = cursor.value.where === where ? cursor.value.index : firstActive(draft, at.value, tail.value);
  const active = isOpen ? Math.min(index, offer.rows.length - 1) : -1;
  const listId = `${id}-list`;
  const list = { id: listId, isOpen, activeId: active < 0 ? undefined : rowId(listId, active) };
  const further = furtherOptions(draft).length;

  const setError = (name: string, error?: string) => {
    const rest = [...errors.value].filter(([key]) => key !== name);
    errors.value = new Map(error === undefined ? rest : [...rest, [name, error]]);
  };
  const step = (next: Step) => {
    tail.value = '';
    onStep(next);
  };
  const choose = (row: Row) => {
    if (row.kind === 'option') step(added(draft, row.option.name));
    else if (typeof at.value === 'string') {
      setError(at.value);
      step(picked(draft, at.value, row.suggestion));
    }
  };
  const type = (name: string, text: string) => {
    setError(name);
    const next = typed(draft, name, text);
    if (next.at === name) onDraft(next.draft);
    else step(next);
  };
  const typeTail = (text: string) => {
    const next = typedAtEnd(draft, text);
    if (next === undefined) tail.value = text;
    else step(next);
  };
  const walk = (by: 1 | -1) => {
    const next = at.value === undefined ? undefined : neighbour(draft, at.value, by);
    if (next !== undefined) onStep({ draft, at: next });
  };
  /** Not with words at the end that belong to no option: they would be lost. */
  const send = () => {
    closedFor.value = undefined;
    if (tail.value.trim() === '') onSend();
    else onStep({ draft, at: END });
  };
  const leave = (name: string) => {
    const field = fieldOf(draft, name);
    if (field === undefined || field.text.trim() === '') return;
    const checked = check(field, places);
    if (!checked.ok) setError(name, checked.error);
  };

  const onKeyDown = (event: TargetedKeyboardEvent<HTMLInputElement>) => {
    const { key, currentTarget: input } = event;
    const row = offer.rows[active];
    if (event.isComposing || at.value === undefined) return;
    if (isOpen && (key === 'ArrowDown' || key === 'ArrowUp'))
      cursor.value = { where, index: moved(active, offer.rows.length, key === 'ArrowDown' ? 1 : -1) };
    else if (key === 'Tab' && !event.shiftKey && row?.kind === 'value' && typeof at.value === 'string') {
      // The focus goes on by itself.
      setError(at.value);
      onDraft(picked(draft, at.value, row.suggestion).draft);
      return;
    } else if (row !== undefined && (key === 'Enter' || (key === 'Tab' && !event.shiftKey))) choose(row);
    else if (key === 'Enter') send();
    else if (key === 'Escape' && isOpen) closedFor.value = where;
    else if (key === 'Backspace' && input.value === '') step(erased(draft, at.value));
    else if (key === 'ArrowLeft' && input.selectionEnd === 0) walk(-1);
    else if (key === 'ArrowRight' && input.selectionStart === input.value.length) walk(1);
    else return;
    event.preventDefault();
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot step out of the layout in every browser
    <div
      class="composer-form"
      role="group"
      aria-label={`/${draft.entry.name}`}
      onFocusOut={({ relatedTarget, currentTarget }) => {
        if (typeof at.value === 'string') leave(at.value);
        if (!(relatedTarget instanceof Node) || !currentTarget.contains(relatedTarget)) at.value = undefined;
      }}
    >
      {at.value !== undefined && (
        <OptionPanel
          entry={draft.entry}
          option={here?.option}
          error={here === undefined ? undefined : errors.value.get(here.option.name)}
          offer={shown}
          listId={listId}
          active={active}
          onChoose={choose}
          onPoint={(pointed) => {
            cursor.value = { where, index: pointed };
          }}
        />
      )}
      <p class="visually-hidden" role="status">
        {saying(shown)}
      </p>
      <div class="composer-box">
        <button
          type="button"
          class="composer-button composer-leave"
          aria-label={`Leave /${draft.entry.name}`}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onStep({ draft: EMPTY, at: END })}
        >
          <CrossIcon size={18} />
        </button>
        <div class="composer-fields">
          <span class="composer-command">/{draft.entry.name}</span>
          <span id={`${id}-about`} hidden>
            {draft.entry.description}
          </span>
          {draft.fields.map((field) => (
            <OptionField
              key={field.option.name}
              id={`${id}-${field.option.name}`}
              field={field}
              list={field.option.name === at.value ? list : undefined}
              error={errors.value.get(field.option.name)}
              inputRef={inputRef(field.option.name)}
              onText={(text) => type(field.option.name, text)}
              onKeyDown={onKeyDown}
              onFocus={() => {
                at.value = field.option.name;
              }}
              onRemove={() => step(removed(draft, field.option.name))}
            />
          ))}
          <GrowingInput
            id={`${id}-end`}
            text={tail.value}
            label={further > 0 ? 'More options' : `Send /${draft.entry.name}`}
            placeholder={further > 0 ? `+${further} more` : ''}
            isCombobox={further > 0}
            list={at.value === END ? list : undefined}
            describedBy={`${id}-about`}
            inputRef={inputRef(END)}
            onText={typeTail}
            onKeyDown={onKeyDown}
            onFocus={() => {
              at.value = END;
            }}
          />
        </div>
        <button
          type="button"
          class="composer-button composer-send"
          aria-label={`Send /${draft.entry.name}`}
          onMouseDown={(event) => event.preventDefault()}
          onClick={send}
        >
          <SendIcon />
        </button>
      </div>
    </div>
  );
}
