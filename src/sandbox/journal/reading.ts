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
  let number = 0;
  let start = 0;
  const nextLine = (): string | undefined => {
    const end = bytes.indexOf(LINE_END, start);
    if (end < 0) return undefined;
    const line = bytes.toString('utf8', start, end);
    number += 1;
    start = end + 1;
    return line;
  };
  const first = headIn(file, nextLine());
  let { at } = first;
  const world = restoring(first);
  for (let line = nextLine(); line !== undefined; line = nextLine()) {
    try {
      const told = entry.parse(JSON.parse(line.replaceAll(`${first.origin}/attachments/`, `${origin}/attachments/`)));
      world.take(told);
      at = Math.max(at, told.at);
    } catch (error) {
      throw new JournalError(
        file,
        number,
        `the line is damaged (${reason(error)}). Mend it or take it out, or move the file away to begin anew.`,
        { cause: error },
      );
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

function headIn(file: string, line: string | undefined): Head {
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

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
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
