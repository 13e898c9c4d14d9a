import { z } from 'zod';
import { KITS, type Kit, LEVELS } from '../../coach/content.ts';
import { addDays, WEEKDAYS } from '../../coach/day.ts';
import type { Terms } from '../../coach/member.ts';
import { latestTerms, type TermsWish, termsAhead, termsFrom } from '../../coach/terms.ts';
import { personalSession } from '../../coach/training/personal.ts';
import { plannedMove } from '../../coach/training/swaps.ts';
import { type Context, press, type Reply } from '../../discord/define-command.ts';
import type { Told } from '../../messages/render/settings-parts.ts';
import { kitTold, termsTold, trainingPage } from '../../messages/render/settings-training.ts';
import { UserError } from '../../messages/user-error.ts';
import type { Store } from '../../store/store.ts';
import { historyOf } from '../training/history.ts';
import { type Present, presentMember } from '../training/session.ts';
import { sessionsAhead, upcoming } from './ahead.ts';
import { change, type Show } from './panel.ts';

export const showTraining: Show = async (context, store, told) => {
  const { file, today } = await presentMember(context, store);
  const { enrolment, member } = file;
  const { startsOn } = enrolment;
  return trainingPage(context.text, { today, startsOn, terms: latestTerms(enrolment), kit: member.kit }, told);
};

const anything = z.string();

export const trainingButtons = {
  'settings-days': press({
    argument: anything,
    run: (context, _argument, picked) => {
      const trainingDays = WEEKDAYS.filter((day) => picked.includes(String(day)));
      if (trainingDays.length < 3 || trainingDays.length > 5) throw new UserError('staleButton');
      return changeTerms(context, { trainingDays });
    },
  }),
  'settings-level': press({
    argument: anything,
    run: (context, _argument, [picked]) => {
      const level = LEVELS.find((each) => each === picked);
      if (level === undefined) throw new UserError('staleButton');
      return changeTerms(context, { level });
    },
  }),
  'settings-kit': press({
    argument: anything,
    run: (context, _argument, picked) =>
      change(context, showTraining, (store, present) =>
        changeKit(
          context,
          store,
          present,
          KITS.filter((kit) => picked.includes(kit)),
        ),
      ),
  }),
};

function changeTerms(context: Context, wish: TermsWish): Promise<Reply> {
  return change(context, showTraining, async (store, { file, today }) => {
    const open = await store.trainings.open(file.member.id);
    const terms = termsFrom(file, wish, { today, isUnderWay: open?.day === today });
    if (terms === undefined) return { lines: [context.text.settings.same] };
    await store.choices.setTerms(file.enrolment.id, terms);
    return toldOf(context, store, terms, wish);
  });
}

async function toldOf(context: Context, store: Store, terms: Terms, wish: TermsWish): Promise<Told> {
  const { content, text } = context;
  const { file, today } = await presentMember(context, store);
  const ahead = termsAhead(content.programme, file, terms);
  const session =
    ahead.next && personalSession(content, file, await historyOf(store, content, file.member.id), ahead.next, today);
  const what = wish.level === undefined ? 'days' : 'level';
  return termsTold(text, { ...ahead, what, terms, today, tomorrow: addDays(today, 1), ...(session && { session }) });
}

async function changeKit(context: Context, store: Store, present: Present, kit: readonly Kit[]): Promise<Told> {
  const { content, text } = context;
  const { id } = present.file.member;
  const history = await historyOf(store, content, id);
  await store.choices.setKit(id, kit);
  const [before, after] = [
    { ...present, history },
    { ...(await presentMember(context, store)), history },
  ];
  const was = new Map(upcoming(content, before).map(({ exercise }) => [plannedMove(exercise), exercise.move]));
  const next = upcoming(content, after).filter(({ exercise }) => was.get(plannedMove(exercise)) !== exercise.move);
  const circuits = (member: typeof before) =>
    JSON.stringify(sessionsAhead(content, member).map(({ session }) => session.circuit));
  return kitTold(text, {
    next: next.slice(0, MOST_TOLD),
    units: history.loads.units,
    isCircuitOther: circuits(before) !== circuits(after),
    isOpen: (await store.trainings.open(id)) !== undefined,
  });
}

/** So many moves are told at most: one line is to be read at a glance. */
const MOST_TOLD = 3;
