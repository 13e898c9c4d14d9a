import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';

/** Covered until somebody wants to see it; what is covered is read aloud to nobody. */
export function Spoiler({ children }: { children: ComponentChildren }) {
  const isOpen = useSignal(false);
  // The same element, open or not: the focus stays where it was.
  if (isOpen.value)
    return (
      <span class="md-spoiler md-spoiler-open" tabIndex={-1}>
        {children}
      </span>
    );
  return (
    // biome-ignore lint/a11y/useSemanticElements: a button cannot hold what a text may hold
    <span
      class="md-spoiler"
      role="button"
      tabIndex={0}
      aria-label="Spoiler, press to show"
      onClick={() => {
        isOpen.value = true;
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        isOpen.value = true;
      }}
    >
      <span class="md-spoiler-covered" inert>
        {children}
      </span>
    </span>
  );
}
