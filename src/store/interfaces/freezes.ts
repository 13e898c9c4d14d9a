import type { Day } from '../../coach/day.ts';

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
