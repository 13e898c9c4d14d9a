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
  /** Days of the play, from 0, that its owner lets count for nobody. */
  readonly holidays?: readonly number[];
  /** Its owner turns the weekly goal on. */
  readonly goal?: true;
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
    // A Wednesday of week 3, and Easter Monday by default.
    holidays: [16, 63],
    goal: true,
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

/** What somebody asks for by direct message, by their own clock. */
export interface RemindersWished {
  readonly workout?: string;
  readonly sleep?: { readonly wakes: string; readonly hours: number };
  readonly water?: { readonly times: number; readonly from: string; readonly to: string };
  readonly review?: true;
  /** Four when absent, and from 22:00 to 07:00. */
  readonly mostADay?: number;
  readonly quiet?: readonly [from: string, to: string];
}

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
  /** Weeks in which they are paused, where their habit is to pause. */
  readonly pausedIn?: readonly number[];
  /** They say on the first day when they will be back; otherwise they come back with `/resume`. */
  readonly saysUntil?: true;
  /** What they ask for by direct message on their first day. */
  readonly reminders?: RemindersWished;
  /** In that week they stop the reminders of water. */
  readonly stopsWaterIn?: number;
  /** How they join the leaderboard, which they look at on Sundays. */
  readonly board?: 'settings' | 'command';
  /** They edit a check-in now and then, and add a note. */
  readonly edits?: true;
  /** A session that they missed they make good with ten minutes on the day after. */
  readonly repairs?: true;
  /** The weeks in which they ask for all that is kept of them, and in which they have it deleted. */
  readonly exportsIn?: number;
  readonly deletesIn?: number;
  readonly sleep?: 'nudge' | 'command';
  readonly water?: 'nudge' | 'command';
}
