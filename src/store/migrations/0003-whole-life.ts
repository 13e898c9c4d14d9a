import { statements } from './migration.ts';

const day = (column: string) => `${column} between 0 and 99999`;
const time = (column: string) => `(${column} glob '[0-2][0-9]:[0-5][0-9]' and ${column} < '24:00')`;
const flag = (column: string) => `check (${column} in (0, 1))`;

/** What members may choose beyond enrolling, and how they are reminded. */
const members = [
  `alter table members add column sleep_hours real not null default 8 check (sleep_hours between 7 and 9)`,
  // Which of it they want to be reminded of; the times stay known where they do not.
  `alter table members add column remind_workout integer not null default 0 ${flag('remind_workout')}`,
  `alter table members add column remind_sleep integer not null default 0 ${flag('remind_sleep')}`,
  `alter table members add column water_times integer not null default 0 check (water_times between 0 and 4)`,
  `alter table members add column trains_at text check (${time('trains_at')})`,
  `alter table members add column water_from text check (${time('water_from')})`,
  `alter table members add column water_to text check (${time('water_to')})`,
  // Reminders of all kinds together, in one of the member's days.
  `alter table members add column most_a_day integer not null default 4 check (most_a_day between 0 and 6)`,
  `alter table members add column weekly_review integer not null default 0 ${flag('weekly_review')}`,
  // They were seen to have left the server; 30 days later all of theirs is removed.
  `alter table members add column left_server_at integer`,
  // When they were last known to be in the server, to the day, and when Discord was last asked whether they are.
  `alter table members add column seen_at integer`,
  `alter table members add column asked_at integer`,
  `create index members_unseen on members (coalesce(seen_at, created_at)) where left_server_at is null`,
  `create index members_asked on members (server_id, asked_at) where asked_at is not null`,
  `create index members_left on members (left_server_at) where left_server_at is not null`,

  `drop table member_nudges`,
  // A member's own times, and when each falls next.
  `create table reminders (
    member_id integer not null references members on delete cascade,
    kind text not null check (kind in ('workout', 'sleep', 'water', 'review')),
    slot integer not null check (slot between 0 and 3),
    at text not null check (${time('at')}),
    next_day integer not null check (${day('next_day')}),
    next_at integer not null,
    primary key (member_id, kind, slot),
    check (kind = 'water' or slot = 0)
  ) strict, without rowid`,
  `create index reminders_due on reminders (next_at)`,

  // One for each person, whichever servers they are in. refused_at: Discord would not deliver; told: they know.
  `create table dms (
    user_id text not null primary key,
    channel_id text,
    opened_at integer,
    refused_at integer,
    told integer not null default 0 ${flag('told')}
  ) strict, without rowid`,
];

/** Deliveries may go to one person, and be answered. */
const deliveries = [
  `create table deliveries_new (
    id integer primary key autoincrement,
    server_id text not null references servers on delete cascade,
    key text not null,
    kind text not null check (kind in (
      'daily', 'sleep', 'water', 'milestone', 'remind-workout', 'remind-sleep', 'remind-water', 'review', 'alert'
    )),
    day integer not null check (${day('day')}),
    status text not null check (status in ('pending', 'sending', 'sent', 'missed', 'skipped', 'failed')),
    member_id integer references members on delete cascade,
    to_user text,
    milestone text,
    due_at integer not null,
    expires_at integer not null,
    retry_at integer not null,
    attempts integer not null default 0 check (attempts >= 0),
    channel_id text,
    claimed_at integer,
    sent_at integer,
    message_id text,
    answered_at integer,
    error text,
    unique (server_id, key),
    check ((kind = 'milestone') = (milestone is not null)),
    check (milestone is null or member_id is not null),
    check ((kind in ('daily', 'sleep', 'water', 'milestone')) = (to_user is null)),
    check (status <> 'sending' or (channel_id is not null and claimed_at is not null)),
    check (status <> 'sent' or (message_id is not null and sent_at is not null))
  ) strict`,
  `insert into deliveries_new
    (id, server_id, key, kind, day, status, member_id, milestone, due_at, expires_at, retry_at, attempts, channel_id,
     claimed_at, sent_at, message_id, error)
    select id, server_id, key, kind, day, status, member_id, milestone, due_at, expires_at, retry_at, attempts, channel_id,
     claimed_at, sent_at, message_id, error from deliveries`,
  `drop table deliveries`,
  `alter table deliveries_new rename to deliveries`,
  `create index deliveries_open on deliveries (retry_at) where status in ('pending', 'sending')`,
  `create index deliveries_open_of_server on deliveries (server_id) where status in ('pending', 'sending')`,
  `create index deliveries_of_server on deliveries (server_id, due_at)`,
  `create index deliveries_of_member on deliveries (member_id, day) where member_id is not null`,

  // Whom a post named, so that it can be made to name them no more.
  `create table delivery_mentions (
    delivery_id integer not null references deliveries on delete cascade,
    member_id integer not null references members on delete cascade,
    primary key (delivery_id, member_id)
  ) strict, without rowid`,
  `create index delivery_mentions_of_member on delivery_mentions (member_id)`,

  // Posts to be cleared of somebody of whom nothing is kept any more: a post of theirs goes, by its message; one that
  // mentions them among others, by its delivery, names only those who stay. Whom it was about is not kept.
  `create table clearings (
    id integer primary key autoincrement,
    server_id text not null references servers on delete cascade,
    channel_id text,
    message_id text unique,
    delivery_id integer unique references deliveries on delete cascade,
    since integer not null,
    retry_at integer not null,
    check ((message_id is null) <> (delivery_id is null)),
    check ((message_id is null) = (channel_id is null))
  ) strict`,
  `create index clearings_of_server on clearings (server_id)`,
  `create index clearings_due on clearings (retry_at)`,
];

const checkIns = [
  `alter table check_ins add column note text check (length(note) between 1 and 200)`,
  // An edit is a check-in of its own in the place of another, which is undone.
  `alter table check_ins add column replaces integer references check_ins on delete set null`,
  `create index check_ins_replacing on check_ins (replaces) where replaces is not null`,
];

const servers = [
  `create index servers_removed on servers (removed_at) where removed_at is not null`,
  `alter table server_settings add column tone text not null default 'warm' check (tone in ('warm', 'brief'))`,
  `alter table server_settings add column weekly_goal integer not null default 0 ${flag('weekly_goal')}`,
  // Who asked to be told by direct message when posting fails, and for which failure they were.
  `alter table server_settings add column alert_user text`,
  `alter table server_settings add column alerted_for integer`,

  // What the host did and when: the last backup, the last clearing-up.
  `create table host_notes (
    name text not null primary key,
    at integer not null,
    detail text
  ) strict, without rowid`,
];

export const wholeLife = statements(...members, ...deliveries, ...checkIns, ...servers);
