import { describe, expect, it } from 'vitest';
import type { Dose, Kit, Move, Range } from '../../src/coach/content.ts';
import { loadContent } from '../../src/store/content.ts';

/*
 * Every row that the project's source article has, listed here by name with its figures, and found in data/. Where the
 * coach says something else, the source's words stand beside it as a correction.
 */

const { moves, programme } = loadContent();

function move(id: string): Move {
  const found = moves.get(id);
  if (found === undefined) throw new Error(`no move ${id}`);
  return found;
}

describe('the eight moves of the source, with dose, cue, kit and what they progress through', () => {
  const rows: readonly (readonly [
    name: string,
    id: string,
    targets: string[],
    dose: Dose,
    cue: RegExp,
    kit: Kit[],
    progress: Range,
  ])[] = [
    [
      'Bent-over dumbbell row',
      'row',
      ['lats', 'rhomboids', 'traps'],
      { kind: 'reps', sets: 3, reps: [12, 15] },
      /elbows close to your body/,
      ['dumbbells'],
      [12, 15],
    ],
    [
      'Superman',
      'superman',
      ['lower back', 'core'],
      { kind: 'reps', sets: 3, reps: [15, 15], holdSeconds: [2, 3] },
      /squeeze the lower back.*don't strain the neck/i,
      ['mat'],
      [8, 15],
    ],
    [
      'Lat pulldown',
      'lat-pulldown',
      ['lats', 'upper back'],
      { kind: 'reps', sets: 3, reps: [10, 12] },
      /no leaning back.*controlled/i,
      ['machine'],
      [10, 12],
    ],
    [
      'Jump rope',
      'jump-rope',
      ['whole body', 'cardio'],
      { kind: 'time', sets: 3, seconds: [120, 180], restSeconds: 30 },
      /high knees or double-unders/,
      ['rope'],
      [30, 180],
    ],
    [
      'Reverse fly',
      'reverse-fly',
      ['rear delts', 'upper back'],
      { kind: 'reps', sets: 3, reps: [12, 15] },
      /lighter weights keep the form/i,
      ['dumbbells'],
      [12, 15],
    ],
    [
      'Plank with shoulder taps',
      'shoulder-taps',
      ['core', 'back stability'],
      { kind: 'reps', sets: 3, reps: [20, 20] },
      /hips steady, no rocking/i,
      ['mat'],
      [10, 20],
    ],
    [
      'Swimming kicks',
      'swimming-kicks',
      ['whole back', 'glutes'],
      { kind: 'time', sets: 3, seconds: [30, 30] },
      /slow and controlled, not fast/i,
      ['mat'],
      [15, 30],
    ],
  ];

  it.each(rows)('%s', (name, id, targets, dose, cue, kit, progress) => {
    const found = move(id);
    expect(found.name).toContain(name);
    expect(found.targets).toEqual(targets);
    expect(found.dose).toEqual(dose);
    expect(found.cue).toMatch(cue);
    expect(found.kitAny).toEqual(kit);
    expect(found.progress).toEqual(progress);
  });

  it('HIIT circuit: 30 s each of rope, rows, reverse flys and shoulder taps, 1 min rest, 3–4 rounds, from 2', () => {
    const circuit = move('hiit-circuit');
    expect(circuit.dose).toEqual({
      kind: 'circuit',
      rounds: [3, 4],
      stations: ['jump-rope', 'row', 'reverse-fly', 'shoulder-taps'].map((id) => ({ move: id, seconds: 30 })),
      restSeconds: 60,
    });
    expect(circuit.targets).toEqual(['strength', 'cardio']);
    expect(circuit.kitAll).toEqual(['dumbbells', 'rope']);
    expect(circuit.progress).toEqual([2, 4]);
    expect(programme.circuit).toBe('hiit-circuit');
  });

  it('each with three or four steps, a fault, an easier and a harder variation', () => {
    for (const found of moves.values()) {
      expect([3, 4]).toContain(found.steps.length);
      expect(new Set([...found.steps, found.cue, found.fault, found.easier, found.harder]).size).toBe(
        found.steps.length + 4,
      );
    }
  });

  it('the lat pulldown by machine or band, and each swap for missing kit a move of its own', () => {
    const swaps: Record<string, string[]> = {
      row: ['band-row', 'towel-row'],
      superman: ['bird-dog', 'standing-bird-dog'],
      'lat-pulldown': ['band-pulldown', 'prone-lat-pull', 'towel-pulldown'],
      'jump-rope': ['high-knees', 'low-impact-march'],
      'reverse-fly': ['band-pull-apart', 'reverse-snow-angel', 'wall-angel'],
      'shoulder-taps': ['wall-shoulder-taps'],
      'swimming-kicks': ['standing-back-kick'],
    };
    for (const [id, expected] of Object.entries(swaps)) expect(move(id).swaps).toEqual(expected);
    expect(move('band-pulldown').kitAny).toEqual(['band']);
  });
});

describe('the corrections and companions', () => {
  it('the bird-dog is planned; a small Superman is a choice, and says what it loads the spine with', () => {
    const planned = programme.sessions.flatMap((session) => session.moves);
    expect(planned).toContain('bird-dog');
    expect(planned).not.toContain('superman');
    expect(move('superman')).toMatchObject({ byChoiceOnly: true, plannedInstead: 'bird-dog' });
    expect(move('superman').correction).toMatch(/6,000 N.*3,300 N.*McGill/);
  });

  it('squat, glute bridge and push-up stand beside the source’s moves, with easier variations', () => {
    for (const id of ['squat', 'glute-bridge', 'push-up']) {
      expect(move(id).role).toBe('companion');
      expect(programme.sessions.some((session) => session.moves.includes(id))).toBe(true);
    }
  });
});

describe('warm-up and cool-down', () => {
  it('arm circles 30 s each direction, jumping jacks 1 min, cat-cow 10, shoulder rolls 10', () => {
    expect(programme.warmUp.map((id) => [move(id).name, move(id).dose])).toEqual([
      ['Arm circles', { kind: 'time', sets: 1, seconds: [30, 30], perDirection: true }],
      ['Jumping jacks', { kind: 'time', sets: 1, seconds: [60, 60] }],
      ['Cat-cow', { kind: 'reps', sets: 1, reps: [10, 10] }],
      ['Shoulder rolls', { kind: 'reps', sets: 1, reps: [10, 10] }],
    ]);
    expect(move('jumping-jacks').swaps).toEqual(['step-jacks']);
    expect(move('jumping-jacks').easier).toMatch(/step jacks/i);
  });

  it("child's pose 30 s, cobra 20 s, cross-body stretch 20 s each side, and ear to shoulder for the 10 neck rolls", () => {
    expect(programme.coolDown.map((id) => [move(id).name, move(id).dose])).toEqual([
      ["Child's pose", { kind: 'time', sets: 1, seconds: [30, 30] }],
      ['Cobra', { kind: 'time', sets: 1, seconds: [20, 20] }],
      ['Cross-body shoulder stretch', { kind: 'time', sets: 1, seconds: [20, 20], perSide: true }],
      ['Ear to shoulder', { kind: 'reps', sets: 1, reps: [10, 10] }],
    ]);
    expect(move('ear-to-shoulder').correction).toMatch(/neck rolls, 10 reps/);
  });
});
