import { describe, expect, it } from 'vitest';
import { formErrors } from '../../../src/sandbox/rules/form-error.ts';
import { checkModal } from '../../../src/sandbox/rules/modal.ts';
import { atMost, between, error, letters, many, numberAtLeast, numberAtMost, required } from './support.ts';

const note = { type: 4, custom_id: 'note', style: 2 };
const label = (component: unknown, more: object = {}) => ({ type: 18, label: 'How was it?', component, ...more });
const modalOf = (...components: unknown[]) => ({ custom_id: 'checkin', title: 'Check in', components });
const errorsOf = (...components: unknown[]) => formErrors(checkModal(modalOf(...components)));
const inLabel = (component: unknown) => errorsOf(label(component));
const path = 'components.0.component';

describe('a modal', () => {
  it('has a title of 45 characters, not 46', () => {
    expect(formErrors(checkModal({ ...modalOf(label(note)), title: letters(45) }))).toEqual({});
    expect(formErrors(checkModal({ ...modalOf(label(note)), title: letters(46) }))).toEqual(between('title', 1, 45));
    expect(formErrors(checkModal({ custom_id: 'x', components: [label(note)] }))).toEqual(required('title'));
  });

  it('has a custom id of 100 characters, not 101', () => {
    expect(formErrors(checkModal({ ...modalOf(label(note)), custom_id: letters(100) }))).toEqual({});
    expect(formErrors(checkModal({ ...modalOf(label(note)), custom_id: letters(101) }))).toEqual(
      between('custom_id', 1, 100),
    );
  });

  it('has one to five components', () => {
    const labels = (count: number) => many(count, (index) => label({ ...note, custom_id: `note:${index}` }));
    expect(errorsOf(...labels(5))).toEqual({});
    expect(errorsOf(...labels(6))).toEqual(between('components', 1, 5));
    expect(errorsOf()).toEqual(between('components', 1, 5));
    expect(formErrors(checkModal({ custom_id: 'x', title: 'x' }))).toEqual(required('components'));
  });

  it('has labels and texts at the top, and still rows', () => {
    expect(errorsOf({ type: 10, content: 'Be honest.' }, label(note))).toEqual({});
    expect(errorsOf(note)).toEqual(
      error('components.0', 'UNION_TYPE_CHOICES', 'Value of field "type" must be one of (1, 10, 18).'),
    );
  });

  it('has each custom id once', () => {
    expect(errorsOf(label(note), label({ type: 23, custom_id: 'note' }))).toEqual(
      error(
        'components.1.component.custom_id',
        'COMPONENT_CUSTOM_ID_DUPLICATED',
        'Component custom id cannot be duplicated',
      ),
    );
  });

  it('is an object', () => {
    expect(formErrors(checkModal(undefined))).toEqual(
      error('', 'MODEL_TYPE_CONVERT', 'Expected an object/dictionary.'),
    );
  });
});

describe('a label', () => {
  it('says 45 characters, not 46, and describes in 100, not 101', () => {
    expect(errorsOf(label(note, { label: letters(45), description: letters(100) }))).toEqual({});
    expect(errorsOf(label(note, { label: letters(46) }))).toEqual(between('components.0.label', 1, 45));
    expect(errorsOf(label(note, { label: undefined }))).toEqual(required('components.0.label'));
    expect(errorsOf(label(note, { description: letters(101) }))).toEqual(between('components.0.description', 1, 100));
  });

  it('holds one thing to fill in', () => {
    expect(errorsOf({ type: 18, label: 'x' })).toEqual(required(path));
    expect(inLabel({ type: 10, content: 'x' })).toEqual(
      error(path, 'UNION_TYPE_CHOICES', 'Value of field "type" must be one of (3, 4, 5, 6, 7, 8, 19, 21, 22, 23).'),
    );
  });

  it('speaks for the text input in it', () => {
    expect(inLabel({ ...note, label: 'Note' })).toEqual(
      error(
        `${path}.label`,
        'TEXT_INPUT_COMPONENT_LABEL_NOT_ALLOWED',
        'The label of a text input in a label component stands on that component',
      ),
    );
  });
});

describe('a row in a modal', () => {
  const row = (...components: unknown[]) => ({ type: 1, components });

  it('holds one text input with a label of its own', () => {
    expect(errorsOf(row({ ...note, label: 'Note' }))).toEqual({});
    expect(errorsOf(row(note))).toEqual(required('components.0.components.0.label'));
    expect(errorsOf(row(note, note))).toEqual(between('components.0.components', 1, 1));
    expect(errorsOf(row({ type: 5, custom_id: 'who' }))).toEqual(
      error('components.0.components.0', 'UNION_TYPE_CHOICES', 'Value of field "type" must be one of (4,).'),
    );
  });
});

