import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { z } from 'zod';
import type { Content } from '../coach/content.ts';
import { checkMoves, checkProgramme, checkTips } from './content-checks.ts';
import { mistakeLine, mistakesOf } from './content-mistake.ts';
import { CONTENT_FILES } from './content-schema.ts';
import { parseJson } from './json.ts';

/** The content is wrong. The message has a line for each mistake: file, place, what it got and what it takes. */
export class ContentError extends Error {
  readonly mistakes: readonly string[];

  constructor(mistakes: readonly string[]) {
    super(mistakes.join('\n'));
    this.name = 'ContentError';
    this.mistakes = mistakes;
  }
}

/** The project's own `data/`, beside `src/` and `dist/` alike. */
export const DATA_DIRECTORY = fileURLToPath(new URL('../../data', import.meta.url));

/**
 * Reads and checks the content of a directory.
 * @throws ContentError that lists every mistake.
 */
export function loadContent(directory = DATA_DIRECTORY): Content {
  const { content, mistakes } = read(directory);
  if (content === undefined) throw new ContentError(mistakes);
  return content;
}

/** Every mistake in the content of a directory, a line each; empty when it can be used. */
export function contentMistakes(directory = DATA_DIRECTORY): readonly string[] {
  return read(directory).mistakes;
}

type FileName = keyof typeof CONTENT_FILES;

function read(directory: string): { content?: Content; mistakes: readonly string[] } {
  const mistakes: string[] = [];
  const programme = readOne(directory, 'programme.json', mistakes);
  const moves = readOne(directory, 'moves.json', mistakes);
  const tips = readOne(directory, 'tips.json', mistakes);
  const timeline = readOne(directory, 'timeline.json', mistakes);
  if (moves) mistakes.push(...checkMoves(moves).map((mistake) => mistakeLine(mistake, moves)));
  if (programme) {
    mistakes.push(...checkProgramme(programme, moves).map((mistake) => mistakeLine(mistake, programme)));
  }
  if (tips) mistakes.push(...checkTips(tips).map((mistake) => mistakeLine(mistake, tips)));
  if (mistakes.length > 0 || !programme || !moves || !tips || !timeline) return { mistakes };
  return { content: { programme, moves: new Map(moves.map((move) => [move.id, move])), tips, timeline }, mistakes };
}

/** What one file holds; undefined when it has mistakes, which are added to `mistakes`. */
function readOne<Name extends FileName>(
  directory: string,
  file: Name,
  mistakes: string[],
): z.output<(typeof CONTENT_FILES)[Name]> | undefined {
  const text = readText(join(directory, file));
  if (text === undefined) {
    mistakes.push(`${file}: got no readable file in ${directory}, takes a JSON file`);
    return undefined;
  }
  const json = parseJson(text);
  if ('mistake' in json) {
    const { line, column, got, takes } = json.mistake;
    mistakes.push(`${file}: line ${line}, column ${column}: got ${got}, takes ${takes}`);
    return undefined;
  }
  const checked = CONTENT_FILES[file].safeParse(json.value);
  if (checked.success) return checked.data as z.output<(typeof CONTENT_FILES)[Name]>;
  const lines = checked.error.issues.flatMap((issue) => mistakesOf(file, json.value, issue));
  mistakes.push(...lines.map((mistake) => mistakeLine(mistake, json.value)));
  return undefined;
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
