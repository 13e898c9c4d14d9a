import { z } from 'zod';
import type { MemberFile } from '../../coach/member.ts';
import { parseReminderKey, type ReminderKey, reminderKey } from '../../coach/reminder-key.ts';
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
 * The member whose reminder it is, if it is they who pressed; the press is noted as an answer.
 * @throws UserError `notEnrolled`; `notYours` for anybody else
 */
export async function answering(context: Context, store: Store, key: ReminderKey): Promise<MemberFile> {
  const { serverId, userId, now } = context;
  const whose = await store.reminders.whose(key.memberId);
  if (whose?.serverId !== serverId || whose.userId !== userId) throw new UserError('notYours');
  await store.deliveries.answered(serverId, reminderKey(key), now);
  const file = await store.members.file(serverId, userId);
  if (file === undefined) throw new UserError('notEnrolled');
  return file;
}
