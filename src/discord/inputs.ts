import { z } from 'zod';
import { KITS, type Kit } from '../coach/content.ts';
import {
  addDays,
  allZones,
  type Day,
  formatDay,
  type Instant,
  type LocalTime,
  parseDay,
  parseLocalTime,
  parseZone,
  timeIn,
  WEEKDAYS,
  type Weekday,
  type Zone,
} from '../coach/day.ts';
import { inQuietHours } from '../coach/nudges.ts';
import type { ErrorCode } from '../messages/en.ts';
import { type NamedDay, parseNamedDay } from './day-words.ts';
import type { Choice } from './define-command.ts';

/** Adds an issue that parseInputs words with the messages' error of that code. */
function refuse(context: z.core.$RefinementCtx, code: ErrorCode, typed: string): typeof z.NEVER {
  context.issues.push({ code: 'custom', input: typed, message: code, params: { code, detail: { typed } } });
  return z.NEVER;
}

/** A time zone, as somebody types it. */
export const zoneInput = (description: string) =>
  z
    .string()
    .min(1)
    .max(64)
    .describe(description)
    .transform((typed, context): Zone => parseZone(typed) ?? refuse(context, 'unknownZone', typed));

/** A time of day, as somebody types it. */
export const timeInput = (description: string) =>
  z
    .string()
    .min(3)
    .max(8)
    .describe(description)
    .transform((typed, context): LocalTime => parseLocalTime(typed) ?? refuse(context, 'unknownTime', typed));

/** A reminder's time of day, outside quiet hours, or `off`, which is null. */
export const reminderTimeInput = (description: string) =>
  z
    .string()
    .min(3)
    .max(8)
    .describe(description)
    .transform((typed, context): LocalTime | null => {
      if (typed.trim().toLowerCase() === 'off') return null;
      const time = parseLocalTime(typed);
      if (time === undefined) return refuse(context, 'unknownTime', typed);
      return inQuietHours(time) ? refuse(context, 'quietHours', typed) : time;
    });

const WEEKDAY_WORDS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** Three to five different weekdays: `Mon Wed Fri`, `monday, wednesday, friday`. */
export const weekdaysInput = (description: string) =>
  z
    .string()
    .min(1)
    .max(80)
    .describe(description)
    .transform((typed, context): readonly Weekday[] => {
      const found = wordsOf(typed).map((word) => WEEKDAY_WORDS.indexOf(word.slice(0, 3)) + 1);
      const days = WEEKDAYS.filter((day) => found.includes(day));
      if (found.includes(0) || days.length < 3 || days.length > 5) return refuse(context, 'unknownDays', typed);
      return days;
    });

/** Any of the kit, or `none`: `mat, dumbbells`. */
export const kitInput = (description: string) =>
  z
    .string()
    .min(1)
    .max(80)
    .describe(description)
    .transform((typed, context): readonly Kit[] => {
      const found = wordsOf(typed).filter((word) => word !== 'none' && word !== 'and');
      const kit = found.map((word) =>
        KITS.find((known) => known === word || known === `${word}s` || `${known}s` === word),
      );
      if (kit.includes(undefined)) return refuse(context, 'unknownKit', typed);
      return KITS.filter((known) => kit.includes(known));
    });

function wordsOf(typed: string): string[] {
  return typed
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word !== '');
}

/** `today`, `yesterday` or a date; dates are checked against the member's own today by the command. */
export type DayInput = Day | 'today' | 'yesterday';

export const dayInput = (description: string) =>
  z
    .string()
    .min(1)
    .max(20)
    .describe(description)
    .transform((typed, context): DayInput => {
      const word = typed.trim().toLowerCase();
      if (word === 'today' || word === 'yesterday') return word;
      return parseDay(word) ?? refuse(context, 'unknownDay', typed);
    });

/** A day that may lie ahead, as people name one: `next Monday`, `in two weeks`, `20 Jan`. */
export const namedDayInput = (description: string) =>
  z
    .string()
    .min(1)
    .max(30)
    .describe(description)
    .transform((typed, context): NamedDay => parseNamedDay(typed) ?? refuse(context, 'unknownNamedDay', typed));

/** The zones whose name contains what was typed, those that begin a word with it first, with the time there now. */
export function suggestZones(typed: string, now: Instant): Choice[] {
  // The database of zones spells cities without accents: São Paulo is Sao_Paulo.
  const wanted = typed.trim().normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll(' ', '_');
  const rank = (zone: string) => {
    const name = zone.toLowerCase();
    if (name.split('/').some((part) => part.startsWith(wanted))) return 0;
    return name.includes(wanted) ? 1 : 2;
  };
  return allZones()
    .map((zone) => ({ zone, rank: rank(zone) }))
    .filter((candidate) => candidate.rank < 2)
    .sort((a, b) => a.rank - b.rank)
    .slice(0, 25)
    .map(({ zone }) => ({ name: `${zone.replaceAll('_', ' ')} (${timeIn(now, zone)} now)`, value: zone }));
}

/** Today and the days that a check-in may still reach, the latest first. */
export function suggestDays(today: Day, back: number): Choice[] {
  return Array.from({ length: back + 1 }, (_, ago) => addDays(today, -ago)).map((day) => ({
    name: formatDay(day),
    value: day,
  }));
}
