import { signal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { fileUrl } from '../api.ts';
import { CrossIcon } from '../icon.tsx';
import { BackIcon, OnIcon } from './icons.tsx';
import { fileName, type Media } from './media.ts';
import './lightbox.css';

/** The pictures that are looked at in full, and which of them. */
export const lightbox = signal<{ readonly items: readonly Media[]; readonly index: number } | undefined>(undefined);

function close(): void {
  lightbox.value = undefined;
}

/** Shows a picture above the page, until Escape, the cross or a click beside it; the focus goes back by itself. */
export function Lightbox() {
  const shown = lightbox.value;
  return shown === undefined ? null : <Opened items={shown.items} index={shown.index} />;
}

function Opened({ items, index }: { items: readonly Media[]; index: number }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    const element = dialog.current;
    element?.showModal();
    return () => {
      element?.close();
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  const item = items[index];
  if (item === undefined) return null;
  const turn = (by: number) => {
    lightbox.value = { items, index: (index + by + items.length) % items.length };
  };
  const isOne = items.length === 1;
  return (
    <dialog
      ref={dialog}
      class="lightbox"
      aria-label={item.alt === '' ? fileName(item.url) : item.alt}
      onClose={close}
      onClick={({ target }) => {
        if (target instanceof Element && target.closest('button, img, a') === null) close();
      }}
      onKeyDown={({ key }) => {
        if (!isOne && key === 'ArrowLeft') turn(-1);
        if (!isOne && key === 'ArrowRight') turn(1);
      }}
    >
      <button type="button" class="lightbox-button lightbox-close" aria-label="Close" onClick={close}>
        <CrossIcon size={24} />
      </button>
      {!isOne && (
        <button
          type="button"
          class="lightbox-button lightbox-back"
          aria-label="Previous picture"
          onClick={() => turn(-1)}
        >
          <BackIcon />
        </button>
      )}
      <figure class="lightbox-figure">
        <img class="lightbox-picture" src={fileUrl(item.url)} alt={item.alt} />
        <figcaption class="lightbox-caption">
          {item.alt !== '' && <span class="lightbox-words">{item.alt}</span>}
          {!isOne && (
            <span>
              {index + 1} of {items.length}
            </span>
          )}
        </figcaption>
      </figure>
      {!isOne && (
        <button type="button" class="lightbox-button lightbox-on" aria-label="Next picture" onClick={() => turn(1)}>
          <OnIcon />
        </button>
      )}
    </dialog>
  );
}
