import { statSync } from 'node:fs';
import { createServer } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { ConfigError } from '../../src/config.ts';
import type { Host } from '../../src/host/host.ts';
import { createSandbox } from '../../src/sandbox/sandbox.ts';
import { openFile } from '../../src/store/sqlite.ts';
import { at } from '../store/world.ts';
import { hostBot } from '../support/hosted.ts';
import { EVERYTHING } from '../support/scene.ts';
import { asked, hosted, metrics } from './rig.ts';

async function readiness(host: Host): Promise<{ status: number; failing: string[] } & Record<string, unknown>> {
  const { status, text } = await asked(host, '/ready');
  return { status, ...JSON.parse(text) };
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
