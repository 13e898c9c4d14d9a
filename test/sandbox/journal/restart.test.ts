import { AttachmentBuilder, type Client, type Interaction, MessageFlags } from 'discord.js';
import { afterEach, describe, expect, it } from 'vitest';
import type { Sandbox } from '../../../src/sandbox/sandbox.ts';
import { textOf } from '../../../src/sandbox/world/content.ts';
import { closeAll, codeOf, messageOf, newSandbox, PING, startBot } from '../support.ts';
import { newFile } from './support.ts';

afterEach(closeAll);

const SEVEN = Date.UTC(2026, 0, 5, 7);
const done = { type: 1, components: [{ type: 2, style: 1, label: 'Done', custom_id: 'done' }] } as const;

async function answers(interaction: Interaction): Promise<void> {
  if (interaction.isChatInputCommand()) {
    await interaction.reply({ content: 'only for you', components: [done], flags: MessageFlags.Ephemeral });
  }
  if (interaction.isButton())
    await interaction.update({ content: `done, ${interaction.user.displayName}`, components: [] });
}

/** A world in which there was talk, kept in a file. */
async function talkedIn(file: string) {
  const sandbox = await newSandbox({ keepIn: file, startsAt: SEVEN, rateLimits: 'generous' });
  const server = sandbox.server({ name: 'Lisbon Lifters', locale: 'pt-BR', zone: 'Europe/Lisbon' });
  const team = server.role('Team', { mentionable: true });
  const training = server.channel('training', { topic: 'Rows', deny: [['everyone', 'MentionEveryone']] });
  const quiet = server.channel('quiet', { deny: [['bot', 'SendMessages']] });
  const ana = server.member('Ana', { locale: 'pt-BR', zone: 'Europe/Lisbon', nick: 'Aninha', roles: [team] });
  const bo = server.member('Bo', { zone: 'Asia/Tokyo', takesDms: false });
  const client = await startBot(sandbox, answers);
  return { sandbox, server, team, training, quiet, ana, bo, client };
}

/** The same world, with another process's bot in it. */
async function opened(file: string, before: { sandbox: Sandbox; client: Client }, handler = answers) {
  await before.client.destroy();
  await before.sandbox.close();
  const sandbox = await newSandbox({ keepIn: file, startsAt: 0, rateLimits: 'generous' });
  const client = await startBot(sandbox, handler);
  const channelOf = (id: string) => {
    const channel = client.channels.cache.get(id);
    if (!channel?.isSendable()) throw new Error('the bot does not see the channel');
    return channel;
  };
  return { sandbox, client, channelOf };
}

function sendable(client: Client, id: string) {
  const channel = client.channels.cache.get(id);
  if (!channel?.isSendable()) throw new Error('the bot does not see the channel');
  return channel;
}

