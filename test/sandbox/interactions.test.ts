import { ButtonStyle, ComponentType, type Interaction, MessageFlags } from 'discord.js';
import { afterEach, describe, expect, it } from 'vitest';
import { closeAll, codeOf, gym, messageOf } from './support.ts';

afterEach(closeAll);

const MINUTE = 60_000;
const row = (...labels: string[]) => ({
  type: ComponentType.ActionRow as const,
  components: labels.map((label) => ({
    type: ComponentType.Button as const,
    style: ButtonStyle.Primary as const,
    label,
    custom_id: label.toLowerCase(),
  })),
});

describe('the first answer', () => {
  it('is for all in the channel, or ephemerally for one', async () => {
    const { server, training, ana, client } = await gym(async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      await interaction.reply({ content: 'between us', flags: MessageFlags.Ephemeral });
      await interaction.followUp('for all');
    });
    const bo = server.member('Bo');
    expect(await ana.slash(training, 'ping')).toMatchObject({ ephemeral: true, text: 'between us' });
    expect(ana.sees(training).map((message) => message.content)).toEqual(['between us', 'for all']);
    expect(bo.sees(training).map((message) => message.content)).toEqual(['for all']);
    const channel = client.channels.cache.get(training.id);
    const listed = channel?.isTextBased() ? await channel.messages.fetch() : undefined;
    expect(listed?.map((message) => message.content)).toEqual(['for all']);
  });

  it('says which command it answers, and whose', async () => {
    const { training, ana } = await gym(async (interaction) => {
      if (interaction.isChatInputCommand()) await interaction.reply({ content: 'pong', components: [row('Again')] });
      if (interaction.isButton()) await interaction.reply('pong again');
    });
    const answer = messageOf(await ana.slash(training, 'ping'));
    expect(answer.interaction).toMatchObject({ type: 2, name: 'ping', user: { id: ana.id } });
    const next = messageOf(await ana.click(answer, 'Again'));
    expect(next.interaction).toBe(undefined);
    expect(next.interaction_metadata).toMatchObject({ type: 3, user: { id: ana.id } });
  });

  it('brings back the message that it made, when asked to', async () => {
    const seen: unknown[] = [];
    const { training, ana } = await gym(async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      const response = await interaction.reply({ content: 'pong', withResponse: true });
      seen.push(response.resource?.message?.content, response.interaction.responseMessageId);
    });
    const { id } = messageOf(await ana.slash(training, 'ping'));
    expect(seen).toEqual(['pong', id]);
  });

  it('comes once: a second one is refused with 40060', async () => {
    const codes: unknown[] = [];
    const { client, sandbox, training, ana } = await gym(async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      await interaction.reply('first');
      const route = `/interactions/${interaction.id}/${interaction.token}/callback` as const;
      codes.push(
        await codeOf(client.rest.post(route, { body: { type: 4, data: { content: 'second' } }, auth: false })),
      );
      codes.push(
        await codeOf(
          client.rest.post(`/interactions/${interaction.id}/x/callback`, {
            body: { type: 4, data: { content: '?' } },
            auth: false,
          }),
        ),
      );
    });
    await ana.slash(training, 'ping');
    await sandbox.settled();
    expect(codes).toEqual([40060, 10062]);
  });

  it('comes within three seconds: later it is refused with 10062, and Ana was told long since', async () => {
    let late: Promise<unknown> = Promise.resolve();
    let release: () => void = () => undefined;
    const wait = new Promise<void>((resolve) => {
      release = resolve;
    });
    const { sandbox, training, ana } = await gym((interaction) => {
      if (!interaction.isChatInputCommand()) return;
      late = wait.then(() => codeOf(interaction.reply('sorry')));
    });
    const outcome = ana.slash(training, 'ping');
    await sandbox.clock.advanceBy(2_999);
    await sandbox.clock.advanceBy(1);
    expect(await outcome).toMatchObject({ kind: 'failed', reason: 'The application did not respond' });
    release();
    expect(await late).toBe(10062);
  });

  it('is awaited with patience, and a bot that hangs fails the test by name', async () => {
    const { training, ana } = await gym(() => undefined, { patience: 50 });
    await expect(ana.slash(training, 'ping')).rejects.toThrow("did not answer Ana's /ping within 50 ms");
  });

  it('fails at once when no bot is there', async () => {
    const { client, training, ana } = await gym();
    await client.destroy();
    expect(await ana.slash(training, 'ping')).toMatchObject({ kind: 'failed' });
  });
});

