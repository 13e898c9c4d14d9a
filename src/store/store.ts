import type { Tone } from '../coach/admin.ts';
import type { Kit, Level } from '../coach/content.ts';
import type { Day, Instant, LocalTime, Weekday, Zone } from '../coach/day.ts';
import type { Ladder, LoadedKit, SaidLoads, Units } from '../coach/load.ts';
import type { Effort, MemberClock, MemberFile, Notice, Pause, Repeat, Terms, Workout } from '../coach/member.ts';
import type { MyCounts, MyRows } from '../coach/my-data.ts';
import type { ScheduleKind } from '../coach/nudges.ts';
import type { Performance } from '../coach/performance.ts';
import type { ReminderTime, Wishes } from '../coach/reminders.ts';
import type { BodyLog } from '../coach/review.ts';
import type { MoveSwap } from '../coach/swaps.ts';

/** The nudges that an admin may turn on in the channel. */
export type NudgeKind = 'sleep' | 'water';
/** What goes to a channel: at a time of day, or because of a check-in. */
export type ChannelPostKind = 'daily' | NudgeKind | 'milestone';
/** What goes to one person by direct message. A member's own day, told with the daily post, is a `remind-workout`. */
export type DirectKind = 'remind-workout' | 'remind-sleep' | 'remind-water' | 'review' | 'alert';
export type PostKind = ChannelPostKind | DirectKind;

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

/** A time of day at which a server is due something, and when that falls next. */
export interface Schedule {
  readonly serverId: string;
  readonly kind: ScheduleKind;
  /** 0 for the daily post and sleep; 0 to 3 for water. */
  readonly slot: number;
  readonly at: LocalTime;
  /** The local date that the next one belongs to, and its instant. */
  readonly nextDay: Day;
  readonly nextAt: Instant;
}

/**
 * pending: owed, nothing sent. sending: claimed; a request may have left. sent: Discord has it. The others are ends
 * too: missed (its grace ran out), skipped (there was nothing to say), failed (Discord will never take it).
 */
export type DeliveryStatus = 'pending' | 'sending' | 'sent' | 'missed' | 'skipped' | 'failed';

export interface Delivery {
  readonly id: number;
  readonly serverId: string;
  readonly kind: PostKind;
  /** Unique for ever within its server, and carried by the post's own buttons: `daily.2026-01-05`, `water.2026-01-05.2`, `milestone.17.streak-7`. */
  readonly key: string;
  readonly day: Day;
  readonly status: DeliveryStatus;
  /** Whose milestone or reminder it is; and which milestone. */
  readonly memberId?: number;
  readonly milestone?: string;
  /** The person whom it goes to by direct message; absent for the channel. */
  readonly toUser?: string;
  readonly dueAt: Instant;
  /** After this it is missed rather than sent. */
  readonly expiresAt: Instant;
  /** Not looked at before this instant. */
  readonly retryAt: Instant;
  readonly attempts: number;
  /** Where it was sent, since it was claimed. */
  readonly channelId?: string;
  readonly claimedAt?: Instant;
  readonly sentAt?: Instant;
  readonly messageId?: string;
  /** When one of its buttons was pressed. */
  readonly answeredAt?: Instant;
  /** The last failure, for the host: Discord's code or the name of the error. */
  readonly error?: string;
}

export type NewDelivery = Pick<Delivery, 'serverId' | 'kind' | 'key' | 'day' | 'dueAt' | 'expiresAt'> & {
  readonly status: 'pending' | 'missed';
  readonly memberId?: number;
  readonly milestone?: string;
  readonly toUser?: string;
};

export interface NewEnrolment {
  readonly serverId: string;
  readonly userId: string;
  readonly zone: Zone;
  readonly level: Level;
  readonly trainingDays: readonly Weekday[];
  readonly kit: readonly Kit[];
  readonly notice: Notice;
  /** Whether milestones may be told in the channel; when absent, as it was, and no for a new member. */
  readonly shareMilestones?: boolean;
  readonly programmeId: string;
  readonly startsOn: Day;
  /** The version of the readiness questions that was confirmed. No answer is kept. */
  readonly readinessVersion: number;
  readonly now: Instant;
}

