import { z } from 'zod';
import { parseReminderKey, type ReminderKey, reminderKey } from '../../coach/reminders/key.ts';
import type { Context } from '../../discord/define-command.ts';
import { UserError } from '../../messages/user-error.ts';
import type { Store } from '../../store/store.ts';

/** The key of the direct message that was pressed. */
export const reminderArgument = z.string().transform((text, issues): ReminderKey => {
  const key = parseReminderKey(text);
  if (key === undefined) issues.issues.push({ code: 'custom', input: text, message: 'no reminder' });
  return key ?? z.NEVER;
});

/**
 * Notes a press as an answer, if it is the reminder's own member who pressed, in the plan or not.
 * @throws UserError `notYours` for anybody else
 */
export async function noteAnswer({ serverId, userId, now }: Context, store: Store, key: ReminderKey): Promise<void> {
  const whose = await store.reminders.whose(key.memberId);
  if (whose?.serverId !== serverId || whose.userId !== userId) throw new UserError('notYours');
  await store.deliveries.answered(serverId, reminderKey(key), now);
}
