import { describe, expect, it } from 'vitest';
import { messageFlag } from '../../../src/sandbox/rules/message.ts';
import { atMost, between, error, letters, many, messageErrors, numberAtMost, required } from './support.ts';

const text = (content = 'Rows: 3 × 12') => ({ type: 10, content });
const done = (index = 0) => ({ type: 2, style: 3, label: 'Done', custom_id: `done:${index}` });
const picture = (url = 'attachment://row.png') => ({ media: { url } });
const container = (...components: unknown[]) => ({ type: 17, components });
const section = (accessory: unknown, ...components: unknown[]) => ({ type: 9, components, accessory });
const gallery = (...items: unknown[]) => ({ type: 12, items });

const files = [{ name: 'row.png', size: 1 }];
const errorsOf = (...components: unknown[]) => messageErrors({ flags: messageFlag.v2, components }, { files });

describe('a Components V2 message', () => {
  it('needs its flag', () => {
    expect(errorsOf(text())).toEqual({});
    expect(messageErrors({ components: [text()] })).toEqual(
      error('components.0', 'UNION_TYPE_CHOICES', 'Value of field "type" must be one of (1,).'),
    );
  });

  it('has 40 components in all, those inside others counted, the pictures of a gallery not', () => {
    const rows = (count: number) => many(count, (index) => ({ type: 1, components: [done(index)] }));
    const pictures = gallery(...many(10, () => picture()));
    const full = [container(section(done(99), text()), pictures, ...rows(17))];
    expect(errorsOf(...full, text())).toEqual({});
    expect(errorsOf(...full, text(), text())).toEqual(
      error(
        'components',
        'COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED',
        'Total number of components exceeds maximum of 40',
      ),
    );
  });

  it('has 4,000 characters of text in all, wherever they stand', () => {
    expect(errorsOf(text(letters(4000)))).toEqual({});
    expect(errorsOf(text(letters(4001)))).toEqual(between('components.0.content', 1, 4000));
    const spread = (last: number) => [
      text(letters(1000)),
      container(text(letters(2000)), section(done(), text(letters(last)))),
    ];
    expect(errorsOf(...spread(1000))).toEqual({});
    expect(errorsOf(...spread(1001))).toEqual(
      error(
        'components',
        'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED',
        'Components displayable text size exceeds maximum size of 4000',
      ),
    );
  });

  it('has each custom id once, in rows and beside sections alike', () => {
    const twice = [{ type: 1, components: [done()] }, container(section(done(), text()))];
    expect(errorsOf(...twice)).toEqual(
      error(
        'components.1.components.0.accessory.custom_id',
        'COMPONENT_CUSTOM_ID_DUPLICATED',
        'Component custom id cannot be duplicated',
      ),
    );
  });
});

describe('what may stand where', () => {
  const onlyIn = (path: string, kinds: string) =>
    error(path, 'UNION_TYPE_CHOICES', `Value of field "type" must be one of ${kinds}.`);

  it('at the top: everything but buttons, selects and thumbnails', () => {
    const top = '(1, 9, 10, 12, 13, 14, 17)';
    expect(errorsOf(done())).toEqual(onlyIn('components.0', top));
    expect(errorsOf({ type: 11, ...picture() })).toEqual(onlyIn('components.0', top));
    expect(errorsOf({ type: 18, label: 'x' })).toEqual(onlyIn('components.0', top));
  });

  it('in a container: everything but a container', () => {
    expect(errorsOf(container({ type: 14 }, text(), gallery(picture()), section(done(), text())))).toEqual({});
    expect(errorsOf(container(container(text())))).toEqual(
      onlyIn('components.0.components.0', '(1, 9, 10, 12, 13, 14)'),
    );
  });

  it('in a section: texts, with a button or a thumbnail beside them', () => {
    expect(errorsOf(section(done(), text()))).toEqual({});
    expect(errorsOf(section({ type: 11, ...picture() }, text()))).toEqual({});
    expect(errorsOf(section(text(), text()))).toEqual(onlyIn('components.0.accessory', '(2, 11)'));
    expect(errorsOf(section(done(), done(1)))).toEqual(onlyIn('components.0.components.0', '(10,)'));
    expect(errorsOf({ type: 9, components: [text()] })).toEqual(required('components.0.accessory'));
  });
});

