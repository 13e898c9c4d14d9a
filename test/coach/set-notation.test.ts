import { describe, expect, it } from 'vitest';
import { type LogContext, readSets, setsText } from '../../src/coach/notation/set-notation.ts';
import { loadContent } from '../../src/store/content.ts';

const { moves } = loadContent();
const SESSION_A = ['row', 'squat', 'push-up', 'reverse-fly', 'bird-dog', 'jump-rope'];
const SESSION_B = ['lat-pulldown', 'glute-bridge', 'push-up', 'shoulder-taps', 'swimming-kicks', 'jump-rope'];
const WITH_BANDS = ['band-row', 'squat', 'push-up', 'band-pull-apart'];
const BANDS = ['yellow', 'red', 'green', 'blue', 'black', 'dark blue'];

function context(todays: readonly string[] = SESSION_A, rest: Partial<LogContext> = {}): LogContext {
  return { moves, todays, units: 'metric', bands: BANDS, ...rest };
}

/** What was read, in the short form, and what was not, with the reason. */
function told(text: string, within: LogContext = context()): string[] {
  const { read, unread } = readSets(text, within);
  const lines = read.map((entry) => {
    const move = moves.get(entry.move);
    return move ? setsText(entry, move, within.units) : `unknown ${entry.move}`;
  });
  return [...lines, ...unread.map((entry) => `${entry.text} → ${entry.because}`)];
}

