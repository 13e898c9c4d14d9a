import { useSignal } from '@preact/signals';
import type { APISelectMenuComponent } from 'discord-api-types/v10';
import { useEffect, useId, useLayoutEffect, useRef } from 'preact/hooks';
import { findChannel, page, peopleById } from '../store.ts';
import { ChevronIcon, ChoiceIcon } from './icons.tsx';
import {
  boundsOf,
  byTyping,
  type Choice,
  choicesOf,
  isSame,
  isSearched,
  matching,
  presetsOf,
  steppedTo,
  toggled,
} from './picking.ts';
import { SelectPopup } from './select-popup.tsx';
import './select-menu.css';

/** Real ms after which letters begin a new word. */
const TYPING_PAUSE = 600;

/** Of a select in a form, which keeps what is picked and checks it as a whole. */
export interface InForm {
  readonly id: string;
  readonly picks: readonly string[];
  readonly isRequired: boolean;
  readonly isWrong: boolean;
  readonly describedBy: string | undefined;
}

export interface SelectMenuProps {
  readonly component: APISelectMenuComponent;
  /** Read aloud for it. */
  readonly name: string;
  readonly isDisabled: boolean;
  readonly channelId: string;
  /** In a message: what is sent, as many as are asked for. In a form: each change, however many. */
  readonly onPick: (values: readonly string[]) => void;
  readonly inForm?: InForm;
}

