import { describe, expect, it } from 'vitest';
import { checkCommand, checkCommands } from '../../../src/sandbox/rules/commands.ts';
import { formErrors } from '../../../src/sandbox/rules/form-error.ts';
import { atMost, between, error, letters, many, numberAtLeast, numberAtMost, required } from './support.ts';

const checkin = { name: 'checkin', description: 'Log what you did' };
const commandOf = (...options: unknown[]) => ({ ...checkin, options });
const errorsOf = (...commands: unknown[]) => formErrors(checkCommands(commands));
const inOption = (option: object) => errorsOf(commandOf({ name: 'sets', description: 'How many', type: 4, ...option }));
const path = '0.options.0';

describe('the commands of an application', () => {
  const named = (count: number) => many(count, (index) => ({ ...checkin, name: `checkin${index}` }));

  it('are 100 to type at most', () => {
    expect(errorsOf(...named(100))).toEqual({});
    expect(errorsOf(...named(101))).toEqual(atMost('', 100));
  });

  it('have names that are unique within their type', () => {
    expect(errorsOf(checkin, { ...checkin, name: 'today' }, checkin)).toEqual(
      error('2', 'APPLICATION_COMMANDS_DUPLICATE_NAME', 'Application command names must be unique'),
    );
    expect(errorsOf(checkin, { name: 'checkin', type: 2 }, { name: 'checkin', type: 3 })).toEqual({});
  });

  it('are objects', () => {
    expect(errorsOf('checkin')).toEqual(error('0', 'MODEL_TYPE_CONVERT', 'Expected an object/dictionary.'));
  });

  it('in a context menu are called what they like, and have neither description nor options', () => {
    expect(errorsOf({ name: 'Give a Nudge', type: 2, description: '', options: [] })).toEqual({});
    expect(errorsOf({ name: 'Give a Nudge', type: 2, description: 'x' })).toEqual(
      error(
        '0.description',
        'APPLICATION_COMMAND_CONTEXT_MENU_DESCRIPTION_NOT_ALLOWED',
        'Context menu commands cannot have description',
      ),
    );
    expect(errorsOf({ ...commandOf({ type: 3, name: 'x', description: 'x' }), type: 3, description: '' })).toEqual(
      error(
        '0.options',
        'APPLICATION_COMMAND_CONTEXT_MENU_OPTIONS_NOT_ALLOWED',
        'Context menu commands cannot have options',
      ),
    );
  });

  it('checked alone have paths of their own', () => {
    expect(formErrors(checkCommand({ ...checkin, description: '' }))).toEqual(required('description'));
  });
});

describe('a name', () => {
  const invalid = { code: 'APPLICATION_COMMAND_INVALID_NAME', message: 'Command name is invalid' };
  const noMatch = { code: 'STRING_TYPE_REGEX', message: 'String value did not match validation regex.' };

  it.each(['checkin', 'check-in', 'check_in', '2day', 'início', 'ทดสอบ', 'अभ्यास', "today's", letters(32)])(
    'may be %s',
    (name) => {
      expect(errorsOf({ ...checkin, name })).toEqual({});
    },
  );

  it.each(['check in', 'check.in', 'check!', '💪'])('may not be %s', (name) => {
    expect(errorsOf({ ...checkin, name })).toEqual({ 0: { name: { _errors: [noMatch, invalid] } } });
  });

  it('has no capitals', () => {
    expect(errorsOf({ ...checkin, name: 'checkIn' })).toEqual({ 0: { name: { _errors: [invalid] } } });
  });

  it('is 32 characters long, not 33', () => {
    expect(errorsOf({ ...checkin, name: letters(33) })).toEqual(between('0.name', 1, 32));
    expect(errorsOf({ description: 'x' })).toEqual(required('0.name'));
  });

  it('keeps the same rules in translation', () => {
    const translated = (name: string) => ({ ...checkin, name_localizations: { de: name } });
    expect(errorsOf(translated('abhaken'))).toEqual({});
    expect(errorsOf(translated('Abhaken'))).toEqual({ 0: { name_localizations: { de: { _errors: [invalid] } } } });
    expect(errorsOf(translated(letters(33)))).toEqual(between('0.name_localizations.de', 1, 32));
  });

  it('is translated into languages that Discord has', () => {
    expect(errorsOf({ ...checkin, name_localizations: { 'de-AT': 'abhaken' } })).toEqual(
      error('0.name_localizations.de-AT', 'BASE_TYPE_CHOICES', '"de-AT" is not a known locale.'),
    );
  });
});

