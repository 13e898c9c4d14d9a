import { AttachmentBuilder, PermissionFlagsBits, Routes } from 'discord.js';
import { afterEach, describe, expect, it } from 'vitest';
import { channelPermissions } from '../../src/sandbox/world/permissions.ts';
import { closeAll, codeOf, gym } from './support.ts';

afterEach(closeAll);

const hello = { body: { content: 'hello' } };

describe('what the bot may do in a channel', () => {
  it('is nothing in one that is unknown, deleted, hidden or in a server it left', async () => {
    const { client, server, training } = await gym();
    const post = (id: string) => codeOf(client.rest.post(Routes.channelMessages(id), hello));
    expect(await post('1457629691904000004')).toBe(10003);
    training.permit({ deny: [['everyone', 'ViewChannel']] });
    expect(await post(training.id)).toBe(50001);
    training.permit({ deny: [['everyone', 'ViewChannel']], allow: [['bot', 'ViewChannel']] });
    expect(await post(training.id)).toBe(undefined);
    const other = server.channel('other');
    other.delete();
    expect(await post(other.id)).toBe(10003);
    server.leave();
    expect(await post(training.id)).toBe(50001);
  });

  it('needs the permission for each thing in a message', async () => {
    const { client, training } = await gym();
    const route = Routes.channelMessages(training.id);
    const embed = { body: { embeds: [{ title: 'Rows' }] } };
    const file = { body: {}, files: [{ name: 'a.txt', data: Buffer.from('a') }] };
    training.permit({ deny: [['bot', 'EmbedLinks', 'AttachFiles']] });
    expect(await codeOf(client.rest.post(route, embed))).toBe(50013);
    expect(await codeOf(client.rest.post(route, file))).toBe(50013);
    expect(await codeOf(client.rest.post(route, hello))).toBe(undefined);
    training.permit({ deny: [['bot', 'SendMessages']] });
    expect(await codeOf(client.rest.post(route, hello))).toBe(50013);
  });

  it('does not show the past without the permission to read it', async () => {
    const { client, training, ana } = await gym();
    ana.say(training, 'long ago');
    training.permit({ deny: [['bot', 'ReadMessageHistory']] });
    expect(await client.rest.get(Routes.channelMessages(training.id))).toEqual([]);
  });

  it('does not matter for answers to interactions', async () => {
    const { training, ana } = await gym((interaction) =>
      interaction.isChatInputCommand()
        ? interaction.reply({ content: 'pong', files: [new AttachmentBuilder(Buffer.from('a'), { name: 'a.txt' })] })
        : undefined,
    );
    training.permit({ deny: [['bot', 'ViewChannel', 'SendMessages']] });
    expect(await ana.slash(training, 'ping')).toMatchObject({ kind: 'message' });
  });
});

describe('permissions', () => {
  it('come from roles, then from exceptions for everyone, for roles together, and for the member', async () => {
    const { server } = await gym();
    const muted = server.role('Muted');
    const speaker = server.role('Speaker');
    const bo = server.member('Bo', { roles: [muted, speaker] });
    const may = (channel: ReturnType<typeof server.channel>) =>
      (channelPermissions(channel.state, bo.id) & PermissionFlagsBits.SendMessages) !== 0n;
    expect(may(server.channel('a', { deny: [['everyone', 'SendMessages']] }))).toBe(false);
    expect(may(server.channel('b', { deny: [['everyone', 'SendMessages']], allow: [[speaker, 'SendMessages']] }))).toBe(
      true,
    );
    const both = { deny: [[muted, 'SendMessages']], allow: [[speaker, 'SendMessages']] } as const;
    expect(may(server.channel('c', both))).toBe(true);
    expect(may(server.channel('d', { deny: [[bo, 'SendMessages']], allow: [[speaker, 'SendMessages']] }))).toBe(false);
    expect(may(server.channel('e', { deny: [[bo, 'ViewChannel']] }))).toBe(false);
    server.give(bo, server.role('Admin', { permissions: ['Administrator'] }));
    expect(may(server.channel('f', { deny: [[bo, 'ViewChannel']] }))).toBe(true);
  });
});

describe('a direct message', () => {
  it('reaches whoever takes them and shares a server with the bot', async () => {
    const { client, sandbox, ana, server } = await gym();
    const user = await client.users.fetch(ana.id);
    await user.send('psst');
    expect(ana.sees(ana.dm()).map((message) => message.content)).toEqual(['psst']);
    expect(sandbox.transcript.text('ping')).toContain('DM with Ana  Ana is pinged');
    ana.closeDms();
    expect(await codeOf(user.send('psst'))).toBe(50007);
    ana.openDms();
    server.remove(ana);
    expect(await codeOf(user.send('psst'))).toBe(50007);
    expect(server.owner.sees(ana.dm())).toEqual([]);
  });

  it('goes to people only', async () => {
    const { client, sandbox } = await gym();
    const open = (recipient_id: string) => codeOf(client.rest.post(Routes.userChannels(), { body: { recipient_id } }));
    expect(await open(sandbox.bot.userId)).toBe(50007);
    expect(await open('1457629691904000004')).toBe(10013);
  });

  it('can be written to by the person, and hold a command', async () => {
    const { ana, sandbox } = await gym((interaction) =>
      interaction.isChatInputCommand() ? interaction.reply(`in a server: ${interaction.inGuild()}`) : undefined,
    );
    ana.say(ana.dm(), 'hi');
    expect(await ana.slash(ana.dm(), 'ping')).toMatchObject({ text: 'in a server: false' });
    expect(sandbox.transcript.text('ping')).toBe('');
  });
});