/** A select menu of any kind. One pick closes it; several are picked when it closes. */
export function SelectMenu({ component, name, isDisabled, channelId, onPick, inForm }: SelectMenuProps) {
  const base = useId();
  const trigger = useRef<HTMLButtonElement>(null);
  const isOpen = useSignal(false);
  const typed = useSignal('');
  const active = useSignal(-1);
  const ahead = useRef({ letters: '', timer: 0 });
  const before = useRef<readonly string[]>([]);

  const choices = choicesHere(component, channelId);
  const presets = presetsOf(component, choices);
  const own = useSignal<readonly string[]>(presets);
  // The message may be edited while it stands there: it shows what the bot chose then.
  const presetKey = JSON.stringify(presets);
  useLayoutEffect(() => {
    own.value = JSON.parse(presetKey) as string[];
  }, [own, presetKey]);

  const picks = inForm?.picks ?? own.value;
  const { min, max } = boundsOf(component);
  const isMulti = max > 1;
  const isWithSearch = isSearched(choices);
  const shown = matching(choices, typed.value);
  const listId = `${base}-list`;
  const optionId = (index: number) => (index < 0 ? undefined : `${base}-option-${index}`);

  const take = (values: readonly string[]) => {
    own.value = values;
    if (inForm !== undefined || !isMulti) onPick(values);
  };
  const open = () => {
    if (isDisabled || isOpen.value) return;
    before.current = picks;
    typed.value = '';
    active.value = Math.max(
      0,
      choices.findIndex(({ value }) => picks.includes(value)),
    );
    isOpen.value = true;
  };
  const close = (isFocusBack: boolean) => {
    if (!isOpen.value) return;
    isOpen.value = false;
    if (isFocusBack) trigger.current?.focus();
    if (inForm !== undefined || !isMulti || isSame(own.value, before.current)) return;
    if (own.value.length < min) own.value = before.current;
    else onPick(own.value);
  };
  const choose = (index: number) => {
    const choice = shown[index];
    if (choice === undefined) return;
    active.value = index;
    if (isMulti) return take(toggled(picks, choice.value, choices, max));
    const isOptional = min === 0 || inForm?.isRequired === false;
    if (!picks.includes(choice.value)) take([choice.value]);
    else if (isOptional) take([]);
    close(true);
  };
  const typeAhead = (letter: string) => {
    const { current } = ahead;
    clearTimeout(current.timer);
    current.letters += letter;
    current.timer = window.setTimeout(() => {
      current.letters = '';
    }, TYPING_PAUSE);
    const found = byTyping(shown, active.value, current.letters);
    if (found >= 0) active.value = found;
  };

  useEffect(() => () => clearTimeout(ahead.current.timer), []);
  useEffect(() => {
    if (isDisabled) isOpen.value = false;
  }, [isDisabled, isOpen]);

  const onKeyDown = (event: KeyboardEvent) => {
    const isLetter = event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (!isOpen.value) {
      if (!['Enter', ' ', 'ArrowDown', 'ArrowUp', 'Home', 'End'].includes(event.key) && !isLetter) return;
      event.preventDefault();
      open();
      if (isLetter && event.key !== ' ') {
        if (isWithSearch) typed.value = event.key;
        else typeAhead(event.key);
      } else if (event.key === 'Home' || event.key === 'End') {
        active.value = steppedTo(event.key, 0, choices.length) ?? 0;
      }
      return;
    }
    if (event.key === 'Tab') return close(true);
    const isCaretKey = isWithSearch && (event.key === 'Home' || event.key === 'End');
    const to = isCaretKey ? undefined : steppedTo(event.key, active.value, shown.length);
    if (event.key === 'Escape' || (event.key === 'ArrowUp' && event.altKey)) close(true);
    else if (event.key === 'Enter' || (event.key === ' ' && !isWithSearch)) choose(active.value);
    else if (to !== undefined) active.value = to;
    else if (isLetter && !isWithSearch) typeAhead(event.key);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div class="form-select">
      <button
        ref={trigger}
        id={inForm?.id}
        type="button"
        class={inForm?.isWrong ? 'form-select-trigger form-select-trigger-wrong' : 'form-select-trigger'}
        role="combobox"
        aria-label={name}
        aria-haspopup={isWithSearch ? 'dialog' : 'listbox'}
        aria-expanded={isOpen.value}
        aria-controls={isOpen.value ? (isWithSearch ? `${base}-popup` : listId) : undefined}
        aria-activedescendant={isOpen.value && !isWithSearch ? optionId(active.value) : undefined}
        aria-required={inForm?.isRequired}
        aria-invalid={inForm?.isWrong}
        aria-describedby={inForm?.describedBy}
        disabled={isDisabled}
        onClick={() => (isOpen.value ? close(true) : open())}
        onKeyDown={onKeyDown}
        onKeyUp={(event) => {
          // A button is clicked when the space bar comes up again.
          if (event.key === ' ') event.preventDefault();
        }}
      >
        <Picked picks={picks} choices={choices} placeholder={component.placeholder} isMulti={isMulti} />
        <ChevronIcon />
      </button>
      {isOpen.value && (
        <SelectPopup
          id={`${base}-popup`}
          listId={listId}
          optionId={optionId}
          name={name}
          trigger={trigger}
          choices={shown}
          picks={picks}
          active={active.value}
          bounds={isMulti ? { min, max, isAll: max >= choices.length && min <= 1 } : undefined}
          search={
            isWithSearch
              ? {
                  typed: typed.value,
                  onType: (text) => {
                    typed.value = text;
                    active.value = 0;
                  },
                  onKeyDown,
                }
              : undefined
          }
          onPoint={(index) => {
            active.value = index;
          }}
          onChoose={choose}
          onLeave={() => close(false)}
        />
      )}
    </div>
  );
}

/** What is offered, seen by who is played in that channel. */
export function choicesHere(component: APISelectMenuComponent, channelId: string): Choice[] {
  const me = page.value?.me;
  if (me === undefined) return [];
  return choicesOf(component, { server: findChannel(channelId)?.server, me, people: peopleById.value });
}

interface PickedProps {
  picks: readonly string[];
  choices: readonly Choice[];
  placeholder: string | undefined;
  isMulti: boolean;
}

function Picked({ picks, choices, placeholder, isMulti }: PickedProps) {
  const picked = choices.filter(({ value }) => picks.includes(value));
  if (picked.length === 0) return <span class="form-select-placeholder">{placeholder || 'Make a selection'}</span>;
  return (
    <span class="form-select-picked">
      {picked.map((choice, index) => (
        <span key={choice.value} class={isMulti ? 'form-select-chip' : 'form-select-single'}>
          <ChoiceIcon choice={choice} />
          <span class="form-select-label">{choice.label}</span>
          {index < picked.length - 1 && <span class="visually-hidden">, </span>}
        </span>
      ))}
    </span>
  );
}
