import { ButtonStyle, ComponentType, type Interaction, MessageFlags } from 'discord.js';
import { afterEach, describe, expect, it } from 'vitest';
import { closeAll, gym, messageOf } from './support.ts';

afterEach(closeAll);

const KIT = {
  type: ComponentType.ActionRow as const,
  components: [
    {
      type: ComponentType.StringSelect as const,
      custom_id: 'kit',
      placeholder: 'Your kit',
      min_values: 1,
      max_values: 2,
      options: [
        { label: 'Mat', value: 'mat' },
        { label: 'Band', value: 'band' },
        { label: 'Rope', value: 'rope' },
      ],
    },
  ],
};
const PEOPLE = {
  type: ComponentType.ActionRow as const,
  components: [{ type: ComponentType.UserSelect as const, custom_id: 'who' }],
};
const BUTTONS = {
  type: ComponentType.ActionRow as const,
  components: [
    {
      type: ComponentType.Button as const,
      style: ButtonStyle.Link as const,
      label: 'Site',
      url: 'https://example.com',
    },
    {
      type: ComponentType.Button as const,
      style: ButtonStyle.Danger as const,
      label: 'Off',
      custom_id: 'off',
      disabled: true,
    },
    {
      type: ComponentType.Button as const,
      style: ButtonStyle.Success as const,
      emoji: { name: '🔥' },
      custom_id: 'fire',
    },
  ],
};

const bot = (told: unknown[]) => async (interaction: Interaction) => {
  if (interaction.isChatInputCommand()) {
    await interaction.reply({ content: 'choose', components: [KIT, PEOPLE, BUTTONS], flags: MessageFlags.Ephemeral });
  } else if (interaction.isStringSelectMenu()) {
    told.push(interaction.values, interaction.message.content);
    await interaction.update({ content: 'thanks', components: [] });
  } else if (interaction.isUserSelectMenu()) {
    told.push(interaction.users.map((user) => user.id));
    await interaction.deferUpdate();
  } else if (interaction.isButton()) await interaction.reply(interaction.component.type.toString());
};

describe('selects', () => {
  it('send what was picked, by value or by label', async () => {
    const told: unknown[] = [];
    const { training, ana } = await gym(bot(told));
    const message = messageOf(await ana.slash(training, 'ping'));
    expect(await ana.select(message, 'Your kit', 'Mat', 'rope')).toMatchObject({ kind: 'update', text: 'thanks' });
    expect(told).toEqual([['mat', 'rope'], 'choose']);
  });

  it('send whom was picked, with the person', async () => {
    const told: unknown[] = [];
    const { server, training, ana } = await gym(bot(told));
    const bo = server.member('Bo');
    await ana.select(messageOf(await ana.slash(training, 'ping')), 'who', bo);
    expect(told).toEqual([[bo.id]]);
  });

  it('keep their numbers and their options', async () => {
    const { sandbox, training, ana } = await gym(bot([]));
    const message = messageOf(await ana.slash(training, 'ping'));
    await expect(ana.select(message, 'kit', 'mat', 'band', 'rope')).rejects.toThrow('between 1 and 2');
    await expect(ana.select(message, 'kit', 'sofa')).rejects.toThrow('not among the options');
    await expect(ana.select(message, 'kit', 'mat', 'Mat')).rejects.toThrow('one thing twice');
    await expect(ana.select(message, 'shoes', 'mat')).rejects.toThrow('no such select');
    await expect(ana.select(message, 'who', sandbox.person('Eve'))).rejects.toThrow('not offered');
  });
});

describe('buttons', () => {
  it('are pressed only if they are there, enabled and of Discord', async () => {
    const { training, ana } = await gym(bot([]));
    const message = messageOf(await ana.slash(training, 'ping'));
    await expect(ana.click(message, 'Off')).rejects.toThrow('disabled');
    await expect(ana.click(message, 'Site')).rejects.toThrow('leads elsewhere');
    await expect(ana.click(message, 'On')).rejects.toThrow('Site, Off, 🔥');
    expect(await ana.click(message, '🔥')).toMatchObject({ kind: 'message' });
  });

  it('of an ephemeral message are for its reader alone', async () => {
    const { server, training, ana } = await gym(bot([]));
    const message = messageOf(await ana.slash(training, 'ping'));
    await expect(server.member('Bo').click(message, '🔥')).rejects.toThrow('somebody else');
  });

  it('vanish with their message, and fail once the bot is gone', async () => {
    const { sandbox, server, client, training, ana } = await gym(bot([]));
    const channel = client.channels.cache.get(training.id);
    if (!channel?.isSendable()) throw new Error('no channel');
    const post = await channel.send({ content: 'today', components: [BUTTONS] });
    const ref = { id: post.id, channel_id: training.id };
    server.leave();
    expect(await ana.click(ref, 'fire')).toMatchObject({ kind: 'failed', reason: 'This interaction failed' });
    server.join();
    await sandbox.settled();
    await post.delete();
    await expect(ana.click(ref, 'fire')).rejects.toThrow('it is gone');
  });
});