describe('sets as lifters type them', () => {
  it('are sets of what was done, with grams and seconds', () => {
    expect(readSets('row 2x12@10; rope 2min; band row 15 red', context())).toEqual({
      read: [
        {
          move: 'row',
          sets: [
            { reps: 12, load: 10_000 },
            { reps: 12, load: 10_000 },
          ],
        },
        { move: 'jump-rope', sets: [{ seconds: 120 }] },
        { move: 'band-row', sets: [{ reps: 15, band: 'red' }] },
      ],
      unread: [],
    });
  });

  it.each([
    ['row 3x12@10', 'row 3x12@10'],
    ['row 3x12 @ 10kg', 'row 3x12@10'],
    ['row 3 x 12 10 kg', 'row 3x12@10'],
    ['Row 3×12 22,5 kg', 'row 3x12@22.5'],
    ['row 3*12@22,5', 'row 3x12@22.5'],
    ['ROWS: 3x12@10.', 'row 3x12@10'],
    ['row - 3X12 @10 KG', 'row 3x12@10'],
    ['row 3x12x10', 'row 3x12@10'],
    ['row 3 x 12 x 10kg', 'row 3x12@10'],
    ['row 10kg 3x12', 'row 3x12@10'],
    ['row @10 3x12', 'row 3x12@10'],
    ['row 10kg x 12', 'row 12@10'],
    ['row 3 sets of 12 reps @10', 'row 3x12@10'],
    ['row 25lb 3x12', 'row 3x12@11.34'],
    ['row 12,12,10', 'row 12,12,10'],
    ['row 12, 12 , 10', 'row 12,12,10'],
    ['row 12 12 10', 'row 12,12,10'],
    ['row 12/12/10 @10', 'row 12,12,10 @10'],
    ['row 12,12,10@10', 'row 12,12,10 @10'],
    ['row 12,12,10kg', 'row 2x12@10'],
    ['row 12,12,5kg', 'row 2x12@5'],
    ['row 12@10 12@10 10@8', 'row 12@10,12@10,10@8'],
    ['row 2x12@10, 10@8', 'row 12@10,12@10,10@8'],
    ['row 12,12 10kg, 10 8kg', 'row 12@10,12@10,10@8'],
    ['row 12@10,10,8', 'row 12,10,8 @10'],
    ['row 12@10,5,5', 'row 12,5,5 @10'],
    ['row 10kg 12, 12 8kg 10', 'row 12@10,12@10,10@8'],
    ['row 10kg 12, 10@8, 12', 'row 12@10,10@8,12@10'],
    ['row 3x12@0', 'row 3x12'],
    ['row 3x12 (10kg)', 'row 3x12@10'],
    ['row 3x12 10kg each', 'row 3x12@10'],
    ['row 12-12-10 @10', 'row 12,12,10 @10'],
    ['3x12@10 row', 'row 3x12@10'],
    ['3x10 push-ups', 'push-up 3x10'],
    ['push-ups 3x10', 'push-up 3x10'],
    ['Púsh Ups 10', 'push-up 10'],
    ['squat 3x12 bw', 'squat 3x12'],
    ['squat 3x12@bodyweight', 'squat 3x12'],
    ['bw squat 3x12', 'squat 3x12'],
    ['squat 12@bw, 12@10', 'squat 12@bw,12@10'],
    ['bird dog 3x8 each side', 'bird-dog 3x8'],
    ['bird dog 3x8/side', 'bird-dog 3x8'],
    ['rope 3x2min', 'jump-rope 3x2:00'],
    ['rope 3x2', 'jump-rope 3x2:00'],
    ['rope 3x45', 'jump-rope 3x45s'],
    ['rope 2:00 2:00 1:30', 'jump-rope 2:00,2:00,1:30'],
    ['rope 1m30, 1.5 min, 1,5min, 90"', 'jump-rope 4x1:30'],
    ['walk 30', 'brisk-walk 30:00', ['brisk-walk']],
    ['brisk walk 1200s', 'brisk-walk 20:00'],
    ['kicks 3x30s', 'swimming-kicks 3x30s', SESSION_B],
    ['kicks 3x30', 'swimming-kicks 3x30s', SESSION_B],
    ['kicks 3x5', 'swimming-kicks 3x5s', SESSION_B],
    ['plank taps 3x14', 'shoulder-taps 3x14', SESSION_B],
    ['band row 3x15 red', 'band-row 3x15@red'],
    ['row 3x15@Red', 'band-row 3x15@red', WITH_BANDS],
    ['band row black 3x15', 'band-row 3x15@black'],
    ['dark blue band row 3x15', 'band-row 3x15@dark blue'],
    ['3x15 band rows red', 'band-row 3x15@red'],
    ['red 3x15 band rows', 'band-row 3x15@red'],
    ['red 3x15', 'band-row 3x15@red', WITH_BANDS],
    ['band row 2x15 red, 12 blue', 'band-row 15@red,15@red,12@blue'],
    ['red band row 2x15, 12@blue', 'band-row 15@red,15@red,12@blue'],
    ['band row 3x15, red', 'band-row 3x15@red'],
  ])('"%s" is %s', (text, line, todays: readonly string[] = SESSION_A) => {
    expect(told(text, context(todays))).toEqual([line]);
  });

  it("are in the member's own units where they name none", () => {
    expect(told('row 3x12@25', context(SESSION_A, { units: 'imperial' }))).toEqual(['row 3x12@25']);
    expect(readSets('row 12@25', context(SESSION_A, { units: 'imperial' })).read[0]?.sets).toEqual([
      { reps: 12, load: 11_340 },
    ]);
    expect(told('row 3x12@10kg', context(SESSION_A, { units: 'imperial' }))).toEqual(['row 3x12@10kg']);
  });
});

describe('a move whose id holds a number', () => {
  it('is read by it', () => {
    const row = moves.get('row');
    if (row === undefined) throw new Error('no row');
    const own = new Map([...moves, ['row-90', { ...row, id: 'row-90', name: 'Row at ninety degrees' }]]);
    const { read } = readSets('row-90 2x12', context(SESSION_A, { moves: own }));
    expect(read).toEqual([{ move: 'row-90', sets: [{ reps: 12 }, { reps: 12 }] }]);
  });
});

