import { existsSync } from 'node:fs';
import { GatewayDispatchEvents } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import { openGyms } from './gyms.ts';

const CALLBACK = { method: 'POST', route: '/interactions/{interaction_id}/{interaction_token}/callback' } as const;

/** What members typed, said and are: none of it is any business of the log. */
const PRIVATE = ['Xanthippe', 'Atlantis/Nowhere', 'kettlebell-of-my-aunt', 'somewhen', 'my back hurts', 'Wed Thu Zzz'];

describe('the program, asked to stop', { timeout: 60_000 }, () => {
  it('finishes the answer in hand, takes no new one, and closes its database; whatever is signalled then', async () => {
    const gyms = await openGyms(1);
    const [gym] = gyms.all;
    if (gym === undefined) throw new Error('no gym');
    const { admin, member, channel } = gym;
    const program = gyms.start();
    await program.until('ready');
    await admin.slash(channel, 'coach setup', { zone: 'UTC' });

    // Discord asks for a second's patience with the answer.
    gyms.sandbox.faults.next(CALLBACK, { status: 429, retryAfter: 1 });
    const inHand = new Promise<void>((resolve) => {
      gyms.sandbox.on('event', (event) => void (event.kind === 'fault' && resolve()));
    });
    const answer = member.slash(channel, 'help');
    await inHand;
    program.signal('SIGTERM');
    await program.until('stopping');
    const tooLate = admin.slash(channel, 'coach status');
    program.signal('SIGTERM');
    program.signal('SIGINT');

    expect(await answer).toMatchObject({ kind: 'message', ephemeral: true });
    expect(await program.ended).toEqual({ code: 0, signal: null });
    expect(await tooLate).toMatchObject({ kind: 'failed' });
    expect(program.err).toBe('');
    expect(program.logged().filter(({ event }) => event === 'stopping' || event === 'stopped')).toHaveLength(2);
    expect(program.logged().at(-1)?.event).toBe('stopped');
    // SQLite takes its journal away when the last one closes the file.
    expect(existsSync(gyms.databasePath)).toBe(true);
    expect(existsSync(`${gyms.databasePath}-wal`)).toBe(false);
    expect(gyms.sandbox.gateway.sessions.size).toBe(0);
  });
});

describe('the program, closed out by Discord', { timeout: 60_000 }, () => {
  it('ends with code 78 and one line, and after a busy run no line holds the token or a word that people wrote', async () => {
    const gyms = await openGyms(1);
    const [gym] = gyms.all;
    if (gym === undefined) throw new Error('no gym');
    const { admin, member, channel } = gym;
    const program = gyms.start('trace');
    await program.until('ready');
    const everything = { zone: 'UTC', level: 'standard', start: 'today', ready: true, share: true } as const;
    await admin.slash(channel, 'coach setup', { zone: 'Atlantis/Nowhere' });
    await admin.slash(channel, 'coach setup', { zone: 'UTC', time: 'somewhen' });
    await admin.slash(channel, 'coach setup', { zone: 'UTC' });
    await admin.autocomplete(channel, 'enroll', { zone: 'Atlantis' }, 'zone');
    await member.slash(channel, 'enroll', { ...everything, days: 'Wed Thu Zzz', kit: 'none' });
    await member.slash(channel, 'enroll', { ...everything, days: 'Mon Wed Fri', kit: 'kettlebell-of-my-aunt' });
    await member.slash(channel, 'enroll', { ...everything, days: 'Mon Wed Fri', kit: 'none' });
    member.say(channel, 'my back hurts');
    await member.slash(channel, 'checkin workout', { day: 'somewhen' });
    await member.slash(channel, 'checkin workout', {});
    gyms.sandbox.faults.next({ method: 'POST' }, { status: 400, code: 50035, message: 'Invalid Form Body' });
    await member.slash(channel, 'checkin sleep', { hours: 7.5 }).catch(() => undefined);
    gyms.sandbox.gateway.drop(4004);
    expect(await program.ended).toEqual({ code: 78, signal: null });
    expect(
      program
        .logged()
        .filter(({ level }) => level === 'fatal')
        .map(({ msg }) => msg),
    ).toEqual(['DISCORD_TOKEN was refused: copy it afresh from the Bot page of the Discord developer portal']);

    const written = program.out + program.err;
    expect(program.logged().length).toBeGreaterThan(10);
    for (const words of [...PRIVATE, gyms.sandbox.token, member.name, admin.name]) expect(written).not.toContain(words);
    expect(written).not.toMatch(/Zzz|aunt|hurts|Atlantis/);
  });
});

describe('the program, met by what nobody foresaw', { timeout: 60_000 }, () => {
  it('ends with code 1 and one line that names the fault, to be started again', async () => {
    const gyms = await openGyms(1);
    const program = gyms.start();
    await program.until('ready');
    // An interaction without anything in it, which Discord does not send.
    gyms.sandbox.gateway.dispatch(GatewayDispatchEvents.InteractionCreate, undefined);
    expect(await program.ended).toEqual({ code: 1, signal: null });
    expect(program.err).toBe('');
    expect(program.logged().at(-1)).toMatchObject({
      level: 'fatal',
      event: 'crashed',
      msg: 'stopped by a fault of its own',
      err: { name: 'TypeError', at: expect.arrayContaining([expect.stringContaining('dispatch.js')]) },
    });
  });
});
