import { describe, expect, it } from 'vitest';
import type { Dose, Kit, Move, Range, TipTopic } from '../../src/coach/content.ts';
import { loadContent } from '../../src/store/content.ts';

/*
 * Every row that the project's source article has, listed here by name with its figures, and found in data/. Where the
 * coach says something else, the source's words stand beside it as a correction.
 */

const { moves, programme, tips, timeline } = loadContent();

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

describe('reasons, tips and mistakes', () => {
  const rows: readonly (readonly [row: string, topic: TipTopic, words: readonly RegExp[]])[] = [
    ['posture', 'reason', [/posture/i, /upright/]],
    ['a balanced physique with abs, chest and arms', 'reason', [/balanced physique/i, /abs, chest and arms/i]],
    ['confidence', 'reason', [/confidence/i]],
    ['strength for lifting, carrying and sitting', 'reason', [/lifting/i, /carrying/i, /sitting/i]],
    ['lean protein: chicken, fish, tofu', 'nutrition', [/lean protein/i, /chicken/i, /fish/, /tofu/]],
    ['whole grains', 'nutrition', [/whole grains/i]],
    [
      'hydration, to thirst, 2.0 and 2.5 L, 20–30% from food, at most 1.4 L an hour',
      'nutrition',
      [/hydration/i, /to thirst/, /2\.0 L/, /2\.5 L/, /20–30%/, /1\.4 L/],
    ],
    ['limit sugar and processed food', 'nutrition', [/limit sugar/i, /processed food/i]],
    ['fibre-rich vegetables', 'nutrition', [/fibre-rich vegetables/i]],
    ['calorie balance decides fat loss', 'nutrition', [/fat loss/i, /calorie balance/i]],
    [
      'sleep 7–9 h, 7–8 from 65; the source: 7–8',
      'lifestyle',
      [/7–9 hours/, /65 on 7–8/, /source says 7–8 hours/, /at least 7/],
    ],
    ['stress and cortisol', 'lifestyle', [/stress/i, /cortisol/]],
    ['move or stretch every hour', 'lifestyle', [/move or stretch once every hour/i]],
    [
      'track progress: photos, measurements, apps',
      'lifestyle',
      [/track your progress/i, /photos/, /measurements/, /app/],
    ],
    ['walks up to 150–300 min, or 75–150 vigorous', 'lifestyle', [/WHO/, /150–300/, /75–150/]],
    ['no caffeine within 6 h of bed', 'lifestyle', [/caffeine/i, /6 hours before bed/]],
    ['only doing cardio', 'mistake', [/only doing cardio/i]],
    ['too much weight', 'mistake', [/too much weight/i]],
    ['skipping rest days', 'mistake', [/skipping rest days/i]],
    ['expecting overnight results', 'mistake', [/expecting overnight results/i]],
    [
      'no spot reduction: 13 studies, more than 1,000 people',
      'mistake',
      [/13 studies/, /1,000 people/, /no spot reduction/],
    ],
    ['no afterburn: 6–15% of the session', 'mistake', [/afterburn/i, /6–15%/]],
  ];

  it.each(rows)('%s', (_, topic, words) => {
    const texts = tips
      .filter((tip) => tip.topic === topic)
      .map((tip) => `${tip.title}. ${tip.text} ${tip.correction ?? ''}`);
    expect(texts.filter((text) => words.every((word) => word.test(text)))).toHaveLength(1);
  });

  it('whatever speaks of the body can be hidden', () => {
    const body = /physique|fat|calor|photos|measurements|weight loss/i;
    expect(tips.filter((tip) => body.test(tip.text + tip.title) && !tip.body).map((tip) => tip.id)).toEqual([]);
  });
});

