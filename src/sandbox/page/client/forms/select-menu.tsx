import { useId, useRef } from 'preact/hooks';
import { ChevronIcon, ChoiceIcon } from './icons.tsx';
import type { Choice } from './picking.ts';
import { SelectPopup } from './select-popup.tsx';
import { type SelectMenuProps, useSelect } from './use-select.ts';
import './select-menu.css';

/** A select menu of any kind. One pick closes it; several are picked when it closes. */
export function SelectMenu(props: SelectMenuProps) {
  const { component, name, isDisabled, inForm } = props;
  const base = useId();
  const trigger = useRef<HTMLButtonElement>(null);
  const select = useSelect(props, trigger);
  const { choices, shown, picks, bounds, isMulti, isWithSearch, onKeyDown } = select;
  const isOpen = select.isOpen.value;
  const active = select.active.value;
  const listId = `${base}-list`;
  const popupId = `${base}-popup`;
  const optionId = (index: number) => (index < shown.length ? `${base}-option-${index}` : undefined);
  const search = {
    typed: select.typed.value,
    onType: (text: string) => {
      select.typed.value = text;
      select.active.value = 0;
    },
    onKeyDown,
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
        aria-expanded={isOpen}
        aria-controls={isOpen ? (isWithSearch ? popupId : listId) : undefined}
        aria-activedescendant={isOpen && !isWithSearch ? optionId(active) : undefined}
        aria-required={inForm?.isRequired}
        aria-invalid={inForm?.isWrong}
        aria-describedby={inForm?.describedBy}
        // Not `disabled`, which would drop the focus while the bot is waited for.
        aria-disabled={isDisabled}
        onClick={() => (isOpen ? select.close(true) : select.open())}
        onKeyDown={onKeyDown}
        onKeyUp={(event) => {
          // A button is clicked when the space bar comes up again.
          if (event.key === ' ') event.preventDefault();
        }}
      >
        <Picked picks={picks} choices={choices} placeholder={component.placeholder} isMulti={isMulti} />
        <ChevronIcon />
      </button>
      {isOpen && (
        <SelectPopup
          id={popupId}
          listId={listId}
          optionId={optionId}
          name={name}
          trigger={trigger}
          choices={shown}
          picks={picks}
          active={active}
          bounds={isMulti ? { ...bounds, isAll: bounds.max >= choices.length && bounds.min <= 1 } : undefined}
          search={isWithSearch ? search : undefined}
          onPoint={(index) => {
            select.active.value = index;
          }}
          onChoose={select.choose}
          onLeave={() => select.close(false)}
        />
      )}
    </div>
  );
}

interface PickedProps {
  readonly picks: readonly string[];
  readonly choices: readonly Choice[];
  readonly placeholder: string | undefined;
  readonly isMulti: boolean;
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
