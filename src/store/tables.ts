import type { Generated, Kysely } from 'kysely';
import type { Kit, Level, Variation } from '../coach/content.ts';
import type { Instant, LocalTime, Zone } from '../coach/day.ts';
import type { LoadedKit } from '../coach/load.ts';
import type { Effort, Notice } from '../coach/member.ts';
import type { ReminderKind } from '../coach/reminders/reminders.ts';
import { transacting } from './dialect.ts';
import type { CheckIn } from './interfaces/check-ins.ts';
import type { DeliveryStatus, PostKind } from './interfaces/deliveries.ts';
import type { Schedule } from './interfaces/schedules.ts';
import type { NudgeKind } from './interfaces/servers.ts';

/** A day as the database keeps it: days since 1970-01-01. */
type DayNumber = number;
/** 0 or 1. */
type Flag = number;

interface ServersTable {
  server_id: string;
  joined_at: Instant | null;
  removed_at: Instant | null;
}

interface ServerSettingsTable {
  server_id: string;
  channel_id: string;
  zone: Zone;
  post_at: LocalTime;
  parked_code: number | null;
  parked_since: Instant | null;
  tone: Generated<'warm' | 'brief'>;
  weekly_goal: Generated<Flag>;
  alert_user: Generated<string | null>;
  alerted_for: Generated<Instant | null>;
}

interface HostNotesTable {
  name: string;
  at: Instant;
  detail: string | null;
}

interface NudgeSettingsTable {
  server_id: string;
  kind: NudgeKind;
  slot: number;
  at: LocalTime;
}

export interface SchedulesTable {
  server_id: string;
  kind: Schedule['kind'];
  slot: number;
  at: LocalTime;
  next_day: DayNumber;
  next_at: Instant;
  held: Generated<Flag>;
}

interface ServerFreezesTable {
  server_id: string;
  from_day: DayNumber;
  to_day: DayNumber;
}

export interface DeliveriesTable {
  id: Generated<number>;
  server_id: string;
  key: string;
  kind: PostKind;
  day: DayNumber;
  status: DeliveryStatus;
  member_id: number | null;
  to_user: Generated<string | null>;
  milestone: string | null;
  due_at: Instant;
  expires_at: Instant;
  retry_at: Instant;
  attempts: Generated<number>;
  channel_id: string | null;
  claimed_at: Instant | null;
  sent_at: Instant | null;
  message_id: string | null;
  answered_at: Generated<Instant | null>;
  error: string | null;
}

interface DeliveryMentionsTable {
  delivery_id: number;
  member_id: number;
}

interface ClearingsTable {
  id: Generated<number>;
  server_id: string;
  channel_id: string | null;
  message_id: string | null;
  delivery_id: number | null;
  since: Instant;
  retry_at: Instant;
}

interface MembersTable {
  id: Generated<number>;
  server_id: string;
  user_id: string;
  created_at: Instant;
  zone: Zone;
  day_ends_at: Generated<number>;
  previous_zone: Zone | null;
  previous_day_ends_at: number | null;
  clock_changed_at: Instant | null;
  notice: Notice;
  share_milestones: Generated<Flag>;
  on_leaderboard: Generated<Flag>;
  hide_body: Generated<Flag>;
  locale: string | null;
  units: Generated<'metric' | 'imperial'>;
  wakes_at: LocalTime | null;
  quiet_from: LocalTime | null;
  quiet_to: LocalTime | null;
  sleep_hours: Generated<number>;
  remind_workout: Generated<Flag>;
  remind_sleep: Generated<Flag>;
  water_times: Generated<number>;
  trains_at: Generated<LocalTime | null>;
  water_from: Generated<LocalTime | null>;
  water_to: Generated<LocalTime | null>;
  most_a_day: Generated<number>;
  weekly_review: Generated<Flag>;
  left_server_at: Generated<Instant | null>;
  seen_at: Generated<Instant | null>;
  asked_at: Generated<Instant | null>;
}

interface MemberKitTable {
  member_id: number;
  kit: Kit;
}

