/** Where a text stops being JSON, counted from 1, and what stood there against what may stand there. */
export interface JsonMistake {
  readonly line: number;
  readonly column: number;
  readonly got: string;
  readonly takes: string;
}

export type JsonResult = { readonly value: unknown } | { readonly mistake: JsonMistake };

/**
 * JSON with a place for its first mistake, which JSON.parse of Node 20 names only sometimes. A key that stands twice in
 * one object is a mistake too: JSON.parse would drop the first without a word.
 */
export function parseJson(text: string): JsonResult {
  const source = text.startsWith('\uFEFF') ? text.slice(1) : text;
  try {
    scan(source);
    return { value: JSON.parse(source) };
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    const before = source.slice(0, error.at).split('\n');
    const [line, column] = [before.length, (before.at(-1) ?? '').length + 1];
    return { mistake: { line, column, got: error.got ?? charAt(source, error.at), takes: error.takes } };
  }
}

class Stop extends Error {
  readonly at: number;
  readonly takes: string;
  readonly got: string | undefined;

  constructor(at: number, takes: string, got?: string) {
    super(takes);
    this.at = at;
    this.takes = takes;
    this.got = got;
  }
}

function charAt(source: string, at: number): string {
  const char = source.slice(at, at + 1);
  return char === '' ? 'the end of the file' : char === '\n' ? 'the end of the line' : `'${char}'`;
}

const SPACE = /[ \t\r\n]*/y;
const STRING = /"(?:[^"\\\n]|\\.)*"/y;
const OTHER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])|(?:true|false|null)(?!\w)/y;
const VALUE = 'a value: text in double quotes, a number, true, false, null, a list or an object';

/** Goes through `source` once. @throws Stop at its first mistake. */
function scan(source: string): void {
  let at = 0;

  function take(pattern: RegExp): string | undefined {
    pattern.lastIndex = at;
    const found = pattern.exec(source)?.[0];
    at += found?.length ?? 0;
    return found;
  }

  function skip(char: string): boolean {
    take(SPACE);
    if (source[at] !== char) return false;
    at += 1;
    return true;
  }

  function string(takes: string): string {
    take(SPACE);
    const start = at;
    const token = take(STRING);
    if (token === undefined)
      throw new Stop(at, source[at] === '"' ? 'text that ends in a double quote on its line' : takes);
    try {
      return String(JSON.parse(token));
    } catch {
      throw new Stop(
        start,
        'text without control characters, and only the escapes \\" \\\\ \\/ \\b \\f \\n \\r \\t \\u',
        token,
      );
    }
  }

  function members(): void {
    const keys = new Set<string>();
    if (skip('}')) return;
    do {
      take(SPACE);
      const start = at;
      const key = string('a key in double quotes');
      if (keys.has(key)) throw new Stop(start, 'each key once', `"${key}" a second time`);
      keys.add(key);
      if (!skip(':')) throw new Stop(at, "':' after a key");
      value();
    } while (skip(','));
    if (!skip('}')) throw new Stop(at, "',' or '}' after a value");
  }

  function items(): void {
    if (skip(']')) return;
    do value();
    while (skip(','));
    if (!skip(']')) throw new Stop(at, "',' or ']' after a value");
  }

  function value(): void {
    if (skip('{')) members();
    else if (skip('[')) items();
    else if (source[at] === '"') string(VALUE);
    else if (take(OTHER) === undefined) throw new Stop(at, VALUE);
  }

  value();
  take(SPACE);
  if (at < source.length) throw new Stop(at, 'nothing after the last bracket');
}
