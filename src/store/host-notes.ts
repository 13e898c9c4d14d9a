import { sql } from 'kysely';
import type { BackupMade, HostNotes } from './interfaces/host.ts';
import { openFile, prepare } from './sqlite.ts';
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
      await write('backup', at, detailOf({ bytes, file }));
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

/**
 * Notes a backup in a database that another process may have open, and of an older version too: nothing of it is
 * changed but that.
 * @throws SqliteError
 */
export function noteBackup(databasePath: string, made: BackupMade, patienceMs: number): void {
  const raw = openFile(databasePath, { fileMustExist: true, timeout: patienceMs });
  try {
    const table = prepare(raw, `select 1 from sqlite_schema where name = 'host_notes'`).get();
    if (table === undefined) return;
    const note = prepare(raw, `insert or replace into host_notes (name, at, detail) values ('backup', ?, ?)`);
    note.run(made.at, detailOf(made));
    prepare(raw, `delete from host_notes where name = 'backup failed'`).run();
  } finally {
    raw.close();
  }
}

function detailOf({ bytes, file }: Pick<BackupMade, 'bytes' | 'file'>): string {
  return `${bytes} ${file}`;
}

/** At the first space alone: a file's name may have more. */
function split(detail: string): [string?, string?] {
  const space = detail.indexOf(' ');
  return space < 0 ? [] : [detail.slice(0, space), detail.slice(space + 1)];
}
