import { ApplicationCommandOptionType, InteractionContextType, PermissionFlagsBits } from 'discord.js';
import { afterEach, describe, expect, it } from 'vitest';
import { closeAll, codeOf, type Gym, gym, PING } from './support.ts';

afterEach(closeAll);

const CHECKIN = {
  name: 'checkin',
  description: 'Log what you did',
  options: [
    {
      type: ApplicationCommandOptionType.Subcommand as const,
      name: 'workout',
      description: 'Log a workout',
      options: [
        {
          type: ApplicationCommandOptionType.String as const,
          name: 'effort',
          description: 'How many more?',
          required: true,
          choices: [
            { name: '3 to 4', value: '3-4' },
            { name: '5 or more', value: '5+' },
          ],
        },
        {
          type: ApplicationCommandOptionType.Integer as const,
          name: 'sets',
          description: 'Sets',
          min_value: 1,
          max_value: 10,
        },
        { type: ApplicationCommandOptionType.String as const, name: 'note', description: 'Note', max_length: 5 },
      ],
    },
    { type: ApplicationCommandOptionType.Subcommand as const, name: 'water', description: 'Log water' },
  ],
};

async function checkInGym(): Promise<Gym & { heard: string[] }> {
  const heard: string[] = [];
  const scene = await gym(async (interaction) => {
    if (!interaction.isChatInputCommand()) return;
    const { options } = interaction;
    const parts = [
      options.getSubcommand(false),
      ...(options.data[0]?.options ?? []).map((option) => `${option.name}=${option.value}`),
    ];
    heard.push(parts.join(' '));
    await interaction.reply('noted');
  });
  await scene.client.application.commands.set([CHECKIN, PING]);
  return { ...scene, heard };
}

describe('registering commands', () => {
  it('replaces the whole list, and a command that stays keeps its id', async () => {
    const { client } = await gym();
    const first = await client.application.commands.set([PING, { name: 'today', description: 'Today' }]);
    const second = await client.application.commands.set([{ name: 'today', description: 'The day' }]);
    expect(second.map((command) => [command.name, command.description])).toEqual([['today', 'The day']]);
    expect(second.firstKey()).toBe(first.find((command) => command.name === 'today')?.id);
    expect((await client.application.commands.fetch()).size).toBe(1);
  });

  it('creates, edits and deletes single ones, also of one server', async () => {
    const { client, server, sandbox } = await gym();
    const guild = server.id;
    const made = await client.application.commands.create({ name: 'streak', description: 'Streak' }, guild);
    await client.application.commands.edit(made.id, { description: 'Your streak' }, guild);
    expect(sandbox.commands.list(guild).map((command) => command.description)).toEqual(['Your streak']);
    await client.application.commands.delete(made.id, guild);
    expect(sandbox.commands.list(guild)).toEqual([]);
    expect(await codeOf(client.application.commands.delete(made.id, guild))).toBe(10063);
  });

  it('refuses a list that breaks the rules, and keeps the old one', async () => {
    const { client, sandbox } = await gym();
    const broken = [{ name: 'Not Lower', description: 'x' }];
    expect(await codeOf(client.application.commands.set(broken))).toBe(50035);
    expect(sandbox.commands.list().map((command) => command.name)).toEqual(['ping']);
    expect(sandbox.departures.map((departure) => departure.by)).toEqual(['bot']);
  });
});

describe('using a command', () => {
  it('sends the subcommand and its options, with a choice named by its label', async () => {
    const { ana, training, heard } = await checkInGym();
    await ana.slash(training, 'checkin workout', { effort: '3 to 4', sets: 3 });
    await ana.slash(training, 'checkin water');
    expect(heard).toEqual(['workout effort=3-4 sets=3', 'water']);
  });

  it.each([
    ['checkin', {}, 'it asks for more, such as "workout"'],
    ['checkin sleep', {}, 'there is no "sleep"'],
    ['checkout', {}, 'there is no such command'],
    ['checkin workout', {}, 'This option is required'],
    ['checkin workout', { effort: '9' }, 'not among the choices'],
    ['checkin workout', { effort: '5+', sets: 11 }, 'at most 10'],
    ['checkin workout', { effort: '5+', sets: 1.5 }, 'valid integer'],
    ['checkin workout', { effort: '5+', sets: 'many' }, 'valid number'],
    ['checkin workout', { effort: '5+', note: 'too long' }, 'at most 5 characters'],
    ['checkin workout', { effort: '5+', reps: 1 }, 'there is no such option'],
  ])('lets nobody send /%s with %j', async (command, options, why) => {
    const { ana, training, heard } = await checkInGym();
    await expect(ana.slash(training, command, options)).rejects.toThrow(why);
    expect(heard).toEqual([]);
  });

  it('shows an admin command only to those who are permitted', async () => {
    const { client, server, training, ana } = await gym((interaction) =>
      interaction.isChatInputCommand() ? interaction.reply('set up') : undefined,
    );
    const rui = server.member('Rui', { permissions: ['ManageGuild'] });
    await client.application.commands.set([
      { name: 'coach', description: 'Setup', defaultMemberPermissions: PermissionFlagsBits.ManageGuild },
    ]);
    await expect(ana.slash(training, 'coach')).rejects.toThrow('not permitted');
    expect(await rui.slash(training, 'coach')).toMatchObject({ kind: 'message' });
    expect(await server.owner.slash(training, 'coach')).toMatchObject({ kind: 'message' });
  });

  it('shows a command only where its contexts allow it', async () => {
    const { client, training, ana } = await gym((interaction) =>
      interaction.isChatInputCommand() ? interaction.reply(`in ${interaction.context}`) : undefined,
    );
    await client.application.commands.set([
      { name: 'here', description: 'x', contexts: [InteractionContextType.Guild] },
      { name: 'there', description: 'x', contexts: [InteractionContextType.BotDM] },
    ]);
    expect(await ana.slash(training, 'here')).toMatchObject({ text: 'in 0' });
    expect(await ana.slash(ana.dm(), 'there')).toMatchObject({ text: 'in 1' });
    await expect(ana.slash(ana.dm(), 'here')).rejects.toThrow('in DMs');
    await expect(ana.slash(training, 'there')).rejects.toThrow('in a server');
  });

  it('is for members who see the channel and may use commands there', async () => {
    const { sandbox, server, training, ana } = await gym();
    const eve = sandbox.person('Eve');
    await expect(eve.slash(training, 'ping')).rejects.toThrow('not a member');
    training.permit({ deny: [[ana, 'UseApplicationCommands']] });
    await expect(ana.slash(training, 'ping')).rejects.toThrow('use commands');
    training.permit({ deny: [['everyone', 'ViewChannel']] });
    await expect(ana.slash(training, 'ping')).rejects.toThrow('see #training');
    server.remove(ana);
    await expect(ana.slash(training, 'ping')).rejects.toThrow('not a member');
  });
});
