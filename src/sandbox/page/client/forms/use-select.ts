import { type Signal, useSignal } from '@preact/signals';
import type { APISelectMenuComponent } from 'discord-api-types/v10';
import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { findChannel, page, peopleById } from '../store.ts';
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

/** Real ms after which letters begin a new word. */
const TYPING_PAUSE = 600;
const OPENING: readonly string[] = ['Enter', ' ', 'ArrowDown', 'ArrowUp', 'Home', 'End'];

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

/** Of a select in a form, which keeps what is picked and checks it as a whole. */
export interface InForm {
  readonly id: string;
  readonly picks: readonly string[];
  readonly isRequired: boolean;
  readonly isWrong: boolean;
  readonly describedBy: string | undefined;
}

export interface SelectState {
  readonly choices: readonly Choice[];
  /** Those that fit what is typed. */
  readonly shown: readonly Choice[];
  readonly picks: readonly string[];
  readonly bounds: { readonly min: number; readonly max: number };
  readonly isMulti: boolean;
  readonly isWithSearch: boolean;
  readonly isOpen: Signal<boolean>;
  readonly typed: Signal<string>;
  /** The index in `shown` of the choice that keys act on; meaningless while none are shown. */
  readonly active: Signal<number>;
  readonly open: () => void;
  readonly close: (isFocusBack: boolean) => void;
  readonly choose: (index: number) => void;
  /** Of whatever has the focus: the select itself, or the field to search in. */
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** What a select is at, and what keys and presses do to it. */
export function useSelect(props: SelectMenuProps, trigger: RefObject<HTMLButtonElement | null>): SelectState {
  const { component, isDisabled, channelId, onPick, inForm } = props;
  const isOpen = useSignal(false);
  const typed = useSignal('');
  const active = useSignal(0);
  const before = useRef<readonly string[]>([]);

  const choices = choicesHere(component, channelId);
  const presets = presetsOf(component, choices);
  const own = useSignal<readonly string[]>(presets);
  // The message may be edited while it stands there: it shows what the bot chose then.
  const presetKey = JSON.stringify(presets);
  useLayoutEffect(() => {
    own.value = JSON.parse(presetKey) as string[];
  }, [own, presetKey]);
  useEffect(() => {
    if (isDisabled) isOpen.value = false;
  }, [isDisabled, isOpen]);

  const picks = inForm?.picks ?? own.value;
  const bounds = boundsOf(component);
  const isMulti = bounds.max > 1;
  const isWithSearch = isSearched(choices);
  const shown = matching(choices, typed.value);
  const typeAhead = useTypeAhead((letters) => {
    const found = byTyping(shown, active.value, letters);
    if (found >= 0) active.value = found;
  });

  const take = (values: readonly string[]) => {
    own.value = values;
    if (inForm !== undefined || !isMulti) onPick(values);
  };
  const open = () => {
    if (isDisabled || isOpen.value) return;
    before.current = picks;
    typed.value = '';
    const first = choices.findIndex(({ value }) => picks.includes(value));
    active.value = Math.max(0, first);
    isOpen.value = true;
  };
  const close = (isFocusBack: boolean) => {
    if (!isOpen.value) return;
    isOpen.value = false;
    if (isFocusBack) trigger.current?.focus();
    if (inForm !== undefined || !isMulti || isSame(own.value, before.current)) return;
    if (own.value.length < bounds.min) own.value = before.current;
    else onPick(own.value);
  };
  const choose = (index: number) => {
    const choice = shown[index];
    if (choice === undefined) return;
    active.value = index;
    if (isMulti) return take(toggled(picks, choice.value, choices, bounds.max));
    const isOptional = bounds.min === 0 || inForm?.isRequired === false;
    if (!picks.includes(choice.value)) take([choice.value]);
    else if (isOptional) take([]);
    close(true);
  };

  const isLetter = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent) =>
    key.length === 1 && !ctrlKey && !metaKey && !altKey;
  const onClosedKey = (event: KeyboardEvent) => {
    const { key } = event;
    if (isDisabled || !(OPENING.includes(key) || isLetter(event))) return;
    event.preventDefault();
    open();
    if (key === 'Home' || key === 'End') active.value = steppedTo(key, 0, choices.length) ?? 0;
    else if (OPENING.includes(key)) return;
    else if (isWithSearch) typed.value = key;
    else typeAhead(key);
  };
  const onOpenKey = (event: KeyboardEvent) => {
    const { key, altKey } = event;
    if (key === 'Tab') return close(true);
    const isOfTheCaret = isWithSearch && (key === 'Home' || key === 'End');
    const to = isOfTheCaret ? undefined : steppedTo(key, active.value, shown.length);
    if (key === 'Escape' || (key === 'ArrowUp' && altKey)) close(true);
    else if (key === 'Enter' || (key === ' ' && !isWithSearch)) choose(active.value);
    else if (to !== undefined) active.value = to;
    else if (isLetter(event) && !isWithSearch) typeAhead(key);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onKeyDown = (event: KeyboardEvent) => (isOpen.value ? onOpenKey(event) : onClosedKey(event));

  return {
    choices,
    shown,
    picks,
    bounds,
    isMulti,
    isWithSearch,
    isOpen,
    typed,
    active,
    open,
    close,
    choose,
    onKeyDown,
  };
}

/** Letters that are typed one after another belong together. */
function useTypeAhead(find: (letters: string) => void): (letter: string) => void {
  const ahead = useRef({ letters: '', timer: 0 });
  useEffect(() => () => clearTimeout(ahead.current.timer), []);
  return (letter) => {
    const { current } = ahead;
    clearTimeout(current.timer);
    current.letters += letter;
    current.timer = window.setTimeout(() => {
      current.letters = '';
    }, TYPING_PAUSE);
    find(current.letters);
  };
}

/** What is offered, seen by who is played in that channel. */
export function choicesHere(component: APISelectMenuComponent, channelId: string): Choice[] {
  const me = page.value?.me;
  if (me === undefined) return [];
  return choicesOf(component, { server: findChannel(channelId)?.server, me, people: peopleById.value });
}