interface RemindersTable {
  member_id: number;
  kind: ReminderKind;
  slot: number;
  at: LocalTime;
  next_day: DayNumber;
  next_at: Instant;
}

interface DmsTable {
  user_id: string;
  channel_id: string | null;
  opened_at: Instant | null;
  refused_at: Instant | null;
  told: Generated<Flag>;
}

interface EnrolmentsTable {
  id: Generated<number>;
  member_id: number;
  programme_id: string;
  enrolled_at: Instant;
  starts_on: DayNumber;
  readiness_version: number;
  left_on: DayNumber | null;
  ended_at: Instant | null;
}

interface EnrolmentTermsTable {
  enrolment_id: number;
  from_day: DayNumber;
  level: Level;
  training_days: number;
}

interface PausesTable {
  enrolment_id: number;
  from_day: DayNumber;
  to_day: DayNumber | null;
}

export interface CheckInsTable {
  id: Generated<number>;
  member_id: number;
  kind: CheckIn['kind'];
  day: DayNumber;
  made_at: Instant;
  undone_at: Instant | null;
  source_id: string;
  size: 'full' | 'floor' | null;
  effort: Effort | null;
  repairs: DayNumber | null;
  hours: number | null;
  glasses: number | null;
  note: Generated<string | null>;
  replaces: Generated<number | null>;
}

export interface SetsDoneTable {
  check_in_id: number;
  move_id: string;
  set_no: number;
  reps: number | null;
  seconds: number | null;
  load_grams: number | null;
  band: string | null;
  variation: Variation | null;
  held: Generated<Flag>;
}

export interface TrainingsTable {
  id: Generated<number>;
  member_id: number;
  enrolment_id: number;
  day: DayNumber;
  plan: string;
  started_at: Instant;
  ended_at: Instant | null;
  check_in_id: number | null;
}

interface TrainingStepsTable {
  training_id: number;
  seq: number;
  step: string;
  at: Instant;
  source_id: string;
}

interface SwapsTable {
  id: Generated<number>;
  member_id: number;
  move_id: string;
  to_move_id: string;
  from_day: DayNumber;
  to_day: DayNumber | null;
}

interface MemberLoadsTable {
  member_id: number;
  kit: LoadedKit;
  grams: number;
}

interface MemberBandsTable {
  member_id: number;
  colour: string;
}

interface PlanRepeatsTable {
  enrolment_id: number;
  from_day: DayNumber;
  days: number;
}

interface MilestonesTable {
  member_id: number;
  milestone: string;
  day: DayNumber;
  check_in_id: number | null;
}

/** The tables as the latest migration leaves them. */
export interface Tables {
  servers: ServersTable;
  server_settings: ServerSettingsTable;
  nudge_settings: NudgeSettingsTable;
  schedules: SchedulesTable;
  server_freezes: ServerFreezesTable;
  deliveries: DeliveriesTable;
  delivery_mentions: DeliveryMentionsTable;
  clearings: ClearingsTable;
  host_notes: HostNotesTable;
  members: MembersTable;
  member_kit: MemberKitTable;
  reminders: RemindersTable;
  dms: DmsTable;
  enrolments: EnrolmentsTable;
  enrolment_terms: EnrolmentTermsTable;
  pauses: PausesTable;
  check_ins: CheckInsTable;
  sets_done: SetsDoneTable;
  trainings: TrainingsTable;
  training_steps: TrainingStepsTable;
  swaps: SwapsTable;
  member_load_steps: MemberLoadsTable;
  member_loads: MemberLoadsTable;
  member_bands: MemberBandsTable;
  plan_repeats: PlanRepeatsTable;
  milestones: MilestonesTable;
}

/** The database, or a transaction on it: the table modules work on either. */
export type Db = Kysely<Tables>;

/** `work` in a transaction: the one that `db` already is, or one of its own. */
export function atomically<T>(db: Db, work: (transaction: Db) => Promise<T>): Promise<T> {
  return db.isTransaction ? work(db) : transacting(() => db.transaction().execute(work));
}
