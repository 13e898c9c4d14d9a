import { sql } from 'kysely';
import type { HostNotes } from './store.ts';
import type { Db } from './tables.ts';

/** The rows: the last backup that was made, the failure since, and the last proof that the database takes writes. */
type NoteName = 'backup' | 'backup failed' | 'writable';

export function hostNotesOn(db: Db): HostNotes {
  const note = async (name: NoteName) =>
    db.selectFrom('host_notes').select(['at', 'detail']).where('name', '=', name).executeTakeFirst();

  const write = async (name: NoteName, at: number, detail: string | null) => {
    await db
      .insertInto('host_notes')
      .values({ name, at, detail })
      .onConflict((conflict) => conflict.column('name').doUpdateSet({ at, detail }))
      .execute();
  };

  return {
    async backup() {
      const [made, failed] = [await note('backup'), await note('backup failed')];
      const [bytes = '', file = ''] = split(made?.detail ?? '');
      return {
        ...(made && { made: { at: made.at, file, bytes: Number(bytes) } }),
        ...(failed && { failed: { at: failed.at, why: failed.detail ?? '' } }),
      };
    },

    async backedUp({ at, file, bytes }) {
      await write('backup', at, `${bytes} ${file}`);
      await db.deleteFrom('host_notes').where('name', '=', 'backup failed').execute();
    },

    backupFailed: ({ at, why }) => write('backup failed', at, why),

    proveWritable: (now) => write('writable', now, null),

    async countEnrolled() {
      const { count } = await db
        .selectFrom('enrolments')
        .select(sql<number>`count(*)`.as('count'))
        .where('left_on', 'is', null)
        .where('ended_at', 'is', null)
        .executeTakeFirstOrThrow();
      return count;
    },
  };
}

/** At the first space alone: a file's name may have more. */
function split(detail: string): [string?, string?] {
  const space = detail.indexOf(' ');
  return space < 0 ? [] : [detail.slice(0, space), detail.slice(space + 1)];
}
