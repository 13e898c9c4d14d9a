import { z } from 'zod';
import { dayOf, zone } from '../coach/day.ts';
import { countsOf, type MyRows } from '../coach/my-data.ts';
import { action, type Context, defineCommand, press } from '../discord/define-command.ts';
import { en } from '../messages/en.ts';
import { deleteAskCard, deletedCard, exportCard } from '../messages/render/mydata.ts';
import { note } from '../messages/render/note.ts';
import { UserError } from '../messages/user-error.ts';

const UTC = zone('UTC');

export default defineCommand({
  description: en.commands.mydata.description,
  actions: {
    export: action({
      description: en.commands.mydata.export,
      options: z.object({}),
      async run({ store, serverId, userId, text, now }) {
        const rows = await store.myData.rows(serverId, userId);
        if (countsOf(rows).all === 0) return { to: 'member', body: note(text.mydata.nothing) };
        return { to: 'member', body: exportCard(text, rows, dayOf(now, UTC), now) };
      },
    }),
    delete: action({
      description: en.commands.mydata.delete,
      options: z.object({}),
      async run({ store, serverId, userId, text }) {
        const rows = await store.myData.rows(serverId, userId);
        const counts = countsOf(rows);
        if (counts.all === 0) return { to: 'member', body: note(text.mydata.nothing) };
        return { to: 'member', body: deleteAskCard(text, counts, memberOf(rows)) };
      },
    }),
  },

  buttons: {
    'mydata-delete': press({
      argument: z.string(),
      async run(context, asked) {
        const { store, serverId, userId, text, now } = context;
        await requireSame(context, asked);
        const removed = await store.myData.remove(serverId, userId, now);
        if (removed.removed.all === 0) return { to: 'update', body: note(text.mydata.nothing) };
        return {
          to: 'update',
          body: deletedCard(text, removed),
          done: 'somebody had all that was kept of them deleted',
        };
      },
    }),
  },
});

/** Whose data it is; 0 of somebody who never enrolled and is known for something else. */
function memberOf({ profile }: MyRows): string {
  return String(profile[0]?.['id'] ?? 0);
}

/** Whoever was deleted and has enrolled anew is another member: an old button must not delete that, too. */
async function requireSame({ store, serverId, userId }: Context, asked: string): Promise<void> {
  const rows = await store.myData.rows(serverId, userId);
  if (countsOf(rows).all > 0 && memberOf(rows) !== asked) throw new UserError('staleButton');
}
