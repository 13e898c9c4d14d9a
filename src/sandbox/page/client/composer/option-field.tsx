import type { Ref, TargetedKeyboardEvent } from 'preact';
import { CrossIcon } from '../icon.tsx';
import { OPTION } from './commands.ts';
import { hasList } from './suggestions.ts';
import { type Field, limitsOf } from './values.ts';

/** What the box for an option says of the list that belongs to it. */
export interface ListState {
  readonly id: string;
  readonly isOpen: boolean;
  /** The id of the row that Enter would take. */
  readonly activeId: string | undefined;
}

interface Props {
  readonly id: string;
  readonly field: Field;
  readonly list: ListState | undefined;
  readonly error: string | undefined;
  readonly inputRef: Ref<HTMLInputElement>;
  readonly onText: (text: string) => void;
  readonly onKeyDown: (event: TargetedKeyboardEvent<HTMLInputElement>) => void;
  readonly onFocus: () => void;
  readonly onRemove: () => void;
}

/** One option of a command in the box: its name, and what is typed or picked for it. */
export function OptionField(props: Props) {
  const { id, field, list, error, inputRef, onText, onKeyDown, onFocus, onRemove } = props;
  const { option, text } = field;
  return (
    <span class="composer-option" data-invalid={error !== undefined}>
      <label class="composer-option-name" for={id}>
        {option.label}
      </label>
      <GrowingInput
        id={id}
        text={text}
        inputRef={inputRef}
        list={hasList(option) ? list : undefined}
        isCombobox={hasList(option)}
        describedBy={`${id}-help`}
        isRequired={option.required}
        isInvalid={error !== undefined}
        inputMode={option.type === OPTION.integer && (option.min ?? -1) >= 0 ? 'numeric' : 'text'}
        onText={onText}
        onKeyDown={onKeyDown}
        onFocus={onFocus}
      />
      <span id={`${id}-help`} hidden>
        {[error, option.description, limitsOf(option)].filter((part) => part !== undefined).join(' ')}
      </span>
      {!option.required && (
        <button
          type="button"
          class="composer-option-remove"
          // By keyboard, Backspace does it.
          tabIndex={-1}
          aria-label={`Remove ${option.label}`}
          onClick={onRemove}
        >
          <CrossIcon size={12} />
        </button>
      )}
    </span>
  );
}

/** An input that is as wide as what stands in it, and a combobox where it has a list. */
export function GrowingInput(props: {
  id: string;
  text: string;
  label?: string;
  placeholder?: string;
  isCombobox: boolean;
  list: ListState | undefined;
  describedBy: string;
  isRequired?: boolean;
  isInvalid?: boolean;
  inputMode?: 'text' | 'numeric';
  inputRef: Ref<HTMLInputElement>;
  onText: (text: string) => void;
  onKeyDown: (event: TargetedKeyboardEvent<HTMLInputElement>) => void;
  onFocus: () => void;
}) {
  const { list, isCombobox, text, placeholder = '' } = props;
  const isOpen = list?.isOpen === true;
  return (
    <span class="composer-input" data-text={text === '' ? placeholder : text}>
      {/* biome-ignore lint/a11y/useAriaPropsSupportedByRole: it is a combobox whenever it says that it is expanded or not */}
      <input
        id={props.id}
        ref={props.inputRef}
        value={text}
        size={1}
        placeholder={placeholder}
        aria-label={props.label}
        role={isCombobox ? 'combobox' : undefined}
        aria-autocomplete={isCombobox ? 'list' : undefined}
        aria-expanded={isCombobox ? isOpen : undefined}
        aria-controls={isOpen ? list.id : undefined}
        aria-activedescendant={isOpen ? list.activeId : undefined}
        aria-describedby={props.describedBy}
        aria-required={props.isRequired === true ? true : undefined}
        aria-invalid={props.isInvalid === true ? true : undefined}
        inputMode={props.inputMode ?? 'text'}
        enterkeyhint="send"
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        onInput={({ currentTarget }) => props.onText(currentTarget.value)}
        onKeyDown={props.onKeyDown}
        onFocus={props.onFocus}
      />
    </span>
  );
}