describe('each of them', () => {
  it('a section has one to three texts', () => {
    expect(errorsOf(section(done(), text(), text(), text()))).toEqual({});
    expect(errorsOf(section(done(), ...many(4, () => text())))).toEqual(between('components.0.components', 1, 3));
    expect(errorsOf(section(done()))).toEqual(between('components.0.components', 1, 3));
  });

  it('a gallery has one to ten pictures', () => {
    expect(errorsOf(gallery(...many(10, () => picture())))).toEqual({});
    expect(errorsOf(gallery(...many(11, () => picture())))).toEqual(between('components.0.items', 1, 10));
    expect(errorsOf(gallery())).toEqual(between('components.0.items', 1, 10));
  });

  it('a picture is described in 1,024 characters, not 1,025', () => {
    expect(errorsOf(gallery({ ...picture(), description: letters(1024) }))).toEqual({});
    expect(errorsOf(gallery({ ...picture(), description: letters(1025) }))).toEqual(
      between('components.0.items.0.description', 1, 1024),
    );
  });

  it('a container is not empty, and its colour has 24 bits', () => {
    expect(errorsOf(container())).toEqual(
      error('components.0.components', 'BASE_TYPE_MIN_LENGTH', 'Must be 1 or more in length.'),
    );
    expect(errorsOf({ ...container(text()), accent_color: 0xffffff })).toEqual({});
    expect(errorsOf({ ...container(text()), accent_color: 0x1000000 })).toEqual(
      numberAtMost('components.0.accent_color', 16777215),
    );
  });

  it('a text is not blank', () => {
    expect(errorsOf(text(' '))).toEqual(required('components.0.content'));
  });

  it('a separator is small or large', () => {
    expect(errorsOf(text(), { type: 14, divider: false, spacing: 2 })).toEqual({});
    expect(errorsOf(text(), { type: 14, spacing: 3 })).toEqual(numberAtMost('components.1.spacing', 2));
  });
});

describe('a file that is shown', () => {
  const notFound = (path: string) =>
    error(path, 'UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND', 'The referenced attachment was not found');
  const shown = (url: string) => ({ type: 13, file: { url } });

  it('comes with the message', () => {
    expect(errorsOf(shown('attachment://row.png'))).toEqual({});
    expect(errorsOf(shown('attachment://other.png'))).toEqual(notFound('components.0.file.url'));
    expect(errorsOf(gallery(picture('attachment://other.png')))).toEqual(notFound('components.0.items.0.media.url'));
    expect(errorsOf(section({ type: 11, ...picture('attachment://other.png') }, text()))).toEqual(
      notFound('components.0.accessory.media.url'),
    );
  });

  it('is found by the name that the message gives to it', () => {
    const body = {
      flags: messageFlag.v2,
      attachments: [{ id: 0, filename: 'renamed.png' }],
      components: [shown('attachment://renamed.png')],
    };
    expect(messageErrors(body, { files })).toEqual({});
  });

  it('may have come with the message before it was edited', () => {
    const body = { flags: messageFlag.v2, components: [shown('attachment://chart.png')] };
    expect(messageErrors(body, { kind: 'edit', kept: ['chart.png'] })).toEqual({});
    expect(messageErrors(body, { kind: 'edit' })).toEqual(notFound('components.0.file.url'));
  });

  it('is no address on the web, which a picture may be', () => {
    expect(errorsOf(shown('https://example.com/a.pdf'))).toEqual(
      error(
        'components.0.file.url',
        'URL_TYPE_INVALID_SCHEME',
        `Scheme "https" is not supported. Scheme must be one of ('attachment',).`,
      ),
    );
    expect(errorsOf(gallery(picture('https://example.com/a.png')))).toEqual({});
    expect(errorsOf(gallery({ media: { url: letters(2049) } }))).toEqual(
      atMost('components.0.items.0.media.url', 2048),
    );
    expect(errorsOf(gallery({}))).toEqual(required('components.0.items.0.media'));
  });
});
