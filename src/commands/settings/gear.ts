import { z } from 'zod';
import type { Content, Kit, Move } from '../../coach/content.ts';
import type { Day } from '../../coach/day.ts';
import { LOADED_KITS, type LoadedKit, type SaidLoads, UNITS } from '../../coach/load.ts';
import { parseLadder } from '../../coach/notation/load-notation.ts';
import type { Exercise } from '../../coach/plan.ts';
import type { TrainingHistory } from '../../coach/training/personal.ts';
import { chosenOn, type MoveSwap, plannedMove } from '../../coach/training/swaps.ts';
import { type Context, form, press, type Reply } from '../../discord/define-command.ts';
import {
  type GearChange,
  type GearView,
  gearPage,
  gearTold,
  LADDER_LENGTH,
  loadsForm,
  type Swapped,
  type TypedLoads,
} from '../../messages/render/settings-gear.ts';
import { UserError } from '../../messages/user-error.ts';
import type { Store } from '../../store/store.ts';
import { historyOf } from '../training/history.ts';
import { type Present, presentMember } from '../training/session.ts';
import { upcoming } from './ahead.ts';
import { change, MINE, type Show, submit } from './panel.ts';

/** All that this page is made from. */
interface Mine extends Present {
  readonly history: TrainingHistory;
  readonly said: SaidLoads;
  readonly swapped: readonly Swapped[];
}

async function mine(context: Context, store: Store): Promise<Mine> {
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

function viewOf({ content }: Pick<Context, 'content'>, own: Mine): GearView {
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
  };
}

export const showGear: Show = async (context, store, told) =>
  gearPage(context.text, viewOf(context, await mine(context, store)), told);

/** @throws UserError `staleButton` where they have nothing that is loaded any more */
export async function askLoads(context: Context, typed?: readonly string[]): Promise<Reply> {
  const own = await mine(context, context.store);
  if (!LOADED_KITS.some((kit) => own.file.member.kit.includes(kit))) throw new UserError('staleButton');
  const [dumbbells = '', machine = ''] = typed ?? [];
  return { to: 'form', form: loadsForm(context.text, viewOf(context, own), typed && { dumbbells, machine }) };
}

/** What was changed: what is done with some kit, which looks other in any case where that is said; or a move is back. */
type Changed = { readonly kits: readonly Kit[]; readonly isOther?: true } | { readonly back: Move };

/** What is done in the transaction of a change, and then told. */
function telling(context: Context, work: (store: Store, own: Mine) => Promise<Changed>): Parameters<typeof change>[2] {
  return async (store) => {
    const before = await mine(context, store);
    const changed = await work(store, before);
    const after = await mine(context, store);
    const isOpen = (await store.trainings.open(after.file.member.id)) !== undefined;
    const told = { ...comesOf(context.content, { before, after }, changed), isOpen };
    return { lines: [gearTold(context.text, { loads: after.history.loads }, told)] };
  };
}

/** So many moves are told at most: one line is to be read at a glance. */
const MOST_TOLD = 3;

function comesOf(
  content: Content,
  { before, after }: { readonly before: Mine; readonly after: Mine },
  changed: Changed,
): Omit<GearChange, 'isOpen'> {
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

/** All that is asked for, without the reason: another reason for the same is no change. */
function asked({ target }: Exercise): string {
  return JSON.stringify(target && { ...target, why: undefined });
}

function isKnown({ target }: Exercise): boolean {
  if (target === undefined) return false;
  return target.load !== undefined || target.band !== undefined || target.heavier === true || target.lighter === true;
}

const anything = z.string();
const ladder = z.string().max(LADDER_LENGTH).optional();

export const gearButtons = {
  'settings-units': press({
    argument: z.enum(UNITS),
    run: (context, units) =>
      change(
        context,
        showGear,
        telling(context, async (store, { file }) => {
          await store.trainingFiles.setUnits(file.member.id, units);
          return { kits: LOADED_KITS, isOther: true };
        }),
      ),
  }),
  'settings-loads': press({ argument: anything, run: (context) => askLoads(context) }),
  'settings-bands': press({
    argument: anything,
    run: (context, _argument, picked) =>
      change(
        context,
        showGear,
        telling(context, async (store, { file }) => {
          const bands = context.content.programme.bands.filter((colour) => picked.includes(colour));
          await store.trainingFiles.setBands(file.member.id, bands);
          return { kits: ['band'] };
        }),
      ),
  }),
  'settings-swap-back': press({
    argument: anything,
    run: (context, _argument, [picked]) =>
      change(
        context,
        showGear,
        telling(context, async (store, { file, swapped, today }) => {
          const planned = swapped.find((swap) => swap.planned.id === picked)?.planned;
          if (planned === undefined) throw new UserError('staleButton');
          await store.trainingFiles.swap(file.member.id, { move: planned.id, to: planned.id, from: today });
          return { back: planned };
        }),
      ),
  }),
};

export const gearForms = {
  'settings-loads': form({
    argument: anything,
    fields: z.object({ dumbbells: ladder, machine: ladder } satisfies Record<LoadedKit, unknown>),
    run: (context, _argument, { dumbbells = '', machine = '' }) =>
      submit(
        context,
        showGear,
        { form: 'loads', argument: MINE, values: [dumbbells, machine] },
        telling(context, (store, own) => saveLoads(store, own, { dumbbells, machine })),
      ),
  }),
};

/** What their kit does not ask for stays as it was said. @throws UserError `unreadableLadder` */
async function saveLoads(store: Store, { file, history }: Mine, typed: TypedLoads): Promise<Changed> {
  const { member } = file;
  for (const kit of LOADED_KITS.filter((each) => member.kit.includes(each))) {
    const said = typed[kit]?.trim() ?? '';
    const read = parseLadder(said, history.loads.units);
    if (said !== '' && read === undefined) throw new UserError('unreadableLadder', { typed: said, kit });
    await store.trainingFiles.setLadder(member.id, kit, said === '' ? undefined : read);
  }
  return { kits: LOADED_KITS };
}
