import { Events, GatewayIntentBits, Status } from 'discord.js';
import { afterEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { closeAll, codeOf, gym, newBot, newSandbox, startBot } from './support.ts';

afterEach(closeAll);

/** Resolves with the code with which the gateway closes on this first payload. */
function closedWith(apiUrl: string, payload: object, query = '?v=10&encoding=json'): Promise<number> {
  const socket = new WebSocket(`${apiUrl.replace('http', 'ws').replace('/api', '/gateway')}${query}`);
  socket.once('message', () => socket.send(JSON.stringify(payload)));
  return new Promise((resolve) => socket.once('close', resolve));
}

const identify = (token: string, intents: number) => ({ op: 2, d: { token, intents, properties: { os: 'linux' } } });

describe('logging in', () => {
  it('makes the bot ready with its servers, channels and own permissions', async () => {
    const sandbox = await newSandbox();
    const server = sandbox.server({ name: 'Lisbon Lifters', locale: 'pt-BR' });
    const training = server.channel('training', { topic: 'rows' });
    sandbox.server({ name: 'Porto Planks' });
    const client = await startBot(sandbox);

    expect(client.user.id).toBe(sandbox.bot.userId);
    expect(client.guilds.cache.map((guild) => guild.name)).toEqual(['Lisbon Lifters', 'Porto Planks']);
    const guild = client.guilds.cache.get(server.id);
    expect(guild?.preferredLocale).toBe('pt-BR');
    expect(guild?.channels.cache.get(training.id)?.name).toBe('training');
    expect(guild?.members.me?.permissions.has('SendMessages')).toBe(true);
    expect(guild?.members.me?.permissions.has('ManageMessages')).toBe(false);
  });

  it('tells the application about itself', async () => {
    const { client, sandbox } = await gym();
    const application = await client.application.fetch();
    expect(application.id).toBe(sandbox.bot.applicationId);
    expect((await client.users.fetch(sandbox.bot.userId, { force: true })).bot).toBe(true);
  });

  it('refuses a wrong token, over REST and at the gateway', async () => {
    const sandbox = await newSandbox();
    const client = newBot(sandbox, () => undefined);
    const wrong = sandbox.token.replace('Sandbx', 'Wrongs');
    expect(await codeOf(client.login(wrong))).toBe('TokenInvalid');
    expect(await closedWith(sandbox.apiUrl, identify(wrong, 1))).toBe(4004);
  });

  it('closes on privileged and unknown intents, other versions and being spoken to before identifying', async () => {
    const { apiUrl, token } = await newSandbox();
    expect(await closedWith(apiUrl, identify(token, GatewayIntentBits.Guilds | GatewayIntentBits.GuildMembers))).toBe(
      4014,
    );
    expect(await closedWith(apiUrl, identify(token, 1 << 30))).toBe(4013);
    expect(await closedWith(apiUrl, { op: 3, d: {} })).toBe(4003);
    expect(await closedWith(apiUrl, identify(token, 1), '?v=9&encoding=json')).toBe(4012);
  });
});

describe('a connection that breaks', () => {
  it('is resumed, and what happened meanwhile is told', async () => {
    const { sandbox, server, client } = await gym();
    const resumed = new Promise((resolve) => client.once(Events.ShardResume, resolve));
    sandbox.gateway.drop();
    server.channel('while-away');
    await resumed;
    expect(client.channels.cache.some((channel) => 'name' in channel && channel.name === 'while-away')).toBe(true);
    expect(sandbox.gateway.counts).toEqual({ identified: 1, resumed: 1 });
  });

  it('is resumed when Discord asks for a new connection', async () => {
    const { sandbox, client } = await gym();
    const resumed = new Promise((resolve) => client.once(Events.ShardResume, resolve));
    sandbox.gateway.askToReconnect();
    await resumed;
    expect(sandbox.gateway.counts.resumed).toBe(1);
  });

  it('answers a button that was pressed while the line was down', async () => {
    const { sandbox, training, ana } = await gym((interaction) => {
      if (interaction.isChatInputCommand()) return interaction.reply('pong');
      return undefined;
    });
    sandbox.gateway.drop();
    expect(await ana.slash(training, 'ping')).toMatchObject({ kind: 'message', text: 'pong' });
  });

  it('begins a new session when the old one is declared invalid', async () => {
    const { sandbox, client } = await gym();
    const again = new Promise((resolve) => client.once(Events.ShardReady, resolve));
    sandbox.gateway.invalidate();
    await again;
    expect(sandbox.gateway.counts.identified).toBe(2);
    expect(client.ws.shards.first()?.status).toBe(Status.Ready);
  });

  it('is not missed once the bot that was killed has started anew', async () => {
    const { sandbox, client, training, ana } = await gym();
    sandbox.gateway.drop();
    await client.destroy();
    await startBot(sandbox, (interaction) =>
      interaction.isChatInputCommand() ? interaction.reply('back') : undefined,
    );
    expect(sandbox.gateway.sessions.size).toBe(1);
    expect(await ana.slash(training, 'ping')).toMatchObject({ kind: 'message', text: 'back' });
  });

  it('is resumed after a close that leaves the session alive', async () => {
    const { sandbox, client } = await gym();
    const again = new Promise((resolve) => client.once(Events.ShardResume, resolve));
    sandbox.gateway.drop(4000);
    await again;
    expect(sandbox.gateway.counts).toEqual({ identified: 1, resumed: 1 });
  });
});
