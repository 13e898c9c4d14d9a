import type { APIMessage } from 'discord-api-types/v10';

export interface Arrival {
  /** The last message before this one came; nothing when the channel was just opened. */
  readonly before: string | undefined;
  /** The last message that was seen. */
  readonly seen: string | undefined;
  /** Whether the end of the channel is in sight. */
  readonly isWatched: boolean;
  readonly isOwn: boolean;
}

/**
 * After which message the line "New" stands, once another came: where it was, unless it is done with (somebody who
 * speaks has read) or all had been seen until now and this one comes unseen.
 */
export function newLine(current: string | undefined, { before, seen, isWatched, isOwn }: Arrival): string | undefined {
  if (before === undefined) return current;
  if (isOwn) return undefined;
  return !isWatched && before === seen ? seen : current;
}

/** Whether a message is what who is played just did: their words, or the answer to a command of theirs. */
export function isOwn({ author, interaction_metadata: metadata }: APIMessage, meId: string | undefined): boolean {
  return author.id === meId || (metadata?.type === 2 && metadata.user.id === meId);
}
