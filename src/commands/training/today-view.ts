import { todayOf } from '../../coach/clock.ts';
import type { Content, Move } from '../../coach/content.ts';
import { pauseAt } from '../../coach/pauses.ts';
import { planOn } from '../../coach/programme.ts';
import { restDayFor } from '../../coach/rest-day.ts';
import { personalSession } from '../../coach/training/personal.ts';
import { movesIn, movesPlanned } from '../../coach/training/session-moves.ts';
import type { Context, Reply } from '../../discord/define-command.ts';
import { type Away, type OpenSession, type TodayView, todayCard } from '../../messages/render/today.ts';
import type { Store } from '../../store/store.ts';
import { historyOf } from './history.ts';
import { refText } from './lead.ts';
import { openSession, setsDone } from './open.ts';
import { goBackAfterAbsence, type Returned } from './return.ts';
import { presentMember, repairableBy } from './session.ts';

/** The member's own day, in a message of its own or in the place of the one that was pressed. */
export async function today(context: Context, to: 'member' | 'update'): Promise<Reply> {
  return context.store.transaction(async (store) => {
    const present = await goBackAfterAbsence(context, store, await presentMember(context, store));
    return todayIn(context, store, present, to);
  });
}

/** The same, of a member who is at hand. */
export async function todayIn(
  context: Context,
  store: Store,
  present: Returned,
  to: 'member' | 'update',
): Promise<Reply> {
  return { to, body: todayCard(context.text, await viewOf(context, store, present)) };
}

async function viewOf(context: Context, store: Store, present: Returned): Promise<TodayView> {
  const { content } = context;
  const { file, today: day } = present;
  const plan = planOn(content.programme, file.enrolment, day);
  const left = await openSession(context, store, file.member.id);
  const open: OpenSession | undefined = left && {
    ref: refText(left.training),
    day: left.training.day,
    sets: setsDone(left.progress),
  };
  if (plan.kind !== 'session' && plan.kind !== 'rest') {
    const resume = plan.kind === 'paused' ? pauseAt(file.enrolment.pauses, day)?.from : undefined;
    const finished = plan.kind === 'finished' && { finished: file.enrolment.id };
    return { ...plan, ...(open && { open }), ...(resume && { resume }), ...finished };
  }
  const common = { day, blockName: blockName(content, plan.block), ...(open && { open }), ...awayOf(present) };
  if (plan.kind === 'session') {
    const history = await historyOf(store, content, file.member.id);
    const session = personalSession(content, file, history, plan.session, day);
    const done = file.workouts.some((workout) => workout.day === day);
    const isFree = file.frozenDays?.has(day) ?? false;
    return { kind: 'session', ...common, session, done, isFree, units: history.loads.units };
  }
  const repairable = repairableBy(content, present);
  const rest = restDayFor(content, day, plan.week, plan.block, file.member);
  return { kind: 'rest', ...common, rest, ...(repairable !== undefined && { repairable }) };
}

/** The moves of their session today; of the whole programme, where they have none. */
export async function movesOfToday({ store, content, serverId, userId, now }: Context): Promise<Move[]> {
  const file = await store.members.file(serverId, userId);
  const day = file && todayOf(file.member.clock, now);
  const plan = file && day && planOn(content.programme, file.enrolment, day);
  if (file === undefined || plan?.kind !== 'session') return movesPlanned(content);
  const history = await historyOf(store, content, file.member.id);
  return movesIn(personalSession(content, file, history, plan.session, plan.session.day));
}

function blockName({ programme }: Content, block: keyof Content['programme']['blocks']): string {
  return programme.blocks[block].name;
}

function awayOf({ daysOff, insteadOfWeek }: Returned): { away?: Away } {
  if (daysOff === 0) return {};
  return { away: { days: daysOff, ...(insteadOfWeek !== undefined && { insteadOfWeek }) } };
}
