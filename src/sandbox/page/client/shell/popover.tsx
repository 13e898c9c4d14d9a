import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import './popover.css';

const FOCUSABLE = 'a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled)';

interface PopoverProps {
  readonly label: string;
  readonly class?: string;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

/**
 * A panel over the page that closes by itself when one goes elsewhere. Focus goes into it (to what has `data-first`, or
 * the first there is), and back to where it was.
 */
export function Popover({ label, class: name = '', onClose, children }: PopoverProps) {
  const root = useRef<HTMLDivElement>(null);
  const opener = useRef<Element | null>(null);
  const close = useRef(onClose);
  close.current = onClose;

  useEffect(() => {
    const panel = root.current;
    if (panel === null) return;
    const { activeElement: before } = document;
    opener.current = before;
    (panel.querySelector<HTMLElement>('[data-first]') ?? panel.querySelector<HTMLElement>(FOCUSABLE))?.focus();
    const onPointer = ({ target }: PointerEvent) => {
      const isOpener = before !== null && target instanceof Node && before.contains(target);
      if (target instanceof Node && !panel.contains(target) && !isOpener) close.current();
    };
    document.addEventListener('pointerdown', onPointer);
    return () => {
      document.removeEventListener('pointerdown', onPointer);
      const focused = document.activeElement;
      const isLost = focused === null || focused === document.body || panel.contains(focused);
      if (isLost && before instanceof HTMLElement) before.focus();
    };
  }, []);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      onClose();
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (event.target instanceof HTMLInputElement && event.target.type === 'radio') return;
      event.preventDefault();
      step(root.current, event.key === 'ArrowDown' ? 1 : -1);
    }
  };
  const onFocusOut = ({ relatedTarget }: FocusEvent) => {
    // Whoever goes back to what opened it presses that to close it.
    if (!(relatedTarget instanceof Node) || relatedTarget === opener.current) return;
    if (!root.current?.contains(relatedTarget)) onClose();
  };
  return (
    <div
      ref={root}
      class={`popover ${name}`}
      role="dialog"
      aria-label={label}
      onKeyDown={onKeyDown}
      onFocusOut={onFocusOut}
    >
      {children}
    </div>
  );
}

/** Arrow keys go from one thing to the next, as in a menu. */
function step(panel: HTMLElement | null, by: 1 | -1): void {
  const all = [...(panel?.querySelectorAll<HTMLElement>(FOCUSABLE) ?? [])];
  const at = document.activeElement instanceof HTMLElement ? all.indexOf(document.activeElement) : -1;
  all[(at + by + all.length) % all.length]?.focus();
}
