import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { contentMistakes, DATA_DIRECTORY } from '../../src/store/content.ts';

/** A copy of the project's content that a developer may spoil. */
export interface ContentCopy {
  readonly directory: string;
  /** Changes one place of a file; the place must be there. */
  edit(file: string, from: string | RegExp, to: string): void;
  /** What the developer is told after that change. */
  told(file: string, from: string | RegExp, to: string): readonly string[];
  remove(): void;
}

export function copyContent(): ContentCopy {
  const directory = mkdtempSync(join(tmpdir(), 'content-'));
  for (const file of ['programme.json', 'moves.json', 'tips.json', 'timeline.json']) {
    cpSync(join(DATA_DIRECTORY, file), join(directory, file));
  }
  function edit(file: string, from: string | RegExp, to: string): void {
    const before = readFileSync(join(directory, file), 'utf8');
    const after = before.replace(from, to);
    if (after === before) throw new Error(`${file} does not say ${from}`);
    writeFileSync(join(directory, file), after);
  }
  return {
    directory,
    edit,
    told: (file, from, to) => {
      edit(file, from, to);
      return contentMistakes(directory);
    },
    remove: () => rmSync(directory, { recursive: true }),
  };
}
