import { describe, expect, it } from 'vitest';
import type { SandboxEvent } from '../../src/sandbox/events.ts';
import { openFile, prepare } from '../../src/store/sqlite.ts';
import { fallDue, type Gyms, openGyms, seeded, settleIn } from './gyms.ts';
import type { Program } from './program.ts';

const POST = { method: 'POST', route: '/channels/{channel_id}/messages' } as const;

/** Kills the program when so many of these happened, whatever it is doing at that moment. */
function killAt({ sandbox }: Gyms, program: Program, what: (event: SandboxEvent) => boolean, count: number): void {
  let left = count;
  const stop = sandbox.on('event', (event) => {
    if (!what(event)) return;
    left -= 1;
    if (left > 0) return;
    stop();
    program.signal('SIGKILL');
  });
}

const isPosting = (event: SandboxEvent) =>
  event.kind === 'fault' || (event.kind === 'rest' && event.path.endsWith('/messages'));
const isStarting = (event: SandboxEvent) => event.kind === 'gateway' && event.way === 'in';

describe('the program, killed with SIGKILL', { timeout: 60_000 }, () => {
  it('has posted everything once in the end, however often and whenever it is killed', async () => {
    const gyms = await openGyms(16);
    const first = gyms.start();
    await first.until('ready');
    await settleIn(gyms);
    first.signal('SIGKILL');
    await first.ended;

    const random = seeded(20260105);
    const owed: string[][] = gyms.all.map(() => []);
    // How far a life gets depends on the machine, so it is killed until enough was owed, and seven times at the least.
    for (let life = 1; life <= 7 || owed.flat().length <= 70; life++) {
      fallDue(gyms, life).forEach((keys, gym) => void owed[gym]?.push(...keys));
      gyms.sandbox.faults.clear();
      const lost = Math.floor(random() * 4);
      if (lost > 0) gyms.sandbox.faults.next({ ...POST, times: lost }, 'accept-then-drop');
      if (random() < 0.5) gyms.sandbox.faults.next(POST, 'timeout');
      const program = gyms.start('silent');
      // Each gym is owed something, so there are as many requests at the least.
      const requests = 1 + Math.floor(random() * gyms.all.length);
      if (life === 4) killAt(gyms, program, isStarting, 1);
      else killAt(gyms, program, isPosting, requests);
      expect(await program.ended).toEqual({ code: null, signal: 'SIGKILL' });
      expect(program.out + program.err).toBe('');
    }

    gyms.sandbox.faults.clear();
    const last = gyms.start();
    await last.until('ready');
    // It finishes what its first beat has begun.
    last.signal('SIGTERM');
    expect(await last.ended).toEqual({ code: 0, signal: null });
    expect(gyms.all.map((gym) => gyms.postedIn(gym).sort())).toEqual(owed);
  });

  it('has kept every check-in that it had acknowledged', async () => {
    const gyms = await openGyms(1);
    const [gym] = gyms.all;
    if (gym === undefined) throw new Error('no gym');
    const { member, channel } = gym;
    let acknowledged = 0;
    for (const lives of [2, 40]) {
      const program = gyms.start();
      await program.until('ready');
      if (acknowledged === 0) await settleIn(gyms);
      let isAlive = true;
      void program.ended.then(() => {
        isAlive = false;
      });
      for (let logged = 0; isAlive; logged++) {
        const asked = member.slash(channel, 'checkin water', { glasses: 1 });
        if (logged === lives) program.signal('SIGKILL');
        const outcome = await Promise.race([asked, program.ended]);
        if (!('kind' in outcome)) break;
        expect(outcome).toMatchObject({ kind: 'message', ephemeral: true });
        acknowledged += 1;
      }
      await program.ended;
      const database = openFile(gyms.databasePath, { readonly: true });
      const kept = prepare(database, `select count(*) from check_ins where kind = 'water'`).pluck().get();
      database.close();
      // The one in hand may have been kept before it could be acknowledged.
      expect([acknowledged, acknowledged + 1]).toContain(kept);
      acknowledged = Number(kept);
    }
    expect(acknowledged).toBeGreaterThanOrEqual(42);
  });
});

describe('two programs on one database', { timeout: 60_000 }, () => {
  it('post everything once between them', async () => {
    const gyms = await openGyms(20);
    const first = gyms.start();
    await first.until('ready');
    await settleIn(gyms);
    first.signal('SIGTERM');
    expect(await first.ended).toEqual({ code: 0, signal: null });

    const owed = fallDue(gyms, 1);
    // The first to claim them is still waiting when the second comes upon them.
    gyms.sandbox.faults.next({ ...POST, times: gyms.all.length }, { status: 429, retryAfter: 1 });
    const both = [gyms.start(), gyms.start()];
    await Promise.all(both.map((program) => program.until('ready')));
    for (const program of both) program.signal('SIGTERM');
    for (const program of both) expect(await program.ended).toEqual({ code: 0, signal: null });
    expect(gyms.all.map((gym) => gyms.postedIn(gym))).toEqual(owed);
    expect(both.flatMap((program) => program.logged()).filter(({ level }) => level !== 'info')).toEqual([]);
  });
});
