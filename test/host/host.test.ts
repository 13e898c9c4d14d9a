import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { pino } from 'pino';
import { describe, expect, it, onTestFinished } from 'vitest';
import { ConfigError, readConfig } from '../../src/config.ts';
import { type Host, openHost } from '../../src/host/host.ts';
import { createSandbox } from '../../src/sandbox/sandbox.ts';
import { backUp } from '../../src/store/backup.ts';
import { type OpenStore, openStore } from '../../src/store/database.ts';
import { openFile } from '../../src/store/sqlite.ts';
import { anaEnrols, at, temporaryFolder } from '../store/world.ts';
import { hostBot } from '../support/hosted.ts';
import { EVERYTHING } from '../support/scene.ts';

interface Hosted {
  readonly host: Host;
  readonly store: OpenStore;
  readonly databasePath: string;
  readonly logged: readonly { readonly level: number; readonly event?: string; readonly msg: string }[];
  /** Resolves when the log has such a line, also one that was there. */
  until(event: string): Promise<void>;
}

interface HostedOptions {
  readonly clock: () => number;
  readonly env?: Readonly<Record<string, string>>;
  readonly backUp?: (target: string) => Promise<void>;
}

/** A host on a database of its own, as the environment says. Closed when the test ends. */
async function hosted({ clock, env, backUp: own }: HostedOptions): Promise<Hosted> {
  const databasePath = join(temporaryFolder(), 'coach.db');
  const store = await openStore(databasePath);
  const logged: Hosted['logged'][number][] = [];
  let look = () => {};
  const log = pino(
    { level: 'debug' },
    {
      write(line) {
        logged.push(JSON.parse(line));
        look();
      },
    },
  );
  const config = readConfig({ DATABASE_PATH: databasePath, ...env }, '/nowhere/.env');
  const inProcess = async (target: string) => void backUp(databasePath, target);
  const host = await openHost({ config, store, clock, log, version: '0.0.0-test', backUp: own ?? inProcess });
  onTestFinished(async () => {
    await host.stop();
    await store.close();
  });
  const until = (event: string) =>
    new Promise<void>((resolve) => {
      look = () => {
        if (logged.some((line) => line.event === event)) resolve();
      };
      look();
    });
  return { host, store, databasePath, logged, until };
}

async function asked({ port }: Host, path: string): Promise<{ status: number; text: string }> {
  const response = await fetch(`http://127.0.0.1:${port}${path}`);
  return { status: response.status, text: await response.text() };
}

async function readiness(host: Host): Promise<{ status: number; failing: string[] } & Record<string, unknown>> {
  const { status, text } = await asked(host, '/ready');
  return { status, ...JSON.parse(text) };
}

/** Prometheus' text, by what stands before the value. @throws Error for a line that is neither a sample nor a comment */
async function metrics(host: Host): Promise<ReadonlyMap<string, number>> {
  const { text } = await asked(host, '/metrics');
  expect(text.endsWith('\n')).toBe(true);
  const typed = new Set<string>();
  const samples = new Map<string, number>();
  for (const line of text.trimEnd().split('\n')) {
    const type = /^# TYPE ([a-z_]+) (counter|gauge)$/.exec(line)?.[1];
    if (type !== undefined) typed.add(type);
    if (line.startsWith('#')) continue;
    const sample = /^(([a-z_]+)(?:\{(?:[a-z]+="(?:[^"\\\n]|\\["\\n])*",?)+\})?) (-?\d+(?:\.\d+)?(?:e[+-]?\d+)?)$/.exec(
      line,
    );
    if (sample === null || !typed.has(sample[2] ?? '')) throw new Error(`not a sample: ${line}`);
    expect(samples.has(sample[1] ?? '')).toBe(false);
    samples.set(sample[1] ?? '', Number(sample[3]));
  }
  return samples;
}

const LISTENING = { HEALTH_PORT: '0', BACKUP_PATH: 'off' };

