import { statements } from './migration.ts';

const day = (column: string) => `${column} between 0 and 99999`;

/*
 * Sessions that are led set by set, what each member trains with, and which moves they changed. Steps are appended and
 * never changed: a session is where its steps have brought it. That a move was set aside is kept, never why.
 */
export const training = statements(
  `create table trainings (
    id integer primary key autoincrement,
    member_id integer not null references members on delete cascade,
    enrolment_id integer not null references enrolments on delete cascade,
    day integer not null check (${day('day')}),
    plan text not null check (json_valid(plan)),
    started_at integer not null,
    ended_at integer,
    check_in_id integer references check_ins on delete set null
  ) strict`,
  `create unique index trainings_open on trainings (member_id) where ended_at is null`,
  `create index trainings_of_member on trainings (member_id)`,
  `create index trainings_of_enrolment on trainings (enrolment_id)`,
  `create index trainings_of_check_in on trainings (check_in_id) where check_in_id is not null`,

  `create table training_steps (
    training_id integer not null references trainings on delete cascade,
    seq integer not null check (seq >= 0),
    step text not null check (json_valid(step)),
    at integer not null,
    source_id text not null unique,
    primary key (training_id, seq)
  ) strict, without rowid`,

  `alter table sets_done add column band text`,
  `alter table sets_done add column variation text check (variation in ('easier', 'harder'))`,
  `alter table sets_done add column held integer not null default 0 check (held in (0, 1))`,

  // The latest that holds on a day counts. A move swapped for itself is as it was planned.
  `create table swaps (
    id integer primary key autoincrement,
    member_id integer not null references members on delete cascade,
    move_id text not null,
    to_move_id text not null,
    from_day integer not null check (${day('from_day')}),
    to_day integer check (${day('to_day')})
  ) strict`,
  `create index swaps_of_member on swaps (member_id)`,

  // Either a step, or loads in member_loads, or neither: the programme's own step.
  `create table member_load_steps (
    member_id integer not null references members on delete cascade,
    kit text not null check (kit in ('dumbbells', 'machine')),
    grams integer not null check (grams > 0),
    primary key (member_id, kit)
  ) strict, without rowid`,
  `create table member_loads (
    member_id integer not null references members on delete cascade,
    kit text not null check (kit in ('dumbbells', 'machine')),
    grams integer not null check (grams > 0),
    primary key (member_id, kit, grams)
  ) strict, without rowid`,
  `create table member_bands (
    member_id integer not null references members on delete cascade,
    colour text not null,
    primary key (member_id, colour)
  ) strict, without rowid`,

  // After a long absence the plan goes back by whole weeks; none when the member chose to go on.
  `create table plan_repeats (
    enrolment_id integer not null references enrolments on delete cascade,
    from_day integer not null check (${day('from_day')}),
    days integer not null check (days >= 0 and days % 7 = 0),
    primary key (enrolment_id, from_day)
  ) strict, without rowid`,
);
