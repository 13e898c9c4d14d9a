import { AttachmentBuilder, GatewayDispatchEvents, type Interaction, Routes } from 'discord.js';
import { afterEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { directorOf } from '../../../src/sandbox/director.ts';
import type { LogLine } from '../../../src/sandbox/page/host.ts';
import type { WireLine } from '../../../src/sandbox/page/protocol.ts';
import { type WireLog, wireLog } from '../../../src/sandbox/page/server/wire.ts';
import type { Sandbox } from '../../../src/sandbox/sandbox.ts';
import { closeAll, gym, messageOf, newSandbox, startBot } from '../support.ts';

afterEach(closeAll);

/** The wire of a sandbox from now on, and a way to let the bot log something. */
function watched(sandbox: Sandbox, limit?: number) {
  const loggers = new Set<(line: LogLine) => void>();
  const onLog = (listener: (line: LogLine) => void) => {
    loggers.add(listener);
    return () => loggers.delete(listener);
  };
  const wire = wireLog({ worldId: 'w', sandbox, director: directorOf(sandbox) }, onLog, limit);
  const log = (line: LogLine) => {
    for (const logger of loggers) logger(line);
  };
  return { wire, log, loggers };
}

const inWords = ({ way, what, status }: WireLine) => `${way}: ${what}${status === undefined ? '' : ` ${status}`}`;

/** The latest line that begins like this, with what was said. */
function found(wire: WireLog, beginning: string) {
  const line = wire.lines(0).findLast(({ what }) => what.startsWith(beginning));
  if (line === undefined) throw new Error(`no ${beginning} in\n${wire.lines(0).map(inWords).join('\n')}`);
  const detail = wire.detail(line.n);
  if (detail === undefined) throw new Error(`no detail of ${line.what}`);
  return detail;
}

const answerPong = async (interaction: Interaction) => {
  if (interaction.isChatInputCommand()) await interaction.reply({ content: 'pong', withResponse: true });
};

describe('the wire', () => {
  it("tells Ana's command as the event, the answer to it and the message that came of it, in order", async () => {
    const { sandbox, training, ana } = await gym(answerPong);
    const { wire } = watched(sandbox);
    messageOf(await ana.slash(training, 'ping'));
    const lines = wire.lines(0);
    expect(lines.map(({ n }) => n)).toEqual(lines.map((_, index) => index + 1));
    expect(lines.every(({ at }) => at === Date.UTC(2026, 0, 5, 7))).toBe(true);
    const [created, answered] = [found(wire, 'INTERACTION_CREATE'), found(wire, 'POST /interactions/')];
    expect(inWords(created)).toBe('gateway out: INTERACTION_CREATE');
    expect(JSON.parse(created.sent ?? '')).toMatchObject({ data: { name: 'ping' }, channel_id: training.id });
    expect(inWords(answered)).toMatch(
      /^rest: POST \/interactions\/\d+\/aW50ZX….{4}\/callback\?with_response=true 200$/,
    );
    expect(answered.sent).toContain('\n  "data": {\n    "content": "pong"');
    expect(JSON.parse(answered.got ?? '')).toMatchObject({ resource: { message: { content: 'pong' } } });
    expect(created.n).toBeLessThan(answered.n);
  });

  it('has how a bot logs in, its heartbeats left out', async () => {
    const sandbox = await newSandbox();
    sandbox.server({ name: 'Lisbon Lifters' });
    const { wire } = watched(sandbox);
    await startBot(sandbox);
    await sandbox.clock.advanceBy(60_000);
    const said = wire.lines(0).map(inWords);
    expect(said).toEqual([
      'rest: GET /gateway/bot 200',
      'gateway in: Identify',
      'gateway out: READY',
      'gateway out: GUILD_CREATE',
    ]);
    expect(JSON.parse(found(wire, 'GUILD_CREATE').sent ?? '')).toMatchObject({ name: 'Lisbon Lifters' });
    expect(JSON.parse(found(wire, 'Identify').sent ?? '')).toMatchObject({
      intents: 1,
      token: `${sandbox.token.slice(0, 6)}…`,
    });
  });

  it('has what an unlucky request carried, why it was refused, and what happened in the world', async () => {
    const { sandbox, client, training } = await gym();
    const { wire } = watched(sandbox);
    const post = (content: string) => client.rest.post(Routes.channelMessages(training.id), { body: { content } });
    sandbox.faults.next({}, { status: 500 });
    await expect(post('Day 1')).rejects.toThrow('Internal Server Error');
    expect(found(wire, 'status 500 for POST /channels/')).toMatchObject({
      way: 'fault',
      sent: '{\n  "content": "Day 1"\n}',
    });
    expect(inWords(found(wire, 'POST /channels/'))).toMatch(/ 500$/);
    await expect(post('')).rejects.toThrow('Cannot send an empty message');
    expect(found(wire, 'POST /channels/')).toMatchObject({ status: 400, sent: '{\n  "content": ""\n}' });
    await client.rest.get(Routes.channelMessages(training.id), { query: new URLSearchParams({ limit: '1' }) });
    expect(found(wire, 'GET ')).toMatchObject({ what: `GET /channels/${training.id}/messages?limit=1`, got: '[]' });
    training.delete();
    expect(wire.lines(0).map(inWords)).toContain('world: #training of Lisbon Lifters is deleted');
  });

  it('says of a file what it is called and how big it is, and holds none of its bytes', async () => {
    const { sandbox, client, training } = await gym();
    const { wire } = watched(sandbox);
    const channel = client.channels.cache.get(training.id);
    if (!channel?.isSendable()) throw new Error('the bot does not see #training');
    const held: unknown[] = [];
    sandbox.on('event', (event) => held.push(event));
    await channel.send({
      content: 'Chart',
      files: [new AttachmentBuilder(Buffer.alloc(5_000, 'x'), { name: 'chart.png' })],
    });
    const { sent = '' } = found(wire, 'POST /channels/');
    expect(JSON.parse(sent)).toMatchObject({
      payload_json: { content: 'Chart' },
      files: [{ name: 'chart.png', size: 5_000 }],
    });
    expect(JSON.stringify(held)).not.toContain('xxxx');
  });

  it('keeps what the bot says of itself: a line of it, and all of it for whoever asks', async () => {
    const { sandbox } = await gym();
    const { wire, log } = watched(sandbox);
    log({ level: 'warn', text: 'the gateway dropped' });
    log({ level: 'error', text: `broke with ${sandbox.token}\n    at here\n    at there` });
    expect(wire.lines(0)).toMatchObject([
      { n: 1, way: 'log', level: 'warn', what: 'the gateway dropped', at: Date.UTC(2026, 0, 5, 7) },
      { n: 2, way: 'log', level: 'error', what: `broke with ${sandbox.token.slice(0, 6)}…` },
    ]);
    expect(wire.detail(1)).toEqual(wire.lines(0)[0]);
    expect(wire.detail(2)?.sent).toMatch(/…\n {4}at here\n {4}at there$/);
  });

  it('keeps the latest alone, and knows what somebody has already', async () => {
    const { sandbox } = await gym();
    const { wire, log } = watched(sandbox, 3);
    for (let day = 1; day <= 5; day += 1) log({ level: 'info', text: `day ${day}` });
    expect(wire.lines(0).map(({ what }) => what)).toEqual(['day 3', 'day 4', 'day 5']);
    expect(wire.lines(4).map(({ n }) => n)).toEqual([5]);
    expect(wire.lines(5)).toEqual([]);
    expect([wire.detail(2), wire.detail(6), wire.detail(0), wire.detail(Number.NaN)]).toEqual(Array(4).fill(undefined));
    expect(wire.detail(3)?.what).toBe('day 3');
  });

  it('tells each line as it is written, until it is closed', async () => {
    const { sandbox, client, training } = await gym();
    const { wire, log, loggers } = watched(sandbox);
    const heard: string[] = [];
    const leave = wire.on((line) => heard.push(inWords(line)));
    log({ level: 'info', text: 'first' });
    await client.rest.get(Routes.channelMessages(training.id));
    leave();
    log({ level: 'info', text: 'second' });
    expect(heard).toEqual(['log: first', `rest: GET /channels/${training.id}/messages 200`]);
    wire.on((line) => heard.push(inWords(line)));
    wire.close();
    await client.rest.get(Routes.channelMessages(training.id));
    expect([heard.length, loggers.size, wire.lines(0)]).toEqual([2, 0, []]);
  });

  it('has the lines that broke, and what Discord asked the bot for', async () => {
    const { sandbox } = await gym();
    const { wire } = watched(sandbox);
    sandbox.gateway.askToReconnect();
    await sandbox.ready();
    sandbox.gateway.drop();
    expect(wire.lines(0).map(({ what }) => what)).toEqual(expect.arrayContaining(['RECONNECT', 'connection cut']));
  });
});

describe('secrets', () => {
  it('are nowhere: not in an address, not in a body, not in what a bot with a token of its own identified with', async () => {
    const { sandbox, training, ana } = await gym(answerPong);
    const { wire, log } = watched(sandbox);
    const tokens: string[] = [];
    sandbox.on('event', (event) => {
      if (event.kind === 'gateway' && event.event === 'INTERACTION_CREATE')
        tokens.push((event.data as { token: string }).token);
    });
    await ana.slash(training, 'ping');
    await ana.slash(training, 'ping');
    log({ level: 'error', text: `POST ${sandbox.apiUrl}/webhooks/1/${tokens[0]}/messages/@original` });
    sandbox.faults.next({ route: /callback$/ }, { status: 500 });
    const said = wire.lines(0).flatMap(({ n, what }) => [what, wire.detail(n)?.sent ?? '', wire.detail(n)?.got ?? '']);
    expect(tokens).toHaveLength(2);
    for (const token of [...tokens, sandbox.token]) expect(said.join('\n')).not.toContain(token);
    const shown = wire.lines(0).flatMap(({ what }) => /aW50ZX…[\w-]{4}/.exec(what) ?? []);
    expect(shown).toHaveLength(3);
    expect(new Set(shown).size).toBe(2);
  });

  it('of a bot that came with the token of a real one are cut short as well', async () => {
    const sandbox = await newSandbox();
    const { wire } = watched(sandbox);
    const socket = new WebSocket(
      `${sandbox.apiUrl.replace('http', 'ws').replace('/api', '')}/gateway?v=10&encoding=json`,
    );
    const real = 'MTk4NjIyNDgzNDcxOTI1MjQ4.Cl2FMQ.ZnCjm1XVW7vRze4b7Cq4se7kKWs';
    const closed = new Promise((resolve) => socket.addEventListener('close', resolve));
    socket.addEventListener('open', () =>
      socket.send(JSON.stringify({ op: 2, d: { token: real, intents: 1, properties: {} } })),
    );
    await closed;
    expect(found(wire, 'Identify').sent).toContain('"token": "MTk4Nj…"');
    expect(found(wire, 'Identify').sent).not.toContain('Cl2FMQ');
  });
});

describe('what is long', () => {
  it('is cut at 64 kB, with a note of how much is left', async () => {
    const { sandbox } = await gym();
    const { wire, log } = watched(sandbox);
    log({ level: 'debug', text: `all:\n${'x'.repeat(100 * 1024)}` });
    const { sent = '' } = found(wire, 'all:');
    expect(sent.length).toBeLessThan(65 * 1024);
    expect(sent).toMatch(/x\n… cut here: 37 kB more$/);
    expect(wire.lines(0)[0]?.what).toBe('all:');
  });

  it('costs nothing until somebody asks: it is not read while the story is told', async () => {
    const { sandbox, client, training } = await gym();
    const { wire } = watched(sandbox);
    let reads = 0;
    const pins = {
      channel_id: training.id,
      toJSON() {
        reads += 1;
        return { channel_id: training.id };
      },
    };
    sandbox.gateway.dispatch(GatewayDispatchEvents.ChannelPinsUpdate, pins);
    const readByTheGateway = reads;
    await client.rest.get(Routes.channelMessages(training.id));
    expect(wire.lines(0).map(({ what }) => what)).toContain('CHANNEL_PINS_UPDATE');
    expect(reads).toBe(readByTheGateway);
    expect(JSON.parse(found(wire, 'CHANNEL_PINS_UPDATE').sent ?? '')).toEqual({ channel_id: training.id });
    expect(reads).toBe(readByTheGateway + 1);
  });
});
