import { describe, expect, it } from 'vitest';
import { atMost, error, letters, many, messageErrors, numberAtMost, required } from './support.ts';

const field = { name: 'Sets', value: '3 × 12' };

describe('an embed', () => {
  it.each([
    ['title', 256, (n: number) => ({ title: letters(n) }), 'title'],
    ['description', 4096, (n: number) => ({ description: letters(n) }), 'description'],
    ['footer', 2048, (n: number) => ({ footer: { text: letters(n) } }), 'footer.text'],
    ['author', 256, (n: number) => ({ author: { name: letters(n) } }), 'author.name'],
    ['field’s name', 256, (n: number) => ({ fields: [{ ...field, name: letters(n) }] }), 'fields.0.name'],
    ['field’s value', 1024, (n: number) => ({ fields: [{ ...field, value: letters(n) }] }), 'fields.0.value'],
    ['list of fields', 25, (n: number) => ({ fields: many(n, () => field) }), 'fields'],
  ] as const)('keeps the limit of its %s: %i', (_, max, embed, path) => {
    expect(messageErrors({ embeds: [embed(max)] })).toEqual({});
    expect(messageErrors({ embeds: [embed(max + 1)] })).toEqual(atMost(`embeds.0.${path}`, max));
  });

  it('is one of ten at most', () => {
    expect(messageErrors({ embeds: many(10, () => ({ title: 'x' })) })).toEqual({});
    expect(messageErrors({ embeds: many(11, () => ({ title: 'x' })) })).toEqual(atMost('embeds', 10));
  });

  it('shares 6,000 characters with the others, every text of theirs counted', () => {
    const texts = {
      title: letters(100),
      description: letters(4000),
      footer: { text: letters(500) },
      author: { name: letters(100) },
      fields: [{ name: letters(100), value: letters(200) }],
    };
    expect(messageErrors({ embeds: [texts, { description: letters(1000) }] })).toEqual({});
    expect(messageErrors({ embeds: [texts, { description: letters(1001) }] })).toEqual(
      error('embeds', 'MAX_EMBED_SIZE_EXCEEDED', 'Embed size exceeds maximum size of 6000'),
    );
  });

  it('shows something', () => {
    expect(messageErrors({ embeds: [{}] })).toEqual(required('embeds.0.description'));
    expect(messageErrors({ embeds: [{ color: 1, description: '' }] })).toEqual(required('embeds.0.description'));
    expect(messageErrors({ embeds: [{ image: { url: 'attachment://chart.png' } }] })).toEqual({});
  });

  it.each([
    ['name', { name: ' ', value: 'x' }],
    ['value', { name: 'x' }],
  ])('has no field without a %s', (key, wrong) => {
    expect(messageErrors({ embeds: [{ fields: [wrong] }] })).toEqual(required(`embeds.0.fields.0.${key}`));
  });

  it('has a colour of 24 bits', () => {
    expect(messageErrors({ embeds: [{ title: 'x', color: 0xffffff }] })).toEqual({});
    expect(messageErrors({ embeds: [{ title: 'x', color: 0x1000000 }] })).toEqual(
      numberAtMost('embeds.0.color', 16777215),
    );
  });

  it('links to the web, and shows pictures from there or from its own files', () => {
    expect(messageErrors({ embeds: [{ title: 'x', url: 'not a link' }] })).toEqual(
      error('embeds.0.url', 'URL_TYPE_INVALID_URL', 'Not a well formed URL.'),
    );
    expect(messageErrors({ embeds: [{ title: 'x', url: 'ftp://example.com' }] })).toEqual(
      error(
        'embeds.0.url',
        'URL_TYPE_INVALID_SCHEME',
        `Scheme "ftp" is not supported. Scheme must be one of ('http', 'https').`,
      ),
    );
    expect(messageErrors({ embeds: [{ thumbnail: { url: 'https://example.com/a.png' } }] })).toEqual({});
    expect(messageErrors({ embeds: [{ thumbnail: {} }] })).toEqual(required('embeds.0.thumbnail.url'));
  });

  it('has a time in ISO 8601', () => {
    expect(messageErrors({ embeds: [{ title: 'x', timestamp: '2026-01-05T07:30:00.000+02:00' }] })).toEqual({});
    expect(messageErrors({ embeds: [{ title: 'x', timestamp: 'Monday' }] })).toEqual(
      error('embeds.0.timestamp', 'DATE_TIME_TYPE_PARSE', 'Could not parse Monday. Should be ISO8601.'),
    );
  });

  it('is an object in a list', () => {
    expect(messageErrors({ embeds: ['x'] })).toEqual(
      error('embeds.0', 'MODEL_TYPE_CONVERT', 'Expected an object/dictionary.'),
    );
    expect(messageErrors({ embeds: {} })).toEqual(
      error('embeds', 'LIST_TYPE_CONVERT', 'Only iterables may be used in a ListType'),
    );
    expect(messageErrors({ embeds: [{ title: 'x', fields: [{ ...field, inline: 'yes' }] }] })).toEqual(
      error('embeds.0.fields.0.inline', 'BOOLEAN_TYPE_CONVERT', 'Must be either true or false.'),
    );
  });
});
