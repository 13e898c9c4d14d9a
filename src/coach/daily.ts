import { type Content, KITS } from './content.ts';
import type { Day } from './day.ts';
import type { Enrolment, Member } from './member.ts';
import type { PlannedSession, Session } from './plan.ts';
import { planOn } from './programme.ts';
import { sessionFor } from './session.ts';

/** What the daily post says to everybody who is in these weeks: a session, or rest. */
export interface DailySection {
  /** Ascending. */
  readonly weeks: readonly number[];
  readonly blockName: string;
  /** As a standard member with all kit meets it; absent on a rest day. */
  readonly session?: Session;
}

export interface DailyPost {
  readonly day: Day;
  /** Sessions before rest, earlier weeks first. */
  readonly sections: readonly DailySection[];
  /** User ids of those who asked to be mentioned and have a session that day. */
  readonly mentions: readonly string[];
}

/** The post of one server's day; undefined when nobody is in the plan that day, so there is nothing to say. */
export function dailyPost(
  content: Content,
  files: readonly { readonly member: Pick<Member, 'userId' | 'notice'>; readonly enrolment: Enrolment }[],
  day: Day,
): DailyPost | undefined {
  const sections = new Map<string, DailySection>();
  const mentions: string[] = [];
  for (const { member, enrolment } of files) {
    const plan = planOn(content.programme, enrolment, day);
    if (plan.kind !== 'session' && plan.kind !== 'rest') continue;
    // Nobody is called for a day of rest.
    if (member.notice === 'mention' && plan.kind === 'session') mentions.push(member.userId);
    const section = {
      weeks: [plan.week],
      blockName: content.programme.blocks[plan.block].name,
      ...(plan.kind === 'session' && { session: sharedSession(content, plan.session) }),
    };
    const key = JSON.stringify([section.blockName, section.session && { ...section.session, week: 0 }], withoutMoves);
    const weeks = new Set([...(sections.get(key)?.weeks ?? []), plan.week]);
    sections.set(key, { ...section, weeks: [...weeks].sort((a, b) => a - b) });
  }
  if (sections.size === 0) return undefined;
  return { day, sections: [...sections.values()].sort(inOrder), mentions };
}

function sharedSession(content: Content, planned: PlannedSession): Session {
  return sessionFor(content, planned, { level: 'standard', kit: KITS });
}

/** Two sections are one when they ask for the same, whichever week it is. */
function withoutMoves(key: string, value: unknown): unknown {
  return key === 'move' || key === 'insteadOf' ? (value as { id: string }).id : value;
}

function inOrder(a: DailySection, b: DailySection): number {
  const restLast = Number(a.session === undefined) - Number(b.session === undefined);
  return restLast || (a.weeks[0] ?? 0) - (b.weeks[0] ?? 0);
}
