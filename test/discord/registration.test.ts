import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { REST } from 'discord.js';
import { describe, expect, it, onTestFinished } from 'vitest';
import { registerCommands } from '../../src/discord/registration.ts';
import { discoverCommands, type Registry } from '../../src/discord/registry.ts';
import { openStore } from '../../src/store/database.ts';
import { lastingScene } from '../scheduler/support.ts';
import { hostBot } from '../support/hosted.ts';
import type { Scene } from '../support/scene.ts';

const COMMANDS = { method: 'PUT', route: '/applications/{application_id}/commands' } as const;

/** How often the bot looked at its commands, and wrote them. */
function requests({ sandbox }: Pick<Scene, 'sandbox'>, method: 'GET' | 'PUT'): number {
  return sandbox.transcript.events.filter(
    (event) => event.kind === 'rest' && event.method === method && /^\/applications\/\d+\/commands$/.test(event.path),
  ).length;
}

/** Starts the bot again, perhaps with other commands. */
async function startAgain(scene: Awaited<ReturnType<typeof lastingScene>>, registry?: Registry): Promise<void> {
  await scene.stopBot();
  const store = await openStore(scene.databasePath);
  const bot = await hostBot(scene.sandbox, { store, ...(registry && { registry }) });
  await scene.sandbox.settled();
  await bot.stop(1_000);
  await store.close();
  await scene.startBot();
}

async function withChange(change: (definition: Registry['definitions'][number]) => object): Promise<Registry> {
  const registry = await discoverCommands();
  return { ...registry, definitions: registry.definitions.map((each) => ({ ...each, ...change(each) })) };
}

/** With fields that nobody has heard of yet, however deep. */
function decorated(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(decorated);
  if (typeof value !== 'object' || value === null) return value;
  const inside = Object.entries(value).map(([key, part]) => [key, decorated(part)] as const);
  return { shiny: true, ...Object.fromEntries(inside), popularity: { rank: 3 } };
}

describe('commands', () => {
  it('are written with one request at the first start, and not at the second', async () => {
    const scene = await lastingScene({ setUp: false });
    expect(scene.sandbox.commands.overwrites).toBe(1);
    expect(scene.sandbox.commands.list().map(({ name }) => name)).toContain('checkin');
    await scene.stopBot();
    await scene.startBot();
    expect(scene.sandbox.commands.overwrites).toBe(1);
    expect(requests(scene, 'GET')).toBe(2);
    expect(requests(scene, 'PUT')).toBe(1);
  });

  it('are written once more when a text changed', async () => {
    const scene = await lastingScene({ setUp: false });
    await startAgain(scene, await withChange(({ name }) => (name === 'help' ? { description: 'Everything' } : {})));
    // And once more by the bot that has the old text again.
    expect(scene.sandbox.commands.overwrites).toBe(3);
  });

  it.each([
    ['an option that is left out', ({ options }: Registry['definitions'][number]) => ({ options: options?.slice(1) })],
    ['who may use it', () => ({ default_member_permissions: '8' })],
    ['a translation', () => ({ description_localizations: { de: 'Hilfe' } })],
  ])('are written once more for %s', async (_, change) => {
    const scene = await lastingScene({ setUp: false });
    const registry = await withChange((each) => (each.name === 'enroll' ? change(each) : {}));
    await startAgain(scene, registry);
    expect(scene.sandbox.commands.overwrites).toBe(3);
  });

  it('are not written for what Discord may add in a year', async () => {
    const { definitions } = await discoverCommands();
    const kept = definitions.map((each) => decorated({ ...each, id: '1', version: '2' })).reverse();
    const methods: string[] = [];
    const discord = createServer((request, response) => {
      methods.push(request.method ?? '');
      response.setHeader('content-type', 'application/json').end(JSON.stringify(kept));
    });
    await new Promise<void>((resolve) => discord.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void discord.close());
    const { port } = discord.address() as AddressInfo;
    const rest = new REST({ api: `http://127.0.0.1:${port}/api` }).setToken('a.made.up');
    expect(await registerCommands({ rest, applicationId: '1', definitions })).toBe(false);
    expect(methods).toEqual(['GET']);
  });

  it('are registered in the background when Discord is ill, and those of before answer meanwhile', async () => {
    const scene = await lastingScene();
    const registry = await withChange(({ name }) => (name === 'help' ? { description: 'Everything' } : {}));
    await scene.stopBot();
    scene.sandbox.faults.next({ ...COMMANDS, times: 2 }, { status: 502 });
    const store = await openStore(scene.databasePath);
    const bot = await hostBot(scene.sandbox, { store, registry });
    const answer = await scene.admin.slash(scene.training, 'coach status');
    expect(answer).toMatchObject({ kind: 'message', ephemeral: true });
    expect(scene.sandbox.commands.overwrites).toBe(1);

    await new Promise<void>((resolve) => {
      const stop = scene.sandbox.on('event', (event) => {
        if (event.kind !== 'rest' || event.method !== 'PUT' || event.status !== 200) return;
        stop();
        resolve();
      });
    });
    expect(scene.sandbox.commands.overwrites).toBe(2);
    await bot.stop(1_000);
    await store.close();
  });

  it('that Discord refuses are one line for the host, and no reason to stop', async () => {
    const scene = await lastingScene({ setUp: false });
    await scene.stopBot();
    scene.sandbox.commands.overwrite([]);
    scene.sandbox.faults.next(COMMANDS, { status: 400, code: 30034, message: 'Too many commands\nfor today' });
    await scene.startBot();
    const lines = scene.logged.filter(({ level }) => level >= 40).map(({ msg }) => msg);
    expect(lines).toEqual(['Discord refused the commands, and those of before stay: Too many commands for today']);
    expect(await scene.bot().nextDue()).toBeUndefined();
  });
});