describe('a text input', () => {
  it('takes up to 4,000 characters', () => {
    expect(inLabel({ ...note, min_length: 0, max_length: 4000 })).toEqual({});
    expect(inLabel({ ...note, max_length: 4001 })).toEqual(numberAtMost(`${path}.max_length`, 4000));
    expect(inLabel({ ...note, max_length: 0 })).toEqual(numberAtLeast(`${path}.max_length`, 1));
    expect(inLabel({ ...note, min_length: 4001 })).toEqual(numberAtMost(`${path}.min_length`, 4000));
    expect(inLabel({ ...note, min_length: -1 })).toEqual(numberAtLeast(`${path}.min_length`, 0));
  });

  it('asks for no more than it takes', () => {
    expect(inLabel({ ...note, min_length: 5, max_length: 5 })).toEqual({});
    expect(inLabel({ ...note, min_length: 6, max_length: 5 })).toEqual(numberAtMost(`${path}.min_length`, 5));
  });

  it('is filled in to begin with only as it may be', () => {
    expect(inLabel({ ...note, min_length: 2, max_length: 4, value: 'good' })).toEqual({});
    expect(inLabel({ ...note, value: letters(4001) })).toEqual(atMost(`${path}.value`, 4000));
    expect(inLabel({ ...note, max_length: 3, value: 'good' })).toEqual(atMost(`${path}.value`, 3));
    expect(inLabel({ ...note, min_length: 17, value: 'good' })).toEqual(
      error(`${path}.value`, 'BASE_TYPE_MIN_LENGTH', 'Must be 17 or more in length.'),
    );
    expect(inLabel({ ...note, min_length: 17, value: '' })).toEqual({});
  });

  it('has a placeholder of 100 characters, not 101', () => {
    expect(inLabel({ ...note, placeholder: letters(100) })).toEqual({});
    expect(inLabel({ ...note, placeholder: letters(101) })).toEqual(atMost(`${path}.placeholder`, 100));
  });

  it('is short or a paragraph', () => {
    expect(inLabel({ ...note, style: 3 })).toEqual(
      error(`${path}.style`, 'BASE_TYPE_CHOICES', 'Value must be one of (1, 2).'),
    );
  });
});

describe('choosing in a modal', () => {
  const option = (index: number) => ({ label: `Kit ${index}`, value: String(index) });
  const radio = (count: number, more: object = {}) => ({
    type: 21,
    custom_id: 'level',
    options: many(count, option),
    ...more,
  });
  const boxes = (count: number, more: object = {}) => ({ ...radio(count), type: 22, custom_id: 'kit', ...more });
  const zero = error(
    `${path}.min_values`,
    'SELECT_COMPONENT_REQUIRED_ZERO_MIN_VALUES',
    'Select menus marked as required cannot have a min_values of 0',
  );
  const tooMany = error(
    `${path}.options`,
    'SELECT_COMPONENT_TOO_MANY_DEFAULT_VALUES',
    'The specified number of default values exceeds the specified maximum values',
  );
  const chosen = (count: number) => ({ options: many(count, (index) => ({ ...option(index), default: true })) });

  it('a radio group offers two to ten, and begins with one at most', () => {
    expect(inLabel(radio(10))).toEqual({});
    expect(inLabel(radio(2))).toEqual({});
    expect(inLabel(radio(11))).toEqual(between(`${path}.options`, 2, 10));
    expect(inLabel(radio(1))).toEqual(between(`${path}.options`, 2, 10));
    expect(inLabel(radio(0, chosen(2)))).toEqual(tooMany);
  });

  it('a checkbox group offers one to ten, and may have all of them chosen unless it says otherwise', () => {
    expect(inLabel(boxes(10))).toEqual({});
    expect(inLabel(boxes(11))).toEqual(between(`${path}.options`, 1, 10));
    expect(inLabel(boxes(0))).toEqual(between(`${path}.options`, 1, 10));
    expect(inLabel(boxes(0, chosen(3)))).toEqual({});
    expect(inLabel(boxes(0, { ...chosen(3), max_values: 2 }))).toEqual(tooMany);
    expect(inLabel(boxes(3, { max_values: 4 }))).toEqual(between(`${path}.options`, 4, 10));
    expect(inLabel(boxes(10, { max_values: 11 }))).toEqual(numberAtMost(`${path}.max_values`, 10));
  });

  it('has each value once', () => {
    const twice = { options: [option(1), option(1)] };
    const duplicated = error(
      `${path}.options.1`,
      'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED',
      'The specified option value is already used',
    );
    expect(inLabel(radio(0, twice))).toEqual(duplicated);
    expect(inLabel(boxes(0, twice))).toEqual(duplicated);
  });

  it('must be answered unless it says otherwise, and then not with nothing', () => {
    const select = { type: 3, custom_id: 'zone', options: [option(1)] };
    const upload = { type: 19, custom_id: 'photo' };
    for (const asked of [select, boxes(2), upload, { type: 5, custom_id: 'who' }]) {
      expect(inLabel({ ...asked, min_values: 0 })).toEqual(zero);
      expect(inLabel({ ...asked, min_values: 0, required: false })).toEqual({});
      expect(inLabel({ ...asked, min_values: 1, required: true })).toEqual({});
    }
  });

  it('a select cannot be disabled there', () => {
    const select = { type: 5, custom_id: 'who', disabled: true };
    expect(inLabel(select)).toEqual(
      error(`${path}.disabled`, 'SELECT_COMPONENT_DISABLED_NOT_ALLOWED', 'Cannot be disabled in a modal'),
    );
    expect(inLabel({ ...select, disabled: false })).toEqual({});
  });

  it('a file upload takes ten files at most, and asks for no more than it takes', () => {
    const upload = { type: 19, custom_id: 'photo' };
    expect(inLabel({ ...upload, min_values: 10, max_values: 10 })).toEqual({});
    expect(inLabel({ ...upload, max_values: 11 })).toEqual(numberAtMost(`${path}.max_values`, 10));
    expect(inLabel({ ...upload, min_values: 2 })).toEqual(numberAtMost(`${path}.min_values`, 1));
  });

  it('a checkbox has a custom id and is ticked or not', () => {
    expect(inLabel({ type: 23, custom_id: 'done', default: true })).toEqual({});
    expect(inLabel({ type: 23 })).toEqual(required(`${path}.custom_id`));
    expect(inLabel({ type: 23, custom_id: 'done', default: 1 })).toEqual(
      error(`${path}.default`, 'BOOLEAN_TYPE_CONVERT', 'Must be either true or false.'),
    );
  });
});
