import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { CheckIcon } from '../icon.tsx';
import { spotFor } from './anchored.ts';
import { ChoiceIcon, SearchIcon } from './icons.tsx';
import type { Choice } from './picking.ts';

interface Props {
  readonly id: string;
  readonly listId: string;
  readonly optionId: (index: number) => string | undefined;
  readonly name: string;
  readonly trigger: RefObject<HTMLButtonElement | null>;
  readonly choices: readonly Choice[];
  readonly picks: readonly string[];
  /** The index of the choice that keys act on. */
  readonly active: number;
  /** Present when several may be picked; `isAll`: any number of them. */
  readonly bounds: { readonly min: number; readonly max: number; readonly isAll: boolean } | undefined;
  readonly search: Search | undefined;
  readonly onPoint: (index: number) => void;
  readonly onChoose: (index: number) => void;
  /** Somebody went elsewhere. */
  readonly onLeave: () => void;
}

interface Search {
  readonly typed: string;
  readonly onType: (text: string) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** The list that drops from a select, above everything else on the page. */
export function SelectPopup(props: Props) {
  const { id, listId, optionId, name, trigger, choices, picks, active, bounds, search, onPoint, onChoose } = props;
  const popup = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const leave = useRef(props.onLeave);
  leave.current = props.onLeave;

  useLayoutEffect(() => {
    const { current: box } = popup;
    const { current: anchor } = trigger;
    if (box === null || anchor === null) return;
    box.showPopover();
    const height = box.scrollHeight;
    let frame = 0;
    let last = '';
    // What it hangs from moves with the messages, and grows with what is picked: it is followed as long as it is open.
    const follow = () => {
      frame = requestAnimationFrame(follow);
      const { left, top, width, height: tall } = anchor.getBoundingClientRect();
      const { innerWidth, innerHeight } = window;
      const now = [left, top, width, tall, innerWidth, innerHeight].join(' ');
      if (now === last) return;
      last = now;
      const spot = spotFor({ left, top, width, height: tall }, height, { width: innerWidth, height: innerHeight });
      const px = (length: number | undefined) => (length === undefined ? 'auto' : `${length}px`);
      Object.assign(box.style, { left: px(spot.left), width: px(spot.width), maxHeight: px(spot.maxHeight) });
      Object.assign(box.style, { top: px(spot.top), bottom: px(spot.bottom) });
    };
    const sight = new IntersectionObserver((seen) => {
      if (seen.at(-1)?.isIntersecting === false) leave.current();
    });
    const point = ({ target }: Event) => {
      if (target instanceof Node && !box.contains(target) && !anchor.contains(target)) leave.current();
    };
    // The focus stays where it is while one points at the list, so that keys go on working.
    const stay = (event: Event) => {
      if (!(event.target instanceof HTMLInputElement)) event.preventDefault();
    };
    follow();
    sight.observe(anchor);
    box.addEventListener('mousedown', stay);
    document.addEventListener('pointerdown', point, true);
    return () => {
      cancelAnimationFrame(frame);
      sight.disconnect();
      document.removeEventListener('pointerdown', point, true);
    };
  }, [trigger]);

  // What one points at is in sight already, and stays where it is.
  const pointed = useRef(-1);
  useEffect(() => {
    if (pointed.current !== active) list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active]);

  const isFull = bounds !== undefined && picks.length >= bounds.max;
  const options = choices.map((choice, index) => {
    const isPicked = picks.includes(choice.value);
    return (
      // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the field that has the focus
      // biome-ignore lint/a11y/useFocusableInteractive: that field points at it with aria-activedescendant
      <div
        key={choice.value}
        id={optionId(index)}
        class={index === active ? 'form-select-option form-select-option-active' : 'form-select-option'}
        role="option"
        aria-selected={isPicked}
        aria-disabled={isFull && !isPicked ? true : undefined}
        onPointerMove={() => {
          pointed.current = index;
          onPoint(index);
        }}
        onClick={() => onChoose(index)}
      >
        <ChoiceIcon choice={choice} />
        <span class="form-select-words">
          <span class="form-select-label">{choice.label}</span>
          {choice.detail !== undefined && <span class="form-select-detail">{choice.detail}</span>}
        </span>
        {bounds !== undefined && (
          <span class={isPicked ? 'form-box form-box-ticked' : 'form-box'}>{isPicked && <CheckIcon size={16} />}</span>
        )}
        {bounds === undefined && isPicked && <CheckIcon size={16} />}
      </div>
    );
  });

  return (
    <div
      ref={popup}
      id={id}
      class="form-select-popup"
      popover="manual"
      {...(search === undefined ? {} : { role: 'dialog', 'aria-label': name })}
    >
      {search !== undefined && <SearchField search={search} listId={listId} activeId={optionId(active)} />}
      <div
        ref={list}
        id={listId}
        class="form-select-list"
        role="listbox"
        aria-label={name}
        aria-multiselectable={bounds === undefined ? undefined : true}
        aria-describedby={bounds === undefined || bounds.isAll ? undefined : `${id}-hint`}
      >
        {options}
      </div>
      {choices.length === 0 && (
        <p class="form-select-none" role="status">
          {search === undefined ? 'There is nothing to pick here.' : 'No results found'}
        </p>
      )}
      {bounds !== undefined && !bounds.isAll && (
        <p class="form-select-hint" id={`${id}-hint`}>
          {bounds.min < 2 ? `Pick up to ${bounds.max}` : `Pick ${rangeOf(bounds.min, bounds.max)}`}
        </p>
      )}
    </div>
  );
}

const rangeOf = (min: number, max: number) => (min === max ? `${min}` : `${min} to ${max}`);

function SearchField({ search, listId, activeId }: { search: Search; listId: string; activeId: string | undefined }) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    input.current?.focus({ preventScroll: true });
  }, []);
  return (
    <div class="form-select-search">
      <SearchIcon />
      <input
        ref={input}
        type="text"
        role="combobox"
        aria-label="Search"
        aria-autocomplete="list"
        aria-expanded="true"
        aria-controls={listId}
        aria-activedescendant={activeId}
        autocomplete="off"
        spellcheck={false}
        placeholder="Search"
        value={search.typed}
        onInput={(event) => search.onType(event.currentTarget.value)}
        onKeyDown={search.onKeyDown}
      />
    </div>
  );
}
