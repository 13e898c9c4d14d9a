import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { KEY_HEADER, type PageState } from '../../src/sandbox/page/protocol.ts';
import { type Program, startProgram, temporaryFolder } from './program.ts';

/** The page's address and its key, as the terminal shows them. */
async function shownBy(program: Program) {
  await program.speaks('Ctrl+C stops');
  const found = /http:\/\/127\.0\.0\.1:\d+\/#([\w-]{32})$/m.exec(program.out);
  if (found?.[1] === undefined) throw new Error(`there is no address in it:\n${program.out}`);
  const [whole, key] = found;
  const address = whole.slice(0, whole.indexOf('#'));
  const state = async (): Promise<PageState> => {
    const answer = await fetch(`${address}api/state`, { headers: { [KEY_HEADER]: key } });
    if (!answer.ok) throw new Error(`answered ${answer.status}`);
    return (await answer.json()) as PageState;
  };
  return { address, key, state };
}

describe('the program without a token', { timeout: 60_000 }, () => {
  it('shows the address of a page in which Sam finds the Garden Gym, plays a first day there, and stops cleanly', async () => {
    const cwd = temporaryFolder();
    const program = startProgram({ env: { SANDBOX_PORT: '0' }, cwd });
    const { address, state } = await shownBy(program);
    expect(program.out).toContain('DISCORD_TOKEN is not set');
    const page = await fetch(address);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('<html');
    expect((await fetch(`${address}api/state`)).status).toBeGreaterThanOrEqual(400);
    expect(await state()).toMatchObject({ me: { name: 'Sam' }, servers: [{ name: 'Garden Gym' }] });

    await program.speaks('Ben uses /enroll');
    program.signal('SIGINT');
    expect(await program.ended).toEqual({ code: 0, signal: null });
    expect(program.err).toBe('');
    // Neither a lock nor a journal of the database is left.
    expect(readdirSync(join(cwd, 'data', 'sandbox')).sort()).toEqual(['coach.db', 'sandbox.json', 'world.ndjson']);
  });

  it('has the same world at its next start, at the same key', async () => {
    const env = { SANDBOX_PORT: '0', SANDBOX_PATH: join(temporaryFolder(), 'kept') };
    const first = startProgram({ env });
    const before = await shownBy(first);
    const { worldId } = await before.state();
    await first.speaks('Ana uses /enroll');
    // Not even asked to stop.
    first.signal('SIGKILL');
    await first.ended;

    const second = startProgram({ env });
    const after = await shownBy(second);
    expect(after.key).toBe(before.key);
    expect((await after.state()).worldId).toBe(worldId);
    await second.speaks('Everything is as you left it');
    expect(second.out).not.toContain('uses /enroll');
    second.signal('SIGTERM');
    expect(await second.ended).toEqual({ code: 0, signal: null });
  });

  it('stays when something of the bot’s fails that nobody foresaw, and says so in one line', async () => {
    const faulty = "process.on('SIGUSR2',()=>{throw(new(Error)('unforeseen'))})";
    const program = startProgram({
      env: { SANDBOX_PORT: '0', NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(faulty)}` },
    });
    const { state } = await shownBy(program);
    program.signal('SIGUSR2');
    await program.until('fault');
    expect(program.out.match(/"msg":"the bot had a fault of its own"/g)).toHaveLength(1);
    expect(await state()).toMatchObject({ me: { name: 'Sam' } });
    program.signal('SIGTERM');
    expect(await program.ended).toEqual({ code: 0, signal: null });
  });

  it('is refused while another has the folder, which goes on', async () => {
    const env = { SANDBOX_PORT: '0', SANDBOX_PATH: join(temporaryFolder(), 'kept') };
    const first = startProgram({ env });
    const { state } = await shownBy(first);
    const second = startProgram({ env });
    expect(await second.ended).toEqual({ code: 78, signal: null });
    expect(second.out).toBe('');
    expect(second.err).toMatch(/^SANDBOX_PATH: .* is in use by process \d+; stop that one, or set SANDBOX_PATH .*\n$/);
    expect(await state()).toMatchObject({ bot: { isConnected: true } });
  });

  it('is refused a port that another program has, when it was told to take that one', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    onTestFinished(() => void other.close());
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const cwd = temporaryFolder();
    const program = startProgram({ env: { SANDBOX_PORT: String(port) }, cwd });
    expect(await program.ended).toEqual({ code: 78, signal: null });
    expect(program.err).toBe(
      `SANDBOX_PORT: ${port} is in use by another program; takes a port that is free, or none for the first that is\n`,
    );
    expect(existsSync(join(cwd, 'data', 'sandbox', 'running.pid'))).toBe(false);
  });
});
