import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { JournalError } from './error.ts';
import { entry, type Head, head, VERSION } from './lines.ts';
import { type Kept, restoring } from './restored.ts';

export interface Read extends Kept {
  /** The latest instant (ms) that the journal knows of. */
  readonly at: number;
}

/** What an unknown first line is held against: ours, though perhaps of another version. */
const anyHead = z.object({ journal: z.literal('backbone sandbox'), version: z.number() });
const LINE_END = 10;

/**
 * Builds the world that a journal keeps, as it is where the sandbox now listens (`http://127.0.0.1:PORT`). A last line
 * without an end was being written when the program was killed, before anybody was told of it: it does not count.
 * Undefined when there is no such file, or an empty one.
 *
 * @throws JournalError when the file is not a journal, of another version, or damaged
 */
export function readJournal(file: string, origin: string): Read | undefined {
  const bytes = bytesOf(file);
  if (bytes === undefined || bytes.length === 0) return undefined;
  const lines = linesOf(bytes);
  const first = headIn(file, lines.next().value);
  const world = restoring(first);
  let { at } = first;
  let number = 1;
  for (const line of lines) {
    number += 1;
    try {
      const text = asText(line).replaceAll(`${first.origin}/attachments/`, `${origin}/attachments/`);
      const told = entry.parse(JSON.parse(text));
      world.take(told);
      at = Math.max(at, told.at);
    } catch (error) {
      const problem = `the line is damaged (${reason(error)}). Mend it or take it out, or move the file away to begin anew.`;
      throw new JournalError(file, number, problem, { cause: error });
    }
  }
  try {
    return { ...world.done(), at };
  } catch (error) {
    const problem = `the world in it is not whole (${reason(error)}). Move the file away to begin anew.`;
    throw new JournalError(file, undefined, problem, { cause: error });
  }
}

function bytesOf(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw new JournalError(file, undefined, `the file cannot be read (${reason(error)}).`, { cause: error });
  }
}

/** The lines that have an end. */
function* linesOf(bytes: Buffer): Generator<Buffer, undefined> {
  let start = 0;
  for (let end = bytes.indexOf(LINE_END); end >= 0; end = bytes.indexOf(LINE_END, start)) {
    yield bytes.subarray(start, end);
    start = end + 1;
  }
  return undefined;
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
/** @throws TypeError when the bytes are no text: they are not to become question marks unnoticed */
const asText = (line: Buffer) => utf8.decode(line);

function headIn(file: string, line: Buffer | undefined): Head {
  const json = line === undefined ? undefined : parsed(line);
  const known = head.safeParse(json);
  if (known.success) return known.data;
  const ours = anyHead.safeParse(json);
  if (ours.success && ours.data.version !== VERSION) {
    throw new JournalError(
      file,
      1,
      `the world was kept by another version of the sandbox (${ours.data.version}; this one reads ${VERSION}). ` +
        'Open it with that version, or move the file away to begin anew.',
    );
  }
  throw new JournalError(file, 1, 'this is not a world kept by the sandbox. Name another file to keep it in.');
}

function parsed(line: Buffer): unknown {
  try {
    return JSON.parse(asText(line));
  } catch {
    return undefined;
  }
}

function reason(error: unknown): string {
  if (error instanceof z.ZodError) {
    const [issue] = error.issues;
    return issue === undefined ? error.message : `${issue.path.join('.') || 'the whole'}: ${issue.message}`;
  }
  return error instanceof Error ? error.message : String(error);
}
