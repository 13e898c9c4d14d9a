import {
  ActionRowBuilder,
  ButtonBuilder,
  ButtonStyle,
  ChannelType,
  CheckboxBuilder,
  CheckboxGroupBuilder,
  ContainerBuilder,
  EmbedBuilder,
  FileBuilder,
  FileUploadBuilder,
  InteractionContextType,
  type JSONEncodable,
  LabelBuilder,
  MediaGalleryBuilder,
  MessageFlags,
  ModalBuilder,
  PermissionFlagsBits,
  RadioGroupBuilder,
  SectionBuilder,
  SeparatorBuilder,
  SeparatorSpacingSize,
  SlashCommandBuilder,
  StringSelectMenuBuilder,
  TextDisplayBuilder,
  TextInputBuilder,
  TextInputStyle,
  ThumbnailBuilder,
  UserSelectMenuBuilder,
} from 'discord.js';
import { describe, expect, it } from 'vitest';
import { checkRequest } from '../../../src/sandbox/openapi/check.ts';
import { checkCommands } from '../../../src/sandbox/rules/commands.ts';
import { checkMessage } from '../../../src/sandbox/rules/message.ts';
import { checkModal } from '../../../src/sandbox/rules/modal.ts';

/** What would go over the wire. */
const wire = (built: JSONEncodable<unknown>): unknown => JSON.parse(JSON.stringify(built.toJSON()));

const button = (id: string, label: string) =>
  new ButtonBuilder().setCustomId(id).setLabel(label).setStyle(ButtonStyle.Success);

const messages = '/channels/{channel_id}/messages';
const callback = '/interactions/{interaction_id}/{interaction_token}/callback';

