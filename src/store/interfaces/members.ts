import type { Kit, Level } from '../../coach/content.ts';
import type { Day, Instant, Weekday, Zone } from '../../coach/day.ts';
import type { MemberClock, MemberFile, Notice, Pause, Terms } from '../../coach/member.ts';

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