describe('a world that is closed and opened again', () => {
  it('is new the first time, and goes on the second, a millisecond later', async () => {
    const file = newFile();
    const first = await talkedIn(file);
    await first.sandbox.clock.advanceBy(90 * 60_000);
    const second = await opened(file, first);
    expect([first.sandbox.isRestored, second.sandbox.isRestored]).toEqual([false, true]);
    expect(second.sandbox.clock.now()).toBe(SEVEN + 90 * 60_000 + 1);
  });

  it('has the same people, places, permissions and bot', async () => {
    const file = newFile();
    const first = await talkedIn(file);
    const { sandbox, client } = await opened(file, first);
    expect(sandbox.bot).toEqual(first.sandbox.bot);
    expect(client.user.id).toBe(first.client.user.id);
    const ana = sandbox.personOf(first.ana.id).state;
    expect([ana.name, ana.locale, ana.zone, ana.takesDms]).toEqual(['Ana', 'pt-BR', 'Europe/Lisbon', true]);
    expect(sandbox.personOf(first.bo.id).state.takesDms).toBe(false);
    const { state } = sandbox.serverOf(first.server.id);
    expect([state.name, state.locale, state.zone, state.joined]).toEqual([
      'Lisbon Lifters',
      'pt-BR',
      'Europe/Lisbon',
      true,
    ]);
    expect(state.members.get(ana.id)).toMatchObject({ nick: 'Aninha', roleIds: [first.team.id], joinedAt: SEVEN });
    expect(Array.from(state.members.values(), ({ user }) => user.name)).toEqual([
      "Lisbon Lifters's owner",
      'Backbone',
      'Ana',
      'Bo',
    ]);
    expect(Array.from(state.channels.values(), ({ name, topic }) => [name, topic])).toEqual([
      ['training', 'Rows'],
      ['quiet', null],
    ]);
    expect(await codeOf(sendable(client, first.quiet.id).send('psst'))).toBe(50013);
    expect(await codeOf(client.users.send(first.bo.id, 'psst'))).toBe(50007);
  });

  it('shows everybody what they saw, each only what is theirs', async () => {
    const file = newFile();
    const first = await talkedIn(file);
    const { ana, bo, training, client } = first;
    await client.application.commands.set([PING]);
    const post = await sendable(client, training.id).send({ content: 'Day 1', components: [done] });
    ana.say(training, 'morning');
    bo.say(training, 'good night');
    await post.edit('Day 1: rows');
    await post.reply('three sets');
    await (await sendable(client, training.id).send('a slip')).delete();
    await ana.slash(training, '/ping');
    ana.dismiss(messageOf(await ana.slash(training, '/ping')));
    await client.users.send(ana.id, 'a word in private');
    const seen = () => [ana.sees(training), bo.sees(training), ana.sees(ana.dm())];
    const before = seen();
    expect(before[0]?.map(textOf)).toEqual([
      'Day 1: rows\n[Done]',
      'morning',
      'good night',
      'three sets',
      'only for you\n[Done]',
    ]);
    expect(before.map((each) => each.length)).toEqual([5, 4, 1]);

    const { sandbox } = await opened(file, first);
    const [hers, his] = [sandbox.personOf(ana.id), sandbox.personOf(bo.id)];
    const place = sandbox.channelOf(training.id);
    expect([hers.sees(place), his.sees(place), hers.sees(hers.dm())]).toEqual(before);
    expect(hers.dm().id).toBe(ana.dm().id);
  });

  it('takes the press of a button on an old message to the new bot, also one that only Ana sees', async () => {
    const file = newFile();
    const first = await talkedIn(file);
    await first.client.application.commands.set([PING]);
    const post = await sendable(first.client, first.training.id).send({ content: 'Day 1', components: [done] });
    const whisper = messageOf(await first.ana.slash(first.training, '/ping'));
    const { sandbox } = await opened(file, first);
    const ana = sandbox.personOf(first.ana.id);
    expect(await ana.click({ id: post.id, channel_id: post.channelId }, 'Done')).toMatchObject({
      kind: 'update',
      text: 'done, Ana',
    });
    expect(await ana.click(whisper, 'Done')).toMatchObject({ kind: 'update', text: 'done, Ana', ephemeral: true });
  });

  it('knows the commands by their ids without their being registered again', async () => {
    const file = newFile();
    const first = await talkedIn(file);
    const global = await first.client.application.commands.set([PING]);
    const local = await first.client.application.commands.set([{ ...PING, name: 'pong' }], first.server.id);
    const { sandbox, client } = await opened(file, first);
    const ana = sandbox.personOf(first.ana.id);
    expect(messageOf(await ana.slash(sandbox.channelOf(first.training.id), '/pong')).content).toBe('only for you');
    expect([...(await client.application.commands.fetch()).keys()]).toEqual([...global.keys()]);
    expect([...(await client.application.commands.fetch({ guildId: first.server.id })).keys()]).toEqual([
      ...local.keys(),
    ]);
    expect([...(await client.application.commands.set([PING])).keys()]).toEqual([...global.keys()]);
  });

  it('serves the files of old messages from where it is now', async () => {
    const file = newFile();
    const first = await talkedIn(file);
    const picture = new AttachmentBuilder(Buffer.from([0, 255, 10, 13, 34]), { name: 'chart.png' });
    const sent = await sendable(first.client, first.training.id).send({
      files: [picture],
      embeds: [{ image: { url: 'attachment://chart.png' } }],
    });
    const { sandbox, channelOf } = await opened(file, first);
    const again = await channelOf(first.training.id).messages.fetch(sent.id);
    const url = again.attachments.first()?.url ?? '';
    expect(new URL(url).origin).toBe(new URL(sandbox.apiUrl).origin);
    expect(again.embeds[0]?.image?.url).toBe(url);
    expect([...new Uint8Array(await (await fetch(url)).arrayBuffer())]).toEqual([0, 255, 10, 13, 34]);
  });

  it('brings back the first message of a nonce for its three minutes, also one that is deleted since', async () => {
    const file = newFile();
    const first = await talkedIn(file);
    const once = (nonce: string) => ({ content: nonce, nonce, enforceNonce: true });
    const channel = sendable(first.client, first.training.id);
    const old = await channel.send(once('old'));
    await first.sandbox.clock.advanceBy(2 * 60_000);
    const kept = await channel.send(once('kept'));
    await (await channel.send(once('deleted'))).delete();

    const second = await opened(file, first);
    const { sandbox, channelOf } = await opened(file, second);
    await sandbox.clock.advanceBy(90_000);
    const again = channelOf(first.training.id);
    expect((await again.send(once('kept'))).id).toBe(kept.id);
    expect(await codeOf(again.send(once('deleted')))).toBe(10008);
    expect((await again.send(once('old'))).id).not.toBe(old.id);
  });

  it('does not know the tokens of before, and the message that was being thought about stays so', async () => {
    const file = newFile();
    const first = await talkedIn(file);
    await first.client.application.commands.set([PING]);
    let late: Interaction | undefined;
    const second = await opened(file, first, async (interaction) => {
      late = interaction;
      if (interaction.isChatInputCommand()) await interaction.deferReply();
    });
    const isThought = new Promise((resolve) => second.sandbox.onChange(resolve));
    const ana = second.sandbox.personOf(first.ana.id);
    const asked = ana.slash(second.sandbox.channelOf(first.training.id), '/ping');
    await isThought;
    const third = await opened(file, second);
    const [thinking] = third.sandbox.personOf(first.ana.id).sees(third.sandbox.channelOf(first.training.id));
    expect((thinking?.flags ?? 0) & MessageFlags.Loading).toBe(MessageFlags.Loading);
    const answer = third.client.rest.patch(
      `/webhooks/${third.sandbox.bot.applicationId}/${late?.token}/messages/@original`,
      {
        body: { content: 'too late' },
        auth: false,
      },
    );
    expect(await codeOf(answer)).toBe(10015);
    expect(thinking?.interaction_metadata?.id).toBe(late?.id);
    // Who asked in the closed world waits there until its fifteen minutes are over.
    await second.sandbox.clock.advanceBy(15 * 60_000);
    expect(await asked).toMatchObject({ kind: 'failed' });
  });

  it('forgets what was made to go wrong', async () => {
    const file = newFile();
    const first = await talkedIn(file);
    first.sandbox.faults.next({ method: 'POST', times: 100 }, { status: 500 });
    const { channelOf } = await opened(file, first);
    expect((await channelOf(first.training.id).send('all is well')).content).toBe('all is well');
  });

  it('keeps a server whose bot was removed, one in an outage, and a channel that is gone', async () => {
    const file = newFile();
    const first = await talkedIn(file);
    const left = first.sandbox.server({ name: 'Porto Pullers' });
    left.leave();
    const out = first.sandbox.server({ name: 'Faro Flexers' });
    out.outage();
    first.quiet.delete();
    await first.client.destroy();
    await first.sandbox.close();
    const sandbox = await newSandbox({ keepIn: file });
    const states = Array.from(sandbox.world.servers.values(), ({ name, joined, available }) => [
      name,
      joined,
      available,
    ]);
    expect(states).toEqual([
      ['Lisbon Lifters', true, true],
      ['Porto Pullers', false, true],
      ['Faro Flexers', true, false],
    ]);
    expect(() => sandbox.channelOf(first.quiet.id)).toThrow('is not known');
    sandbox.serverOf(left.id).join();
    sandbox.serverOf(out.id).recover();
    const client = await startBot(sandbox);
    expect(client.channels.cache.has(first.quiet.id)).toBe(false);
    expect(client.guilds.cache.get(left.id)?.name).toBe('Porto Pullers');
    expect(client.guilds.cache.get(out.id)?.available).toBe(true);
  });
});
