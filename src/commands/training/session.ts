import { repairableOn } from '../../coach/check-in.ts';
import { todayOf } from '../../coach/clock.ts';
import type { Content } from '../../coach/content.ts';
import type { Day } from '../../coach/day.ts';
import type { MemberFile } from '../../coach/member.ts';
import { plannedSessions, planOn } from '../../coach/programme.ts';
import { floorOf } from '../../coach/training/floor.ts';
import { isHeld, personalSession, type TrainingHistory } from '../../coach/training/personal.ts';
import { type Training, type TrainingPlan, type TrainingStep, thawed } from '../../coach/training/training.ts';
import type { Context } from '../../discord/define-command.ts';
import { UserError } from '../../messages/user-error.ts';
import type { KeptTraining } from '../../store/interfaces/training.ts';
import type { Store } from '../../store/store.ts';

/** A member in the plan, and their own today. */
export interface Present {
  readonly file: MemberFile;
  readonly today: Day;
}

/** @throws UserError `notEnrolled` */
export async function presentMember(
  { serverId, userId, now }: Pick<Context, 'serverId' | 'userId' | 'now'>,
  store: Store,
): Promise<Present> {
  const file = await store.members.file(serverId, userId);
  if (file === undefined) throw new UserError('notEnrolled');
  return { file, today: todayOf(file.member.clock, now) };
}

/** What a session of today is led by; undefined on a day without one, unless a short one makes good a missed day. */
export function trainingPlan(
  content: Content,
  { file, today }: Present,
  history: TrainingHistory,
  size: TrainingPlan['size'],
): TrainingPlan | undefined {
  const { programme } = content;
  const plan = planOn(programme, file.enrolment, today);
  const repairs = repairableBy(content, { file, today });
  const planned =
    plan.kind === 'session'
      ? plan.session
      : plannedSessions(programme, file.enrolment, today).find(({ day }) => day === repairs);
  if (planned === undefined) return undefined;
  const onToday = { ...planned, day: today };
  const session = personalSession(content, file, history, onToday, today);
  const isShort = size === 'floor' || repairs !== undefined;
  return {
    planned: onToday,
    session: isShort ? floorOf(session, programme) : session,
    size: isShort ? 'floor' : 'full',
    held: isHeld(content, planned),
    ...(repairs !== undefined && { repairs }),
  };
}

/** The missed day that a short session today would make good: only a day without a session of its own has room for it. */
export function repairableBy({ programme }: Pick<Content, 'programme'>, { file, today }: Present): Day | undefined {
  return repairableOn(programme, file, today, today);
}

/** A session as the coach knows it. Undefined when it names a move that the content has no more. */
export function trainingFrom(content: Content, kept: KeptTraining): Training | undefined {
  const plan = thawed<TrainingPlan>(content, kept.plan);
  const steps = kept.steps.map(({ step, at }) => ({ step: thawed<TrainingStep>(content, step), at }));
  if (plan === undefined) return undefined;
  const known = steps.flatMap(({ step, at }) => (step === undefined ? [] : [{ step, at }]));
  if (known.length < steps.length) return undefined;
  return { ...kept, plan, steps: known };
}
