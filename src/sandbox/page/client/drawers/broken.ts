import { signal } from '@preact/signals';

/** The last line of the wire before something was broken by hand; what came after is what the bot did about it. */
export const brokenSince = signal<number | undefined>(undefined);
