import { computed, type ReadonlySignal, signal } from '@preact/signals';

function matches(query: string): ReadonlySignal<boolean> {
  const list = matchMedia(query);
  const value = signal(list.matches);
  list.addEventListener('change', (event) => {
    value.value = event.matches;
  });
  return value;
}

/* As in app.css. */

/** The sidebar slides over the chat. */
export const isNarrow = matches('(max-width: 720px)');
/** So does an open drawer. */
export const isMiddling = matches('(max-width: 1000px)');
export const isWide = computed(() => !isMiddling.value);
