import type { Level } from '../coach/content.ts';
import type { Grams } from '../coach/load.ts';

/** A server of the simulation, as its owner sets the coach up. */
export interface Place {
  readonly name: string;
  readonly channel: string;
  readonly zone: string;
  readonly postAt: string;
  /** Times at which its nudges are due; none where the owner leaves them off. */
  readonly sleepAt?: string;
  readonly waterAt: readonly string[];
}

/** Both change their clocks within twelve weeks of the default start, three weeks apart. */
export const PLACES: readonly Place[] = [
  {
    name: 'Lisbon Lifters',
    channel: 'training',
    zone: 'Europe/Lisbon',
    postAt: '07:30',
    sleepAt: '21:30',
    waterAt: ['12:00', '16:00'],
  },
  {
    name: 'Hudson Backs',
    channel: 'back-room',
    zone: 'America/New_York',
    postAt: '06:45',
    // Its owner leaves the nudges off.
    waterAt: [],
  },
];

export const HABITS = [
  'steady',
  'forgetful',
  'over-eager',
  'travelling',
  'backdating',
  'paused',
  'quitting',
  'late joiner',
] as const;
export type Habit = (typeof HABITS)[number];

/** Somebody's part: who they are, and how they live with the coach. */
export interface Part {
  readonly name: string;
  /** Index into {@link PLACES}. */
  readonly place: number;
  readonly zone: string;
  /** What they type to find their zone. */
  readonly city: string;
  readonly level: Level;
  /** As they are written for `/enroll`: `Mon Wed Fri`. */
  readonly days: string;
  readonly kit: string;
  readonly habit: Habit;
  readonly joins: 'by options' | 'by form';
  /** Whether they asked to be mentioned, and to have their milestones told in the channel. */
  readonly mention: boolean;
  readonly share: boolean;
  /** When they train, by their own clock. */
  readonly trainsAt: string;
  /** Done on the day's post; My workout and then Done on their own card; or commands alone. */
  readonly way: 'post' | 'card' | 'command';
  /** Led set by set; on their own, and then Done alone; or the sets as they type them, or how hard it was and no more. */
  readonly trains: 'guided' | 'done' | 'sets' | 'effort';
  /** 1 is an ordinary adult who has not trained their back before. */
  readonly power: number;
  /** What each of their dumbbells weighs, the lightest first; any whole kilogram when absent. */
  readonly rack?: readonly Grams[];
  /** What they say of their loads in `/settings` on their first day, as they type it. */
  readonly dumbbells?: string;
  readonly units?: 'pounds';
  /** They never tell with what they train. */
  readonly isSilentOnLoads?: true;
  /** Weeks without a word, where their habit is to pause. */
  readonly silentIn?: readonly number[];
  readonly sleep?: 'nudge' | 'command';
  readonly water?: 'nudge' | 'command';
}