describe('health', () => {
  it('is ready only while the database takes writes, the gateway is connected and the scheduler beats', async () => {
    const sandbox = await createSandbox({ startsAt: at('2026-01-05T07:00') });
    onTestFinished(() => sandbox.close());
    const server = sandbox.server({ name: 'Lisbon Lifters' });
    const training = server.channel('training');
    const { host, store, databasePath, logged, until } = await hosted({
      clock: () => sandbox.clock.now(),
      env: LISTENING,
    });
    expect(await asked(host, '/live')).toEqual({ status: 200, text: '{"live":true}\n' });
    expect(await readiness(host)).toEqual({
      ...{ status: 503, ready: false, failing: ['gateway', 'tick'] },
      ...{ database: 'ok', gateway: 'not connected', tick: 'none yet' },
    });

    const bot = await hostBot(sandbox, { store, log: host.log });
    await bot.beat();
    expect(await readiness(host)).toMatchObject({ status: 200, ready: true, failing: [] });

    const other = openFile(databasePath);
    other.exec('begin immediate');
    expect(await readiness(host)).toMatchObject({
      ...{ status: 503, failing: ['database'] },
      database: expect.stringMatching(/coach\.db is being written by another process/),
    });
    expect((await asked(host, '/live')).status).toBe(200);
    other.exec('rollback');
    other.close();

    await sandbox.clock.advanceTo(at('2026-01-05T07:03') - 1);
    expect(await readiness(host)).toMatchObject({ status: 200 });
    await sandbox.clock.advanceTo(at('2026-01-05T07:03'));
    expect(await readiness(host)).toMatchObject({
      ...{ status: 503, failing: ['tick'] },
      tick: 'the last one ended 180 s ago',
    });
    await bot.beat();
    expect(await readiness(host)).toMatchObject({ status: 200 });

    const member = server.member('Ana');
    await server.owner.slash(training, 'coach setup', { zone: 'UTC', time: '07:00' });
    await member.slash(training, 'enroll', { ...EVERYTHING, zone: 'UTC' });
    await member.slash(training, 'checkin sleep', { hours: 7.5 });
    await member.slash(training, 'checkin sleep', { hours: 8 });
    sandbox.gateway.drop();
    await until('gateway resumed');
    expect(await readiness(host)).toMatchObject({ status: 200 });

    const counted = await metrics(host);
    const figures = Object.fromEntries(counted);
    expect(figures).toMatchObject({
      'backbone_info{version="0.0.0-test"}': 1,
      'backbone_interactions_total{command="/coach",outcome="answered"}': 1,
      'backbone_interactions_total{command="/enroll",outcome="answered"}': 1,
      'backbone_interactions_total{command="/checkin",outcome="answered"}': 2,
      backbone_gateway_reconnects_total: 1,
      backbone_gateway_connected: 1,
      backbone_members_enrolled: 1,
      backbone_last_tick_timestamp_seconds: at('2026-01-05T07:03') / 1000,
    });
    expect(figures['backbone_ticks_total{result="ok"}']).toBeGreaterThanOrEqual(2);
    expect(figures['backbone_database_bytes']).toBeGreaterThanOrEqual(statSync(databasePath).size);
    expect(figures['process_resident_memory_bytes']).toBeGreaterThan(1e7);
    // Nobody's, and no server's.
    const { text } = await asked(host, '/metrics');
    for (const id of [server.id, training.id, member.id, 'Ana', 'Lisbon']) expect(text).not.toContain(id);
    expect(logged.filter(({ level }) => level >= 40)).toEqual([]);

    const lines = logged.length;
    await sandbox.close();
    await expect.poll(() => logged.slice(lines).map(({ event }) => event)).toContain('gateway reconnecting');
    expect(await readiness(host)).toMatchObject({ status: 503, failing: ['gateway'] });
    expect((await metrics(host)).get('backbone_gateway_connected')).toBe(0);
  });

  it('does not take a beat that failed for one that went well', async () => {
    let now = at('2026-01-05T07:00');
    const { host } = await hosted({ clock: () => now, env: LISTENING });
    host.log.info({ event: 'ready' }, 'ready');
    host.log.trace({ event: 'tick' }, 'a beat');
    expect(await readiness(host)).toMatchObject({ status: 200 });
    now += 180_000;
    host.log.error({ event: 'tick failed' }, 'a beat failed');
    host.log.trace({ event: 'tick' }, 'a beat');
    expect(await readiness(host)).toMatchObject({ status: 503, failing: ['tick'] });
    host.log.trace({ event: 'tick' }, 'a beat');
    expect(await readiness(host)).toMatchObject({ status: 200 });
    expect(Object.fromEntries(await metrics(host))).toMatchObject({
      'backbone_ticks_total{result="ok"}': 2,
      'backbone_ticks_total{result="failed"}': 1,
    });
  });

  it('tells how posts and answers went, and labels whatever they hold in a line that parses', async () => {
    const { host } = await hosted({ clock: () => at('2026-01-05T07:00'), env: LISTENING });
    host.log.info({ event: 'posted', kind: 'daily', server: '1' }, 'posted');
    host.log.info({ event: 'recovered', kind: 'daily', server: '1' }, 'recovered');
    host.log.warn({ event: 'post failed', kind: 'water', code: 50001 }, 'failed');
    host.log.error({ event: 'command failed', what: 'od"d\\\n', ref: '7f3a' }, 'failed');
    expect(Object.fromEntries(await metrics(host))).toMatchObject({
      'backbone_deliveries_total{kind="daily",result="posted"}': 1,
      'backbone_deliveries_total{kind="daily",result="recovered"}': 1,
      'backbone_deliveries_total{kind="water",result="failed"}': 1,
      'backbone_interactions_total{command="od\\"d\\\\\\n",outcome="fault"}': 1,
    });
  });

  it('answers nothing else, and names a port that is taken', async () => {
    const clock = () => at('2026-01-05T07:00');
    const { host } = await hosted({ clock, env: LISTENING });
    expect((await asked(host, '/coach.db')).status).toBe(404);
    expect((await fetch(`http://127.0.0.1:${host.port}/ready`, { method: 'POST' })).status).toBe(405);
    const taken = createServer().listen(0, '127.0.0.1');
    onTestFinished(() => void taken.close());
    await new Promise((resolve) => taken.once('listening', resolve));
    const { port } = taken.address() as { port: number };
    const error = await hosted({ clock, env: { HEALTH_PORT: String(port) } }).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ConfigError);
    expect((error as ConfigError).message).toBe(
      `HEALTH_PORT: ${port} is in use by another program; takes one that is free`,
    );
    expect((await hosted({ clock })).host.port).toBeUndefined();
  });
});

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
