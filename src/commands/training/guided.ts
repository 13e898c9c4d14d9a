import { z } from 'zod';
import { parseBands, parseLoad } from '../../coach/notation/load-notation.ts';
import type { SetDone } from '../../coach/performance.ts';
import type { Exercise } from '../../coach/plan.ts';
import type { TrainingHistory } from '../../coach/training/personal.ts';
import { asPlanned, type LineProgress, type Progress } from '../../coach/training/progress.ts';
import type { TrainingStep } from '../../coach/training/training.ts';
import { type Form, form, type Press, press } from '../../discord/define-command.ts';
import { otherForm } from '../../messages/render/other-set.ts';
import { UserError } from '../../messages/user-error.ts';
import { type InHand, inHand, isCurrent, lead, shown, trainingRef } from './lead.ts';

const stepping = (stepFor: (session: InHand) => TrainingStep | undefined): Press =>
  press({ argument: trainingRef, run: (context, ref) => lead(context, ref, stepFor) });

const always = (step: TrainingStep): Press => stepping(() => step);

/** The buttons that lead through a session, but for swaps and the end. */
export const guidedButtons: Readonly<Record<string, Press>> = {
  'part-done': stepping(({ progress }) => (isAround(progress.place.at) ? { kind: 'part' } : undefined)),
  'part-skip': stepping(({ progress }) => (isAround(progress.place.at) ? { kind: 'part', skipped: true } : undefined)),
  'set-start': always({ kind: 'started' }),
  'set-done': stepping(({ progress }) => {
    const line = lineAtHand(progress);
    return line && { kind: 'set', set: asPlanned(line) };
  }),
  'set-skip': always({ kind: 'skip' }),
  'round-done': always({ kind: 'round' }),
  'leave-out': always({ kind: 'leave-out' }),
  finish: always({ kind: 'finish' }),
  'set-other': press({
    argument: trainingRef,
    async run(context, ref) {
      const session = await inHand(context, context.store, ref.id);
      const line = lineAtHand(session.progress);
      if (!isCurrent(session, ref) || line === undefined) return shown(context, session);
      return { to: 'form', form: otherForm(context.text, `${ref.id}.${ref.seq}`, line, session.history.loads) };
    },
  }),
};

export const guidedForms: Readonly<Record<string, Form>> = {
  'set-other': form({
    argument: trainingRef,
    fields: z.object({ amount: z.string().max(10), resistance: z.string().max(20).optional() }),
    run: (context, ref, typed) =>
      lead(context, ref, ({ progress, history }) =>
        progress.place.at === 'set'
          ? { kind: 'set', set: setTyped(progress.place.exercise, typed, history) }
          : undefined,
      ),
  }),
};

function lineAtHand({ place, lines }: Progress): LineProgress | undefined {
  return place.at === 'set' ? lines[place.line] : undefined;
}

function isAround(at: string): boolean {
  return at === 'warm-up' || at === 'cool-down';
}

const MOST = { reps: 200, seconds: 7200 } as const;

/** @throws UserError that says which of the two fields cannot be read */
function setTyped(
  { move, reps }: Exercise,
  { amount, resistance }: { readonly amount: string; readonly resistance?: string | undefined },
  { loads }: TrainingHistory,
): SetDone {
  const unit = reps === undefined ? 'seconds' : 'reps';
  const number = Number(amount.trim());
  if (!/^\d+$/.test(amount.trim()) || number < 1 || number > MOST[unit]) {
    throw new UserError('unreadableAmount', { typed: amount });
  }
  const done = unit === 'reps' ? { reps: number } : { seconds: number };
  const typed = resistance?.trim() ?? '';
  if (typed === '') return done;
  if (move.kitAny.includes('band')) {
    const [band, ...more] = parseBands(typed, loads.bands) ?? [];
    if (band === undefined || more.length > 0) throw new UserError('unreadableBand', { typed, colours: loads.bands });
    return { ...done, band };
  }
  const load = parseLoad(typed, loads.units);
  if (load === undefined) throw new UserError('unreadableLoad', { typed });
  return { ...done, load };
}
