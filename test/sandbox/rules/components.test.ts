import { describe, expect, it } from 'vitest';
import { atMost, between, error, letters, many, messageErrors, numberAtLeast, required } from './support.ts';

const done = { type: 2, style: 3, label: 'Done', custom_id: 'done' };
const button = (index: number) => ({ ...done, custom_id: `done:${index}` });
const row = (...components: unknown[]) => ({ type: 1, components });
const errorsOf = (...components: unknown[]) => messageErrors({ content: 'x', components: [row(...components)] });
const inRow = 'components.0.components.0';

describe('action rows', () => {
  it('are five at most', () => {
    const rows = (count: number) => ({ content: 'x', components: many(count, (index) => row(button(index))) });
    expect(messageErrors(rows(5))).toEqual({});
    expect(messageErrors(rows(6))).toEqual(atMost('components', 5));
  });

  it('hold one to five buttons', () => {
    expect(errorsOf(...many(5, button))).toEqual({});
    expect(errorsOf(...many(6, button))).toEqual(between('components.0.components', 1, 5));
    expect(errorsOf()).toEqual(between('components.0.components', 1, 5));
    expect(messageErrors({ components: [{ type: 1 }] })).toEqual(required('components.0.components'));
  });

  it('hold a select alone', () => {
    const select = { type: 5, custom_id: 'who' };
    const wide = (index: number) =>
      error(
        `components.0.components.${index}`,
        'COMPONENT_LAYOUT_WIDTH_EXCEEDED',
        'The specified component exceeds the maximum width',
      );
    expect(errorsOf(select)).toEqual({});
    expect(errorsOf(select, done)).toEqual(wide(1));
    expect(errorsOf(done, select)).toEqual(wide(1));
  });

  it('hold buttons and selects only, and stand alone at the top of a message of old', () => {
    expect(errorsOf({ type: 10, content: 'x' })).toEqual(
      error(inRow, 'UNION_TYPE_CHOICES', 'Value of field "type" must be one of (2, 3, 5, 6, 7, 8).'),
    );
    expect(messageErrors({ components: [done] })).toEqual(
      error('components.0', 'UNION_TYPE_CHOICES', 'Value of field "type" must be one of (1,).'),
    );
    expect(messageErrors({ components: [{}] })).toEqual(
      error('components.0', 'TAG_FIELD_MISSING', 'Field "type" is required'),
    );
    expect(messageErrors({ components: ['row'] })).toEqual(
      error('components.0', 'MODEL_TYPE_CONVERT', 'Expected an object/dictionary.'),
    );
  });
});

describe('a custom id', () => {
  it('is 100 characters long, not 101', () => {
    expect(errorsOf({ ...done, custom_id: letters(100) })).toEqual({});
    expect(errorsOf({ ...done, custom_id: letters(101) })).toEqual(between(`${inRow}.custom_id`, 1, 100));
    expect(errorsOf({ ...done, custom_id: '' })).toEqual(between(`${inRow}.custom_id`, 1, 100));
  });

  it('stands once in a message, whatever the row', () => {
    const twice = error(
      'components.1.components.0.custom_id',
      'COMPONENT_CUSTOM_ID_DUPLICATED',
      'Component custom id cannot be duplicated',
    );
    expect(messageErrors({ components: [row(button(1)), row(button(2))] })).toEqual({});
    expect(messageErrors({ components: [row(button(1)), row(button(1))] })).toEqual(twice);
    expect(messageErrors({ components: [row(button(1)), row({ ...button(1), disabled: true })] })).toEqual(twice);
  });

  it('is not the id, which is a number that stands once too, unless Discord is to give it', () => {
    const numbered = (first: number, second: number) => [
      row({ ...button(1), id: first }),
      row({ ...button(2), id: second }),
    ];
    expect(messageErrors({ components: numbered(1, 2) })).toEqual({});
    expect(messageErrors({ components: numbered(0, 0) })).toEqual({});
    expect(messageErrors({ components: numbered(1, 1) })).toEqual(
      error('components.1.components.0.id', 'COMPONENT_ID_DUPLICATED', 'Component id cannot be duplicated'),
    );
    expect(errorsOf({ ...done, id: -1 })).toEqual(numberAtLeast(`${inRow}.id`, 0));
  });
});

