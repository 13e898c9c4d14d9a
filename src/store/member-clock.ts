import type { Selectable } from 'kysely';
import type { MemberClock } from '../coach/member.ts';
import type { Tables } from './tables.ts';

type ClockRow = Pick<
  Selectable<Tables['members']>,
  'zone' | 'day_ends_at' | 'previous_zone' | 'previous_day_ends_at' | 'clock_changed_at'
>;

/** A member's clock as their row keeps it. */
export function clockFrom(row: ClockRow): MemberClock {
  const { zone, day_ends_at, previous_zone, previous_day_ends_at, clock_changed_at } = row;
  const clock = { zone, dayEndsAt: day_ends_at };
  if (previous_zone === null || previous_day_ends_at === null || clock_changed_at === null) return clock;
  return {
    ...clock,
    previous: { zone: previous_zone, dayEndsAt: previous_day_ends_at, changedAt: clock_changed_at },
  };
}

/** The inverse of {@link clockFrom}. */
export function columnsOfClock({ zone, dayEndsAt, previous }: MemberClock): ClockRow {
  return {
    zone,
    day_ends_at: dayEndsAt,
    previous_zone: previous?.zone ?? null,
    previous_day_ends_at: previous?.dayEndsAt ?? null,
    clock_changed_at: previous?.changedAt ?? null,
  };
}