describe('a description', () => {
  it('is 1 to 100 characters long', () => {
    expect(errorsOf({ ...checkin, description: letters(100) })).toEqual({});
    expect(errorsOf({ ...checkin, description: letters(101) })).toEqual(between('0.description', 1, 100));
    expect(errorsOf({ ...checkin, description: '' })).toEqual(required('0.description'));
    expect(errorsOf({ ...checkin, description_localizations: { de: letters(101) } })).toEqual(
      between('0.description_localizations.de', 1, 100),
    );
  });
});

describe('options', () => {
  const option = (index: number, more: object = {}) => ({ type: 3, name: `o${index}`, description: 'x', ...more });

  it('are 25 at most', () => {
    expect(errorsOf(commandOf(...many(25, (index) => option(index))))).toEqual({});
    expect(errorsOf(commandOf(...many(26, (index) => option(index))))).toEqual(atMost('0.options', 25));
  });

  it('have names of their own', () => {
    expect(errorsOf(commandOf(option(1), option(2), option(1)))).toEqual(
      error(
        '0.options.2',
        'APPLICATION_COMMAND_OPTIONS_NAME_INVALID',
        'Option name o1 is already used in these options',
      ),
    );
  });

  it('come after those that are required', () => {
    expect(errorsOf(commandOf(option(1, { required: true }), option(2)))).toEqual({});
    expect(errorsOf(commandOf(option(1), option(2, { required: true })))).toEqual(
      error(
        '0.options.1',
        'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
        'Required options must be placed before non-required options',
      ),
    );
  });

  it('are of eleven types', () => {
    expect(inOption({ type: 12 })).toEqual(
      error(`${path}.type`, 'BASE_TYPE_CHOICES', 'Value must be one of (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11).'),
    );
    expect(inOption({ type: undefined })).toEqual(required(`${path}.type`));
  });

  it('keep the rules for names and descriptions', () => {
    expect(inOption({ description: letters(101) })).toEqual(between(`${path}.description`, 1, 100));
    expect(inOption({ name: 'Sets' })).toEqual(
      error(`${path}.name`, 'APPLICATION_COMMAND_INVALID_NAME', 'Command name is invalid'),
    );
  });
});

describe('subcommands and groups', () => {
  const sub = (name: string, ...options: unknown[]) => ({ type: 1, name, description: 'x', options });
  const group = (name: string, ...options: unknown[]) => ({ type: 2, name, description: 'x', options });
  const plain = { type: 3, name: 'zone', description: 'x' };

  it('hold subcommands in groups, values in subcommands, and nothing deeper', () => {
    expect(errorsOf(commandOf(group('plan', sub('show', plain)), sub('help')))).toEqual({});
    expect(errorsOf(commandOf(sub('a', sub('b'))))).toEqual(
      error('0.options.0.options.0.type', 'BASE_TYPE_CHOICES', 'Value must be one of (3, 4, 5, 6, 7, 8, 9, 10, 11).'),
    );
    expect(errorsOf(commandOf(group('a', plain)))).toEqual(
      error('0.options.0.options.0.type', 'BASE_TYPE_CHOICES', 'Value must be one of (1,).'),
    );
  });

  it('do not stand beside values', () => {
    expect(errorsOf(commandOf(sub('a'), plain))).toEqual(
      error(
        '0.options',
        'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
        'Sub-command and sub-command group option types are mutually exclusive to all other types',
      ),
    );
  });

  it('keep the rules for options inside', () => {
    expect(errorsOf(commandOf(sub('a', plain, plain)))).toEqual(
      error(
        '0.options.0.options.1',
        'APPLICATION_COMMAND_OPTIONS_NAME_INVALID',
        'Option name zone is already used in these options',
      ),
    );
  });
});

describe('the bounds of an option', () => {
  const notFor = (key: string, type: number) =>
    error(
      `${path}.${key}`,
      'APPLICATION_COMMAND_OPTION_FIELD_INVALID',
      `Field "${key}" cannot be used with options of type ${type}`,
    );

  it('of numbers are numbers, the least first', () => {
    expect(inOption({ min_value: 1, max_value: 1 })).toEqual({});
    expect(inOption({ min_value: 2, max_value: 1 })).toEqual(numberAtMost(`${path}.min_value`, 1));
    expect(inOption({ min_value: 0.5 })).toEqual(
      error(`${path}.min_value`, 'NUMBER_TYPE_COERCE', 'Value 0.5 is not int.'),
    );
    expect(inOption({ type: 10, min_value: 0.5, max_value: 2 ** 53 })).toEqual({});
    expect(inOption({ max_value: 2 ** 53 })).toEqual(numberAtMost(`${path}.max_value`, 2 ** 53 - 1));
  });

  it('of texts are lengths up to 6,000', () => {
    expect(inOption({ type: 3, min_length: 6000, max_length: 6000 })).toEqual({});
    expect(inOption({ type: 3, max_length: 6001 })).toEqual(numberAtMost(`${path}.max_length`, 6000));
    expect(inOption({ type: 3, max_length: 0 })).toEqual(numberAtLeast(`${path}.max_length`, 1));
    expect(inOption({ type: 3, min_length: -1 })).toEqual(numberAtLeast(`${path}.min_length`, 0));
    expect(inOption({ type: 3, min_length: 3, max_length: 2 })).toEqual(numberAtMost(`${path}.min_length`, 2));
  });

  it('stand only where they mean something', () => {
    expect(inOption({ type: 3, min_value: 1 })).toEqual(notFor('min_value', 3));
    expect(inOption({ type: 4, max_length: 1 })).toEqual(notFor('max_length', 4));
    expect(inOption({ type: 5, choices: [] })).toEqual(notFor('choices', 5));
    expect(inOption({ type: 6, autocomplete: true })).toEqual(notFor('autocomplete', 6));
    expect(inOption({ type: 7, channel_types: [0] })).toEqual({});
    expect(inOption({ type: 8, channel_types: [0] })).toEqual(notFor('channel_types', 8));
  });
});

