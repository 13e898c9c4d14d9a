import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { standingFor } from '../../src/coach/check-in.ts';
import { addDays, day } from '../../src/coach/day.ts';
import type { Performance, SetDone } from '../../src/coach/performance.ts';
import { consistencyCourse, loggedMoves, moveCourse, nextTarget } from '../../src/coach/progress.ts';
import { personalSession } from '../../src/coach/training/personal.ts';
import { anySteadyLife } from './personal-lives.ts';
import { content } from './training-plans.ts';

const BANDS = ['yellow', 'red', 'green'];

const did = (move: string, on: string, ...sets: SetDone[]): Performance => ({ move, day: day(on), sets, held: false });

describe('the course of a move', () => {
  it('has the best set of each day: the heaviest, and of these the one of most repetitions', () => {
    const course = moveCourse(
      [
        did('row', '2026-01-05', { reps: 12, load: 8_000 }, { reps: 9, load: 10_000 }, { reps: 10, load: 10_000 }),
        did('squat', '2026-01-05', { reps: 20 }),
        did('row', '2026-01-09', { reps: 6, load: 12_000 }),
        did('row', '2026-01-09', { reps: 8, load: 12_000 }),
      ],
      'row',
      BANDS,
    );
    expect(course).toEqual({
      heavy: 'load',
      unit: 'reps',
      days: [
        { day: '2026-01-05', best: { reps: 10, load: 10_000 } },
        { day: '2026-01-09', best: { reps: 8, load: 12_000 } },
      ],
    });
  });

  it('knows bands by their order, holds by their seconds, and leaves out days told in another unit', () => {
    const pulls = moveCourse(
      [did('pull', '2026-01-05', { reps: 15, band: 'yellow' }, { reps: 8, band: 'green' })],
      'pull',
      BANDS,
    );
    expect(pulls).toMatchObject({ heavy: 'band', days: [{ best: { band: 'green' } }] });
    const holds = moveCourse(
      [did('plank', '2026-01-05', { reps: 3 }), did('plank', '2026-01-07', { seconds: 30 }, { seconds: 35 })],
      'plank',
      BANDS,
    );
    expect(holds).toEqual({ unit: 'seconds', days: [{ day: '2026-01-07', best: { seconds: 35 } }] });
    expect(moveCourse([], 'plank', BANDS)).toBe(undefined);
  });

  it('is offered for what was logged, the latest first and each once', () => {
    const all = [
      did('row', '2026-01-05'),
      did('squat', '2026-01-05'),
      did('row', '2026-01-07'),
      did('pull', '2026-01-08'),
    ];
    expect(loggedMoves(all)).toEqual(['pull', 'row', 'squat']);
  });
});

describe('progress of anybody', () => {
  it('ends its line where the streak’s own consistency stands', () => {
    fc.assert(
      fc.property(anySteadyLife, fc.integer({ min: 0, max: 100 }), ({ file }, after) => {
        const standing = standingFor(content.programme, file, addDays(file.enrolment.startsOn, after));
        const course = consistencyCourse(standing);
        expect(course.length).toBe(standing.dueSessions);
        expect(course.at(-1)?.share ?? 0).toBeCloseTo(standing.consistency, 10);
      }),
      { numRuns: 40 },
    );
  });

  it('marks what today’s session asks while it is open, and the one after when it is done', () => {
    fc.assert(
      fc.property(anySteadyLife, fc.nat({ max: 20 }), ({ file, history, met }, index) => {
        const at = met[index];
        if (at === undefined) return;
        const today = at.planned.day;
        const before = {
          file: { ...file, workouts: file.workouts.filter((workout) => workout.day < today) },
          history: { ...history, performances: history.performances.filter((done) => done.day < today) },
        };
        const session = personalSession(content, before.file, before.history, at.planned, today);
        for (const { move, target } of session.main) {
          const open = nextTarget(content, before.file, before.history, move.id, today, true);
          if (target !== undefined) expect(open).toEqual({ day: today, target });
          const later = nextTarget(content, before.file, before.history, move.id, today, false);
          expect(later === undefined || later.day > today).toBe(true);
        }
      }),
      { numRuns: 15 },
    );
  });
});
