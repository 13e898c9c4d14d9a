import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startBot } from '../../src/bot.ts';
import { discoverCommands } from '../../src/discord/registry.ts';
import { loadContent } from '../../src/store/content.ts';
import { openStore } from '../../src/store/database.ts';
import type { Store } from '../../src/store/store.ts';
import { type BareDiscord, type BareServer, openBareDiscord } from '../support/bare-discord.ts';

const content = loadContent();
const registry = await discoverCommands();

const HOME = '849227720929972273';
const CHANNEL = '849227720929972274';
const OURS = { id: CHANNEL, type: 0, name: 'training', permission_overwrites: [] };
const ana = { user: { id: '668029698984906773', username: 'ana' } };

/** `/today` from Ana, with nothing in it that the bot does not need. */
const today = { type: 2, guild_id: HOME, member: ana, data: { name: 'today' } };
/** From Ana, who has Manage Server. */
const setup = (...options: readonly object[]) => ({
  ...today,
  member: { ...ana, permissions: '32' },
  data: {
    name: 'coach',
    options: [{ type: 1, name: 'setup', options: [{ type: 3, name: 'zone', value: 'UTC' }, ...options] }],
  },
});
const inChannel = { type: 7, name: 'channel', value: CHANNEL };

type BareLine = { readonly level: number; readonly msg: string };

async function bareScene(servers: readonly BareServer[] = [{ id: HOME }], shards = 1) {
  const discord = await openBareDiscord(servers, shards);
  const store = await openStore(':memory:');
  onTestFinished(() => store.close());
  const logged: BareLine[] = [];
  await startOn(discord, store, logged);
  return { discord, store, logged, troubles: () => logged.filter(({ level }) => level >= 40).map(({ msg }) => msg) };
}

async function startOn(
  { apiUrl }: Pick<BareDiscord, 'apiUrl'>,
  store: Store,
  logged: { push(line: BareLine): unknown },
  signal = new AbortController().signal,
): Promise<void> {
  const bot = await startBot(
    {
      token: 'a.bare.token',
      apiUrl,
      store,
      content,
      registry,
      clock: () => Date.parse('2026-01-05T08:00:00Z'),
      log: pino({ level: 'info' }, { write: (line) => logged.push(JSON.parse(line)) }),
      version: '0.0.0-test',
      everyMinute: () => () => undefined,
      onLost: (error) => Promise.reject(error),
    },
    signal,
  );
  onTestFinished(() => bot.stop(1_000));
}

describe('a Discord that leaves out what it may', () => {
  it('is answered, whatever an interaction lacks that the coach does not need', async () => {
    const { discord, troubles } = await bareScene();
    for (const more of [
      {},
      { app_permissions: null, entitlements: null, locale: null },
      { user: ana.user, member: {} },
    ]) {
      expect(JSON.stringify(await discord.ask({ ...today, ...more }))).toContain('You are not in the programme here.');
    }
    expect(JSON.stringify(await discord.ask({ ...today, guild_id: null }))).toContain('I coach in servers');
    expect(troubles()).toEqual([]);
  });

  it('may send what it invents later', async () => {
    const { discord, troubles } = await bareScene();
    discord.send({ type: 42, guild_id: HOME, member: ana });
    expect(await discord.ask(today)).toMatchObject({ type: 4 });
    expect(troubles()).toEqual([]);
  });

  it('may hang up on an answer, which is then given again', async () => {
    const { discord, troubles } = await bareScene();
    discord.hangUp(1);
    expect(JSON.stringify(await discord.ask(today))).toContain('You are not in the programme here.');
    expect(troubles()).toEqual([]);
  });

  it('is offered nothing where it does not say what is typed', async () => {
    const { discord, troubles } = await bareScene();
    expect(await discord.ask({ ...today, type: 4, data: { name: 'enroll' } })).toEqual({
      type: 8,
      data: { choices: [] },
    });
    expect(troubles()).toEqual([]);
  });

  it('is set up for a channel of which nothing is known, and asked for one where none is told', async () => {
    const { discord, troubles } = await bareScene();
    expect(JSON.stringify(await discord.ask(setup()))).toContain('Something about “channel” does not fit');
    expect(JSON.stringify(await discord.ask({ ...setup(inChannel), channel_id: CHANNEL }))).toContain('All set');
    expect(troubles()).toEqual([]);
  });

  it('makes nobody an admin of whom it does not say so', async () => {
    const { discord, store, troubles } = await bareScene();
    for (const member of [ana, { ...ana, permissions: null }, { ...ana, permissions: '2048' }]) {
      expect(JSON.stringify(await discord.ask({ ...setup(inChannel), member }))).toContain('**Manage Server**');
    }
    expect(await store.servers.settings(HOME)).toBeUndefined();
    expect(troubles()).toEqual([]);
  });

  it('is set up where it does not tell what everybody may do', async () => {
    const { discord, troubles } = await bareScene([
      { id: HOME, channels: [OURS], roles: [], members: [{ user: { id: '1057689448992345600' }, roles: [] }] },
    ]);
    expect(JSON.stringify(await discord.ask(setup(inChannel)))).toContain('All set');
    expect(troubles()).toEqual([]);
  });

  it('need not say to which shard it speaks: no server is taken for one that removed the coach', async () => {
    const away = String(BigInt(HOME) + (1n << 22n));
    const { discord, store, logged } = await bareScene([{ id: HOME }, { id: away }], 2);
    await startOn(discord, store, logged);
    expect(await store.servers.present()).toEqual([HOME, away]);
  });
});

describe('something else than Discord', () => {
  it('is said to be so, and tried again', async () => {
    const other = createServer((_, response) => response.end('<html>It works!</html>')).listen(0, '127.0.0.1');
    await once(other, 'listening');
    const store = await openStore(':memory:');
    onTestFinished(async () => {
      other.close();
      await store.close();
    });
    const apiUrl = `http://127.0.0.1:${(other.address() as AddressInfo).port}/api`;
    const calling = new AbortController();
    const first = { push: ({ msg }: BareLine) => calling.abort(new Error(msg)) };
    await expect(startOn({ apiUrl }, store, first, calling.signal)).rejects.toThrow(
      'Discord cannot be reached (what answers there is not Discord: check DISCORD_API_URL); next try in 1 s',
    );
  });
});
