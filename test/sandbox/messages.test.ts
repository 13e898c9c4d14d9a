import { AttachmentBuilder, ComponentType, GatewayIntentBits, MessageFlags, type SendableChannels } from 'discord.js';
import { afterEach, describe, expect, it } from 'vitest';
import type { SandboxOptions } from '../../src/sandbox/sandbox.ts';
import { textOf } from '../../src/sandbox/world/content.ts';
import { closeAll, codeOf, type Gym, gym, newSandbox, startBot } from './support.ts';

afterEach(closeAll);

async function posting(options: SandboxOptions = {}): Promise<Gym & { channel: SendableChannels }> {
  const scene = await gym(undefined, options);
  const channel = scene.client.channels.cache.get(scene.training.id);
  if (!channel?.isSendable()) throw new Error('the bot does not see the channel');
  return { ...scene, channel };
}

describe('a post', () => {
  it('is written, read, changed and deleted', async () => {
    const { channel, training, ana, sandbox } = await posting();
    const post = await channel.send({
      content: ' Day 1 ',
      embeds: [{ title: 'Rows', fields: [{ name: 'Dose', value: '3 x 12' }] }],
    });
    expect(ana.sees(training).map(textOf)).toEqual(['Day 1\nRows\nDose\n3 x 12']);
    await post.edit({ embeds: [] });
    const again = await channel.messages.fetch({ message: post.id, force: true });
    expect([again.content, again.embeds, again.editedTimestamp]).toEqual(['Day 1', [], sandbox.clock.now()]);
    await post.delete();
    expect(ana.sees(training)).toEqual([]);
    expect(await codeOf(channel.messages.fetch({ message: post.id, force: true }))).toBe(10008);
    expect(await codeOf(channel.messages.edit(post.id, 'gone'))).toBe(10008);
  });

  it('is found by paging through the channel, newest first', async () => {
    const { channel, ana, training } = await posting();
    const posts = Array.from({ length: 5 }, (_, index) => ana.say(training, `${index}`));
    const page = async (options: object) =>
      (await channel.messages.fetch({ limit: 2, cache: false, ...options })).map((message) => message.content);
    expect(await page({})).toEqual(['4', '3']);
    expect(await page({ before: posts[2]?.id })).toEqual(['1', '0']);
    expect(await page({ after: posts[1]?.id })).toEqual(['3', '2']);
    expect(await page({ limit: 3, around: posts[2]?.id })).toEqual(['3', '2', '1']);
  });

  it('of another person cannot be changed, and be deleted only with permission', async () => {
    const { channel, ana, training, server } = await posting();
    const hers = ana.say(training, 'hello');
    expect(await codeOf(channel.messages.edit(hers.id, 'mine'))).toBe(50005);
    expect(await codeOf(channel.messages.delete(hers.id))).toBe(50013);
    server.botPermissions(['ViewChannel', 'ManageMessages']);
    await channel.messages.delete(hers.id);
    expect(ana.sees(training)).toEqual([]);
  });

  it('that is empty or breaks the rules is refused', async () => {
    const { channel, sandbox } = await posting();
    expect(await codeOf(channel.send({ content: '   ' }))).toBe(50006);
    expect(await codeOf(channel.send({ content: 'x'.repeat(2001) }))).toBe(50035);
    expect(await codeOf(channel.send({ embeds: [{ title: 'x'.repeat(257) }] }))).toBe(50035);
    expect(await codeOf(channel.send({ content: 'x', nonce: 'n'.repeat(26), enforceNonce: true }))).toBe(50035);
    const departures = sandbox.departures.map((departure) => departure.what);
    expect(departures[0]).toBe('POST /channels/{channel_id}/messages: content: Must be 2000 or fewer in length.');
  });

  it('answers another message', async () => {
    const { channel, ana, training, sandbox } = await posting();
    const hers = ana.say(training, 'am I late?');
    const answer = await channel.send({ content: 'no', reply: { messageReference: hers.id } });
    expect((await answer.fetchReference()).content).toBe('am I late?');
    expect(sandbox.transcript.text('ping')).toContain('Ana is pinged');
    expect(await codeOf(channel.send({ content: 'x', reply: { messageReference: '1457629691904000004' } }))).toBe(
      50035,
    );
  });
});

describe('a nonce', () => {
  const send = (channel: SendableChannels, nonce: string) =>
    channel.send({ content: 'once', nonce, enforceNonce: true });

  it('brings back the first message within a few minutes, and no longer after', async () => {
    const { channel, ana, training, sandbox } = await posting();
    const first = await send(channel, 'daily:2026-01-05');
    await sandbox.clock.advanceBy(2 * 60_000);
    expect((await send(channel, 'daily:2026-01-05')).id).toBe(first.id);
    expect((await send(channel, 'daily:2026-01-06')).id).not.toBe(first.id);
    expect(ana.sees(training).length).toBe(2);
    await sandbox.clock.advanceBy(2 * 60_000);
    expect((await send(channel, 'daily:2026-01-05')).id).not.toBe(first.id);
  });

  it('of a message that was deleted meanwhile is told as 10008', async () => {
    const { channel } = await posting();
    await (await send(channel, 'daily')).delete();
    expect(await codeOf(send(channel, 'daily'))).toBe(10008);
  });

  it('that is not enforced sends again', async () => {
    const { channel, ana, training } = await posting();
    for (let i = 0; i < 2; i += 1) await channel.send({ content: 'twice', nonce: 'n', enforceNonce: false });
    expect(ana.sees(training).length).toBe(2);
  });
});

