import {
  type APIModalInteractionResponseCallbackData,
  ComponentType,
  type Interaction,
  TextInputStyle,
} from 'discord.js';
import { afterEach, describe, expect, it } from 'vitest';
import { closeAll, codeOf, gym, messageOf, modalOf } from './support.ts';

afterEach(closeAll);

const label = (text: string, component: object) => ({ type: ComponentType.Label, label: text, component });
const options = (...values: string[]) => values.map((value) => ({ label: value.toUpperCase(), value }));

const FORM = {
  custom_id: 'checkin:2026-01-05',
  title: 'How did it go?',
  components: [
    label('Effort', { type: ComponentType.RadioGroup, custom_id: 'effort', options: options('0', '1-2', '3-4') }),
    label('Moves', {
      type: ComponentType.CheckboxGroup,
      custom_id: 'moves',
      min_values: 1,
      max_values: 2,
      options: options('row', 'plank', 'rope'),
    }),
    label('Tell the channel', { type: ComponentType.Checkbox, custom_id: 'share', default: true }),
    label('Kit', {
      type: ComponentType.StringSelect,
      custom_id: 'kit',
      max_values: 2,
      required: false,
      options: options('mat', 'band'),
    }),
    label('Note', {
      type: ComponentType.TextInput,
      custom_id: 'note',
      style: TextInputStyle.Paragraph,
      max_length: 20,
      required: false,
    }),
  ],
} as unknown as APIModalInteractionResponseCallbackData;

const OTHER = {
  custom_id: 'who',
  title: 'Who?',
  components: [
    { type: ComponentType.TextDisplay, content: 'Choose your partner.' },
    label('Partner', { type: ComponentType.UserSelect, custom_id: 'partner' }),
    label('Name', { type: ComponentType.TextInput, custom_id: 'name', style: TextInputStyle.Short, value: 'Us' }),
  ],
} as unknown as APIModalInteractionResponseCallbackData;

const bot =
  (told: unknown[], form = FORM) =>
  async (interaction: Interaction) => {
    if (interaction.isChatInputCommand()) await interaction.showModal(form);
    if (interaction.isButton()) await interaction.showModal(form);
    if (!interaction.isModalSubmit()) return;
    const { fields } = interaction;
    told.push(
      interaction.customId,
      Object.fromEntries(
        fields.fields.map((field) => [
          field.customId,
          'values' in field ? field.values : 'value' in field ? field.value : undefined,
        ]),
      ),
    );
    if (interaction.isFromMessage()) await interaction.update('updated');
    else await interaction.reply('noted');
  };

describe('a form', () => {
  it('is sent off with each field as Discord sends it', async () => {
    const told: unknown[] = [];
    const { sandbox, training, ana } = await gym(bot(told));
    const form = modalOf(await ana.slash(training, 'ping'));
    expect(form.title).toBe('How did it go?');
    const outcome = await ana.submit(form, {
      effort: '3-4',
      Moves: ['ROW', 'plank'],
      note: 'felt\ngood',
      share: false,
      kit: ['mat'],
    });
    expect(outcome).toMatchObject({ kind: 'message', text: 'noted' });
    expect(told).toEqual([
      'checkin:2026-01-05',
      { effort: '3-4', moves: ['row', 'plank'], share: false, kit: ['mat'], note: 'felt\ngood' },
    ]);
    expect(sandbox.departures).toEqual([]);
  });

  it('keeps what it came with where nothing is filled in', async () => {
    const told: unknown[] = [];
    const { training, ana } = await gym(bot(told));
    await ana.submit(modalOf(await ana.slash(training, 'ping')), { effort: '0', moves: ['rope'] });
    expect(told[1]).toEqual({ effort: '0', moves: ['rope'], share: true, kit: [], note: '' });
  });

  it('picks people from the server, beside text that only informs', async () => {
    const told: unknown[] = [];
    const { server, training, ana } = await gym(bot(told, OTHER));
    const bo = server.member('Bo');
    await ana.submit(modalOf(await ana.slash(training, 'ping')), { Partner: [bo] });
    expect(told[1]).toEqual({ partner: [bo.id], name: 'Us' });
  });

  it.each([
    [{ moves: ['row'] }, 'one is to be chosen'],
    [{ effort: '9', moves: ['row'] }, 'not among the options'],
    [{ effort: '0' }, 'between 1 and 2'],
    [{ effort: '0', moves: ['row', 'plank', 'rope'] }, 'between 1 and 2'],
    [{ effort: '0', moves: ['row'], note: 'a note that is far too long' }, 'at most 20'],
    [{ effort: '0', moves: ['row'], share: 'yes' }, 'ticked or not'],
    [{ effort: '0', moves: ['row'], mood: 'fine' }, 'no such field'],
  ])('is not let through with %j', async (values, why) => {
    const told: unknown[] = [];
    const { training, ana } = await gym(bot(told));
    await expect(ana.submit(modalOf(await ana.slash(training, 'ping')), values)).rejects.toThrow(why);
    expect(told).toEqual([]);
  });

  it('is submitted once, by whom it was opened for', async () => {
    const { server, training, ana } = await gym(bot([]));
    const form = modalOf(await ana.slash(training, 'ping'));
    const values = { effort: '0', moves: ['row'] };
    await expect(server.member('Bo').submit(form, values)).rejects.toThrow('opened for Ana');
    await ana.submit(form, values);
    await expect(ana.submit(form, values)).rejects.toThrow('closed');
  });

  it('that a button opened may change the message of the button', async () => {
    const { client, training, ana } = await gym(bot([]));
    const channel = client.channels.cache.get(training.id);
    if (!channel?.isSendable()) throw new Error('no channel');
    const button = { type: ComponentType.Button as const, style: 1 as const, label: 'Done', custom_id: 'done' };
    const post = await channel.send({
      content: 'today',
      components: [{ type: ComponentType.ActionRow, components: [button] }],
    });
    const form = modalOf(await ana.click({ id: post.id, channel_id: training.id }, 'Done'));
    const outcome = await ana.submit(form, { effort: '0', moves: ['row'] });
    expect(messageOf(outcome)).toMatchObject({ id: post.id, content: 'updated' });
  });

  it('that breaks the rules is refused, and not shown', async () => {
    const codes: unknown[] = [];
    const { training, ana } = await gym(async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      codes.push(await codeOf(interaction.showModal({ ...FORM, title: 'x'.repeat(46) })));
      await interaction.reply('no form');
    });
    expect(await ana.slash(training, 'ping')).toMatchObject({ text: 'no form' });
    expect(codes).toEqual([50035]);
  });
});
