import type { ChannelState, MessageState, ServerState, UserState } from './state.ts';

/** What became different in the world: the thing as it is now, or what is left to say of one that is gone. */
export type Change =
  | { readonly kind: 'message'; readonly message: MessageState }
  | { readonly kind: 'message gone'; readonly message: MessageState }
  | { readonly kind: 'channel'; readonly channel: ChannelState }
  | { readonly kind: 'channel gone'; readonly channel: ChannelState }
  /** The server itself, its roles or its members; not its channels. */
  | { readonly kind: 'server'; readonly server: ServerState }
  | { readonly kind: 'user'; readonly user: UserState }
  | { readonly kind: 'file'; readonly id: string }
  | { readonly kind: 'commands' };

/** Tells of each change once it is made, in order. Who listens must not throw. */
export interface Changes {
  /** Returns what stops it. */
  on(listener: (change: Change) => void): () => void;
  tell(change: Change): void;
}

export function worldChanges(): Changes {
  const listeners = new Set<(change: Change) => void>();
  return {
    on(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    tell(change) {
      for (const listener of listeners) listener(change);
    },
  };
}