describe('several entries', () => {
  it.each([
    ['row 3x12@10; squat 3x12', ['row 3x12@10', 'squat 3x12']],
    ['row 3x12@10\n\n squat 3x12 \n', ['row 3x12@10', 'squat 3x12']],
    ['row 3x12@10 + squat 3x12', ['row 3x12@10', 'squat 3x12']],
    ['row 12,12,10 @10, squats 3x12, band row 15, red', ['row 12,12,10 @10', 'squat 3x12', 'band-row 15@red']],
    ['superman, small range 3x10', ['superman 3x10']],
    ['row 2x12@10; row 10@8', ['row 12@10,12@10,10@8']],
  ])('"%s" are %j', (text, lines) => {
    expect(told(text)).toEqual(lines);
  });

  it("without names are today's moves in turn, but for those that are named", () => {
    expect(told('12,12,10; 3x15; 3x8')).toEqual(['row 12,12,10', 'squat 3x15', 'push-up 3x8']);
    expect(told('3x15; row 3x12@10; 3x8')).toEqual(['squat 3x15', 'row 3x12@10', 'push-up 3x8']);
  });

  it('keep their turn when one of them cannot be read', () => {
    expect(told('12,12,?; 3x15')).toEqual(['squat 3x15', '12,12,? → unclear']);
    expect(told('row 3x; 3x15')).toEqual(['squat 3x15', 'row 3x → unclear']);
  });

  it('without names are never a circuit, and none when the session has no more moves', () => {
    expect(told('3x12; 3x10', context(['hiit-circuit', 'row']))).toEqual(['row 3x12', '3x10 → no-move']);
  });
});

describe('what cannot be read', () => {
  it.each([
    ['felt good today', 'no-move'],
    ['deadlift 3x5@100', 'no-move'],
    ['row', 'no-sets'],
    ['row @10', 'no-sets'],
    ['12x3', 'too-many-sets'],
    ['row 11x10', 'too-many-sets'],
    ['row 6x10, 5x8', 'too-many-sets'],
    ['row 99999999999x10', 'too-many-sets'],
    ['row 3x201', 'too-much'],
    ['rope 3x7201s', 'too-much'],
    ['row 3x12@501', 'too-much'],
    ['row 12,12,0', 'zero'],
    ['row 0x12', 'zero'],
    ['row 3x30s', 'not-timed'],
    ['hiit 3x30s', 'not-a-circuit'],
    ['row 3x12@red', 'no-band'],
    ['band row 3x15@10', 'no-load'],
    ['band row 3x15@pink', 'unknown-band'],
    ['band row 3x15 pink', 'unknown-band'],
    ['row 3x12 10', 'unclear'],
    ['row 3x12 then a rest', 'unclear'],
    ['row 12-15', 'unclear'],
    ['row 12.5', 'unclear'],
    ['squat 3x8 each side', 'unclear'],
    ['row 3x12 (10)', 'unclear'],
    ['row 12kg x 10 x 3', 'unclear'],
    ['row 10kg 8kg 3x12', 'unclear'],
    ['row 3x12 10kg 8kg', 'unclear'],
    ['???', 'unclear'],
  ])('comes back as it was typed: "%s" is %s', (text, because) => {
    expect(readSets(`  ${text} `, context())).toEqual({ read: [], unread: [{ text, because }] });
  });

  it('names the moves that it might mean', () => {
    expect(readSets('pulldown 3x10@30', context()).unread).toEqual([
      {
        text: 'pulldown 3x10@30',
        because: 'which-move',
        candidates: ['band-pulldown', 'lat-pulldown', 'towel-pulldown'],
      },
    ]);
  });

  it('does not keep the rest from being read', () => {
    expect(told('Row 3x12@10; Déadlift  1x5 ; squat 3x12')).toEqual([
      'row 3x12@10',
      'squat 3x12',
      'Déadlift  1x5 → no-move',
    ]);
  });

  it('leaves what would be an eleventh set of one move', () => {
    expect(told('row 8x12; row 3x10; row 2x8')).toEqual([
      'row 12,12,12,12,12,12,12,12,8,8',
      'row 3x10 → too-many-sets',
    ]);
  });
});
