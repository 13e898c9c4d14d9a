import type { Day } from '../../coach/day.ts';
import type { BodyLog } from '../../coach/review.ts';

/** What a week in review and the end of a plan are told from, besides the member's file. */
export interface Boards {
  /** Sleep and water of the days from `from` to `to`, ascending; days without either are left out. */
  bodyLogs(memberId: number, from: Day, to: Day): Promise<BodyLog[]>;
  /** The version of the readiness questions that an enrolment confirmed. */
  readinessOf(enrolmentId: number): Promise<number | undefined>;
}
