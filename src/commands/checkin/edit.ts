import { z } from 'zod';
import { type Context, type Form, form, type Press, press, type Reply } from '../../discord/define-command.ts';
import { sleepAnswer, waterAnswer } from '../../messages/render/check-in.ts';
import { editForm } from '../../messages/render/edit.ts';
import { UserError } from '../../messages/user-error.ts';
import type { CheckIn, CheckInSaid } from '../../store/interfaces/check-ins.ts';
import type { Store } from '../../store/store.ts';
import { presentMember } from '../training/session.ts';
import { CHANGEABLE_FOR_MS } from '../training/undo.ts';
import { changedAnswer, workoutOf } from '../training/workout.ts';
import { effort, glasses, hours, note, typedNumber } from './fields.ts';

const checkInId = z.coerce.number().int().positive();

export const editButtons: Readonly<Record<string, Press>> = {
  edit: press({
    argument: checkInId,
    run: async (context, id) => ({
      to: 'form',
      form: editForm(context.text, await changeable(context, context.store, id)),
    }),
  }),
};

export const editForms: Readonly<Record<string, Form>> = {
  'edit-workout': form({
    argument: checkInId,
    fields: z.object({ effort: effort.optional(), note }),
    run: (context, id, { effort, note }) =>
      edit(context, id, (former) => {
        if (former.kind !== 'workout') return undefined;
        const { size, repairs } = former;
        return { kind: 'workout', size, ...(repairs && { repairs }), ...(effort && { effort }), ...(note && { note }) };
      }),
  }),
  'edit-sleep': form({
    argument: checkInId,
    fields: z.object({ hours: typedNumber(hours), note }),
    run: (context, id, { hours, note }) =>
      edit(context, id, ({ kind }) => (kind === 'sleep' ? { kind, hours, ...(note && { note }) } : undefined)),
  }),
  'edit-water': form({
    argument: checkInId,
    fields: z.object({ glasses: typedNumber(glasses), note }),
    run: (context, id, { glasses, note }) =>
      edit(context, id, ({ kind }) => (kind === 'water' ? { kind, glasses, ...(note && { note }) } : undefined)),
  }),
};

/**
 * Puts what a member says now in the place of what they said first. What it reached then stays reached.
 * @param say undefined when the form was for another kind of check-in
 */
async function edit(context: Context, id: number, say: (former: CheckIn) => CheckInSaid | undefined): Promise<Reply> {
  return context.store.transaction(async (store) => {
    const former = await changeable(context, store, id);
    const said = say(former);
    if (said === undefined) throw new UserError('staleButton');
    const edited = await store.checkIns.replace(former.id, said, context.now, context.interactionId);
    if (edited === undefined) throw new UserError('alreadyRecorded');
    return { to: 'update', body: await answer(context, store, former, edited) };
  });
}

/** The check-in that stands in the place of `id`. @throws UserError when it is not theirs, undone, or older than a day */
async function changeable(context: Context, store: Store, id: number): Promise<CheckIn> {
  const { file } = await presentMember(context, store);
  const checkIn = await store.checkIns.latest(id);
  if (checkIn?.memberId !== file.member.id) throw new UserError('notYours');
  if (checkIn.undoneAt !== undefined) throw new UserError('undoneAlready');
  if (context.now - checkIn.madeAt > CHANGEABLE_FOR_MS) throw new UserError('editTooLate');
  return checkIn;
}

async function answer(context: Context, store: Store, former: CheckIn, edited: CheckIn) {
  const { text, content } = context;
  const { id, day, note } = edited;
  const common = { checkInId: id, day, milestones: [], ...(note !== undefined && { note }) };
  if (edited.kind === 'sleep' && former.kind === 'sleep') {
    return sleepAnswer(text, content.moves, { ...common, hours: edited.hours, before: former.hours });
  }
  if (edited.kind === 'water' && former.kind === 'water') {
    const total = (await store.checkIns.onDay(edited.memberId, day)).waterGlasses;
    return waterAnswer(text, content.moves, { ...common, glasses: edited.glasses, before: former.glasses, total });
  }
  return changedAnswer(context, store, await workoutOf(context, store, id), [], true);
}
