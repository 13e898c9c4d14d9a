import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseMarkdown } from '../../../../src/sandbox/page/client/messages/markdown/parse.ts';
import { plainText } from '../../../../src/sandbox/page/client/messages/markdown/plain-text.ts';
import { hostOf, safeLink } from '../../../../src/sandbox/page/client/messages/markdown/safe-link.ts';
import type { Mark } from '../../../../src/sandbox/page/client/messages/markdown/tree.ts';

const text = (words: string): Mark => ({ kind: 'text', text: words });
const list = (start: number | undefined, ...items: (readonly Mark[])[]): Mark => ({ kind: 'list', start, items });

/** Every mark of a text, those within others included. */
function all(marks: readonly Mark[]): readonly Mark[] {
  return marks.flatMap((mark) => {
    if ('children' in mark) return [mark, ...all(mark.children)];
    return mark.kind === 'list' ? [mark, ...mark.items.flatMap(all)] : [mark];
  });
}

describe('what the coach writes', () => {
  it('is read as headings, text and small print', () => {
    expect(parseMarkdown('# Week 1\nRows and squats\n-# No hurry')).toEqual([
      { kind: 'heading', level: 1, children: [text('Week 1')] },
      text('Rows and squats'),
      { kind: 'break' },
      { kind: 'subtext', children: [text('No hurry')] },
    ]);
  });

  it('is no heading where the sign stands within a line', () => {
    expect(parseMarkdown('Take # 3')).toEqual([text('Take # 3')]);
  });

  it('has a heading right after a quote', () => {
    expect(parseMarkdown('> Slowly\n# Rows')).toEqual([
      { kind: 'quote', children: [text('Slowly')] },
      { kind: 'heading', level: 1, children: [text('Rows')] },
    ]);
  });

  it('lists moves, with lists in lists', () => {
    expect(parseMarkdown('- Row\n  - Left\n  - Right\n- Squat\nThen rest')).toEqual([
      list(
        undefined,
        [text('Row'), { kind: 'break' }, list(undefined, [text('Left')], [text('Right')])],
        [text('Squat')],
      ),
      text('Then rest'),
    ]);
  });

  it('counts steps from where it began', () => {
    expect(parseMarkdown('3. Row\n4. Squat')).toEqual([list(3, [text('Row')], [text('Squat')])]);
  });

  it('begins another list with another kind of bullet', () => {
    expect(parseMarkdown('- Row\n1. Squat')).toEqual([list(undefined, [text('Row')]), list(1, [text('Squat')])]);
  });

  it('keeps a dash in a line, and bold at the start of one, out of lists', () => {
    expect(parseMarkdown('Rest - then row')).toEqual([text('Rest - then row')]);
    expect(parseMarkdown('**Row** now')).toEqual([{ kind: 'strong', children: [text('Row')] }, text(' now')]);
  });

  it('covers a whole list with a spoiler', () => {
    expect(parseMarkdown('||- Row\n- Squat||')).toEqual([
      { kind: 'spoiler', children: [list(undefined, [text('Row')], [text('Squat')])] },
    ]);
  });

  it('shows code with its language, and takes nothing in it for markup', () => {
    expect(parseMarkdown('```ts\nconst **a** = 1;\n```')).toEqual([
      { kind: 'code block', language: 'ts', text: 'const **a** = 1;' },
    ]);
    expect(parseMarkdown('`<@123456789012345678>`')).toEqual([{ kind: 'code', text: '<@123456789012345678>' }]);
  });

  it('mentions people, roles, channels and commands', () => {
    const id = '123456789012345678';
    expect(parseMarkdown(`<@${id}><@!${id}><@&${id}><#${id}></checkin workout:${id}>@everyone`)).toEqual([
      { kind: 'person', id },
      { kind: 'person', id },
      { kind: 'role', id },
      { kind: 'channel', id },
      { kind: 'command', name: 'checkin workout', id },
      { kind: 'everyone' },
    ]);
  });

  it('shows a command without a name as it was written', () => {
    expect(parseMarkdown('</:123456789012345678>')).toEqual([text('</:123456789012345678>')]);
  });

  it('tells times in each of the nine styles, and shows what is no date as it was written', () => {
    for (const style of ['t', 'T', 'd', 'D', 'f', 'F', 's', 'S', 'R'])
      expect(parseMarkdown(`<t:1767600000:${style}>`)).toEqual([{ kind: 'timestamp', seconds: 1_767_600_000, style }]);
    expect(parseMarkdown('<t:1767600000>')).toEqual([{ kind: 'timestamp', seconds: 1_767_600_000, style: 'f' }]);
    expect(parseMarkdown('<t:99999999999999:R>')).toEqual([text('<t:99999999999999:R>')]);
  });

  it('links to the web alone', () => {
    expect(parseMarkdown('[how](https://example.org/row)')).toEqual([
      { kind: 'link', href: 'https://example.org/row', children: [text('how')] },
    ]);
    expect(parseMarkdown('<https://example.org>')).toMatchObject([{ kind: 'link', href: 'https://example.org/' }]);
    expect(parseMarkdown('[**how**](<https://example.org/row_(lift)> "Slowly") and [[1]](http://a.b)')).toEqual([
      { kind: 'link', href: 'https://example.org/row_(lift)', children: [{ kind: 'strong', children: [text('how')] }] },
      text(' and '),
      { kind: 'link', href: 'http://a.b/', children: [text('[1]')] },
    ]);
    for (const address of ['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', '/settings', 'https://'])
      expect(parseMarkdown(`[press](${address})`)).toEqual([text(`[press](${address})`)]);
  });

  it('can be summed up in a line, with names for ids and spoilers covered', () => {
    const naming = { person: () => 'Ana', role: () => 'lifters', channel: () => 'training', time: () => '07:30' };
    const written = '# Day 1\n<@123456789012345678> **rows** at <t:1767600000:t>\n- ||heavy||';
    expect(plainText(parseMarkdown(written), naming)).toBe('Day 1 @Ana rows at 07:30 (spoiler),');
  });
});

