import { type Day, parseDay } from '../day.ts';
import type { DirectMessage } from './due.ts';
import { REMINDER_KINDS } from './reminders.ts';

/** What makes a direct message unique for ever, and tells, on its buttons, whose it is and what it asks. */
export interface ReminderKey {
  readonly kind: DirectMessage;
  readonly memberId: number;
  /** The member's own day. */
  readonly day: Day;
  readonly slot: number;
  /** How often "Later" was pressed before it. */
  readonly again: number;
}

/** `remind-water.17.2026-01-05.2.0`. */
export function reminderKey({ kind, memberId, day, slot, again }: ReminderKey): string {
  return `remind-${kind}.${memberId}.${day}.${slot}.${again}`;
}

const KEY = /^remind-(\w+)\.(\d{1,15})\.(\d{4}-\d{2}-\d{2})\.(\d)\.(\d{1,3})$/;

/** The inverse; undefined for what is none. Whoever hands it over may have forged it. */
export function parseReminderKey(text: string): ReminderKey | undefined {
  const [, name, memberId, date, slot, again] = KEY.exec(text) ?? [];
  const kind = name === 'line' ? name : REMINDER_KINDS.find((known) => known === name);
  const day = date === undefined ? undefined : parseDay(date);
  if (kind === undefined || day === undefined) return undefined;
  return { kind, memberId: Number(memberId), day, slot: Number(slot), again: Number(again) };
}

const DELIVERIES = {
  line: 'remind-workout',
  workout: 'remind-workout',
  sleep: 'remind-sleep',
  water: 'remind-water',
  review: 'review',
} as const satisfies Record<DirectMessage, string>;

/** The kind of delivery that such a message is kept as. */
export function deliveryKind(kind: DirectMessage): (typeof DELIVERIES)[DirectMessage] {
  return DELIVERIES[kind];
}

/** Under what the press that logs is recorded: a reminder logs once. */
export function doneSource(key: string): string {
  return `done.${key}`;
}
