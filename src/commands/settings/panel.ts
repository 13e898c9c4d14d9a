import type { Context, Reply } from '../../discord/define-command.ts';
import type { MessageBody } from '../../messages/parts.ts';
import { refusal, type Told } from '../../messages/render/settings-parts.ts';
import { UserError } from '../../messages/user-error.ts';
import type { Store } from '../../store/store.ts';
import { type Present, presentMember } from '../training/session.ts';

/** Draws a page as things stand, with what came of the last press. @throws UserError `notEnrolled` */
export type Show = (context: Context, store: Store, told?: Told) => Promise<MessageBody>;

/** There is one panel, and it is always the member's own: what a custom id says beyond its name is of no matter. */
export const MINE = 'mine';

/** Changes something in one transaction, and shows the page in place with what comes of it. */
export async function change(
  context: Context,
  show: Show,
  work: (store: Store, present: Present) => Promise<Told | undefined>,
): Promise<Reply> {
  return context.store.transaction(async (store) => {
    const told = await work(store, await presentMember(context, store));
    return { to: 'update', body: await show(context, store, told) };
  });
}

/** What was typed into a form, for the case that it is refused. */
export interface Typed {
  readonly form: string;
  readonly argument: string;
  readonly values: readonly string[];
}

/** As {@link change}, of a form: what it refuses is told on the page, with a way back to the form as it was typed. */
export async function submit(
  context: Context,
  show: Show,
  { form, argument, values }: Typed,
  work: Parameters<typeof change>[2],
): Promise<Reply> {
  try {
    return await change(context, show, work);
  } catch (error) {
    if (!(error instanceof UserError) || error.code === 'notEnrolled') throw error;
    const told = refusal(context.text, error, form, argument, values);
    return { to: 'update', body: await show(context, context.store, told) };
  }
}
