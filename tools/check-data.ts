import { statSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { contentMistakes, DATA_DIRECTORY, loadContent } from '../src/store/content.ts';
import { CONTENT_FILES } from '../src/store/content-schema.ts';

/*
 * For who writes a programme: every mistake in the content, a line each, before the coach is started with it.
 * Ends with 0 when there is none, 1 when there are some, 2 when it was asked for what is not there.
 */

const FILES = Object.keys(CONTENT_FILES);

/** A folder of content, or one file of it. */
interface Asked {
  readonly folder: string;
  readonly file?: string;
}

function asked(given: readonly string[]): Asked | string {
  const [path, ...more] = given;
  if (more.length > 0) return `got ${given.length} arguments, takes one folder or file`;
  if (path === undefined) return { folder: DATA_DIRECTORY };
  // npm runs scripts in the project's folder, wherever it was called.
  const place = resolve(process.env['INIT_CWD'] ?? '.', path);
  const found = statSync(place, { throwIfNoEntry: false });
  if (found === undefined) return `there is no folder or file ${place}`;
  if (found.isDirectory()) return { folder: place };
  const file = basename(place);
  return FILES.includes(file) ? { folder: dirname(place), file } : `got ${place}, takes one of ${FILES.join(', ')}`;
}

/** Those of the named file: in it, or in what another file says of it. */
function ofFile(mistakes: readonly string[], file: string | undefined): readonly string[] {
  return file === undefined ? mistakes : mistakes.filter((line) => line.includes(file));
}

function allWell({ folder, file }: Asked, elsewhere: number): string {
  if (elsewhere > 0) return `${file}: no mistake (but ${elsewhere} in other files)`;
  const { programme, moves, tips } = loadContent(folder);
  return `${programme.name}: ${programme.weeks.length} weeks, ${moves.size} moves, ${tips.length} tips, no mistake`;
}

function check(given: readonly string[]): number {
  const what = asked(given);
  if (typeof what === 'string') {
    process.stderr.write(`check-data: ${what}\n`);
    return 2;
  }
  const all = contentMistakes(what.folder);
  const mistakes = ofFile(all, what.file);
  if (mistakes.length > 0) {
    process.stderr.write(`${mistakes.join('\n')}\n`);
    return 1;
  }
  process.stdout.write(`${allWell(what, all.length)}\n`);
  return 0;
}

process.exitCode = check(process.argv.slice(2));
