import { z } from 'zod';
import type { Instant } from '../../coach/day.ts';
import type { MemberFile } from '../../coach/member.ts';
import type { TrainingHistory } from '../../coach/training/personal.ts';
import { type Progress, progressOf } from '../../coach/training/progress.ts';
import { frozen, type Training, type TrainingStep } from '../../coach/training/training.ts';
import type { Context, Reply } from '../../discord/define-command.ts';
import type { MessageBody } from '../../messages/parts.ts';
import { note } from '../../messages/render/note.ts';
import { trainingCard } from '../../messages/render/training.ts';
import { UserError } from '../../messages/user-error.ts';
import type { Store } from '../../store/store.ts';
import { historyOf } from './history.ts';
import { presentMember, trainingFrom } from './session.ts';
import { answerAsOfNow } from './workout.ts';

/** Which session a button belongs to, and how many steps it had when the button was shown. */
export interface TrainingRef {
  readonly id: number;
  readonly seq: number;
}

const REF = /^(\d{1,15})\.(\d{1,6})(?:\.(.+))?$/;

/** `17.4`: session 17, as it was after four steps. What follows a second dot is the button's own. */
export const trainingRef = z.string().transform((text, issues): TrainingRef & { readonly own: string } => {
  const match = REF.exec(text);
  if (match === null) issues.issues.push({ code: 'custom', input: text, message: 'no session' });
  return match === null ? z.NEVER : { id: Number(match[1]), seq: Number(match[2]), own: match[3] ?? '' };
});

export function refText({ id, steps }: Pick<Training, 'id' | 'steps'>): string {
  return `${id}.${steps.length}`;
}

/** A session in hand: whose it is, and where it stands. */
export interface InHand {
  readonly file: MemberFile;
  readonly history: TrainingHistory;
  readonly training: Training;
  readonly progress: Progress;
  /** The answer to what it was logged as, for as long as something can be added to that. */
  readonly summary?: MessageBody;
}

/**
 * The session that a button belongs to.
 * @throws UserError `notEnrolled`; `staleButton` when there is no such session of theirs
 */
export async function inHand(context: Context, store: Store, id: number): Promise<InHand> {
  const present = await presentMember(context, store);
  const { file } = present;
  const kept = await store.trainings.byId(id);
  const training = kept?.memberId === file.member.id ? trainingFrom(context.content, kept) : undefined;
  if (training === undefined) throw new UserError('staleButton');
  const history = await historyOf(store, context.content, file.member.id);
  const { checkInId } = kept ?? {};
  const summary = checkInId === undefined ? undefined : await answerAsOfNow(context, store, present, checkInId);
  return { file, history, training, progress: progressOf(training.plan, training.steps), ...(summary && { summary }) };
}

/** The session as it stands, in the place of the message that was pressed. */
export function shown({ text, now }: { text: Context['text']; now: Instant }, session: InHand): Reply {
  const { training, progress, history } = session;
  if (training.endedAt !== undefined) return { to: 'update', body: session.summary ?? note(text.training.over) };
  const view = { ref: refText(training), plan: training.plan, progress, units: history.loads.units, now };
  return { to: 'update', body: trainingCard(text, view) };
}

/** Whether a button shows the session as it is: it goes on, and has taken no step since. */
export function isCurrent({ training }: InHand, { seq }: Pick<TrainingRef, 'seq'>): boolean {
  return training.endedAt === undefined && training.steps.length === seq;
}

/**
 * Takes the step that somebody asks for by a button, and shows the session as it then stands. A button of an older
 * state (pressed twice, or on a message left open elsewhere) takes no step: it shows where the session is now.
 */
export async function lead(
  context: Context,
  { id, seq }: TrainingRef,
  stepFor: (session: InHand) => TrainingStep | undefined,
): Promise<Reply> {
  return context.store.transaction(async (store) => {
    const session = await inHand(context, store, id);
    const { training } = session;
    const step = isCurrent(session, { seq }) ? stepFor(session) : undefined;
    if (step === undefined) return shown(context, session);
    const taken = await store.trainings.take(id, seq, frozen(step), context.now, context.interactionId);
    if (!taken) return shown(context, session);
    const steps = [...training.steps, { step, at: context.now }];
    const next = { ...training, steps };
    return shown(context, { ...session, training: next, progress: progressOf(next.plan, steps) });
  });
}
