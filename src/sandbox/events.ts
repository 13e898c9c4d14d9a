/** Where something happened: a channel of a server, or somebody's DMs with the bot. */
export interface Place {
  readonly serverId?: string;
  readonly channelId: string;
  /** `#training (Lisbon Lifters)` or `DM with Ana`. */
  readonly label: string;
}

/**
 * All that happens in a sandbox, as told to `sandbox.on('event', …)` and kept in the transcript. `at` is sandbox time.
 * What was said (`sent`, `got`, `data`) are references to what was parsed, tokens and all: not to be changed, nor shown
 * as they are; the transcript does not keep them.
 */
export type SandboxEvent =
  | { readonly kind: 'person'; readonly at: number; readonly who: string; readonly did: string; readonly where: Place }
  | {
      readonly kind: 'coach';
      readonly at: number;
      readonly where: Place;
      readonly how: 'posted' | 'answered' | 'edited' | 'deleted' | 'showed a form to' | 'offered' | 'is thinking';
      /** The name of the only person who sees it; absent when all in the channel do. */
      readonly onlyTo?: string;
      readonly messageId?: string;
      readonly text: string;
    }
  | { readonly kind: 'ping'; readonly at: number; readonly who: string; readonly userId: string; readonly where: Place }
  | {
      readonly kind: 'rest';
      readonly at: number;
      readonly method: string;
      readonly path: string;
      readonly status: number;
      readonly note?: string;
      /** With its `?`; absent when the address has none. */
      readonly query?: string;
      /** The body, or {@link Form}. */
      readonly sent?: unknown;
      /** The answer's body. */
      readonly got?: unknown;
    }
  | {
      readonly kind: 'gateway';
      readonly at: number;
      /** As Discord sees it: `out` goes to the bot. */
      readonly way: 'in' | 'out';
      readonly event: string;
      readonly data?: unknown;
    }
  | { readonly kind: 'world'; readonly at: number; readonly what: string }
  | {
      readonly kind: 'fault';
      readonly at: number;
      readonly what: string;
      /** The body of the request that met it, or {@link Form}. */
      readonly sent?: unknown;
    };

/** What a multipart request carried; of files only what they are called and their size in bytes. */
export interface Form {
  readonly payload_json: unknown;
  readonly files: readonly { readonly name: string; readonly size: number }[];
}

export type SandboxEventKind = SandboxEvent['kind'];

export interface Happenings {
  /** Calls `listener` with each event as it happens; returns what stops it. */
  on(listener: (event: SandboxEvent) => void): () => void;
  tell(event: SandboxEvent): void;
}

export function happenings(): Happenings {
  const listeners = new Set<(event: SandboxEvent) => void>();
  return {
    on(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    tell(event) {
      for (const listener of listeners) listener(event);
    },
  };
}
