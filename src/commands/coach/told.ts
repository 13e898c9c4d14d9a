import type { Context, Reply } from '../../discord/define-command.ts';
import { alertOnTop } from '../../messages/render/coach.ts';

/** The answer, with word of a failure on top that no admin was told of yet. */
export async function withAlert({ store, serverId, text }: Context, reply: Reply): Promise<Reply> {
  if (reply.to === 'form') return reply;
  const failure = await store.servers.takeAlert(serverId);
  return failure === undefined ? reply : { ...reply, body: alertOnTop(text, failure, reply.body) };
}
