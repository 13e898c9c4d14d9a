import { createHash } from 'node:crypto';

/** `discord`: as in practice. `generous`: headers as Discord's, but nothing is ever refused. */
export type RateLimitMode = 'discord' | 'generous';

export interface Budget {
  readonly limit: number;
  /** Milliseconds. */
  readonly window: number;
}

/** Per bot over all routes but interaction callbacks and follow-ups (docs: Rate Limits, Global Rate Limit). */
const GLOBAL: Budget = { limit: 50, window: 1_000 };
/** So many buckets that the ended ones are dropped: each interaction has one for its follow-ups. */
const MANY = 1_000;
const GENEROUS: Budget = { limit: 1_000_000, window: 1_000 };

export interface RateLimitVerdict {
  readonly headers: Record<string, string>;
  /** Set when the request is refused: seconds to wait. */
  readonly retryAfter?: number;
  readonly global?: boolean;
}

export interface RateLimits {
  readonly mode: RateLimitMode;
  /** Counts one request. `bucket` is route and major parameter; without `budget` only the global limit counts. */
  count(bucket: string, budget: Budget | undefined, global: boolean): RateLimitVerdict;
}

interface Bucket {
  left: number;
  /** A window ends when real or sandbox time has passed it: clients wait in real time, tests advance the sandbox's. */
  realEnd: number;
  clockEnd: number;
}

/** @param now the sandbox's clock; @param realNow the world's */
export function rateLimits(mode: RateLimitMode, now: () => number, realNow: () => number = Date.now): RateLimits {
  const buckets = new Map<string, Bucket>();
  const names = new Map<string, string>();

  const take = (key: string, budget: Budget): Bucket => {
    const real = realNow();
    const clock = now();
    let bucket = buckets.get(key);
    if (bucket === undefined || real >= bucket.realEnd || clock >= bucket.clockEnd) {
      if (buckets.size > MANY) forgetEnded(real);
      bucket = { left: budget.limit, realEnd: real + budget.window, clockEnd: clock + budget.window };
      buckets.set(key, bucket);
    }
    bucket.left -= 1;
    return bucket;
  };

  const forgetEnded = (real: number) => {
    for (const [key, bucket] of buckets) if (bucket.realEnd < real) buckets.delete(key);
  };

  /** Discord names buckets by an opaque hash of the route, the same for every channel. */
  const nameOf = (bucket: string) => {
    const route = bucket.split(' ')[0] ?? bucket;
    let name = names.get(route);
    if (name === undefined) {
      name = createHash('sha1').update(route).digest('hex').slice(0, 32);
      names.set(route, name);
    }
    return name;
  };

  return {
    mode,
    count(key, budget, global) {
      if (mode === 'discord' && global) {
        const all = take('global', GLOBAL);
        if (all.left < 0) {
          const retryAfter = seconds(all.realEnd - realNow());
          return {
            retryAfter,
            global: true,
            headers: {
              'retry-after': String(Math.ceil(retryAfter)),
              'x-ratelimit-global': 'true',
              'x-ratelimit-scope': 'global',
            },
          };
        }
      }
      if (budget === undefined) return { headers: {} };
      const allowed = mode === 'generous' ? GENEROUS : budget;
      const bucket = take(key, allowed);
      const resetAfter = seconds(bucket.realEnd - realNow());
      const headers: Record<string, string> = {
        'x-ratelimit-limit': String(allowed.limit),
        'x-ratelimit-remaining': String(Math.max(bucket.left, 0)),
        'x-ratelimit-reset': (bucket.realEnd / 1_000).toFixed(3),
        'x-ratelimit-reset-after': resetAfter.toFixed(3),
        'x-ratelimit-bucket': nameOf(key),
      };
      if (bucket.left >= 0) return { headers };
      return {
        retryAfter: resetAfter,
        headers: { ...headers, 'retry-after': String(Math.ceil(resetAfter)), 'x-ratelimit-scope': 'user' },
      };
    },
  };
}

const seconds = (ms: number) => Math.max(Math.round(ms), 1) / 1_000;
