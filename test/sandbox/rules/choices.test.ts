import { describe, expect, it } from 'vitest';
import { checkChoices } from '../../../src/sandbox/rules/choices.ts';
import { formErrors } from '../../../src/sandbox/rules/form-error.ts';
import { atMost, between, error, letters, many, required } from './support.ts';

const zone = (index: number) => ({ name: `Zone ${index}`, value: `Etc/GMT+${index}` });
const errorsOf = (choices: unknown, type?: number) => formErrors(checkChoices(choices, type));

describe('the answer to autocomplete', () => {
  it('offers 25 choices at most, and may offer none', () => {
    expect(errorsOf(many(25, zone))).toEqual({});
    expect(errorsOf(many(26, zone))).toEqual(atMost('', 25));
    expect(errorsOf([])).toEqual({});
  });

  it('names each in 1 to 100 characters', () => {
    expect(errorsOf([{ name: letters(100), value: 'x' }])).toEqual({});
    expect(errorsOf([{ name: letters(101), value: 'x' }])).toEqual(between('0.name', 1, 100));
    expect(errorsOf([{ name: '', value: 'x' }])).toEqual(required('0.name'));
    expect(errorsOf([{ name: 'x', name_localizations: { de: letters(101) }, value: 'x' }])).toEqual(
      between('0.name_localizations.de', 1, 100),
    );
  });

  it('gives texts of up to 100 characters', () => {
    expect(errorsOf([{ name: 'x', value: letters(100) }], 3)).toEqual({});
    expect(errorsOf([{ name: 'x', value: letters(101) }], 3)).toEqual(atMost('0.value', 100));
    expect(errorsOf([{ name: 'x', value: letters(101) }])).toEqual(atMost('0.value', 100));
  });

  it('gives values of the option’s type', () => {
    expect(errorsOf([{ name: 'x', value: 1.5 }], 10)).toEqual({});
    expect(errorsOf([{ name: 'x', value: 1.5 }])).toEqual({});
    expect(errorsOf([{ name: 'x', value: 1.5 }], 4)).toEqual(
      error('0.value', 'NUMBER_TYPE_COERCE', 'Value 1.5 is not int.'),
    );
    expect(errorsOf([{ name: 'x', value: true }])).toEqual(
      error('0.value', 'NUMBER_TYPE_COERCE', 'Value true is not float.'),
    );
    expect(errorsOf([{ name: 'x' }])).toEqual(required('0.value'));
  });

  it('may use a name twice', () => {
    expect(errorsOf([zone(1), zone(1)])).toEqual({});
  });

  it('can be told from where it stands in the body', () => {
    expect(formErrors(checkChoices(many(26, zone)), ['data', 'choices'])).toEqual(atMost('data.choices', 25));
  });
});
