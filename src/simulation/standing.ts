import { standingFor } from '../coach/check-in.ts';
import { todayOf } from '../coach/clock.ts';
import type { LedgerLine } from '../coach/ledger.ts';
import { buttonOf } from './answer.ts';
import { askedUntil } from './asked.ts';
import { wrongLoads } from './check-loads.ts';
import { lookAtRepeats, lookAtTraining, type TrainingLook } from './look.ts';
import { type MoveStory, storiesOf } from './move-story.ts';
import { type Ground, isHoliday, nowIn, type Person, type Play } from './person.ts';
import { differenceOf, setsOf } from './said-sets.ts';

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
  /** What came of each of their moves. */
  readonly moves: readonly MoveStory[];
  /** What is otherwise than it should be with their sets and loads. */
  readonly wrong: readonly string[];
}

/** Looks somebody up in the bot's own store. Undefined when they are not in the plan. */
export async function lookUp(play: Play, person: Person): Promise<Standing | undefined> {
  const store = play.stage.store();
  const look = await lookAtTraining(play, person);
  if (look === undefined) return undefined;
  const { file } = look;
  const { member, workouts } = file;
  const today = todayOf(member.clock, nowIn(play));
  const standing = standingFor(play.stage.content.programme, file, today);
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
    moves: storiesOf(askedUntil(play.stage.content, look, today), look.history),
    wrong: [
      ...(await lostSets(play, person, look)),
      ...wrongLoads(person.trainee.asked, person.trainee.hurts),
      ...wrongDays(play, person, standing.ledger),
      ...(await untold(play, person)),
    ],
  };
}

/** A plan that went back said so, on a card that offers to go on instead. */
async function untold(play: Play, person: Person): Promise<string[]> {
  const days = await lookAtRepeats(play, person);
  return days === (person.repeatedDays ?? 0) ? [] : [`the plan went back by ${days} days, and nobody was told so`];
}

/** Neither a pause nor a day that counts for nobody costs anything, and what was made good counts. */
export function wrongDays(
  play: Pick<Play, 'opensOn'>,
  person: Pick<Person, 'pauses' | 'repaired'> & { readonly ground: Pick<Ground, 'place'> },
  ledger: readonly Pick<LedgerLine, 'day' | 'event'>[],
): string[] {
  const missed = ledger.filter(({ event }) => event === 'missed' || event === 'frozen').map(({ day }) => day);
  const inPause = (day: string) => person.pauses.some(({ from, to }) => from <= day && (to === undefined || day <= to));
  return missed.flatMap((day) => [
    ...(inPause(day) ? [`${day} counts as missed, in a pause`] : []),
    ...(isHoliday(play, person, day) ? [`${day} counts as missed, and counts for nobody`] : []),
    ...(person.repaired.includes(day) ? [`${day} counts as missed, and was made good`] : []),
  ]);
}

/** Every set that they were told is logged is there, and no other. */
async function lostSets(play: Play, { part, notes }: Person, { history }: TrainingLook): Promise<string[]> {
  const { trainingFiles } = play.stage.store();
  const wrong: string[] = [];
  const stand = notes.filter(({ kind, undoneAt }) => kind === 'workout' && undoneAt === undefined);
  for (const { day, answer, sets = [] } of stand) {
    const button = buttonOf(answer, 'undo');
    // From a reminder: no sets, and no id.
    if (button === undefined) continue;
    const id = Number(button.argument);
    const difference = differenceOf(sets, setsOf(await trainingFiles.ofCheckIn(id)));
    if (difference !== undefined) wrong.push(`on ${day} ${difference}`);
  }
  const said = stand.reduce((sum, { sets = [] }) => sum + sets.length, 0);
  const kept = setsOf(history.performances).length;
  if (said !== kept) wrong.push(`${part.name} said ${said} sets in all; the coach has ${kept}`);
  return wrong;
}
