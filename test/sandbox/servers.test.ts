import { Events } from 'discord.js';
import { afterEach, describe, expect, it } from 'vitest';
import { closeAll, gym } from './support.ts';

afterEach(closeAll);

describe('servers', () => {
  it('come when the bot is invited and go when it is removed', async () => {
    const { sandbox, client } = await gym();
    const heard: string[] = [];
    client.on(Events.GuildCreate, (guild) => heard.push(`in ${guild.name}`));
    client.on(Events.GuildDelete, (guild) => heard.push(`out of ${guild.name}`));
    const porto = sandbox.server({ name: 'Porto Planks', joined: false });
    await sandbox.settled();
    expect(heard).toEqual([]);
    porto.join();
    await sandbox.settled();
    porto.leave();
    await sandbox.settled();
    expect(heard).toEqual(['in Porto Planks', 'out of Porto Planks']);
  });

  it('become unavailable in an outage without the bot having left', async () => {
    const { sandbox, client, server, training, ana } = await gym((interaction) =>
      interaction.isChatInputCommand() ? interaction.reply('pong') : undefined,
    );
    const heard: string[] = [];
    client.on(Events.GuildUnavailable, () => heard.push('unavailable'));
    client.on(Events.GuildAvailable, () => heard.push('available'));
    client.on(Events.GuildDelete, () => heard.push('left'));
    server.outage();
    await sandbox.settled();
    expect(await ana.slash(training, 'ping')).toMatchObject({ kind: 'failed' });
    server.recover();
    await sandbox.settled();
    expect(heard).toEqual(['unavailable', 'available']);
    expect(await ana.slash(training, 'ping')).toMatchObject({ kind: 'message' });
  });

  it('tell of channels that are made, changed and deleted', async () => {
    const { sandbox, client, server } = await gym();
    const heard: string[] = [];
    client.on(Events.ChannelCreate, (channel) => heard.push(`+${channel.name}`));
    client.on(Events.ChannelUpdate, (_, channel) => heard.push('name' in channel ? `~${channel.name}` : ''));
    client.on(Events.ChannelDelete, (channel) => heard.push('name' in channel ? `-${channel.name}` : ''));
    const channel = server.channel('yoga');
    channel.update({ name: 'stretch' });
    channel.delete();
    await sandbox.settled();
    expect(heard).toEqual(['+yoga', '~stretch', '-stretch']);
  });

  it('tell of permissions that the bot gains and loses', async () => {
    const { sandbox, client, server, training } = await gym();
    const mine = () => client.guilds.cache.get(server.id)?.members.me?.permissionsIn(training.id);
    expect(mine()?.has('SendMessages')).toBe(true);
    training.permit({ deny: [['bot', 'SendMessages']] });
    await sandbox.settled();
    expect(mine()?.has('SendMessages')).toBe(false);
    training.permit({});
    server.everyone.permissions();
    server.botPermissions(['ViewChannel']);
    await sandbox.settled();
    expect(mine()?.toArray()).toEqual(['ViewChannel']);
  });

  it('can be asked about over REST', async () => {
    const { client, server, training, ana } = await gym();
    const guild = await client.guilds.fetch({ guild: server.id, force: true });
    expect(guild.approximateMemberCount).toBe(3);
    expect((await guild.channels.fetch()).has(training.id)).toBe(true);
    expect((await guild.roles.fetch()).size).toBe(2);
    expect((await guild.members.fetch(ana.id)).displayName).toBe('Ana');
    await guild.leave();
    expect(server.state.joined).toBe(false);
  });
});
