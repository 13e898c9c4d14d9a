import { statements } from './migration.ts';

/*
 * Days are whole days since 1970-01-01, instants milliseconds since then, times of day `HH:MM` on a local clock, and
 * Discord's ids text. Ids of our own that leave the program (in buttons, in keys) are never given twice, even when
 * their row was deleted: autoincrement. Nothing here is about health, and a pause has no reason.
 */

const day = (column: string) => `${column} between 0 and 99999`;
const time = (column: string) => `(${column} glob '[0-2][0-9]:[0-5][0-9]' and ${column} < '24:00')`;
const slot = `((kind = 'water' and slot between 0 and 3) or (kind <> 'water' and slot = 0))`;
const bits = Array.from({ length: 7 }, (_, bit) => `((training_days >> ${bit}) & 1)`).join(' + ');

/** The servers, what is due there, and what was posted. */
const servers = [
  // joined_at is null as long as a server is known only by what its people did.
  `create table servers (
    server_id text not null primary key,
    joined_at integer,
    removed_at integer
  ) strict, without rowid`,

  `create table server_settings (
    server_id text not null primary key references servers on delete cascade,
    channel_id text not null,
    zone text not null,
    post_at text not null check (${time('post_at')}),
    parked_code integer,
    parked_since integer,
    check ((parked_code is null) = (parked_since is null))
  ) strict, without rowid`,

  `create table nudge_settings (
    server_id text not null references server_settings on delete cascade,
    kind text not null check (kind in ('sleep', 'water')),
    slot integer not null,
    at text not null check (${time('at')}),
    primary key (server_id, kind, slot),
    check ${slot}
  ) strict, without rowid`,

  // held: the bot was removed from the server, so nothing is due. It keeps such rows out of the index that a tick reads.
  `create table schedules (
    server_id text not null references server_settings on delete cascade,
    kind text not null check (kind in ('daily', 'sleep', 'water')),
    slot integer not null,
    at text not null check (${time('at')}),
    next_day integer not null check (${day('next_day')}),
    next_at integer not null,
    held integer not null default 0 check (held in (0, 1)),
    primary key (server_id, kind, slot),
    check ${slot}
  ) strict, without rowid`,
  `create index schedules_due on schedules (next_at) where held = 0`,

  `create table server_freezes (
    server_id text not null references servers on delete cascade,
    from_day integer not null check (${day('from_day')}),
    to_day integer not null check (${day('to_day')}),
    primary key (server_id, from_day),
    check (to_day >= from_day)
  ) strict, without rowid`,
];

/** The members, what they chose, and what they enrolled in. */
const members = [
  `create table members (
    id integer primary key autoincrement,
    server_id text not null references servers on delete cascade,
    user_id text not null,
    created_at integer not null,
    zone text not null,
    day_ends_at integer not null default 3 check (day_ends_at between 0 and 5),
    previous_zone text,
    previous_day_ends_at integer check (previous_day_ends_at between 0 and 5),
    clock_changed_at integer,
    notice text not null check (notice in ('nothing', 'mention', 'dm')),
    share_milestones integer not null default 0 check (share_milestones in (0, 1)),
    on_leaderboard integer not null default 0 check (on_leaderboard in (0, 1)),
    hide_body integer not null default 0 check (hide_body in (0, 1)),
    locale text,
    units text not null default 'metric' check (units in ('metric', 'imperial')),
    wakes_at text check (${time('wakes_at')}),
    quiet_from text check (${time('quiet_from')}),
    quiet_to text check (${time('quiet_to')}),
    unique (server_id, user_id),
    check ((quiet_from is null) = (quiet_to is null)),
    check ((previous_zone is null) = (clock_changed_at is null)),
    check ((previous_zone is null) = (previous_day_ends_at is null))
  ) strict`,

  `create table member_kit (
    member_id integer not null references members on delete cascade,
    kit text not null check (kit in ('mat', 'dumbbells', 'band', 'rope', 'machine')),
    primary key (member_id, kit)
  ) strict, without rowid`,

  `create table member_nudges (
    member_id integer not null references members on delete cascade,
    kind text not null check (kind in ('workout', 'sleep', 'water')),
    slot integer not null,
    at text not null check (${time('at')}),
    via text not null check (via in ('channel', 'dm')),
    primary key (member_id, kind, slot),
    check ${slot}
  ) strict, without rowid`,

  // left_on: the member left the plan. ended_at: another enrolment took its place. With neither, it stands.
  `create table enrolments (
    id integer primary key autoincrement,
    member_id integer not null references members on delete cascade,
    programme_id text not null,
    enrolled_at integer not null,
    starts_on integer not null check (${day('starts_on')}),
    readiness_version integer not null,
    left_on integer check (${day('left_on')}),
    ended_at integer
  ) strict`,
  `create index enrolments_of_member on enrolments (member_id)`,
  `create unique index enrolments_standing on enrolments (member_id) where left_on is null and ended_at is null`,

  // training_days: Monday is the lowest of seven bits.
  `create table enrolment_terms (
    enrolment_id integer not null references enrolments on delete cascade,
    from_day integer not null check (${day('from_day')}),
    level text not null check (level in ('gentle', 'standard', 'strong')),
    training_days integer not null check (training_days between 1 and 127 and ${bits} between 3 and 5),
    primary key (enrolment_id, from_day)
  ) strict, without rowid`,

  `create table pauses (
    enrolment_id integer not null references enrolments on delete cascade,
    from_day integer not null check (${day('from_day')}),
    to_day integer check (${day('to_day')}),
    primary key (enrolment_id, from_day),
    check (to_day is null or to_day >= from_day)
  ) strict, without rowid`,
];