describe('the timeline', () => {
  it('has the three promises of the source, each beside what the coach says', () => {
    const rows = timeline.map(({ weeks, source }) => [weeks, source]);
    expect(rows).toEqual([
      [[2, 4], 'Improved strength and posture.'],
      [[4, 8], undefined],
      [[6, 8], 'Visible change, with a healthy diet.'],
      [[12, 12], 'Noticeable toning and definition.'],
    ]);
  });

  it('says that moves feel easier, then strength is up, then muscle may change, then: your own numbers', () => {
    const words = [
      /feel easier.*nervous system/,
      /strength is measurably up/i,
      /muscle may begin to change/i,
      /your own numbers/,
    ];
    for (const [index, word] of words.entries()) expect(timeline[index]?.text).toMatch(word);
  });
});

describe('the twelve weeks', () => {
  const open = true;
  const rows: readonly (readonly [
    weeks: readonly number[],
    name: string,
    reserve: Range,
    orMore: boolean,
    sets: readonly number[],
    circuits: readonly number[],
    rounds: Range | undefined,
  ])[] = [
    [[1, 2], 'Base', [3, 4], !open, [2, 2], [0, 0], undefined],
    [[3, 4], 'Base', [3, 4], !open, [2, 3], [1, 1], [2, 2]],
    [[5], 'Lighter', [4, 4], open, [3], [0], undefined],
    [[6, 7, 8], 'Build', [2, 3], !open, [3, 3, 3], [1, 1, 1], [3, 3]],
    [[9], 'Lighter', [4, 4], open, [3], [0], undefined],
    [[10, 11, 12], 'Consolidate', [2, 2], !open, [3, 3, 3], [2, 2, 2], [3, 4]],
  ];

  it.each(rows)('%s: %s', (numbers, name, reserve, orMore, sets, circuits, rounds) => {
    const weeks = programme.weeks.filter(({ week }) => numbers.includes(week));
    expect(weeks.map(({ week }) => week)).toEqual(numbers);
    expect(weeks.map((week) => week.sets)).toEqual(sets);
    expect(weeks.map((week) => week.circuits)).toEqual(circuits);
    for (const week of weeks) {
      expect(programme.blocks[week.block].name).toBe(name);
      expect([week.repsInReserve, week.orMore ?? false, week.rounds]).toEqual([reserve, orMore, rounds]);
      expect(week.setsFactor).toBe(name === 'Lighter' ? 0.5 : undefined);
      expect(week.retest ?? false).toBe(week.week === 12);
    }
  });

  it('three days A/B/A then B/A/B, four A/B/A/B, five with one cardio or mobility day, for the gentle from week 5', () => {
    expect(programme.patterns[3]).toEqual([
      ['a', 'b', 'a'],
      ['b', 'a', 'b'],
    ]);
    expect(programme.patterns[4]).toEqual([['a', 'b', 'a', 'b']]);
    const kinds = programme.patterns[5].map((row) =>
      row.map((id) => programme.sessions.find((one) => one.id === id)?.kind),
    );
    expect(kinds).toEqual([
      ['strength', 'strength', 'mobility', 'strength', 'strength'],
      ['strength', 'strength', 'cardio', 'strength', 'strength'],
    ]);
    expect(programme.fiveDaysFromWeek).toEqual({ gentle: 5, standard: 1, strong: 1 });
  });
});

describe('the voice', () => {
  const sentences = [
    ...[...moves.values()].flatMap((one) => [
      one.cue,
      ...one.steps,
      one.fault,
      one.easier,
      one.harder,
      one.correction ?? '',
    ]),
    ...tips.flatMap((tip) => [tip.title, tip.text]),
    ...timeline.map((entry) => entry.text),
    ...Object.values(programme.blocks).map((block) => block.about),
    ...Object.values(programme.levels).map((level) => level.about),
  ];

  it('never shouts, shames or speaks of losing weight', () => {
    const never =
      /!|\b(lazy|guilt|cheat|failed?|lose weight|losing weight|weight loss|burn fat|before and after|no excuses?|ideal weight|slim|skinny)\b/i;
    expect(sentences.filter((sentence) => never.test(sentence))).toEqual([]);
  });

  it('ends its sentences', () => {
    const told = sentences.filter((sentence) => sentence !== '' && !tips.some((tip) => tip.title === sentence));
    expect(told.filter((sentence) => !/[.?]$/.test(sentence))).toEqual([]);
  });
});