describe('the choices of an option', () => {
  const choice = (index: number) => ({ name: `Level ${index}`, value: index });

  it('are 25 at most, each with a name of its own', () => {
    expect(inOption({ choices: many(25, choice) })).toEqual({});
    expect(inOption({ choices: many(26, choice) })).toEqual(atMost(`${path}.choices`, 25));
    expect(inOption({ choices: [choice(1), { ...choice(1), value: 2 }] })).toEqual(
      error(
        `${path}.choices.1`,
        'APPLICATION_COMMAND_OPTIONS_CHOICE_NAME_INVALID',
        'Option choice name Level 1 is already used in these choices',
      ),
    );
  });

  it('do not stand with autocomplete', () => {
    expect(inOption({ choices: [], autocomplete: true })).toEqual({});
    expect(inOption({ choices: [choice(1)], autocomplete: false })).toEqual({});
    expect(inOption({ choices: [choice(1)], autocomplete: true })).toEqual(
      error(
        `${path}.choices`,
        'APPLICATION_COMMAND_OPTION_CHOICES_AUTOCOMPLETE_EXCLUSIVE',
        'Choices and autocomplete are mutually exclusive',
      ),
    );
  });

  it('have values of the option’s type', () => {
    expect(inOption({ type: 3, choices: [{ name: 'x', value: 1 }] })).toEqual(
      error(`${path}.choices.0.value`, 'STRING_TYPE_CONVERT', 'Could not interpret "1" as string.'),
    );
    expect(inOption({ choices: [{ name: 'x', value: 1.5 }] })).toEqual(
      error(`${path}.choices.0.value`, 'NUMBER_TYPE_COERCE', 'Value 1.5 is not int.'),
    );
  });
});

describe('the size of a command', () => {
  const tooLarge = error('0', 'APPLICATION_COMMAND_TOO_LARGE', 'Command exceeds maximum size (8000)');
  const choice = { name: letters(100), value: letters(100) };
  // 19 × (1 + 100 + 2 × 150) = 7,619 characters.
  const options = many(19, (index) => ({
    type: 3,
    name: String.fromCodePoint(97 + index),
    description: letters(100),
    choices: ['a', 'b'].map((letter) => ({ name: letter.repeat(60), value: letter.repeat(90) })),
  }));
  // 7 + 100 for itself and 1 + 73 + 200 for one more option: 8,000 characters, were it not for `more`.
  const command = (more: object = {}, moreOfOption: object = {}) => ({
    name: 'library',
    description: letters(100),
    options: [...options, { type: 3, name: 'z', description: letters(73), choices: [choice], ...moreOfOption }],
    ...more,
  });

  it('is 8,000 characters of names, descriptions and values at most', () => {
    expect(errorsOf(command())).toEqual({});
    expect(errorsOf(command({ name: 'libraries' }, { description: letters(71) }))).toEqual({});
    expect(errorsOf(command({}, { description: letters(74) }))).toEqual(tooLarge);
    expect(errorsOf(command({ name: 'library1' }))).toEqual(tooLarge);
  });

  it('counts the longest translation of each text, which may be the text itself', () => {
    expect(errorsOf(command({ name_localizations: { de: 'archive', fr: 'livres' } }))).toEqual({});
    expect(errorsOf(command({ name_localizations: { de: 'archive', fr: 'librairie' } }))).toEqual(tooLarge);
    expect(errorsOf(command({}, { description_localizations: { fr: letters(73) } }))).toEqual({});
    expect(errorsOf(command({}, { description_localizations: { fr: letters(74) } }))).toEqual(tooLarge);
  });
});
