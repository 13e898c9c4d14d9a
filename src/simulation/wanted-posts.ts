import { firstMoments, quartersOf } from './wall-clock.ts';

/** Somebody as a post is concerned: when they were in the plan, and what they logged, by their own account. */
export interface Attendance {
  readonly enrolledAt: number;
  readonly startsOn: string;
  /** The first day after their plan. */
  readonly endsOn: string;
  readonly leftAt?: number;
  readonly pauses?: readonly {
    readonly from: string;
    readonly to?: string;
    readonly saidAt: number;
    readonly resumedAt?: number;
  }[];
  readonly notes: readonly {
    readonly kind: 'workout' | 'sleep' | 'water';
    readonly day: string;
    readonly at: number;
    readonly undoneAt?: number;
  }[];
}

export interface WantedServer {
  readonly zone: string;
  readonly setUpAt: number;
  readonly postAt: string;
  readonly sleepAt?: string;
  readonly waterAt: readonly string[];
  readonly people: readonly Attendance[];
}

/** A post that has to stand in the channel once, from `at`, or not at all after `until`. */
export interface WantedPost {
  /** As its buttons carry it: `daily.2026-02-02`, `water.2026-02-02.1`. */
  readonly key: string;
  readonly kind: 'daily' | 'sleep' | 'water';
  readonly at: number;
  readonly until: number;
}

const HOUR = 3_600_000;

/**
 * What has to come in a server until an instant, worked out without the coach's own code: on each local date the
 * daily post, when somebody is in the plan; and each nudge, when one of them has not logged yet. In order.
 */
export function wantedPosts(server: WantedServer, until: number): WantedPost[] {
  const quarters = quartersOf(server.zone, server.setUpAt - 26 * HOUR, until);
  const on = (kind: WantedPost['kind'], time: string, slot?: number): WantedPost[] =>
    [...firstMoments(quarters, time)]
      .filter(([date, at]) => at > server.setUpAt && at <= until && isWanted(kind, date, at, server.people))
      .map(([date, at]) => ({
        key: [kind, date, ...(slot === undefined ? [] : [slot])].join('.'),
        kind,
        at,
        until: at + (kind === 'daily' ? 6 * HOUR : HOUR / 2),
      }));
  return [
    ...on('daily', server.postAt),
    ...(server.sleepAt === undefined ? [] : on('sleep', server.sleepAt)),
    ...server.waterAt.flatMap((time, slot) => on('water', time, slot)),
  ].sort((a, b) => a.at - b.at);
}

/** As far as the coach was told at that instant. */
function isPaused(
  { from, to, saidAt, resumedAt }: NonNullable<Attendance['pauses']>[number],
  date: string,
  at: number,
) {
  if (saidAt > at || date < from) return false;
  return to === undefined || date <= to || at < (resumedAt ?? saidAt);
}

function isWanted(kind: WantedPost['kind'], date: string, at: number, people: readonly Attendance[]): boolean {
  const inPlan = people.filter(
    ({ enrolledAt, startsOn, endsOn, leftAt, pauses = [] }) =>
      enrolledAt <= at &&
      startsOn <= date &&
      date < endsOn &&
      (leftAt ?? Infinity) > at &&
      !pauses.some((pause) => isPaused(pause, date, at)),
  );
  if (kind === 'daily') return inPlan.length > 0;
  return inPlan.some(
    ({ notes }) =>
      !notes.some(
        (note) => note.kind === kind && note.day === date && note.at <= at && (note.undoneAt ?? Infinity) > at,
      ),
  );
}
