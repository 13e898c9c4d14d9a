import type { APIApplicationCommand } from 'discord-api-types/v10';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entriesOf, matching, matchingCommands } from '../../../../src/sandbox/page/client/composer/commands.ts';
import { command } from './composer-support.ts';

const checkin = command('checkin', {
  options: [
    {
      type: 1,
      name: 'workout',
      name_localizations: { 'pt-BR': 'treino' },
      description: 'Log a workout',
      description_localizations: { 'pt-BR': 'Registrar um treino' },
      options: [
        { type: 4, name: 'effort', description: 'How hard', min_value: 1, max_value: 10 },
        { type: 3, name: 'day', description: 'Which day', required: true },
      ],
    },
    { type: 1, name: 'sleep', description: 'Log a night' },
  ],
});
const mydata = command('mydata', {
  options: [
    {
      type: 2,
      name: 'all',
      description: 'Everything',
      options: [
        { type: 1, name: 'export', description: 'As a file' },
        { type: 1, name: 'delete', description: 'For good' },
      ],
    },
  ],
});
const streak = command('streak', { description: 'Your streak' });
const names = (commands: readonly APIApplicationCommand[], locale = 'en-US') =>
  entriesOf(commands, locale).map(({ name }) => name);

describe('the list of commands', () => {
  it('lists each subcommand, in groups too, on its own and by name', () => {
    expect(names([streak, mydata, checkin])).toEqual([
      'checkin sleep',
      'checkin workout',
      'mydata all delete',
      'mydata all export',
      'streak',
    ]);
  });

  it('lists what is typed, and not what is found in menus', () => {
    expect(names([{ ...streak, name: 'Report', type: 2 }, { ...streak, name: 'Pin', type: 3 }, streak])).toEqual([
      'streak',
    ]);
  });

  it('takes the command of the server where everybody has one of that name', () => {
    const [entry, ...others] = entriesOf([{ ...streak, description: 'Ours' }, streak], 'en-US');
    expect([entry?.description, others]).toEqual(['Ours', []]);
  });

  it('shows Ana her own words, and sends the words of the bot', () => {
    const [, entry] = entriesOf([checkin], 'pt-BR');
    expect(entry).toMatchObject({
      name: 'checkin treino',
      path: 'checkin workout',
      description: 'Registrar um treino',
    });
  });

  it('puts required options first', () => {
    const [, workout] = entriesOf([checkin], 'en-US');
    expect(workout?.options.map(({ name, required }) => [name, required])).toEqual([
      ['day', true],
      ['effort', false],
    ]);
  });
});

describe('what is found as Sam types', () => {
  const entries = entriesOf([checkin, mydata, streak, command('leave'), command('wake-streak')], 'pt-BR');
  const found = (typed: string) => matchingCommands(entries, typed).map(({ path }) => path);

  it('shows all after the slash alone', () => {
    expect(found('')).toHaveLength(entries.length);
  });

  it('shows those that begin with it before those that contain it', () => {
    expect(found('str')).toEqual(['streak', 'wake-streak']);
  });

  it('finds a subcommand by its own name, by the whole way, and in either language', () => {
    expect(found('workout')).toEqual(['checkin workout']);
    expect(found('checkin  tre')).toEqual(['checkin workout']);
    expect(found('CHECKIN W')).toEqual(['checkin workout']);
  });

  it('finds nothing where nothing fits', () => {
    expect(found('enrol')).toEqual([]);
  });

  it('does not mind accents', () => {
    expect(matching(['São Paulo', 'Lisboa'], 'sao', (each) => [each])).toEqual(['São Paulo']);
  });

  it('never loses, doubles or invents anything, and keeps the order among equals', () => {
    const words = fc.array(fc.string({ maxLength: 6 }), { maxLength: 12 });
    fc.assert(
      fc.property(words, fc.string({ maxLength: 3 }), (all, typed) => {
        const rows = all.map((word, index) => ({ word, index }));
        const result = matching(rows, typed, ({ word }) => [word]);
        expect(new Set(result).size).toBe(result.length);
        const fold = (word: string) => word.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
        const wanted = fold(typed.trim());
        expect(new Set(result)).toEqual(new Set(rows.filter(({ word }) => fold(word).includes(wanted))));
        const ranks = result.map(({ word, index }) => [fold(word).startsWith(wanted) ? 0 : 1, index] as const);
        expect(ranks).toEqual(ranks.toSorted(([a, i], [b, j]) => a - b || i - j));
      }),
    );
  });
});
