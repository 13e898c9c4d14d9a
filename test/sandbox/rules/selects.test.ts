import { describe, expect, it } from 'vitest';
import { atMost, between, error, letters, many, messageErrors, numberAtLeast, numberAtMost } from './support.ts';

const errorsOf = (select: unknown) => messageErrors({ content: 'x', components: [{ type: 1, components: [select] }] });
const inRow = 'components.0.components.0';

describe('a select', () => {
  const option = (index: number) => ({ label: `Level ${index}`, value: String(index) });
  const select = (count: number, more: object = {}) => ({
    type: 3,
    custom_id: 'level',
    options: many(count, option),
    ...more,
  });

  it('offers one to 25 options', () => {
    expect(errorsOf(select(25))).toEqual({});
    expect(errorsOf(select(26))).toEqual(between(`${inRow}.options`, 1, 25));
    expect(errorsOf(select(0))).toEqual(between(`${inRow}.options`, 1, 25));
    expect(errorsOf({ type: 3, custom_id: 'level' })).toEqual(between(`${inRow}.options`, 1, 25));
  });

  it.each([
    ['label', (n: number) => ({ label: letters(n), value: 'x' })],
    ['value', (n: number) => ({ label: 'x', value: letters(n) })],
  ])('has an option’s %s of 100 characters, not 101', (key, make) => {
    expect(errorsOf(select(0, { options: [make(100)] }))).toEqual({});
    expect(errorsOf(select(0, { options: [make(101)] }))).toEqual(between(`${inRow}.options.0.${key}`, 1, 100));
  });

  it('describes an option in 100 characters, not 101', () => {
    const described = (n: number) => select(0, { options: [{ ...option(1), description: letters(n) }] });
    expect(errorsOf(described(100))).toEqual({});
    expect(errorsOf(described(101))).toEqual(atMost(`${inRow}.options.0.description`, 100));
  });

  it('has each value once', () => {
    expect(errorsOf(select(0, { options: [option(1), option(2), option(1)] }))).toEqual(
      error(
        `${inRow}.options.2`,
        'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED',
        'The specified option value is already used',
      ),
    );
  });

  it('has a placeholder of 150 characters, not 151', () => {
    expect(errorsOf(select(1, { placeholder: letters(150) }))).toEqual({});
    expect(errorsOf(select(1, { placeholder: letters(151) }))).toEqual(atMost(`${inRow}.placeholder`, 150));
  });

  it('lets choose no more than there is', () => {
    expect(errorsOf(select(3, { max_values: 3 }))).toEqual({});
    expect(errorsOf(select(3, { max_values: 4 }))).toEqual(between(`${inRow}.options`, 4, 25));
  });

  it('lets choose 25 at most, one at least, and asks for no more than it lets choose', () => {
    expect(errorsOf(select(25, { min_values: 0, max_values: 25 }))).toEqual({});
    expect(errorsOf(select(25, { max_values: 26 }))).toEqual(numberAtMost(`${inRow}.max_values`, 25));
    expect(errorsOf(select(25, { max_values: 0 }))).toEqual(numberAtLeast(`${inRow}.max_values`, 1));
    expect(errorsOf(select(25, { min_values: -1 }))).toEqual(numberAtLeast(`${inRow}.min_values`, 0));
    expect(errorsOf(select(25, { min_values: 3, max_values: 3 }))).toEqual({});
    expect(errorsOf(select(25, { min_values: 4, max_values: 3 }))).toEqual(numberAtMost(`${inRow}.min_values`, 3));
    expect(errorsOf(select(25, { min_values: 2 }))).toEqual(numberAtMost(`${inRow}.min_values`, 1));
  });

  it('has no more chosen to begin with than may be chosen', () => {
    const chosen = (count: number) => ({ options: many(count, (index) => ({ ...option(index), default: true })) });
    expect(errorsOf(select(0, { ...chosen(2), max_values: 2 }))).toEqual({});
    expect(errorsOf(select(0, chosen(2)))).toEqual(
      error(
        `${inRow}.options`,
        'SELECT_COMPONENT_TOO_MANY_DEFAULT_VALUES',
        'The specified number of default values exceeds the specified maximum values',
      ),
    );
  });

  it('that must be answered cannot be answered with nothing', () => {
    expect(errorsOf(select(2, { min_values: 0 }))).toEqual({});
    expect(errorsOf(select(2, { min_values: 0, required: true }))).toEqual(
      error(
        `${inRow}.min_values`,
        'SELECT_COMPONENT_REQUIRED_ZERO_MIN_VALUES',
        'Select menus marked as required cannot have a min_values of 0',
      ),
    );
  });

  it('of people begins with people, no fewer and no more than asked for', () => {
    const people = (count: number, more: object = {}) => ({
      type: 5,
      custom_id: 'who',
      default_values: many(count, (id) => ({ type: 'user', id: String(id) })),
      ...more,
    });
    expect(errorsOf(people(1))).toEqual({});
    expect(errorsOf(people(0))).toEqual({});
    expect(errorsOf(people(2))).toEqual(
      error(
        `${inRow}.default_values`,
        'SELECT_COMPONENT_TOO_MANY_DEFAULT_VALUES',
        'The specified number of default values exceeds the specified maximum values',
      ),
    );
    expect(errorsOf(people(2, { min_values: 3, max_values: 5 }))).toEqual(
      error(`${inRow}.default_values`, 'BASE_TYPE_MIN_LENGTH', 'Must be 3 or more in length.'),
    );
    expect(errorsOf(people(26, { max_values: 25 }))).toEqual(atMost(`${inRow}.default_values`, 25));
    expect(errorsOf(people(0, { default_values: [{ type: 'role', id: '1' }] }))).toEqual(
      error(`${inRow}.default_values.0.type`, 'BASE_TYPE_CHOICES', "Value must be one of ('user',)."),
    );
  });
});
