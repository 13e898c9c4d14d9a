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

export interface FaultMatch {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** A route template (`/channels/{channel_id}/messages`) or an expression for the path. All when absent. */
  readonly route?: string | RegExp;
  /** How many requests meet it; 1 when absent. */
  readonly times?: number;
}

export interface Faults {
  /** The next request that matches goes wrong. Faults queue up: first injected, first met. Returns what takes it back. */
  next(match: FaultMatch, fault: Fault): () => void;
  /** Takes what befalls this request, if anything does. */
  take(method: string, template: string, path: string): Fault | undefined;
  clear(): void;
}

export function faults(): Faults {
  let queue: { match: FaultMatch; fault: Fault; left: number }[] = [];

  const matches = ({ method, route }: FaultMatch, gotMethod: string, template: string, path: string) => {
    if (method !== undefined && method !== gotMethod) return false;
    if (route === undefined) return true;
    return typeof route === 'string' ? route === template || route === path : route.test(path);
  };

  return {
    next(match, fault) {
      const entry = { match, fault, left: match.times ?? 1 };
      queue.push(entry);
      return () => {
        queue = queue.filter((other) => other !== entry);
      };
    },
    take(method, template, path) {
      const entry = queue.find(({ match }) => matches(match, method, template, path));
      if (entry === undefined) return undefined;
      entry.left -= 1;
      if (entry.left <= 0) queue = queue.filter((other) => other !== entry);
      return entry.fault;
    },
    clear() {
      queue = [];
    },
  };
}