describe('what anybody writes', () => {
  const PIECES = [
    '**',
    '_',
    '__',
    '~~',
    '||',
    '`',
    '```',
    '> ',
    '>>> ',
    '# ',
    '- ',
    '1. ',
    '-# ',
    '[a](',
    ')',
    '<@',
    '>',
  ];
  const MORE = [
    '<t:1:R>',
    '<t:',
    '</x:123456789012345678>',
    'javascript:alert(1)',
    'https://a.b',
    '<script>',
    '\\',
    '\n',
    'é',
  ];
  const written = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc
      .array(fc.oneof(fc.constantFrom(...PIECES, ...MORE), fc.string({ maxLength: 6 })), { maxLength: 60 })
      .map((parts) => parts.join('')),
  );
  const lettersOf = (words: string) => words.replace(/[^\p{L}]/gu, '');
  /** All that a reader gets to see or to follow. */
  const shown = (marks: readonly Mark[]): string =>
    marks
      .map((mark) => {
        switch (mark.kind) {
          case 'code block':
            return `${mark.language} ${mark.text}`;
          case 'link':
            return `${shown(mark.children)} ${mark.href}`;
          case 'list':
            return mark.items.map(shown).join(' ');
          case 'command':
          case 'custom emoji':
            return mark.name;
          case 'navigation':
            return `id ${mark.place}`;
          case 'everyone':
          case 'here':
            return mark.kind;
          case 'timestamp':
            return `t ${mark.style}`;
          default:
            return 'children' in mark ? shown(mark.children) : 'text' in mark ? mark.text : '';
        }
      })
      .join(' ');

  it('never breaks the page, and no letter of it is lost', () => {
    fc.assert(
      fc.property(written, (words) => {
        const seen = new Map<string, number>();
        for (const letter of lettersOf(decoded(shown(parseMarkdown(words)))))
          seen.set(letter, (seen.get(letter) ?? 0) + 1);
        for (const letter of lettersOf(decoded(words))) {
          const left = seen.get(letter) ?? seen.get(letter.toLowerCase()) ?? 0;
          expect(left, `"${letter}" of ${JSON.stringify(words)}`).toBeGreaterThan(0);
          seen.set(letter, left - 1);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it('never becomes a link to anything but the web', () => {
    fc.assert(
      fc.property(written, (words) => {
        for (const mark of all(parseMarkdown(words)))
          if (mark.kind === 'link') expect(new URL(mark.href).protocol).toMatch(/^https?:$/);
      }),
      { numRuns: 2_000 },
    );
  });

  it('never makes an address safe that is not of the web', () => {
    fc.assert(
      fc.property(fc.string(), (address) => {
        const href = safeLink(address);
        expect(href === undefined || /^https?:\/\//.test(href)).toBe(true);
      }),
    );
    expect(safeLink(' javascript:alert(1)')).toBeUndefined();
    expect(safeLink('java\nscript:alert(1)')).toBeUndefined();
    expect(hostOf('https://example.org/path')).toBe('example.org');
  });
});

/** As it reads: `%C3%A9` is `é`. */
function decoded(words: string): string {
  try {
    return decodeURIComponent(words);
  } catch {
    return words;
  }
}
