import { describe, expect, it } from 'vitest';
import { type Addressee, type Direct, wrongDirects } from '../../src/simulation/check-direct.ts';

const utc = (text: string) => Date.parse(`${text}Z`);

/** Asked on the first Monday for a workout at 18:40, and for water until Friday noon. */
const BEN: Addressee = {
  name: 'Ben',
  wishes: [
    { kind: 'workout', askedAt: utc('2026-02-02T08:00'), hours: ['18:40', '19:11'] },
    { kind: 'water', askedAt: utc('2026-02-02T08:00'), stoppedAt: utc('2026-02-06T12:00'), hours: ['11:00', '16:00'] },
  ],
  ...{ quiet: ['22:00', '07:00'], mostADay: 2 },
  notes: [],
};
const direct = (kind: string | undefined, at: string, change: Partial<Direct> = {}): Direct => ({
  ...{ kind, at: utc(at), day: at.slice(0, 10), time: at.slice(11) },
  ...{ isAgain: false, isInPlan: true, hasSession: true },
  ...change,
});
const WORKOUT = direct('workout', '2026-02-03T18:40');
const WATER = direct('water', '2026-02-03T12:15');

describe('the check of direct messages', () => {
  it('finds nothing where each was asked for and came in its hours', () => {
    const later = direct('workout', '2026-02-05T19:50', { isAgain: true });
    expect(wrongDirects(BEN, [WATER, WORKOUT, later])).toEqual([]);
  });

  it('finds what was never asked for, asked for only later, or stopped before', () => {
    const got = [
      direct('water', '2026-02-06T12:15'),
      direct('workout', '2026-02-01T18:40'),
      direct('sleep', '2026-02-04T21:00'),
      direct(undefined, '2026-02-05T12:15'),
    ];
    expect(wrongDirects(BEN, [WATER, WORKOUT, ...got])).toEqual([
      'Ben was written to (water) on 2026-02-06 at 12:15 without having asked for it',
      'Ben was written to (workout) on 2026-02-01 at 18:40 without having asked for it',
      'Ben was written to (sleep) on 2026-02-04 at 21:00 without having asked for it',
      'Ben was written to (no reminder) on 2026-02-05 at 12:15 without having asked for it',
    ]);
  });

  it('finds one in quiet hours, even put off, and one at another time than was chosen', () => {
    const quiet = direct('workout', '2026-02-05T22:00', { isAgain: true });
    const early = direct('water', '2026-02-05T10:59');
    expect(wrongDirects(BEN, [WATER, WORKOUT, quiet, early])).toEqual([
      'Ben was written to (workout) on 2026-02-05 at 22:00, in quiet hours',
      'Ben was written to (water) on 2026-02-05 at 10:59, at another time than they chose',
    ]);
  });

  it('finds the reminder of a workout that was logged, but not of one that was taken back', () => {
    const note = { kind: 'workout', day: '2026-02-03', at: utc('2026-02-03T17:00') } as const;
    const wrong = ['Ben was written to (workout) on 2026-02-03 at 18:40, and had logged it'];
    expect(wrongDirects({ ...BEN, notes: [note] }, [WATER, WORKOUT])).toEqual(wrong);
    const undone = { ...note, undoneAt: utc('2026-02-03T18:00') };
    expect(wrongDirects({ ...BEN, notes: [undone] }, [WATER, WORKOUT])).toEqual([]);
  });

  it('finds one in a pause, and a workout on a day without a session', () => {
    const paused = direct('water', '2026-02-04T12:15', { isInPlan: false, hasSession: false });
    const rest = direct('workout', '2026-02-05T18:40', { hasSession: false });
    expect(wrongDirects(BEN, [WATER, WORKOUT, paused, rest])).toEqual([
      'Ben was written to (water) on 2026-02-04 at 12:15, and was not in the plan',
      'Ben was written to (workout) on 2026-02-05 at 18:40, and there was no session',
    ]);
  });

  it('finds more in a day than were wanted, and a wish that was never met', () => {
    const more = [direct('water', '2026-02-03T14:45')];
    expect(wrongDirects(BEN, [WATER, WORKOUT, ...more])).toEqual([
      'Ben was written to 3 times on 2026-02-03, and wanted 2 at most',
    ]);
    expect(wrongDirects(BEN, [WATER])).toEqual(['Ben asked to be written to (workout), and never was']);
  });
});
