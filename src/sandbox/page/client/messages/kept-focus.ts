import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/** The row of the list that something is part of. */
export const rowOf = (target: EventTarget | null): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null;

/**
 * Where the focus is in the list, and keeps it there: a button that goes or is turned off when its message changes
 * leaves the focus with the message, and a message that goes leaves it with the list.
 *
 * @param changes what may take a focused element away when it is another
 * @returns to be told of each `focusin` of the list
 */
export function useKeptFocus(list: RefObject<HTMLElement | null>, changes: unknown): (event: FocusEvent) => void {
  const last = useRef<{ element: HTMLElement; key: string | undefined } | undefined>(undefined);
  useLayoutEffect(() => {
    const { element, key } = last.current ?? {};
    if (element === undefined || (element.isConnected && !element.matches(':disabled'))) return;
    last.current = undefined;
    const { activeElement } = document;
    if (activeElement !== document.body && activeElement !== element) return;
    (rowWithKey(list.current, key) ?? list.current)?.focus({ preventScroll: true });
  }, [changes, list]);
  return ({ target }) => {
    if (target instanceof HTMLElement) last.current = { element: target, key: rowOf(target)?.dataset['row'] };
  };
}

export const rowWithKey = (list: HTMLElement | null, key: string | undefined): HTMLElement | null =>
  key === undefined ? null : (list?.querySelector<HTMLElement>(`[data-row="${CSS.escape(key)}"]`) ?? null);
