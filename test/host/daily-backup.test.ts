import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { backUp } from '../../src/store/backup.ts';
import { openStore } from '../../src/store/database.ts';
import { anaEnrols, at } from '../store/world.ts';
import { hosted, metrics } from './rig.ts';

describe('the daily backup', () => {
  it('is made at 04:15 UTC or at the first beat after it, once, and noted', async () => {
    let now = at('2026-01-05T20:00');
    const { host, store, databasePath, logged } = await hosted({ clock: () => now, env: { HEALTH_PORT: '0' } });
    await anaEnrols(store);
    const folder = join(databasePath, '..', 'backups');
    const beatAt = async (text: string) => {
      now = at(text);
      await host.beat();
      return readdirSync(folder);
    };
    expect(await store.hostNotes.backup()).toEqual({});
    expect(await beatAt('2026-01-05T20:00')).toEqual(['coach-2026-01-05.db']);
    const { size } = statSync(join(folder, 'coach-2026-01-05.db'));
    expect(await store.hostNotes.backup()).toEqual({
      made: { at: now, file: 'coach-2026-01-05.db', bytes: size },
    });
    expect(await beatAt('2026-01-06T04:14')).toEqual(['coach-2026-01-05.db']);
    const figures = Object.fromEntries(await metrics(host));
    expect(figures).toMatchObject({ backbone_backup_age_seconds: 29_640, backbone_backup_bytes: size });
    expect(await beatAt('2026-01-06T04:15')).toHaveLength(2);
    expect(await beatAt('2026-01-06T04:16')).toHaveLength(2);
    // One that somebody asked for does not take the place of the day's.
    await store.hostNotes.backedUp({ at: at('2026-01-07T04:15'), file: 'mine.db', bytes: 4096 });
    expect(await beatAt('2026-01-07T04:16')).toHaveLength(3);
    // Down over two of them.
    expect(await beatAt('2026-01-10T03:00')).toHaveLength(4);
    expect(await beatAt('2026-01-10T05:00')).toEqual(
      ['05', '06', '07', '09', '10'].map((date) => `coach-2026-01-${date}.db`),
    );
    expect(logged.map(({ event }) => event).filter((event) => event === 'backed up')).toHaveLength(5);
    expect(logged.find(({ event }) => event === 'backed up')?.msg).toMatch(
      /^backed up to .*coach-2026-01-05\.db \(\d+ kB\)$/,
    );
    const copy = await openStore(join(folder, 'coach-2026-01-10.db'));
    expect(await copy.hostNotes.countEnrolled()).toBe(1);
    await copy.close();
  });

  it('removes what is not kept any more, and nothing that it has not made', async () => {
    let now = at('2026-01-05T04:15');
    const env = { BACKUP_KEEP: '2d 1w' };
    const { host, databasePath } = await hosted({ clock: () => now, env });
    const folder = join(databasePath, '..', 'backups');
    await host.beat();
    const others = ['coach-2026-01-01T10-00-00Z.db', 'coach-notes.txt', 'other-2026-01-01.db'];
    for (const name of others) writeFileSync(join(folder, name), 'kept');
    writeFileSync(join(folder, 'coach-2026-01-04.db.draft-17'), 'cut off by a kill');
    for (let day = 6; day <= 14; day++) {
      now = at(`2026-01-${String(day).padStart(2, '0')}T04:15`);
      await host.beat();
    }
    expect(readdirSync(folder).sort()).toEqual(
      [...others, 'coach-2026-01-12.db', 'coach-2026-01-13.db', 'coach-2026-01-14.db'].sort(),
    );
  });

  it('is tried again an hour after it failed, which is noted until it went well', async () => {
    let now = at('2026-01-05T04:15');
    let tries = 0;
    const broken = async () => {
      tries += 1;
      throw new Error('/mnt/backups has no room to grow');
    };
    const { host, store, logged } = await hosted({ clock: () => now, backUp: broken });
    for (const minute of [15, 16, 59]) {
      now = at(`2026-01-05T04:${minute}`);
      await host.beat();
    }
    expect(tries).toBe(1);
    expect(await store.hostNotes.backup()).toEqual({
      failed: { at: at('2026-01-05T04:15'), why: '/mnt/backups has no room to grow' },
    });
    expect(logged.filter(({ level }) => level >= 40).map(({ msg }) => msg)).toEqual([
      'the daily backup failed: /mnt/backups has no room to grow; next try in an hour',
    ]);
    now = at('2026-01-05T05:15');
    await host.beat();
    expect(tries).toBe(2);
    await store.hostNotes.backedUp({ at: now, file: 'coach 2.db', bytes: 4096 });
    expect(await store.hostNotes.backup()).toEqual({ made: { at: now, file: 'coach 2.db', bytes: 4096 } });
  });

  it('is left alone where another coach made it meanwhile, and where it is turned off', async () => {
    const now = at('2026-01-05T04:15');
    const first = await hosted({
      clock: () => now,
      backUp: async (target) => {
        backUp(first.databasePath, target);
        throw new Error('is there already');
      },
    });
    await first.host.beat();
    expect((await first.store.hostNotes.backup()).made?.file).toBe('coach-2026-01-05.db');
    const none = await hosted({ clock: () => now, env: { BACKUP_PATH: 'off' } });
    await none.host.beat();
    expect(existsSync(join(none.databasePath, '..', 'backups'))).toBe(false);
    expect(none.logged).toEqual([]);
  });
});
