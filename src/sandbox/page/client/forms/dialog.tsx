import type { ComponentChildren, RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { CrossIcon } from '../icon.tsx';
import './dialog.css';

/** Where one writes: the place for a focus whose own place is gone. */
const COMPOSER = 'main textarea, main [contenteditable="true"], main input';

interface Props {
  readonly class: string;
  readonly titleId: string;
  readonly textId?: string;
  /** Escape, or a press beside it. */
  readonly onClose: () => void;
  /** What has the focus first. */
  readonly first: (dialog: HTMLDialogElement) => HTMLElement | null | undefined;
  readonly children: ComponentChildren;
}

/** Something that must be answered or closed before the rest of the page goes on. */
export function Dialog({ class: name, titleId, textId, onClose, first, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  useOpenDialog(dialog, first);
  return (
    <dialog
      ref={dialog}
      class={`form-dialog ${name}`}
      aria-labelledby={titleId}
      aria-describedby={textId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClose={onClose}
      onMouseDown={(event) => {
        if (event.target !== event.currentTarget) return;
        // What is pressed lies beneath: it does not take the focus that goes back.
        event.preventDefault();
        onClose();
      }}
    >
      {children}
    </dialog>
  );
}

/** Opens it over the page; the focus goes back to where it was when it is gone. */
function useOpenDialog(ref: RefObject<HTMLDialogElement | null>, first: Props['first']): void {
  const focusFirst = useRef(first);
  useLayoutEffect(() => {
    const { current: dialog } = ref;
    if (dialog === null) return;
    const opener = document.activeElement;
    dialog.showModal();
    focusFirst.current(dialog)?.focus();
    return () => {
      dialog.close();
      if (opener instanceof HTMLElement && opener.isConnected && opener !== document.body) opener.focus();
      const { activeElement: focused } = document;
      const isLost = focused === null || focused === document.body || dialog.contains(focused);
      if (isLost) document.querySelector<HTMLElement>(COMPOSER)?.focus();
    };
  }, [ref]);
}

export function CloseButton({ onClose }: { onClose: () => void }) {
  return (
    <button type="button" class="form-dialog-close" aria-label="Close" onClick={onClose}>
      <CrossIcon />
    </button>
  );
}
