import { effect, type Signal, signal } from '@preact/signals';

/** A signal that this browser remembers, under its own name for each address. */
export function remembered<T>(name: string, initial: T): Signal<T> {
  const slot = `backbone.${name}`;
  const value = signal<T>(read(slot) ?? initial);
  effect(() => {
    const text = JSON.stringify(value.value);
    try {
      if (text === undefined) localStorage.removeItem(slot);
      else localStorage.setItem(slot, text);
    } catch {
      // A browser that keeps nothing: the page works, and forgets.
    }
  });
  return value;
}

function read<T>(slot: string): T | undefined {
  try {
    const text = localStorage.getItem(slot);
    return text === null ? undefined : (JSON.parse(text) as T);
  } catch {
    return undefined;
  }
}
