import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseJson } from '../../src/store/json.ts';

/** `3:5 got x, takes y` for text that is not JSON. */
function mistakeIn(text: string): string {
  const result = parseJson(text);
  if ('value' in result) throw new Error(`is JSON: ${text}`);
  const { line, column, got, takes } = result.mistake;
  return `${line}:${column} got ${got}, takes ${takes}`;
}

const VALUE = 'a value: text in double quotes, a number, true, false, null, a list or an object';

describe('a file that is not JSON is told by line and column:', () => {
  it.each([
    ['a comma too many', '{\n  "a": 1,\n}', `3:1 got '}', takes a key in double quotes`],
    ['a comma too few', '[\n  1\n  2\n]', `3:3 got '2', takes ',' or ']' after a value`],
    ['a bracket that is missing', '{ "a": [1, 2', `1:13 got the end of the file, takes ',' or ']' after a value`],
    ['a key without quotes', '{ a: 1 }', `1:3 got 'a', takes a key in double quotes`],
    ['single quotes', "{ 'a': 1 }", `1:3 got ''', takes a key in double quotes`],
    ['a colon that is missing', '{ "a" 1 }', `1:7 got '1', takes ':' after a key`],
    ['text that does not end', '["abc\n]', `1:2 got '"', takes text that ends in a double quote on its line`],
    [
      'an escape that is none',
      '["a\\qb"]',
      '1:2 got "a\\qb", takes text without control characters, and only the escapes \\" \\\\ \\/ \\b \\f \\n \\r \\t \\u',
    ],
    ['a comment', '[ // one\n 1]', `1:3 got '/', takes ${VALUE}`],
    ['a number with a leading zero', '[01]', `1:2 got '0', takes ${VALUE}`],
    ['a word that is none', '[True]', `1:2 got 'T', takes ${VALUE}`],
    ['something after the end', '[]\n[]', `2:1 got '[', takes nothing after the last bracket`],
    ['nothing at all', '', `1:1 got the end of the file, takes ${VALUE}`],
    ['a key that stands twice', '{\n  "sets": 2,\n  "sets": 3\n}', '3:3 got "sets" a second time, takes each key once'],
  ])('%s', (_, text, line) => {
    expect(mistakeIn(text)).toBe(line);
  });
});

describe('any JSON', () => {
  it('is read as Node reads it', () => {
    fc.assert(
      fc.property(fc.json(), fc.constantFrom(undefined, 2), (json, indent) => {
        const text = JSON.stringify(JSON.parse(json), undefined, indent);
        expect(parseJson(text)).toEqual({ value: JSON.parse(text) });
      }),
    );
  });

  it('is refused exactly where Node refuses it, however it was damaged', () => {
    fc.assert(
      fc.property(
        fc.json(),
        fc.nat(),
        fc.constantFrom('', ',', '"', '}', ']', '\\', '0', '\u0001', 'e'),
        (json, at, put) => {
          const place = at % (json.length + 1);
          const text = json.slice(0, place) + put + json.slice(place + 1);
          let isJson = true;
          try {
            JSON.parse(text);
          } catch {
            isJson = false;
          }
          const result = parseJson(text);
          const repeated = 'mistake' in result && result.mistake.takes === 'each key once';
          expect('value' in result || repeated).toBe(isJson || repeated);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('may begin with the mark that some editors put there', () => {
    expect(parseJson('\uFEFF[1]')).toEqual({ value: [1] });
  });
});
