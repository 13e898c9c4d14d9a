import { closeSync, ftruncateSync, mkdirSync, openSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Change } from '../world/changes.ts';
import { JournalError } from './error.ts';
import type { Written } from './lines.ts';
import { replaceFile } from './replaced-file.ts';
import type { Kept } from './restored.ts';
import { allEntries, entryOf, headOf } from './written.ts';

/** Keeps a world in a file as it changes. All writing is done when a call returns: a kill loses nothing that was told. */
export interface Journal {
  keep(change: Change): void;
  /** To be told before an id of this instant (whole ms) is given out: no later life may begin before its ids. */
  reach(instant: number): void;
  /** To be told that the clock moved; so much as a minute of it may be forgotten by a kill. */
  moved(): void;
  close(): void;
}

export interface JournalOptions {
  readonly file: string;
  readonly kept: Kept;
  /** `http://127.0.0.1:PORT`, where the sandbox listens. */
  readonly origin: string;
  readonly now: () => number;
  /** A file of fewer bytes is not rewritten while it is in use; 16 MB by default. */
  readonly smallest?: number;
}

const MINUTE = 60_000;
/** The file is rewritten when it has grown to so many times what it was after it was last written anew. */
const GROWTH = 4;
const SMALLEST = 16 * 1024 * 1024;

/**
 * Writes the file anew, with the world as it is, and goes on from there. The old file stands until the new one is whole.
 *
 * @throws JournalError when it cannot be written; so do the journal's methods
 */
export function openJournal({ file, kept, origin, now, smallest = SMALLEST }: JournalOptions): Journal {
  let descriptor: number | undefined;
  let size = 0;
  let limit = 0;
  let reached = 0;
  /** A line could not be written: what follows would make no sense without it. */
  let isBehind = false;

  const instant = () => Math.max(Math.floor(now()), reached);

  const writeAnew = () => {
    const at = instant();
    const written = replaceFile(file, wholeLines(kept, at, origin));
    if (descriptor !== undefined) closeSync(descriptor);
    descriptor = undefined;
    descriptor = openSync(file, 'a');
    size = written;
    limit = Math.max(GROWTH * size, smallest);
    reached = at;
    isBehind = false;
  };

  const append = (entry: Written) => {
    if (isBehind || descriptor === undefined) return writeAnew();
    const line = Buffer.from(`${JSON.stringify(entry)}\n`);
    try {
      writeFileSync(descriptor, line);
    } catch (error) {
      isBehind = true;
      ftruncateSync(descriptor, size);
      throw error;
    }
    size += line.length;
    reached = Math.max(reached, entry.at);
    if (size > limit) tidy();
  };

  const tidy = () => {
    try {
      writeAnew();
    } catch {
      // The old file is whole and serves on; no room for a second one, perhaps. Later, then.
      limit = 2 * size;
    }
  };

  const guarded = (work: () => void) => {
    try {
      work();
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      const problem = `the world cannot be kept there (${why}). Make room, or name another file.`;
      throw new JournalError(file, undefined, problem, { cause: error });
    }
  };

  let isClosed = false;
  guarded(() => {
    mkdirSync(dirname(file), { recursive: true });
    writeAnew();
  });
  return {
    keep(change) {
      if (isClosed) return;
      const entry = entryOf(kept, instant(), change);
      if (entry !== undefined) guarded(() => append(entry));
    },
    reach(at) {
      if (!isClosed && at > reached) guarded(() => append({ kind: 'time', at }));
    },
    moved() {
      const at = instant();
      if (!isClosed && at >= reached + MINUTE) guarded(() => append({ kind: 'time', at }));
    },
    close() {
      if (isClosed) return;
      const at = instant();
      guarded(() => {
        if (at > reached || isBehind) append({ kind: 'time', at });
        if (descriptor !== undefined) closeSync(descriptor);
      });
      isClosed = true;
    },
  };
}

function* wholeLines(kept: Kept, at: number, origin: string): Generator<string> {
  yield JSON.stringify(headOf(kept, at, origin));
  for (const entry of allEntries(kept, at)) yield JSON.stringify(entry);
}
