import { shownAt } from './wall-clock.ts';
import type { WantedPost } from './wanted-posts.ts';

/** A post that stands in the channel. */
export interface FoundPost {
  readonly key: string;
  readonly at: number;
}

/** A stretch in which the bot was down or Discord out of order, and why. */
export interface Trouble {
  readonly from: number;
  readonly to: number;
  readonly why: string;
}

export interface PostCheck {
  readonly wanted: number;
  /** Those that came exactly once and at their time. */
  readonly onTime: number;
  /** Those that came once, but later, or not at all, for a reason that is known. */
  readonly excused: readonly string[];
  readonly differences: readonly string[];
}

const MINUTE = 60_000;
/** The scheduler's longest pause between two tries. */
const LONGEST_WAIT = 15 * MINUTE;

/**
 * Holds what stands in a channel against what has to stand there: each wanted post once, at its time, and no other.
 * One that fell due in a trouble may come as soon as that is over and the scheduler tries again, or, when its time to
 * be sent had run out by then, not at all.
 */
export function checkPosts(
  wanted: readonly WantedPost[],
  found: readonly FoundPost[],
  troubles: readonly Trouble[],
  zone: string,
): PostCheck {
  const byKey = new Map<string, FoundPost[]>();
  for (const post of found) byKey.set(post.key, [...(byKey.get(post.key) ?? []), post]);
  const known = new Set(wanted.map((post) => post.key));
  const excused: string[] = [];
  const differences: string[] = [];
  const clock = (at: number) => `${shownAt(at, zone).date} ${shownAt(at, zone).time}`;
  let onTime = 0;
  for (const post of wanted) {
    const came = byKey.get(post.key) ?? [];
    const trouble = troubles.find(({ from, to }) => from <= post.at && post.at <= to);
    const [first] = came;
    if (came.length > 1)
      differences.push(`${post.key} came ${came.length} times: ${came.map(({ at }) => clock(at)).join(', ')}`);
    else if (first === undefined) {
      if (trouble !== undefined && trouble.to + LONGEST_WAIT > post.until)
        excused.push(`${post.key}, due ${clock(post.at)}, was left out: ${trouble.why}`);
      else differences.push(`${post.key} is missing; it was due ${clock(post.at)}`);
    } else if (first.at === post.at) onTime += 1;
    else {
      const late = Math.round((first.at - post.at) / MINUTE);
      if (trouble !== undefined && late > 0 && first.at <= Math.min(trouble.to + LONGEST_WAIT, post.until))
        excused.push(`${post.key} came ${late} min late, at ${clock(first.at)}: ${trouble.why}`);
      else differences.push(`${post.key} came at ${clock(first.at)}; it was due ${clock(post.at)}`);
    }
  }
  for (const { key, at } of found) {
    if (!known.has(key)) differences.push(`${key} came at ${clock(at)}, and nobody was there for it`);
  }
  return { wanted: wanted.length, onTime, excused, differences };
}