describe('a button', () => {
  const sku = '1088510058284990888';
  const link = { type: 2, style: 5, label: 'Source', url: 'https://example.com' };

  it('has a label of 80 characters, not 81', () => {
    expect(errorsOf({ ...done, label: letters(80) })).toEqual({});
    expect(errorsOf({ ...done, label: letters(81) })).toEqual(atMost(`${inRow}.label`, 80));
  });

  it('shows a label or an emoji', () => {
    const { label: _, ...bare } = done;
    expect(errorsOf({ ...bare, emoji: { name: '💪' } })).toEqual({});
    expect(errorsOf({ ...bare, emoji: { id: sku, name: 'strong' } })).toEqual({});
    expect(errorsOf(bare)).toEqual(
      error(`${inRow}.label`, 'BUTTON_COMPONENT_LABEL_OR_EMOJI_REQUIRED', 'A label or emoji is required'),
    );
  });

  it.each([
    ['a word', { name: 'strong' }, 'name'],
    ['no snowflake', { id: '12', name: 'strong' }, 'id'],
    ['nothing', {}, 'name'],
  ])('has no emoji that is %s', (_, emoji, key) => {
    expect(errorsOf({ ...done, emoji })).toEqual(
      error(`${inRow}.emoji.${key}`, 'BUTTON_COMPONENT_INVALID_EMOJI', 'Invalid emoji'),
    );
  });

  it.each(['💪', '▶️', '1️⃣', '🇵🇹', '🧘‍♀️'])('may show %s', (name) => {
    expect(errorsOf({ ...done, emoji: { name } })).toEqual({});
  });

  it('reports to the application by a custom id', () => {
    const { custom_id: _, ...mute } = done;
    expect(errorsOf(mute)).toEqual(
      error(`${inRow}.custom_id`, 'BUTTON_COMPONENT_CUSTOM_ID_REQUIRED', 'A custom id is required'),
    );
    expect(errorsOf({ ...done, sku_id: sku })).toEqual(
      error(
        `${inRow}.sku_id`,
        'BUTTON_COMPONENT_FIELD_NOT_ALLOWED',
        "A button of style 3 cannot have the field 'sku_id'",
      ),
    );
    expect(errorsOf({ ...mute, url: 'https://example.com' })).toEqual(
      error(`${inRow}.url`, 'BUTTON_COMPONENT_FIELD_NOT_ALLOWED', "A button of style 3 cannot have the field 'url'"),
    );
  });

  it('leads somewhere instead, if it is a link', () => {
    const { url: _, ...nowhere } = link;
    const both = (key: string) => ({
      [key]: {
        _errors: [
          {
            code: 'BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE',
            message: 'A custom id and url cannot both be specified',
          },
        ],
      },
    });
    expect(errorsOf(link)).toEqual({});
    expect(errorsOf(nowhere)).toEqual(error(`${inRow}.url`, 'BUTTON_COMPONENT_URL_REQUIRED', 'A url is required'));
    expect(errorsOf({ ...link, custom_id: 'x' })).toEqual({
      components: { 0: { components: { 0: { ...both('custom_id'), ...both('url') } } } },
    });
    expect(errorsOf({ ...nowhere, custom_id: 'x' })).toEqual(
      error(
        `${inRow}.custom_id`,
        'BUTTON_COMPONENT_FIELD_NOT_ALLOWED',
        "A button of style 5 cannot have the field 'custom_id'",
      ),
    );
    expect(errorsOf({ ...link, url: `https://example.com/${letters(492)}` })).toEqual({});
    expect(errorsOf({ ...link, url: `https://example.com/${letters(493)}` })).toEqual(atMost(`${inRow}.url`, 512));
  });

  it('sells one thing and shows nothing of its own, if it is premium', () => {
    const premium = { type: 2, style: 6, sku_id: sku };
    expect(errorsOf(premium)).toEqual({});
    expect(errorsOf({ type: 2, style: 6 })).toEqual(
      error(`${inRow}.sku_id`, 'BUTTON_COMPONENT_SKU_ID_REQUIRED', 'A sku id is required'),
    );
    expect(errorsOf({ ...premium, label: 'Buy' })).toEqual(
      error(
        `${inRow}.label`,
        'BUTTON_COMPONENT_FIELD_NOT_ALLOWED',
        "A button of style 6 cannot have the field 'label'",
      ),
    );
  });

  it('has one of six styles', () => {
    expect(errorsOf({ ...done, style: 7 })).toEqual(
      error(`${inRow}.style`, 'BASE_TYPE_CHOICES', 'Value must be one of (1, 2, 3, 4, 5, 6).'),
    );
    expect(errorsOf({ type: 2, label: 'x', custom_id: 'x' })).toEqual(required(`${inRow}.style`));
  });
});
