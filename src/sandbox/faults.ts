/**
 * What goes wrong with a request: an answer with a status (429 with or without Retry-After), no answer at all,
 * a broken connection, or an answer lost after Discord has done what was asked.
 */
export type Fault =
  | { readonly status: 429; readonly retryAfter?: number | 'none'; readonly global?: boolean }
  | {
      readonly status: 400 | 401 | 403 | 404 | 500 | 502 | 503 | 504;
      readonly code?: number;
      readonly message?: string;
    }
  | 'timeout'
  | 'reset'
  | 'accept-then-drop';

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export interface FaultMatch {
  readonly method?: Method | readonly Method[];
  /** A route template (`/channels/{channel_id}/messages`) or an expression for the path. All when absent. */
  readonly route?: string | RegExp;
  /** How many requests meet it; 1 when absent, and Infinity until it is taken back. */
  readonly times?: number;
}

export interface Faults {
  /**
   * The next request that matches goes wrong. Faults queue up: first injected, first met. Returns what takes it back.
   * @param onLeft told each time how many requests will still meet it: 0 when it is used up, or cleared
   */
  next(match: FaultMatch, fault: Fault, onLeft?: (left: number) => void): () => void;
  /** Takes what befalls this request, if anything does. */
  take(method: string, template: string, path: string): Fault | undefined;
  /** A request is left without an answer: `cut` breaks it off when all such faults are taken back. Returns what forgets it. */
  hold(cut: () => void): () => void;
  clear(): void;
}

export function faults(): Faults {
  let queue: { match: FaultMatch; fault: Fault; left: number; onLeft: (left: number) => void }[] = [];
  const held = new Set<() => void>();

  const matches = ({ method, route }: FaultMatch, gotMethod: string, template: string, path: string) => {
    if (method !== undefined && ![method].flat().some((each) => each === gotMethod)) return false;
    if (route === undefined) return true;
    return typeof route === 'string' ? route === template || route === path : route.test(path);
  };

  /** Whoever still waits would wait for nothing: their line breaks, and they may ask again. */
  const cutHeld = () => {
    if (queue.some(({ fault }) => fault === 'timeout')) return;
    const all = [...held];
    held.clear();
    for (const cut of all) cut();
  };

  return {
    next(match, fault, onLeft = () => undefined) {
      const entry = { match, fault, left: match.times ?? 1, onLeft };
      queue.push(entry);
      return () => {
        queue = queue.filter((other) => other !== entry);
        if (fault === 'timeout') cutHeld();
      };
    },
    take(method, template, path) {
      const entry = queue.find(({ match }) => matches(match, method, template, path));
      if (entry === undefined) return undefined;
      entry.left -= 1;
      if (entry.left <= 0) queue = queue.filter((other) => other !== entry);
      entry.onLeft(Math.max(entry.left, 0));
      return entry.fault;
    },
    hold(cut) {
      held.add(cut);
      return () => held.delete(cut);
    },
    clear() {
      const cleared = queue;
      queue = [];
      for (const { onLeft } of cleared) onLeft(0);
      cutHeld();
    },
  };
}
