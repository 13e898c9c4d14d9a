import { ApplicationCommandOptionType, ChannelType, type Interaction } from 'discord.js';
import { afterEach, describe, expect, it } from 'vitest';
import { closeAll, codeOf, gym } from './support.ts';

afterEach(closeAll);

const SHOW = {
  name: 'show',
  description: 'Shows things',
  options: [
    { type: ApplicationCommandOptionType.User as const, name: 'who', description: 'Who' },
    {
      type: ApplicationCommandOptionType.Channel as const,
      name: 'where',
      description: 'Where',
      channelTypes: [ChannelType.GuildText as const],
    },
    { type: ApplicationCommandOptionType.Role as const, name: 'as', description: 'As' },
    { type: ApplicationCommandOptionType.Mentionable as const, name: 'to', description: 'To' },
    { type: ApplicationCommandOptionType.Boolean as const, name: 'loud', description: 'Loud' },
    { type: ApplicationCommandOptionType.Number as const, name: 'load', description: 'Load', min_value: 0.5 },
  ],
};
const ENROLL = {
  name: 'enroll',
  description: 'Join',
  options: [
    {
      type: ApplicationCommandOptionType.String as const,
      name: 'zone',
      description: 'Zone',
      required: true,
      autocomplete: true,
    },
    { type: ApplicationCommandOptionType.String as const, name: 'level', description: 'Level', required: true },
  ],
};

describe('options that name somebody or something', () => {
  it('come with what they name', async () => {
    const told: unknown[] = [];
    const { client, server, training, ana } = await gym(async (interaction: Interaction) => {
      if (!interaction.isChatInputCommand()) return;
      const { options } = interaction;
      const member = options.getMember('who');
      told.push(options.getUser('who')?.username, member !== null && 'permissions' in member);
      const channel = options.getChannel('where');
      told.push(channel?.name, options.getRole('as')?.name, options.getMentionable('to') !== null);
      told.push(options.getBoolean('loud'), options.getNumber('load'));
      await interaction.reply('shown');
    });
    await client.application.commands.set([SHOW]);
    const bo = server.member('Bo');
    const coach = server.role('Coach');
    await ana.slash(training, 'show', { who: bo, where: training, as: coach, to: coach, loud: true, load: 12.5 });
    expect(told).toEqual([bo.state.api.username, true, 'training', 'Coach', true, true, 12.5]);
  });

  it('take only who is here, and of the right kind', async () => {
    const { client, sandbox, server, training, ana } = await gym();
    await client.application.commands.set([SHOW]);
    const eve = sandbox.person('Eve');
    await expect(ana.slash(training, 'show', { who: eve })).rejects.toThrow('not here');
    await expect(ana.slash(training, 'show', { where: server.role('Coach') })).rejects.toThrow('not here');
    await expect(ana.slash(training, 'show', { who: 'Bo' })).rejects.toThrow('takes somebody');
    await expect(ana.slash(training, 'show', { loud: 'yes' })).rejects.toThrow('True or False');
    await expect(ana.slash(training, 'show', { load: 0.25 })).rejects.toThrow('at least 0.5');
  });
});

describe('autocomplete', () => {
  it('offers what the bot answers to what is typed', async () => {
    const { client, training, ana } = await gym(async (interaction: Interaction) => {
      if (!interaction.isAutocomplete()) return;
      const focused = interaction.options.getFocused(true);
      const level = interaction.options.getString('level');
      await interaction.respond([{ name: `${focused.name}: ${focused.value} ${level}`, value: 'Europe/Lisbon' }]);
    });
    await client.application.commands.set([ENROLL]);
    const offered = await ana.autocomplete(training, 'enroll', { zone: 'lis', level: 'gentle' }, 'zone');
    expect(offered).toMatchObject({ kind: 'choices', choices: [{ name: 'zone: lis gentle', value: 'Europe/Lisbon' }] });
    await expect(ana.autocomplete(training, 'enroll', { level: 'g' }, 'level')).rejects.toThrow('no autocomplete');
  });

  it('refuses too many choices', async () => {
    const codes: unknown[] = [];
    const { client, training, ana } = await gym(async (interaction: Interaction) => {
      if (!interaction.isAutocomplete()) return;
      const many = Array.from({ length: 26 }, (_, index) => ({ name: `${index}`, value: `${index}` }));
      codes.push(await codeOf(interaction.respond(many)));
      await interaction.respond([]);
    });
    await client.application.commands.set([ENROLL]);
    expect(await ana.autocomplete(training, 'enroll', {}, 'zone')).toMatchObject({ choices: [] });
    expect(codes).toEqual([50035]);
  });
});
