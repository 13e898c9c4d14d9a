import { signal } from '@preact/signals';

/** A message that is to be brought into sight, until the list has done it. */
export const jumpTo = signal<{ readonly channelId: string; readonly messageId: string } | undefined>(undefined);