describe('a deferral', () => {
  it('shows that the bot is thinking until the answer is filled in', async () => {
    const { sandbox, training, ana } = await gym(async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      await interaction.deferReply({ flags: MessageFlags.Ephemeral });
      await interaction.editReply('thought it over');
    });
    expect(await ana.slash(training, 'ping')).toMatchObject({
      kind: 'message',
      ephemeral: true,
      text: 'thought it over',
    });
    const told = sandbox.transcript.events.filter((event) => event.kind === 'coach').map((event) => event.how);
    expect(told).toEqual(['is thinking', 'answered']);
  });

  it('is filled in by the first follow-up', async () => {
    const { training, ana } = await gym(async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      await interaction.deferReply();
      await interaction.followUp('one');
      await interaction.followUp('two');
    });
    expect(await ana.slash(training, 'ping')).toMatchObject({ text: 'one' });
    expect(ana.sees(training).map((message) => message.content)).toEqual(['one', 'two']);
  });

  it('of a button leaves the message as it is until it is edited', async () => {
    const { training, ana } = await gym(async (interaction) => {
      if (interaction.isChatInputCommand())
        await interaction.reply({ content: 'today', components: [row('Quiet', 'Loud')] });
      if (!interaction.isButton()) return;
      await interaction.deferUpdate();
      if (interaction.customId === 'loud') await interaction.editReply('changed');
    });
    const message = messageOf(await ana.slash(training, 'ping'));
    expect(await ana.click(message, 'Quiet')).toMatchObject({ kind: 'nothing' });
    expect(await ana.click(message, 'Loud')).toMatchObject({ kind: 'update', text: 'changed\n[Quiet]\n[Loud]' });
  });

  it('that nobody fills in fails when its token ends', async () => {
    const { sandbox, training, ana } = await gym((interaction) =>
      interaction.isChatInputCommand() ? interaction.deferReply() : undefined,
    );
    const outcome = ana.slash(training, 'ping');
    await sandbox.clock.advanceBy(15 * MINUTE);
    expect(await outcome).toMatchObject({ kind: 'failed', reason: 'The application did not respond' });
  });

  it('ends with its token after fifteen minutes', async () => {
    let interaction: Interaction | undefined;
    const { sandbox, training, ana } = await gym(async (received) => {
      interaction = received;
      if (received.isChatInputCommand()) await received.reply('pong');
    });
    await ana.slash(training, 'ping');
    if (!interaction?.isChatInputCommand()) throw new Error('no interaction');
    await sandbox.clock.advanceBy(14 * MINUTE);
    await interaction.followUp('still here');
    await sandbox.clock.advanceBy(MINUTE);
    expect(await codeOf(interaction.followUp('too late'))).toBe(50027);
    expect(await codeOf(interaction.editReply('too late'))).toBe(50027);
  });
});

describe('what follows an answer', () => {
  it('reads, changes and deletes it and its follow-ups', async () => {
    const codes: unknown[] = [];
    const { training, ana } = await gym(async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      await interaction.reply({ content: 'first', flags: MessageFlags.Ephemeral });
      await interaction.editReply('changed');
      codes.push((await interaction.fetchReply()).content);
      const second = await interaction.followUp({ content: 'second', flags: MessageFlags.Ephemeral });
      await interaction.editReply({ message: second, content: 'second, changed' });
      await interaction.deleteReply(second);
      codes.push(await codeOf(interaction.editReply({ message: second, content: 'gone' })));
      await interaction.deleteReply();
      codes.push(await codeOf(interaction.fetchReply()));
    });
    await ana.slash(training, 'ping');
    expect(codes).toEqual(['changed', 10008, 10008]);
    expect(ana.sees(training)).toEqual([]);
  });

  it('is not possible before the first answer', async () => {
    const codes: unknown[] = [];
    const { client, sandbox, training, ana } = await gym(async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      const route = `/webhooks/${sandbox.bot.applicationId}/${interaction.token}` as const;
      codes.push(await codeOf(client.rest.post(route, { body: { content: 'early' }, auth: false })));
      await interaction.reply('now');
    });
    await ana.slash(training, 'ping');
    expect(codes).toEqual([10015]);
  });

  it('ends when Ana sees the post in the channel that her answer set off', async () => {
    const { training, ana } = await gym(async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      await interaction.reply({ content: 'logged', flags: MessageFlags.Ephemeral });
      if (interaction.channel?.isSendable()) await interaction.channel.send('First check-in!');
    });
    await ana.slash(training, 'ping');
    expect(ana.sees(training).map((message) => message.content)).toEqual(['logged', 'First check-in!']);
  });
});

describe('what the bot is told', () => {
  it('has the place, the languages, the permissions and the member', async () => {
    const told: unknown[] = [];
    const { sandbox, server } = await gym(async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      const { locale, guildLocale, context, memberPermissions, appPermissions, attachmentSizeLimit } = interaction;
      const member = interaction.inCachedGuild() ? interaction.member.displayName : undefined;
      told.push({ locale, guildLocale, context, member, attachmentSizeLimit });
      told.push(
        memberPermissions?.has('ManageGuild'),
        appPermissions.has('ManageGuild'),
        appPermissions.has('SendMessages'),
      );
      told.push(interaction.authorizingIntegrationOwners.guildId);
      await interaction.reply('pong');
    });
    server.update({ locale: 'de' });
    const rui = server.member('Rui', { locale: 'pt-BR', permissions: ['ManageGuild'], nick: 'Boss' });
    await rui.slash(server.channel('yoga'), 'ping');
    expect(told).toEqual([
      { locale: 'pt-BR', guildLocale: 'de', context: 0, member: 'Boss', attachmentSizeLimit: 10_485_760 },
      true,
      false,
      true,
      server.id,
    ]);
    expect(sandbox.departures).toEqual([]);
  });
});

it('answers a button with a new message, an update of its own, or in private', async () => {
  const { server, training, ana } = await gym((interaction) => {
    if (interaction.isChatInputCommand()) {
      return interaction.reply({ content: 'today', components: [row('Mine', 'All', 'Off')] });
    }
    if (!interaction.isButton()) return undefined;
    if (interaction.customId === 'mine') return interaction.reply({ content: 'yours', flags: MessageFlags.Ephemeral });
    if (interaction.customId === 'all') return interaction.reply('for all');
    return interaction.update({ content: 'off', components: [] });
  });
  const bo = server.member('Bo');
  const message = messageOf(await ana.slash(training, 'ping'));
  expect(await bo.click(message, 'Mine')).toMatchObject({ kind: 'message', ephemeral: true });
  expect(await ana.click(message, 'all')).toMatchObject({ kind: 'message', text: 'for all' });
  expect(await bo.click(message, 'Off')).toMatchObject({ kind: 'update', text: 'off' });
  await expect(ana.click(message, 'Mine')).rejects.toThrow('the message has the buttons none');
});
