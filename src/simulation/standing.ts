import { standingFor } from '../coach/check-in.ts';
import { todayOf } from '../coach/clock.ts';
import { nowIn, type Person, type Play } from './person.ts';

/** What the coach has of somebody. */
export interface Standing {
  readonly memberId: number;
  readonly kept: number;
  readonly due: number;
  readonly extras: number;
  readonly streak: number;
  readonly longest: number;
  /** 0 to 1. */
  readonly consistency: number;
  readonly freezes: number;
  readonly milestones: readonly string[];
  /** Days of the workouts that stand, ascending. */
  readonly workouts: readonly string[];
  /** How many check-ins of any kind stand. */
  readonly checkIns: number;
}

/** Looks somebody up in the bot's own store. Undefined when they are not in the plan. */
export async function lookUp(play: Play, { ground, actor }: Person): Promise<Standing | undefined> {
  const store = play.stage.store();
  const file = await store.members.file(ground.server.id, actor.id);
  if (file === undefined) return undefined;
  const { member, workouts } = file;
  const standing = standingFor(play.stage.content.programme, file, todayOf(member.clock, nowIn(play)));
  return {
    memberId: member.id,
    kept: standing.keptSessions,
    due: standing.dueSessions,
    extras: standing.extras,
    streak: standing.streak,
    longest: standing.longest,
    consistency: standing.consistency,
    freezes: standing.freezes,
    milestones: [...(await store.milestones.reached(member.id))].sort(),
    workouts: workouts.map(({ day }) => day).sort(),
    checkIns: await store.checkIns.count(member.id),
  };
}
