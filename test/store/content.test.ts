import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ContentError, contentMistakes, loadContent } from '../../src/store/content.ts';
import { type ContentCopy, copyContent } from './content-copy.ts';

let copy: ContentCopy;

beforeEach(() => {
  copy = copyContent();
});

afterEach(() => copy.remove());

describe("the project's own content", () => {
  it('has no mistake', () => {
    expect(contentMistakes()).toEqual([]);
    expect(loadContent().moves.get('row')?.name).toBe('Bent-over dumbbell row');
  });

  it('is what a copy of the files in another directory says', () => {
    expect(loadContent(copy.directory)).toEqual(loadContent());
  });
});

describe('a wrong file stops the start', () => {
  it('with every mistake, one line each', () => {
    copy.edit('programme.json', '"row", "squat"', '"rowz", "squat"');
    copy.edit('tips.json', '"topic": "reason"', '"topic": "raison"');
    copy.edit('timeline.json', '"weeks": [2, 4]', '"weeks": [4, 2]');
    expect(() => loadContent(copy.directory)).toThrow(ContentError);
    expect(() => loadContent(copy.directory)).toThrow(
      [
        'tips.json: [0].topic ("reason-posture"): got "raison", takes one of "nutrition", "lifestyle", "mistake", "reason", "recovery" (did you mean "reason"?)',
        'timeline.json: [0].weeks: got [4,2], takes a low end that is not above the high end',
        'programme.json: sessions[0].moves[0]: got "rowz", takes the id of a move in moves.json (did you mean "row"?)',
      ].join('\n'),
    );
  });

  it('when it is missing', () => {
    rmSync(join(copy.directory, 'tips.json'));
    expect(contentMistakes(copy.directory)).toEqual([
      `tips.json: got no readable file in ${copy.directory}, takes a JSON file`,
    ]);
  });

  it('when it is not JSON, with line and column', () => {
    expect(copy.told('timeline.json', '"weeks": [2, 4],', '"weeks": [2, 4]')).toEqual([
      `timeline.json: line 4, column 5: got '"', takes ',' or '}' after a value`,
    ]);
  });

  it('when it holds something else altogether', () => {
    writeFileSync(join(copy.directory, 'moves.json'), '{}');
    expect(contentMistakes(copy.directory)).toEqual(['moves.json: got {}, takes a list']);
  });
});

describe('a value that its place does not take is told by place, value and what it takes:', () => {
  it.each([
    [
      'a kind of text',
      'moves.json',
      '"name": "Superman, small range"',
      '"name": 7',
      '[1].name ("superman"): got 7, takes text',
    ],
    [
      'an empty text',
      'moves.json',
      /"cue": "Reach long, not[^"]*"/,
      '"cue": "  "',
      '[8].cue ("bird-dog"): got "  ", takes text that is not empty',
    ],
    [
      'a step that is too long to read in passing',
      'moves.json',
      '"Lower slowly and let go before the next one."',
      `"${'Lower slowly. '.repeat(8)}"`,
      '[1].steps[3] ("superman"): got 112 characters, takes 110 characters or fewer',
    ],
    [
      'an id that is none',
      'moves.json',
      '"id": "cobra"',
      '"id": "The Cobra"',
      ', takes an id: lower-case words joined by hyphens',
    ],
    [
      'an unknown kit',
      'moves.json',
      '"kitAny": ["rope"]',
      '"kitAny": ["ropes"]',
      '[3].kitAny[0] ("jump-rope"): got "ropes", takes one of "mat", "dumbbells", "band", "rope", "machine" (did you mean "rope"?)',
    ],
    [
      'an unknown kind of dose',
      'moves.json',
      '"kind": "circuit"',
      '"kind": "circit"',
      '[7].dose.kind ("hiit-circuit"): got "circit", takes one of "reps", "time", "circuit" (did you mean "circuit"?)',
    ],
    [
      'a range upside down',
      'moves.json',
      '"reps": [12, 15]',
      '"reps": [15, 12]',
      '[0].dose.reps ("row"): got [15,12], takes a low end that is not above the high end',
    ],
    [
      'a range of one number',
      'moves.json',
      '"reps": [12, 15]',
      '"reps": [12]',
      '[0].dose.reps ("row"): got 1 entries, takes 2 entries or more',
    ],
    [
      'a fraction of a rep',
      'moves.json',
      '"reps": [12, 15]',
      '"reps": [12, 15.5]',
      '[0].dose.reps[1] ("row"): got 15.5, takes a whole number',
    ],
    [
      'too many sets',
      'moves.json',
      '"sets": 3, "reps": [12, 15]',
      '"sets": 30, "reps": [12, 15]',
      '[0].dose.sets ("row"): got 30, takes 5 or less',
    ],
    [
      'a key that is missing',
      'programme.json',
      '"repsInReserve": [3, 4], ',
      '',
      'weeks[0].repsInReserve: got nothing, takes a list of two numbers, low and high',
    ],
    [
      'a key that is misspelt',
      'programme.json',
      '"retest"',
      '"retests"',
      'weeks[11].retests: got a key that is not known here, takes one of week, block, repsInReserve, orMore, sets, setsFactor, circuits, rounds, retest (did you mean "retest"?)',
    ],
    [
      'more circuits than are safe',
      'programme.json',
      '"circuits": 2',
      '"circuits": 3',
      'weeks[9].circuits: got 3, takes 2 or less',
    ],
    [
      'a block that is none',
      'programme.json',
      '"block": "base"',
      '"block": "bass"',
      'weeks[0].block: got "bass", takes one of "base", "lighter", "build", "consolidate" (did you mean "base"?)',
    ],
  ])('%s', (_, file, from, to, line) => {
    const lines = copy.told(file, from, to);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(new RegExp(`^${file}: `));
    expect(lines[0]).toContain(line);
  });
});