describe('what discord.js builds', () => {
  it('passes as a message in Components V2 with everything in it', () => {
    const files = [
      { name: 'row.png', size: 40_000 },
      { name: 'plan.json', size: 900 },
    ];
    const text = (content: string) => new TextDisplayBuilder().setContent(content);
    const post = new ContainerBuilder()
      .setAccentColor(0x2f9e6f)
      .addTextDisplayComponents(text('# Week 1, day 1'), text('Six moves, about 25 minutes.'))
      .addSectionComponents(
        new SectionBuilder()
          .addTextDisplayComponents(text('**Bent-over row**'), text('3 × 12–15'), text('-# Elbows close to the body'))
          .setThumbnailAccessory(new ThumbnailBuilder().setURL('attachment://row.png').setDescription('A row')),
        new SectionBuilder()
          .addTextDisplayComponents(text('**Bird-dog**'))
          .setButtonAccessory(button('how:bird-dog', 'How to').setEmoji('🧘‍♀️')),
      )
      .addSeparatorComponents(new SeparatorBuilder().setDivider(true).setSpacing(SeparatorSpacingSize.Large))
      .addMediaGalleryComponents(
        new MediaGalleryBuilder().addItems((item) => item.setURL('attachment://row.png').setDescription('A row')),
      )
      .addFileComponents(new FileBuilder().setURL('attachment://plan.json'))
      .addActionRowComponents(
        new ActionRowBuilder<ButtonBuilder>().addComponents(
          button('mine', 'My workout'),
          button('done', 'Done').setEmoji('💪'),
          new ButtonBuilder().setLabel('Source').setStyle(ButtonStyle.Link).setURL('https://example.com'),
        ),
      );
    const select = new ActionRowBuilder<UserSelectMenuBuilder>().addComponents(
      new UserSelectMenuBuilder().setCustomId('cheer').setPlaceholder('Cheer for …').setMinValues(1).setMaxValues(5),
    );
    const body = {
      flags: MessageFlags.IsComponentsV2,
      components: [wire(post), wire(select)],
      attachments: files.map(({ name }, id) => ({ id: String(id), filename: name })),
      allowed_mentions: { parse: [] },
      nonce: 'daily:1:2026-01-05',
      enforce_nonce: true,
    };
    expect(checkMessage(body, { kind: 'create', files })).toEqual([]);
    expect(checkRequest('POST', messages, body)).toEqual([]);
  });

  it('passes as a message of old with an embed, buttons and a select', () => {
    const embed = new EmbedBuilder()
      .setTitle('Streak')
      .setURL('https://example.com/streak')
      .setDescription('12 sessions')
      .setColor(0x2f9e6f)
      .setTimestamp(new Date('2026-01-05T07:30:00Z'))
      .setAuthor({ name: 'Ana', iconURL: 'https://example.com/ana.png' })
      .setFooter({ text: 'Two freezes left' })
      .setImage('attachment://heat-map.png')
      .addFields({ name: 'Kept', value: '12 of 13', inline: true });
    const select = new StringSelectMenuBuilder()
      .setCustomId('week')
      .setMaxValues(2)
      .addOptions(
        { label: 'Week 1', value: '1', description: 'Base', emoji: '1️⃣' },
        { label: 'Week 2', value: '2', default: true },
      );
    const body = {
      content: 'Your progress',
      embeds: [wire(embed)],
      components: [
        wire(new ActionRowBuilder<ButtonBuilder>().addComponents(button('share', 'Share'))),
        wire(new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(select)),
      ],
      flags: MessageFlags.Ephemeral,
    };
    expect(checkMessage(body, { kind: 'interaction', files: [] })).toEqual([]);
    expect(checkRequest('POST', callback, { type: 4, data: body })).toEqual([]);
  });

  it('passes as a modal with a radio group, checkboxes, a select and a text input', () => {
    const modal = new ModalBuilder()
      .setCustomId('enroll')
      .setTitle('Twelve weeks to a stronger back')
      .addLabelComponents(
        new LabelBuilder()
          .setLabel('Level')
          .setDescription('You can change it later.')
          .setRadioGroupComponent(
            new RadioGroupBuilder()
              .setCustomId('level')
              .addOptions(
                { label: 'Gentle', value: 'gentle', description: 'Fewer sets' },
                { label: 'Standard', value: 'standard', default: true },
                { label: 'Strong', value: 'strong' },
              ),
          ),
        new LabelBuilder().setLabel('Training days').setCheckboxGroupComponent(
          new CheckboxGroupBuilder()
            .setCustomId('days')
            .setMinValues(3)
            .setMaxValues(5)
            .addOptions(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((day) => ({ label: day, value: day }))),
        ),
        new LabelBuilder()
          .setLabel('Kit')
          .setStringSelectMenuComponent(
            new StringSelectMenuBuilder()
              .setCustomId('kit')
              .setRequired(false)
              .setMinValues(0)
              .setMaxValues(2)
              .addOptions({ label: 'Dumbbells', value: 'dumbbells' }, { label: 'Band', value: 'band' }),
          ),
        new LabelBuilder()
          .setLabel('Anything else?')
          .setTextInputComponent(
            new TextInputBuilder()
              .setCustomId('note')
              .setStyle(TextInputStyle.Paragraph)
              .setRequired(false)
              .setMaxLength(500)
              .setPlaceholder('How your week looks'),
          ),
        new LabelBuilder()
          .setLabel('I am 18 or over')
          .setCheckboxComponent(new CheckboxBuilder().setCustomId('adult').setDefault(false)),
      );
    expect(checkModal(wire(modal))).toEqual([]);
    expect(checkRequest('POST', callback, { type: 9, data: wire(modal) })).toEqual([]);
  });

  it('passes as a modal with a text and a file to upload', () => {
    const modal = new ModalBuilder()
      .setCustomId('import')
      .setTitle('Import')
      .addTextDisplayComponents(new TextDisplayBuilder().setContent('A file of an earlier export.'))
      .addLabelComponents(
        new LabelBuilder()
          .setLabel('File')
          .setFileUploadComponent(new FileUploadBuilder().setCustomId('file').setMinValues(1).setMaxValues(1)),
      );
    expect(checkModal(wire(modal))).toEqual([]);
    expect(checkRequest('POST', callback, { type: 9, data: wire(modal) })).toEqual([]);
  });

  it('passes as a set of commands', () => {
    const enroll = new SlashCommandBuilder()
      .setName('enroll')
      .setNameLocalizations({ de: 'anmelden', 'pt-BR': 'inscrever' })
      .setDescription('Begin the twelve weeks')
      .setDescriptionLocalizations({ de: 'Die zwölf Wochen beginnen' })
      .setContexts(InteractionContextType.Guild)
      .addStringOption((option) =>
        option
          .setName('level')
          .setDescription('How much')
          .setRequired(true)
          .addChoices({ name: 'Gentle', value: 'gentle' }, { name: 'Standard', value: 'standard' }),
      )
      .addIntegerOption((option) =>
        option.setName('days').setDescription('Days a week').setRequired(true).setMinValue(3).setMaxValue(5),
      )
      .addStringOption((option) =>
        option.setName('zone').setDescription('Your time zone').setAutocomplete(true).setMaxLength(64),
      );
    const checkin = new SlashCommandBuilder()
      .setName('checkin')
      .setDescription('Log what you did')
      .addSubcommand((sub) =>
        sub
          .setName('sleep')
          .setDescription('Hours slept')
          .addNumberOption((option) =>
            option.setName('hours').setDescription('How many').setRequired(true).setMinValue(0).setMaxValue(24),
          ),
      )
      .addSubcommandGroup((group) =>
        group
          .setName('workout')
          .setDescription('A session')
          .addSubcommand((sub) => sub.setName('done').setDescription('All of it')),
      );
    const coach = new SlashCommandBuilder()
      .setName('coach')
      .setDescription('For the admin')
      .setDefaultMemberPermissions(PermissionFlagsBits.ManageGuild)
      .setNSFW(false)
      .addSubcommand((sub) =>
        sub
          .setName('setup')
          .setDescription('Where and when to post')
          .addChannelOption((option) =>
            option
              .setName('channel')
              .setDescription('Where')
              .setRequired(true)
              .addChannelTypes(ChannelType.GuildText, ChannelType.GuildAnnouncement),
          ),
      );
    const commands = [enroll, checkin, coach].map(wire);
    expect(checkCommands(commands)).toEqual([]);
    expect(checkRequest('PUT', '/applications/{application_id}/commands', commands)).toEqual([]);
  });
});
