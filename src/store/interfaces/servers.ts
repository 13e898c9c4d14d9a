import type { Tone } from '../../coach/admin.ts';
import type { Instant, LocalTime, Zone } from '../../coach/day.ts';
import type { Schedule } from './schedules.ts';

/** The nudges that an admin may turn on in the channel. */
export type NudgeKind = 'sleep' | 'water';

export interface ServerSettings {
  readonly serverId: string;
  readonly channelId: string;
  readonly zone: Zone;
  readonly postAt: LocalTime;
  /** Ascending local times at which each nudge is due; empty when the admin left it off. At most four for water, one for sleep. */
  readonly nudges: Readonly<Record<NudgeKind, readonly LocalTime[]>>;
  readonly tone: Tone;
  /** Whether the daily post tells how many of the week's sessions the members have kept together. */
  readonly weeklyGoal: boolean;
  /** The user who asked to be told by direct message when posting fails. */
  readonly alertUser?: string;
  /** Why posting stopped, until an admin mends it: Discord's error code and when it was met. */
  readonly parked?: { readonly code: number; readonly since: Instant };
}

export interface Servers {
  /**
   * The bot is in this server (again): known from now on, and no longer removed. Schedules go on with their first time
   * after `now`: nothing is owed for the time away. Cheap when it is no news.
   */
  joined(serverId: string, now: Instant): Promise<void>;
  /** The bot was removed: nothing more is due there, and what is owed there is skipped. An outage is no removal. */
  removed(serverId: string, now: Instant): Promise<void>;
  /** The ids of the servers that the bot is in, as far as it was told. */
  present(): Promise<string[]>;
  settings(serverId: string): Promise<ServerSettings | undefined>;
  /** Saves the settings, ends a parking, and lays the schedules anew in the same transaction. */
  saveSettings(settings: Omit<ServerSettings, 'parked'>, schedules: readonly Schedule[]): Promise<void>;
  /** Writes down that posting fails. False when it was known to fail like this already. */
  park(serverId: string, code: number, now: Instant): Promise<boolean>;
  unpark(serverId: string): Promise<void>;
  /**
   * The failure that an admin is to be told of now: of one who asks twice, or of two at once, one is. Undefined when
   * posting works, when it was told already, and when a direct message tells it (a delivery under `alertKey`).
   */
  takeAlert(serverId: string): Promise<{ readonly code: number; readonly since: Instant } | undefined>;
}