/** What members did, and what was sent because of it or of the time. */
const events = [
  // Appended, never changed but for undone_at.
  `create table check_ins (
    id integer primary key autoincrement,
    member_id integer not null references members on delete cascade,
    kind text not null check (kind in ('workout', 'sleep', 'water')),
    day integer not null check (${day('day')}),
    made_at integer not null,
    undone_at integer,
    source_id text not null unique,
    size text check (size in ('full', 'floor')),
    effort text check (effort in ('0', '1-2', '3-4', '5+')),
    repairs integer check (${day('repairs')}),
    hours real check (hours between 0 and 24 and hours * 2 = cast(hours * 2 as integer)),
    glasses integer check (glasses between 1 and 100),
    check ((kind = 'workout') = (size is not null)),
    check ((kind = 'sleep') = (hours is not null)),
    check ((kind = 'water') = (glasses is not null)),
    check (kind = 'workout' or (effort is null and repairs is null))
  ) strict`,
  `create index check_ins_of_member on check_ins (member_id, kind, day)`,

  `create table sets_done (
    check_in_id integer not null references check_ins on delete cascade,
    move_id text not null,
    set_no integer not null check (set_no between 1 and 99),
    reps integer check (reps between 0 and 9999),
    seconds integer check (seconds between 0 and 99999),
    load_grams integer check (load_grams between 0 and 9999999),
    primary key (check_in_id, move_id, set_no),
    check ((reps is null) <> (seconds is null))
  ) strict, without rowid`,

  `create table milestones (
    member_id integer not null references members on delete cascade,
    milestone text not null,
    day integer not null check (${day('day')}),
    check_in_id integer references check_ins on delete set null,
    primary key (member_id, milestone)
  ) strict, without rowid`,
  `create index milestones_of_check_in on milestones (check_in_id) where check_in_id is not null`,

  `create table deliveries (
    id integer primary key autoincrement,
    server_id text not null references servers on delete cascade,
    key text not null,
    kind text not null check (kind in ('daily', 'sleep', 'water', 'milestone')),
    day integer not null check (${day('day')}),
    status text not null check (status in ('pending', 'sending', 'sent', 'missed', 'skipped', 'failed')),
    member_id integer references members on delete cascade,
    milestone text,
    due_at integer not null,
    expires_at integer not null,
    retry_at integer not null,
    attempts integer not null default 0 check (attempts >= 0),
    channel_id text,
    claimed_at integer,
    sent_at integer,
    message_id text,
    error text,
    unique (server_id, key),
    check ((member_id is null) = (milestone is null)),
    check (status <> 'sending' or (channel_id is not null and claimed_at is not null)),
    check (status <> 'sent' or (message_id is not null and sent_at is not null))
  ) strict`,
  `create index deliveries_open on deliveries (retry_at) where status in ('pending', 'sending')`,
  `create index deliveries_open_of_server on deliveries (server_id) where status in ('pending', 'sending')`,
  `create index deliveries_of_server on deliveries (server_id, due_at)`,
  `create index deliveries_of_member on deliveries (member_id) where member_id is not null`,
];

export const firstTables = statements(...servers, ...members, ...events);
