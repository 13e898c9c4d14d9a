import { type Zone, zone } from '../coach/day.ts';
import type { Habit, Part } from './part.ts';
import type { Random } from './random.ts';

/** What somebody does about a session of theirs: train and log it, leave it, or log it so many days later. */
export type Intent = 'train' | 'skip' | { readonly daysLate: number };

/** A day of the play: weeks from 1, weekdays from 0, Monday. */
export interface PlayDay {
  readonly date: string;
  readonly week: number;
  readonly weekday: number;
}

type Chooses = (day: PlayDay, random: Random) => Intent;

const usually =
  (p: number): Chooses =>
  (_, random) =>
    random.chance(p) ? 'train' : 'skip';

const INTENTS: Readonly<Record<Habit, Chooses>> = {
  steady: usually(0.97),
  'over-eager': usually(0.98),
  paused: usually(0.95),
  'late joiner': usually(0.9),
  forgetful(_, random) {
    if (random.chance(0.68)) return 'train';
    return random.chance(0.3) ? { daysLate: 1 } : 'skip';
  },
  backdating({ week, weekday }, random) {
    // Once in the plan she is a day too late even for that.
    if (week === 4 && weekday === 1) return { daysLate: 4 };
    if (random.chance(0.3)) return 'train';
    return random.chance(0.9) ? { daysLate: random.between(1, 3) } : 'skip';
  },
  travelling({ week }, random) {
    if (!isAway(week)) return random.chance(0.93) ? 'train' : 'skip';
    return random.chance(0.6) ? 'train' : { daysLate: 1 };
  },
  quitting({ week }, random) {
    return random.chance(week <= 2 ? 0.9 : week <= 4 ? 0.45 : 0.2) ? 'train' : 'skip';
  },
};

export function intentOf({ habit }: Part, day: PlayDay, random: Random): Intent {
  return INTENTS[habit](day, random);
}

const isAway = (week: number) => week === 5 || week === 6;
const TOKYO = zone('Asia/Tokyo');

/** The zone by whose clocks they live; they tell the coach in `/settings` once they are there. */
export function livesIn({ habit, zone: home }: Part, { week }: PlayDay): Zone {
  return habit === 'travelling' && isAway(week) ? TOKYO : zone(home);
}

/** Weeks in which they are paused. */
export function isPaused({ habit, pausedIn = TWO_WEEKS }: Part, { week }: Pick<PlayDay, 'week'>): boolean {
  return habit === 'paused' && pausedIn.includes(week);
}

const TWO_WEEKS: readonly number[] = [6, 7];
