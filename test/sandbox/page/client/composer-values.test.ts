import type { APIApplicationCommandBasicOption } from 'discord-api-types/v10';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placesOf } from '../../../../src/sandbox/page/client/composer/places.ts';
import { hasList, suggestionsFor } from '../../../../src/sandbox/page/client/composer/suggestions.ts';
import { check, limitsOf } from '../../../../src/sandbox/page/client/composer/values.ts';
import { ANA, fieldFor, PEOPLE, places } from './composer-support.ts';

type Option = APIApplicationCommandBasicOption;
const option = (type: number, more: object = {}) =>
  ({ type, name: 'it', description: 'Something', ...more }) as unknown as Option;
/** What comes of a text: the value that is sent, or what is said. */
const said = (of: Option, text: string, picked?: { label: string; value: string | number | boolean }) => {
  const checked = check(fieldFor(of, text, picked), places);
  return checked.ok ? checked.value : checked.error;
};

describe('what Sam typed, as it is sent', () => {
  it('asks for what is left empty', () => {
    for (const type of [3, 4, 5, 6, 7, 8, 9, 10])
      expect(said(option(type), '  ')).toBe('This option is required. Specify a value');
  });

  it('sends words without the spaces around them', () => {
    expect(said(option(3), '  Mon Wed ')).toBe('Mon Wed');
  });

  it('sends numbers as numbers', () => {
    expect(said(option(4), '7')).toBe(7);
    expect(said(option(4), '-3')).toBe(-3);
    expect(said(option(10), '7.5')).toBe(7.5);
    expect(said(option(10), '.5')).toBe(0.5);
  });

  it('sends true and false as such, however they are typed', () => {
    expect(said(option(5), 'True')).toBe(true);
    expect(said(option(5), 'false')).toBe(false);
  });

  it('sends the value of a choice for its label', () => {
    const level = option(3, { choices: [{ name: 'Gentle', value: 'l1' }] });
    expect(said(level, 'Gentle')).toBe('l1');
    expect(said(level, 'gentle')).toBe('l1');
    expect(said(level, 'l1')).toBe('l1');
    expect(said(option(4, { choices: [{ name: 'Two', value: 2 }] }), 'Two')).toBe(2);
  });

  it('sends the value of what was picked until its text is changed', () => {
    const zone = { label: 'Europe/Lisbon (07:45 now)', value: 'Europe/Lisbon' };
    expect(said(option(3, { autocomplete: true }), zone.label, zone)).toBe('Europe/Lisbon');
    expect(said(option(3, { autocomplete: true }), 'Europe/Lis', zone)).toBe('Europe/Lis');
  });

  it('sends people, roles and channels by their ids', () => {
    expect(said(option(6), '@Ana B')).toBe('11');
    expect(said(option(6), 'ana b')).toBe('11');
    expect(said(option(6), '<@12>')).toBe('12');
    expect(said(option(8), 'lifters')).toBe('101');
    expect(said(option(9), '@everyone')).toBe('100');
    expect(said(option(7), '#training')).toBe('201');
    expect(said(option(7), 'Gym floor')).toBe('202');
  });
});

describe('what Discord would not let Sam send', () => {
  it('takes no other words for numbers, true, people and places', () => {
    expect(said(option(4), '1.5')).toBe('Input a valid integer.');
    expect(said(option(4), '99999999999999999999')).toBe('Input a valid integer.');
    expect(said(option(10), '1,5')).toBe('Input a valid number.');
    expect(said(option(10), 'Infinity')).toBe('Input a valid number.');
    expect(said(option(5), 'maybe')).toBe('Input a valid true or false value.');
    expect(said(option(6), 'Zoe')).toBe('Input a valid user.');
    expect(said(option(7), 'Zoe')).toBe('Input a valid channel.');
    expect(said(option(8), 'Zoe')).toBe('Input a valid role.');
    expect(said(option(9), 'Zoe')).toBe('Input a valid mentionable.');
    expect(said(option(3, { choices: [{ name: 'Gentle', value: 'l1' }] }), 'Rough')).toBe('Input a valid choice.');
  });

  it('does not guess which of two Bens is meant, unless one was picked', () => {
    expect(said(option(6), 'ben')).toBe('Input a valid user.');
    expect(said(option(6), '@Ben', { label: '@Ben', value: '13' })).toBe('13');
  });

  it('says which numbers are taken', () => {
    expect(said(option(4, { min_value: 0, max_value: 24 }), '25')).toBe('Value must be between 0 and 24.');
    expect(said(option(4, { min_value: 1 }), '0')).toBe('Value must be greater than or equal to 1.');
    expect(said(option(10, { max_value: 2.5 }), '2.6')).toBe('Value must be less than or equal to 2.5.');
  });

  it('says how long a text may be', () => {
    expect(said(option(3, { min_length: 2, max_length: 4 }), 'a')).toBe('Must be between 2 and 4 in length.');
    expect(said(option(3, { max_length: 4 }), 'abcde')).toBe('Must be 4 or fewer in length.');
    expect(said(option(3, { min_length: 2 }), 'a')).toBe('Must be 2 or more in length.');
    expect(said(option(3), 'a'.repeat(6_001))).toBe('Must be 6000 or fewer in length.');
  });

  it('says that nothing can be uploaded', () => {
    expect(said(option(11), '')).toBe('Files cannot be uploaded in this sandbox.');
  });

  it('takes exactly the integers between the bounds', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer(), fc.integer(), (a, b, n) => {
        const [min, max] = [Math.min(a, b), Math.max(a, b)];
        const result = said(option(4, { min_value: min, max_value: max }), String(n));
        expect(result).toBe(n >= min && n <= max ? n : `Value must be between ${min} and ${max}.`);
      }),
    );
  });
});

