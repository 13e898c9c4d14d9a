import type { Content, Kit, Move } from '../../coach/content.ts';
import { type Day, day } from '../../coach/day.ts';
import { type NextTime, personalSession, type TrainingHistory } from '../../coach/personal.ts';
import type { Exercise } from '../../coach/plan.ts';
import { plannedSessions } from '../../coach/programme.ts';
import { chosenOn, type MoveSwap, plannedMove } from '../../coach/swaps.ts';
import type { Context, Reply } from '../../discord/define-command.ts';
import { type SettingsChange, type SettingsView, type Swapped, settingsCard } from '../../messages/render/settings.ts';
import type { SaidLoads, Store } from '../../store/store.ts';
import { historyOf } from '../training/history.ts';
import { type Present, presentMember } from '../training/session.ts';

/** All that a member's panel is made from. */
export interface Mine extends Present {
  readonly history: TrainingHistory;
  readonly said: SaidLoads;
  readonly swapped: readonly Swapped[];
}

/** @throws UserError `notEnrolled` */
export async function mine(context: Context, store: Store): Promise<Mine> {
  const { content } = context;
  const present = await presentMember(context, store);
  const { id } = present.file.member;
  const history = await historyOf(store, content, id);
  const said = await store.trainingFiles.loads(id);
  return { ...present, history, said, swapped: swappedForGood(content, history.swaps, present.today) };
}

/** A swap for one day alone says nothing about the days after it. */
function swappedForGood({ moves }: Content, swaps: readonly MoveSwap[], today: Day): Swapped[] {
  const forGood = swaps.filter(({ until }) => until === undefined);
  return [...chosenOn(forGood, today)].flatMap(([move, instead]) => {
    const [planned, to] = [moves.get(move), moves.get(instead)];
    return planned === undefined || to === undefined || planned === to ? [] : [{ planned, to }];
  });
}

export function panelOf({ content }: Pick<Context, 'content'>, own: Mine, change?: SettingsChange): SettingsView {
  const { file, history, said, swapped } = own;
  const { loads, bands } = content.programme;
  return {
    kit: file.member.kit,
    loads: history.loads,
    ladders: said.ladders,
    bands: bands.filter((colour) => said.bands.includes(colour)),
    steps: loads,
    colours: bands,
    swapped,
    ...(change && { change }),
  };
}

/** What was changed: what is done with some kit, which looks other in any case where that is said; or a move is back. */
export type Changed = { readonly kits: readonly Kit[]; readonly isOther?: true } | { readonly back: Move };

/** Changes something in one transaction, and shows the panel with what comes of it. */
export async function change(context: Context, work: (store: Store, own: Mine) => Promise<Changed>): Promise<Reply> {
  return context.store.transaction(async (store) => {
    const before = await mine(context, store);
    const changed = await work(store, before);
    const after = await mine(context, store);
    const isOpen = (await store.trainings.open(after.file.member.id)) !== undefined;
    const told = { ...comesOf(context.content, { before, after }, changed), isOpen };
    return { to: 'update', body: settingsCard(context.text, panelOf(context, after, told)) };
  });
}

/** So many moves are told at most: one line is to be read at a glance. */
const MOST_TOLD = 3;

function comesOf(
  content: Content,
  { before, after }: { readonly before: Mine; readonly after: Mine },
  changed: Changed,
): Omit<SettingsChange, 'isOpen'> {
  const ahead = upcoming(content, after);
  if ('back' in changed) {
    const next = ahead.filter(({ exercise }) => plannedMove(exercise) === changed.back);
    return { back: changed.back, next, isOther: true, isUnknown: false };
  }
  const concerned = ahead.filter(({ exercise }) => exercise.move.kitAny.some((kit) => changed.kits.includes(kit)));
  const was = new Map(upcoming(content, before).map(({ exercise }) => [exercise.move, asked(exercise)]));
  const others = concerned.filter(({ exercise }) => was.get(exercise.move) !== asked(exercise));
  const known = concerned.filter(({ exercise }) => isKnown(exercise));
  const next = others.length > 0 ? others : known;
  return {
    next: next.slice(0, MOST_TOLD),
    isOther: others.length > 0 || changed.isOther === true,
    isUnknown: concerned.length > 0 && next.length === 0,
  };
}

/** How many sessions are looked through: A and B, on either side of a lighter week. */
const LOOK_AHEAD = 6;
/** Later than any plan. */
const END_OF_TIME = day('9999-12-31');

/** Each line of the sessions to come, the first time that the plan has it, from today's on where it is not done. */
function upcoming(content: Content, { file, history, today }: Mine): NextTime[] {
  const isDone = file.workouts.some((workout) => workout.day === today);
  const sessions = plannedSessions(content.programme, file.enrolment, END_OF_TIME)
    .filter((planned) => planned.day > today || (planned.day === today && !isDone))
    .slice(0, LOOK_AHEAD);
  const first = new Map<Move, NextTime>();
  for (const planned of sessions) {
    for (const exercise of personalSession(content, file, history, planned, today).main) {
      const line = plannedMove(exercise);
      if (!first.has(line)) first.set(line, { day: planned.day, exercise });
    }
  }
  return [...first.values()];
}

/** All that is asked for, without the reason: another reason for the same is no change. */
function asked({ target }: Exercise): string {
  return JSON.stringify(target && { ...target, why: undefined });
}

function isKnown({ target }: Exercise): boolean {
  if (target === undefined) return false;
  return target.load !== undefined || target.band !== undefined || target.heavier === true || target.lighter === true;
}
