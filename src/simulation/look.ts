import { todayOf } from '../coach/clock.ts';
import type { Day } from '../coach/day.ts';
import type { Loads } from '../coach/load.ts';
import type { MemberFile } from '../coach/member.ts';
import { loadsOf } from '../coach/member-loads.ts';
import type { Session } from '../coach/plan.ts';
import { planOn } from '../coach/programme.ts';
import { personalSession, type TrainingHistory } from '../coach/training/personal.ts';
import { type Progress, progressOf } from '../coach/training/progress.ts';
import { type TrainingPlan, type TrainingStep, thawed } from '../coach/training/training.ts';
import { type Asked, askedIn } from './asked.ts';
import { nowIn, type Person, type Play } from './person.ts';

/** What the coach has of somebody's training. */
export interface TrainingLook {
  readonly file: MemberFile;
  readonly history: TrainingHistory;
}

/** Looks it up in the bot's own store. Undefined when they are not in the plan. */
export async function lookAtTraining(play: Play, { ground, actor }: Person): Promise<TrainingLook | undefined> {
  const { stage } = play;
  const { members, trainingFiles } = stage.store();
  const file = await members.file(ground.server.id, actor.id);
  if (file === undefined) return undefined;
  const { id } = file.member;
  const history = {
    performances: await trainingFiles.performances(id),
    swaps: await trainingFiles.swaps(id),
    loads: loadsOf(stage.content, await trainingFiles.loads(id)),
  };
  return { file, history };
}

/** Their session of a day as their card shows it now; undefined on a day without one. */
export async function lookAtSession(
  play: Play,
  person: Person,
  day: string,
): Promise<(TrainingLook & { readonly session: Session }) | undefined> {
  const look = await lookAtTraining(play, person);
  if (look === undefined) return undefined;
  const { content } = play.stage;
  const { file, history } = look;
  const plan = planOn(content.programme, file.enrolment, day as Day);
  if (plan.kind !== 'session') return undefined;
  const today = todayOf(file.member.clock, nowIn(play));
  return { ...look, session: personalSession(content, file, history, plan.session, today) };
}

/** A guided session as it was planned when it began, and what its member can load it with. */
export interface Plan {
  readonly plan: TrainingPlan;
  readonly loads: Loads;
}

export async function lookAtPlan(
  { stage }: Play,
  id: number,
): Promise<(Plan & { readonly asked: Asked[] }) | undefined> {
  const { trainings, trainingFiles } = stage.store();
  const kept = await trainings.byId(id);
  const plan = kept && thawed<TrainingPlan>(stage.content, kept.plan);
  if (kept === undefined || plan === undefined) return undefined;
  const { memberId, day } = kept;
  const asked = askedIn(plan.session, await trainingFiles.performances(memberId), day);
  return { plan, asked, loads: loadsOf(stage.content, await trainingFiles.loads(memberId)) };
}

/** Where it stands, as the message that leads through it shows it. */
export async function lookAtProgress({ stage }: Play, { id, plan }: Plan & { readonly id: number }): Promise<Progress> {
  const kept = await stage.store().trainings.byId(id);
  const steps = (kept?.steps ?? []).flatMap(({ step, at }) => {
    const taken = thawed<TrainingStep>(stage.content, step);
    return taken === undefined ? [] : [{ step: taken, at }];
  });
  return progressOf(plan, steps);
}

/** By how many days their plan went back because they were away. */
export async function lookAtRepeats(play: Play, { ground, actor }: Person): Promise<number> {
  const file = await play.stage.store().members.file(ground.server.id, actor.id);
  return (file?.enrolment.repeats ?? []).reduce((sum, { days }) => sum + days, 0);
}
