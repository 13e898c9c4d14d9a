import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadContent } from '../../src/store/content.ts';
import { type ContentCopy, copyContent } from '../store/content-copy.ts';

let copy: ContentCopy;

beforeEach(() => {
  copy = copyContent();
});

afterEach(() => copy.remove());

interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** What `npm run check-data` starts, without npm. */
function checkData(...given: readonly string[]): Promise<Ended> {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));
  const [program = '', ...script] = scripts['check-data'].split(' ');
  return new Promise((end) => {
    const child = execFile(resolve('node_modules/.bin', program), [...script, ...given], (_error, out, err) =>
      end({ code: child.exitCode ?? -1, out, err }),
    );
  });
}

describe('npm run check-data', () => {
  it('counts what there is when all is well', async () => {
    const { code, out, err } = await checkData();
    expect(out).toMatch(/^Twelve weeks to a stronger back: 12 weeks, \d+ moves, \d+ tips, no mistake\n$/);
    expect({ code, err }).toEqual({ code: 0, err: '' });
  });

  it('prints a line for each mistake in a folder', async () => {
    copy.edit('programme.json', '"row", "squat"', '"rowz", "squat"');
    copy.edit('tips.json', '"topic": "reason"', '"topic": "raison"');
    expect(await checkData(copy.directory)).toEqual({
      code: 1,
      out: '',
      err: [
        'tips.json: [0].topic ("reason-posture"): got "raison", takes one of "nutrition", "lifestyle", "mistake", "reason", "recovery" (did you mean "reason"?)',
        'programme.json: sessions[0].moves[0]: got "rowz", takes the id of a move in moves.json (did you mean "row"?)',
        '',
      ].join('\n'),
    });
  });

  it('keeps to one file, in it and in what others say of it', async () => {
    copy.edit('programme.json', '"row", "squat"', '"rowz", "squat"');
    copy.edit('programme.json', '"week": 3', '"week": 2');
    copy.edit('tips.json', '"topic": "reason"', '"topic": "raison"');
    copy.edit('moves.json', '"progress": [12, 15]', '"progress": [13, 15]');
    const { code, err } = await checkData(join(copy.directory, 'moves.json'));
    expect(err.split('\n')).toEqual([
      'moves.json: [0].progress ("row"): got [13,15], takes a range that holds the dose, [12,15]',
      'programme.json: sessions[0].moves[0]: got "rowz", takes the id of a move in moves.json (did you mean "row"?)',
      '',
    ]);
    expect(code).toBe(1);
  });

  it('finds no mistake in what the recipes of the manual add to the content', () => {
    const manual = readFileSync('docs/writing-a-programme.md', 'utf8');
    const [move = '', programme = ''] = [...manual.matchAll(/```json\n(.*?)```/gs)].map(([, text]) => text);
    const placed = '"push-up", "shoulder-taps"';
    copy.edit('moves.json', '[', `[${move},`);
    expect(copy.told('programme.json', placed, '"push-up", "dead-bug"')).toEqual([]);
    writeFileSync(join(copy.directory, 'programme.json'), programme);
    expect(loadContent(copy.directory).programme.id).toBe('strong-legs');
  });

  it('says so when there is no such folder', async () => {
    const nowhere = join(copy.directory, 'nowhere');
    expect(await checkData(nowhere)).toEqual({
      code: 2,
      out: '',
      err: `check-data: there is no folder or file ${nowhere}\n`,
    });
  });
});