describe('what is offered', () => {
  const offered = (of: Option, text: string, picked?: { label: string; value: string }) =>
    suggestionsFor(fieldFor(of, text, picked), places).map(({ label }) => label);
  const levels = option(3, {
    choices: [
      { name: 'Gentle', value: 'l1' },
      { name: 'Strong', value: 'l2' },
    ],
  });

  it('offers the choices that fit, and all of them again where one was picked', () => {
    expect(offered(levels, '')).toEqual(['Gentle', 'Strong']);
    expect(offered(levels, 'st')).toEqual(['Strong']);
    expect(offered(levels, 'Strong', { label: 'Strong', value: 'l2' })).toEqual(['Gentle', 'Strong']);
    expect(offered(levels, 'soft')).toEqual([]);
  });

  it('offers True and False', () => {
    expect(offered(option(5), '')).toEqual(['True', 'False']);
  });

  it('offers people by nickname and by username, with or without the sign', () => {
    expect(offered(option(6), '')).toEqual(['@Ana B', '@Ben', '@Ben']);
    expect(offered(option(6), '@be')).toEqual(['@Ben', '@Ben']);
    expect(offered(option(6), 'ana_0011')).toEqual(['@Ana B']);
  });

  it('offers only the kinds of channels that the option takes', () => {
    expect(offered(option(7, { channel_types: [0, 5] }), '')).toEqual(['#training', '#news']);
    expect(offered(option(7), '')).toEqual(['#training', 'Gym floor', '#news']);
    expect(said(option(7, { channel_types: [0] }), 'Gym floor')).toBe('Input a valid channel.');
  });

  it('offers people and roles where either can be mentioned', () => {
    expect(offered(option(9), '')).toEqual(['@Ana B', '@Ben', '@Ben', '@everyone', '@Lifters']);
  });

  it('knows nobody in DMs but who writes', () => {
    const alone = placesOf(undefined, PEOPLE, ANA);
    expect(suggestionsFor(fieldFor(option(9), ''), alone).map(({ label }) => label)).toEqual(['@Ana']);
  });

  it('offers at most 25', () => {
    const choices = Array.from({ length: 40 }, (_, n) => ({ name: `Move ${n}`, value: `${n}` }));
    expect(offered(option(3, { choices }), 'move')).toHaveLength(25);
  });

  it('has a list for all that can be picked, and none for plain text and numbers', () => {
    const lists = [3, 4, 5, 6, 7, 8, 9, 10, 11].map((type) => hasList(fieldFor(option(type), '').option));
    expect(lists).toEqual([false, false, true, true, true, true, true, false, false]);
    expect(hasList(fieldFor(option(10, { autocomplete: true }), '').option)).toBe(true);
    expect(hasList(fieldFor(levels, '').option)).toBe(true);
  });
});

describe('what an option says that it takes', () => {
  it('names its limits in a few words', () => {
    const limits = (type: number, more?: object) => limitsOf(fieldFor(option(type, more), '').option);
    expect(limits(4, { min_value: 0, max_value: 24 })).toBe('0 to 24');
    expect(limits(10, { min_value: 1 })).toBe('1 or more');
    expect(limits(4, { max_value: 9 })).toBe('9 or less');
    expect(limits(3, { min_length: 1, max_length: 64 })).toBe('1 to 64 characters');
    expect(limits(3, { max_length: 64 })).toBe('up to 64 characters');
    expect(limits(3, { min_length: 2 })).toBe('2 characters or more');
    expect([limits(3), limits(4), limits(5)]).toEqual([undefined, undefined, undefined]);
    expect(limits(11)).toBe('Files cannot be uploaded in this sandbox.');
  });
});