export type NewCheckIn = {
  readonly memberId: number;
  readonly day: Day;
  readonly madeAt: Instant;
  /** The interaction that asked for it: the same one never counts twice. */
  readonly sourceId: string;
} & CheckInSaid;

/** What a check-in says. */
export type CheckInSaid = {
  /** A short note of the member's own. */
  readonly note?: string;
} & (
  | { readonly kind: 'workout'; readonly size: 'full' | 'floor'; readonly effort?: Effort; readonly repairs?: Day }
  /** Hours, halves allowed. */
  | { readonly kind: 'sleep'; readonly hours: number }
  /** Glasses of about 0.25 L, added to what the day has. */
  | { readonly kind: 'water'; readonly glasses: number }
);

export type CheckIn = {
  readonly id: number;
  readonly memberId: number;
  readonly day: Day;
  /** Of one in the place of another: when the first of them was made. */
  readonly madeAt: Instant;
  /** When it was taken back, or another took its place. */
  readonly undoneAt?: Instant;
} & CheckInSaid;

/** What a member logged for one day, all kinds, without what was undone. The last sleep counts; water adds up. */
export interface DayLog {
  readonly workouts: readonly Workout[];
  readonly sleepHours?: number;
  readonly waterGlasses: number;
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

export interface Schedules {
  /**
   * Those due by `now` in servers that the bot is still in, oldest first. One indexed query. Those of parked servers are
   * among them, to be moved on like the others: `settings.parked` tells whether it is worth owing anything there.
   */
  due(now: Instant, limit: number): Promise<Schedule[]>;
  /** Moves a schedule on; false when somebody else moved it first. */
  advance(schedule: Schedule, nextDay: Day, nextAt: Instant): Promise<boolean>;
  ofServer(serverId: string): Promise<Schedule[]>;
  /** The earliest `nextAt` of all in servers that the bot is still in, undefined when nothing is scheduled. */
  earliest(): Promise<Instant | undefined>;
}

export interface Deliveries {
  /** Writes down that something is owed; false when that key already exists (for ever). */
  owe(delivery: NewDelivery): Promise<boolean>;
  /** pending or sending, and `retryAt` reached; oldest first. One indexed query. */
  open(now: Instant, limit: number): Promise<Delivery[]>;
  /**
   * pending → sending, or a further attempt of a sending one. Committed before the request leaves: a crash must not post
   * twice. False when it was not open any more, or when its attempts are not `seenAttempts` any more: of two that saw
   * the same delivery, one claims it.
   */
  claim(id: number, channelId: string, now: Instant, seenAttempts?: number): Promise<boolean>;
  /**
   * Whatever became of it meanwhile: Discord has it. False when it is not there any more: what is kept of somebody was
   * removed.
   */
  sent(id: number, messageId: string, now: Instant): Promise<boolean>;
  /** Writes down whom a post is to mention, so that it can be made to name them no more. Before it is sent. */
  mentions(id: number, userIds: readonly string[]): Promise<void>;
  /** Does nothing when it is not open any more, as `postpone`. */
  close(id: number, status: 'missed' | 'skipped' | 'failed', error?: string): Promise<void>;
  /** Not before `retryAt`; keeps pending or sending as it is. */
  postpone(id: number, retryAt: Instant, error: string): Promise<void>;
  /** Owes the daily post anew that Discord refused, unless it is too late: its channel was mended. */
  reopenDaily(serverId: string, now: Instant): Promise<void>;
  /** The channel's, the newest first: what goes to one person is nobody else's business. */
  latest(serverId: string, limit: number): Promise<(Delivery & { readonly kind: ChannelPostKind })[]>;
  earliestRetry(): Promise<Instant | undefined>;
  /** What went, or is to go, to a member by direct message on the days from `from` on, the oldest day first. */
  toMember(memberId: number, from: Day): Promise<Delivery[]>;
  /** One of its buttons was pressed; the first press counts. */
  answered(serverId: string, key: string, now: Instant): Promise<void>;
}

/** A member's reminder, and when it falls next. */
export interface Reminder extends ReminderTime {
  readonly memberId: number;
  readonly zone: Zone;
  /** The local date that the next one belongs to, and its instant. */
  readonly nextDay: Day;
  readonly nextAt: Instant;
  /** False when the bot is no longer in their server, or they are not. */
  readonly isReachable: boolean;
}

export interface Reminders {
  /** What a member asked for, and the defaults of what they did not; undefined when there is no such member. */
  wish(memberId: number): Promise<Wishes | undefined>;
  /**
   * Saves what they ask for and lays their times anew in the same transaction, from the first ones after `now` on. Who
   * sets this answers all that was asked before; and a refusal of Discord's is forgiven when anything is asked for.
   */
  save(memberId: number, wishes: Wishes, now: Instant): Promise<void>;
  /** Lays the times anew as they were asked for: after each change of the member's zone. */
  layAnew(memberId: number, now: Instant): Promise<void>;
  /** Those due by `now`, oldest first. One indexed query. */
  due(now: Instant, limit: number): Promise<Reminder[]>;
  /** Moves a reminder on; false when somebody else moved it first. */
  advance(reminder: Reminder, nextDay: Day, nextAt: Instant): Promise<boolean>;
  earliest(): Promise<Instant | undefined>;
  /** Who a member is, in the plan or not. */
  whose(memberId: number): Promise<{ readonly serverId: string; readonly userId: string } | undefined>;
  /** The ids of a server's members who want their own day by direct message. */
  toldByDm(serverId: string): Promise<number[]>;
  /** When something of this kind was logged last that stands. */
  lastLogged(memberId: number, kind: CheckIn['kind']): Promise<Instant | undefined>;
  /** The id of the check-in that was made under this source. */
  checkInOf(sourceId: string): Promise<number | undefined>;
}

/** What is known of the way to a person, whichever servers they are in. */
export interface DmState {
  /** Where they are written to, once that was opened. */
  readonly channelId?: string;
  /** When Discord would not deliver to them. Nothing is sent to them until they ask again. */
  readonly refusedAt?: Instant;
  /** They know of the refusal. */
  readonly isTold: boolean;
}

export interface Dms {
  state(userId: string): Promise<DmState | undefined>;
  opened(userId: string, channelId: string, now: Instant): Promise<void>;
  /** Discord knows that channel no more: the next message opens one anew. */
  forget(userId: string): Promise<void>;
  refused(userId: string, now: Instant): Promise<void>;
  /** They were told of the refusal. */
  told(userId: string): Promise<void>;
  /** They ask for direct messages again: a refusal says nothing any more. */
  forgive(userId: string): Promise<void>;
}

export interface Members {
  /** Makes the member known, ends an enrolment that stands, and begins this one. History stays. */
  enroll(enrolment: NewEnrolment): Promise<MemberFile>;
  /** The member with the enrolment that stands, and the workouts of all time; undefined when there is none. */
  file(serverId: string, userId: string): Promise<MemberFile | undefined>;
  fileOf(memberId: number): Promise<MemberFile | undefined>;
  /** Everybody whose enrolment stands, without workouts: what the daily post is made from. */
  enrolled(serverId: string): Promise<Omit<MemberFile, 'workouts'>[]>;
  countEnrolled(serverId: string): Promise<number>;
  /** Ends the enrolment that stands, from `day` on. False when there was none. */
  leave(memberId: number, day: Day): Promise<boolean>;
}

/** Days from `from` to `to`, both included. */
export interface DaySpan {
  readonly from: Day;
  readonly to: Day;
}

/** Days that count for nobody in a server, by its admin's choice. */
export interface Freezes {
  /** Ascending; no two overlap or touch. Those of `members.file` come from here. */
  of(serverId: string): Promise<DaySpan[]>;
  /** Adds these days, together with those that they overlap or touch; the span as it then stands. */
  add(serverId: string, span: DaySpan): Promise<DaySpan>;
  /** Takes the span away that begins on `from`. False when there is none. */
  remove(serverId: string, from: Day): Promise<boolean>;
}

export interface Pauses {
  /** All the pauses of an enrolment, in the place of those that it had. No two begin on one day. */
  save(enrolmentId: number, pauses: readonly Pause[]): Promise<void>;
}

/** What a member chose of what others see of them, and of what they see. */
export interface Privacy {
  readonly shareMilestones: boolean;
  readonly onLeaderboard: boolean;
  readonly hideBody: boolean;
}

/** What members changed their minds about. */
export interface Choices {
  /** From their first day on, in the place of all that were to begin on that day or later; the past keeps its own. */
  setTerms(enrolmentId: number, terms: Terms): Promise<void>;
  setKit(memberId: number, kit: readonly Kit[]): Promise<void>;
  /** The caller lays the member's reminders anew (`Reminders.layAnew`) where the zone is another. */
  setClock(memberId: number, clock: MemberClock): Promise<void>;
  setNotice(memberId: number, notice: Notice): Promise<void>;
  /** What is absent stays as it is. */
  setPrivacy(memberId: number, privacy: Partial<Privacy>): Promise<void>;
}

export interface CheckIns {
  /** Appends; undefined when this interaction was already recorded. */
  add(checkIn: NewCheckIn): Promise<CheckIn | undefined>;
  byId(id: number): Promise<CheckIn | undefined>;
  /** The check-in, or the latest of those that took its place. */
  latest(id: number): Promise<CheckIn | undefined>;
  /**
   * Puts a check-in that says something else in the place of one that stands, which is undone. It is of the same day and
   * the same first moment, and its sets and its session go with it. Undefined when that one does not stand any more, or
   * this interaction was recorded already.
   */
  replace(id: number, said: CheckInSaid, now: Instant, sourceId: string): Promise<CheckIn | undefined>;
  /** False when it was undone already. */
  undo(id: number, now: Instant): Promise<boolean>;
  /** Adds to a workout how hard it was. False when that was said already, or it is no workout that stands. */
  rate(id: number, effort: Effort): Promise<boolean>;
  workouts(memberId: number): Promise<Workout[]>;
  /** Those of a server's members, if their enrolment stands, on the days from `from` to `to`; by member. */
  workoutsOfServer(serverId: string, from: Day, to: Day): Promise<ReadonlyMap<number, readonly Workout[]>>;
  onDay(memberId: number, day: Day): Promise<DayLog>;
  /** How many stand, all kinds, of all time. */
  count(memberId: number): Promise<number>;
  /** The members of a server, among those whose enrolment stands, who logged this kind for `day`. */
  loggedOn(serverId: string, kind: CheckIn['kind'], day: Day): Promise<ReadonlySet<number>>;
}

/** A session that is led set by set. Its plan and its steps are kept as the coach's `training.ts` freezes them. */
export interface KeptTraining {
  readonly id: number;
  readonly memberId: number;
  readonly day: Day;
  readonly plan: string;
  readonly steps: readonly { readonly step: string; readonly at: Instant }[];
  readonly startedAt: Instant;
  readonly endedAt?: Instant;
  /** What it was logged as. */
  readonly checkInId?: number;
}

export type NewTraining = Pick<KeptTraining, 'memberId' | 'day' | 'plan' | 'startedAt'> & {
  readonly enrolmentId: number;
};

export interface Trainings {
  /** Begins one; undefined when the member has one that is not ended. */
  begin(training: NewTraining): Promise<KeptTraining | undefined>;
  byId(id: number): Promise<KeptTraining | undefined>;
  /** The one that is not ended. A member has one at most. */
  open(memberId: number): Promise<KeptTraining | undefined>;
  /**
   * Appends a step as number `seq`, from 0. False when there is such a step already, when the interaction that asks for
   * it (`sourceId`) has taken one, or when the session is over: whoever asked saw an older state.
   */
  take(id: number, seq: number, step: string, now: Instant, sourceId: string): Promise<boolean>;
  /** Ends it, with the check-in that it led to. False when it was ended already. */
  end(id: number, now: Instant, checkInId?: number): Promise<boolean>;
}

/** What a member trained with, and how. */
export interface TrainingFiles {
  /** What was done of every move, of all time and without what was undone, by day and then in the order it was logged. */
  performances(memberId: number): Promise<Performance[]>;
  /** Those of one check-in, undone or not. */
  ofCheckIn(checkInId: number): Promise<Performance[]>;
  /** Writes down the sets of a check-in; a move's further sets are added to those that it has. */
  addSets(checkInId: number, performances: readonly Omit<Performance, 'day' | 'effort'>[]): Promise<void>;
  /** In the order in which they were made: of those that hold on a day, the last counts. */
  swaps(memberId: number): Promise<MoveSwap[]>;
  swap(memberId: number, swap: MoveSwap): Promise<void>;
  loads(memberId: number): Promise<SaidLoads>;
  setUnits(memberId: number, units: Units): Promise<void>;
  /** Undefined: as the programme says. */
  setLadder(memberId: number, kit: LoadedKit, ladder: Ladder | undefined): Promise<void>;
  setBands(memberId: number, bands: readonly string[]): Promise<void>;
  /** Where the plan goes back from a day on; a second one for the same day takes the place of the first. */
  repeat(enrolmentId: number, repeat: Repeat): Promise<void>;
}

export interface Milestones {
  reached(memberId: number): Promise<ReadonlySet<string>>;
  /** True when it is new for this member; a milestone is reached once for ever. */
  add(memberId: number, milestone: string, day: Day, checkInId: number): Promise<boolean>;
}

/** What became of a removal. */
export interface Removed {
  readonly removed: MyCounts;
  /** Posts that still name them, now to be cleared: see {@link Clearings}. */
  readonly posts: number;
  /** What a search of every table found afterwards: nothing, or it would have failed. */
  readonly found: number;
  /** They are known in another server, too, so the way to their direct messages stays. */
  readonly isKnownElsewhere: boolean;
}

export interface MyData {
  /** All that is kept of a person in a server, in the plan or not. */
  rows(serverId: string, userId: string): Promise<MyRows>;
  /** Removes all of it, writes down which posts still name them, and looks for what might be left. */
  remove(serverId: string, userId: string, now: Instant): Promise<Removed>;
}

/** A post to be cleared of somebody of whom nothing is kept any more, and so does not say whom. */
export interface ClearingOwed {
  readonly id: number;
  readonly serverId: string;
  /** Absent while it is not known, and for ever when the post was never sent. */
  readonly message?: { readonly channelId: string; readonly id: string };
  /** A post that mentions several: it is to name only those whom it still may. Absent: the post is to go. */
  readonly deliveryId?: number;
  /** It is not known yet whether the post is sent. */
  readonly isUnderWay: boolean;
  readonly since: Instant;
}

export interface Clearings {
  /** Due by `now`, oldest first. One indexed query. */
  open(now: Instant, limit: number): Promise<ClearingOwed[]>;
  /** A post that is to go. */
  owe(serverId: string, channelId: string, messageId: string, now: Instant): Promise<void>;
  /** The ids of the users whom a delivery mentions and who are still known. */
  mayName(deliveryId: number): Promise<ReadonlySet<string>>;
  done(id: number): Promise<void>;
  postpone(id: number, retryAt: Instant): Promise<void>;
  earliest(): Promise<Instant | undefined>;
}

/** A member of whom it is to be found out whether they are still in the server. */
export interface Absent {
  readonly memberId: number;
  readonly serverId: string;
  readonly userId: string;
}

/** Who is still there. */
export interface Presence {
  /** Somebody used the coach in a server. Cheap when they did so within a day. */
  seen(serverId: string, userId: string, now: Instant): Promise<void>;
  /**
   * Of those last seen by `before`, and not asked for after `askedBefore`, the one whose time is longest ago; none of a
   * server of which `most` were asked for after `since`, nor of one that removed the bot. By an index.
   */
  unseen(when: {
    readonly before: Instant;
    readonly askedBefore: Instant;
    readonly since: Instant;
    readonly most: number;
  }): Promise<Absent | undefined>;
  /** The one who left first, of those who left by `before` and were not asked for after `askedBefore`. */
  leftBefore(before: Instant, askedBefore: Instant): Promise<Absent | undefined>;
  /** Discord says that they are there, that they are not, or nothing. */
  there(memberId: number, now: Instant): Promise<void>;
  left(memberId: number, now: Instant): Promise<void>;
  unanswered(memberId: number, now: Instant): Promise<void>;
  /** Removes all of the servers that removed the bot by `removedBefore`, their members' too. How many they were. */
  removeServers(removedBefore: Instant): Promise<number>;
  /** When something is to be removed next, if it is kept for so many milliseconds. */
  earliestRemoval(kept: number): Promise<Instant | undefined>;
}

/** What a week in review and the end of a plan are told from, besides the member's file. */
export interface Boards {
  /** Sleep and water of the days from `from` to `to`, ascending; days without either are left out. */
  bodyLogs(memberId: number, from: Day, to: Day): Promise<BodyLog[]>;
  /** The version of the readiness questions that an enrolment confirmed. */
  readinessOf(enrolmentId: number): Promise<number | undefined>;
}

/** What the host did, for the host and the admin; nothing of anybody's. */
export interface HostNotes {
  /** The last backup, of the day or asked for, and the failure since, if there was one. `file` is without its folder. */
  backup(): Promise<{ readonly made?: BackupMade; readonly failed?: BackupFailed }>;
  backedUp(made: BackupMade): Promise<void>;
  backupFailed(failed: BackupFailed): Promise<void>;
  /** Writes, and keeps nothing but when. @throws StoreError when the database cannot be written */
  proveWritable(now: Instant): Promise<void>;
  /** Everybody whose enrolment stands, in all servers. */
  countEnrolled(): Promise<number>;
}

export interface BackupMade {
  readonly at: Instant;
  readonly file: string;
  readonly bytes: number;
}

export interface BackupFailed {
  readonly at: Instant;
  /** One line for the host; no secret is in it. */
  readonly why: string;
}

/** All that is kept. The same shape stands inside a transaction. */
export interface Store {
  readonly servers: Servers;
  readonly schedules: Schedules;
  readonly deliveries: Deliveries;
  readonly reminders: Reminders;
  readonly dms: Dms;
  readonly members: Members;
  readonly checkIns: CheckIns;
  readonly freezes: Freezes;
  readonly pauses: Pauses;
  readonly choices: Choices;
  readonly milestones: Milestones;
  readonly boards: Boards;
  readonly trainings: Trainings;
  readonly trainingFiles: TrainingFiles;
  readonly hostNotes: HostNotes;
  readonly myData: MyData;
  readonly clearings: Clearings;
  readonly presence: Presence;
  /**
   * All of `work` or nothing; begun with the write lock, so it never fails half-way for being second. Within `work` use
   * the store that it is given: the outer one would wait for the end of the transaction for ever, so it throws there. A
   * transaction within a transaction is part of it.
   *
   * @throws StoreError (`store-error.ts`), as everything here, when the database as a whole fails: its disk is full, it
   * is locked or damaged. Then nothing of `work` was kept.
   */
  transaction<T>(work: (store: Store) => Promise<T>): Promise<T>;
}
