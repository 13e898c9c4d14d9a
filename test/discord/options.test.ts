import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { optionsOf } from '../../src/discord/options.ts';

const none = new Set<string>();

describe('options from a schema', () => {
  it('states limits, choices and descriptions once, in the schema', () => {
    const fields = z.object({
      glasses: z.int().min(1).max(20).describe('Glasses'),
      hours: z.number().min(0.5).max(24).describe('Hours').optional(),
      effort: z
        .enum(['0', '5+'])
        .meta({ description: 'Effort', labels: { '0': 'none left' } })
        .optional(),
      note: z.string().min(2).max(80).describe('Note').optional(),
      again: z.boolean().describe('Again').default(false),
      where: z.string().meta({ description: 'Where', picks: 'textChannel' }).optional(),
    });
    expect(optionsOf(fields, none)).toEqual([
      {
        name: 'glasses',
        description: 'Glasses',
        required: true,
        type: ApplicationCommandOptionType.Integer,
        min_value: 1,
        max_value: 20,
      },
      { name: 'hours', description: 'Hours', type: ApplicationCommandOptionType.Number, min_value: 0.5, max_value: 24 },
      {
        name: 'effort',
        description: 'Effort',
        type: ApplicationCommandOptionType.String,
        choices: [
          { name: 'none left', value: '0' },
          { name: '5+', value: '5+' },
        ],
      },
      { name: 'note', description: 'Note', type: ApplicationCommandOptionType.String, min_length: 2, max_length: 80 },
      { name: 'again', description: 'Again', type: ApplicationCommandOptionType.Boolean },
      { name: 'where', description: 'Where', type: ApplicationCommandOptionType.Channel, channel_types: [0, 5] },
    ]);
  });

  it('puts required options first, whatever their order in the schema', () => {
    const fields = z.object({
      a: z.string().describe('A').optional(),
      b: z.string().describe('B'),
      c: z.string().describe('C'),
    });
    expect(optionsOf(fields, none).map(({ name }) => name)).toEqual(['b', 'c', 'a']);
  });

  it('offers suggestions where the command has some', () => {
    const fields = z.object({ zone: z.string().describe('Zone') });
    expect(optionsOf(fields, new Set(['zone']))).toMatchObject([{ name: 'zone', autocomplete: true }]);
  });

  it('refuses an option without a description, and a type that Discord has not, by name', () => {
    expect(() => optionsOf(z.object({ zone: z.string() }), none)).toThrow('option "zone" has no description');
    expect(() => optionsOf(z.object({ when: z.array(z.string()).describe('When') }), none)).toThrow(
      'option "when" is of type "array"; takes a string, number, boolean or channel',
    );
  });
});
