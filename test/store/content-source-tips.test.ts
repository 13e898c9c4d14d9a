import { describe, expect, it } from 'vitest';
import type { TipTopic } from '../../src/coach/content.ts';
import { loadContent } from '../../src/store/content.ts';

/* The source's rows on everything but moves and weeks: see content-source.test.ts. */

const { moves, programme, timeline, tips } = loadContent();

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