describe('files', () => {
  it('are uploaded, shown in an embed and can be fetched', async () => {
    const { channel } = await posting();
    const chart = new AttachmentBuilder(Buffer.from('a chart'), { name: 'chart.png', description: 'Your weeks' });
    const post = await channel.send({ files: [chart], embeds: [{ image: { url: 'attachment://chart.png' } }] });
    const file = post.attachments.first();
    expect([file?.name, file?.size, file?.description]).toEqual(['chart.png', 7, 'Your weeks']);
    expect(post.embeds[0]?.image?.url).toBe(file?.url);
    expect(await (await fetch(file?.url ?? '')).text()).toBe('a chart');
  });

  it('stay, go and come with an edit', async () => {
    const { channel } = await posting();
    const file = (name: string) => new AttachmentBuilder(Buffer.from(name), { name });
    const post = await channel.send({ files: [file('a.txt'), file('b.txt')] });
    const kept = post.attachments.filter(({ name }) => name === 'b.txt').map(({ id }) => ({ id }));
    const edited = await post.edit({ attachments: kept, files: [file('c.txt')] });
    expect(edited.attachments.map((attachment) => attachment.name)).toEqual(['b.txt', 'c.txt']);
  });

  it('above ten megabytes are refused', async () => {
    const { channel } = await posting();
    const big = new AttachmentBuilder(Buffer.alloc(10 * 1024 * 1024 + 1), { name: 'big.bin' });
    expect(await codeOf(channel.send({ files: [big] }))).toBe(40005);
  });
});

describe('Components V2', () => {
  const display = (content: string) => ({ type: ComponentType.TextDisplay as const, content });

  it('show their text, buttons and files', async () => {
    const { channel, ana, training } = await posting();
    const accessory = { type: ComponentType.Button as const, style: 1 as const, label: 'How to', custom_id: 'how' };
    await channel.send({
      flags: MessageFlags.IsComponentsV2,
      files: [new AttachmentBuilder(Buffer.from('x'), { name: 'row.png' })],
      components: [
        {
          type: ComponentType.Container,
          components: [
            display('# Day 1'),
            { type: ComponentType.Section, components: [display('Rows')], accessory },
            { type: ComponentType.MediaGallery, items: [{ media: { url: 'attachment://row.png' } }] },
          ],
        },
      ],
    });
    const [post] = ana.sees(training);
    expect(post && textOf(post)).toBe('# Day 1\nRows\n[How to]\n(file row.png)');
  });

  it('stand alone: not beside content, and not taken back', async () => {
    const { channel } = await posting();
    const components = [display('text')];
    const flags = MessageFlags.IsComponentsV2;
    expect(await codeOf(channel.send({ flags, components, content: 'and more' }))).toBe(50035);
    expect(await codeOf(channel.send({ components }))).toBe(50035);
    const post = await channel.send({ flags, components });
    expect(await codeOf(post.edit({ content: 'plain' }))).toBe(50035);
    await post.edit({ components: [display('changed')] });
  });
});

describe('mentions', () => {
  it('ping those whom allowed_mentions lets, and only who sees the channel', async () => {
    const { sandbox, server, channel, training, ana } = await posting({ rateLimits: 'generous' });
    const bo = server.member('Bo');
    const eve = sandbox.person('Eve');
    const team = server.role('Team', { mentionable: true });
    const cy = server.member('Cy', { roles: [team] });
    const content = `<@${ana.id}> <@${bo.id}> <@${eve.id}> <@&${team.id}> @everyone`;
    const pinged = async (allowedMentions?: object) => {
      sandbox.transcript.clear();
      const post = await channel.send({ content, ...(allowedMentions === undefined ? {} : { allowedMentions }) });
      await post.delete();
      return sandbox.transcript.events.filter((event) => event.kind === 'ping').map((event) => event.who);
    };
    expect(await pinged()).toEqual(['Ana', 'Bo', 'Cy']);
    expect(await pinged({ parse: [] })).toEqual([]);
    expect(await pinged({ users: [ana.id] })).toEqual(['Ana']);
    expect(await pinged({ roles: [team.id] })).toEqual(['Cy']);
    server.botPermissions('all');
    expect(await pinged({ parse: ['everyone'] })).toEqual(["Lisbon Lifters's owner", 'Ana', 'Bo', 'Cy']);
    training.permit({ deny: [[cy, 'ViewChannel']] });
    expect(await pinged({ parse: ['roles'] })).toEqual([]);
  });

  it('stand on the message only as far as they are allowed, and an edit pings nobody', async () => {
    const { sandbox, channel, ana } = await posting();
    const post = await channel.send({ content: 'hello', allowedMentions: { parse: [] } });
    const edited = await post.edit({ content: `<@${ana.id}>`, allowedMentions: { users: [ana.id] } });
    expect(edited.mentions.users.has(ana.id)).toBe(true);
    expect(sandbox.transcript.text('ping')).toBe('');
  });
});

it('tells of messages to bots with the intent, the words of others left out', async () => {
  const sandbox = await newSandbox();
  const server = sandbox.server({ name: 'Lisbon Lifters' });
  const training = server.channel('training');
  const ana = server.member('Ana');
  const heard: string[] = [];
  const client = await startBot(sandbox, () => undefined, [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages]);
  client.on('messageCreate', (message) => heard.push(`+${message.content}`));
  client.on('messageUpdate', (_, message) => heard.push(`~${message.content}`));
  client.on('messageDelete', (message) => heard.push(`-${message.content}`));
  ana.say(training, 'a secret');
  ana.say(training, `<@${sandbox.bot.userId}> hello`);
  await sandbox.settled();
  const channel = client.channels.cache.get(training.id);
  if (!channel?.isSendable()) throw new Error('no channel');
  const post = await channel.send('mine');
  await post.edit('changed');
  await post.delete();
  await sandbox.settled();
  expect(heard).toEqual(['+', `+<@${sandbox.bot.userId}> hello`, '+mine', '~changed', '-changed']);
});
