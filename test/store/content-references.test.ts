import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { contentMistakes } from '../../src/store/content.ts';
import { type ContentCopy, copyContent } from './content-copy.ts';

let copy: ContentCopy;

beforeEach(() => {
  copy = copyContent();
});

afterEach(() => copy.remove());

describe('what the files say of each other is checked:', () => {
  it.each([
    [
      'a move that stands twice',
      'moves.json',
      '"id": "towel-row"',
      '"id": "band-row"',
      '[13].id ("band-row"): got "band-row" a second time, takes an id of its own',
    ],
    [
      'a swap that is unknown',
      'moves.json',
      '["sit-to-stand"]',
      '["sit-to-stnd"]',
      '[9].swaps[0] ("squat"): got "sit-to-stnd", takes the id of a move in moves.json (did you mean "sit-to-stand"?)',
    ],
    [
      'swaps that lead back',
      'moves.json',
      /("harder": "Push harder and hold each pull[^[]*"swaps": )\[\]/,
      '$1["row"]',
      '[0].swaps ("row"): got row → band-row → towel-row → row, takes swaps that do not lead back',
    ],
    [
      'swaps that end in kit',
      'moves.json',
      '["band-row", "towel-row"]',
      '["towel-row", "band-row"]',
      '[0].swaps ("row"): got ["towel-row","band-row"], takes a list that ends in a move without kit',
    ],
    [
      'a move with kit and no swap',
      'moves.json',
      '["hip-hinge"]',
      '[]',
      '[10].swaps ("glute-bridge"): got [], takes a list that ends in a move without kit',
    ],
    [
      'a station that is unknown',
      'moves.json',
      '"move": "jump-rope"',
      '"move": "jumprope"',
      '[7].dose.stations[0].move ("hiit-circuit"): got "jumprope", takes the id of a move in moves.json (did you mean "jump-rope"?)',
    ],
    [
      'a dose outside its progress',
      'moves.json',
      '"progress": [12, 15]',
      '"progress": [13, 15]',
      '[0].progress ("row"): got [13,15], takes a range that holds the dose, [12,15]',
    ],
    [
      'a circuit that is none',
      'moves.json',
      '"role": "circuit"',
      '"role": "main"',
      '[7].dose.kind ("hiit-circuit"): got "circuit", takes "circuit" for a move whose role is "circuit", and only there',
    ],
    [
      'a move by choice that has no stand-in',
      'moves.json',
      '"plannedInstead": "bird-dog",',
      '',
      '[1].plannedInstead ("superman"): got nothing, takes the id of a move when byChoiceOnly is true, and only then',
    ],
    [
      'a move by choice that is planned',
      'programme.json',
      '"bird-dog"',
      '"superman"',
      'sessions[0].moves[4]: got "superman", takes a move that is not byChoiceOnly',
    ],
    [
      'a move twice in a session',
      'programme.json',
      '"row", "squat"',
      '"row", "push-up"',
      'sessions[0].moves[2]: got "push-up" a second time, takes each move once',
    ],
    [
      'a finisher that is no cardio',
      'programme.json',
      '"finisher": "jump-rope"',
      '"finisher": "row"',
      'sessions[0].finisher: got "row", whose role is "main", takes a move with the role "cardio"',
    ],
    [
      'a session id that stands twice',
      'programme.json',
      '"id": "b"',
      '"id": "a"',
      'sessions[1].id: got "a" a second time, takes an id of its own',
    ],
    [
      'a pattern of an unknown session',
      'programme.json',
      '["b", "a", "b"]',
      '["b", "a", "c"]',
      'patterns.3[1][2]: got "c", takes the id of a session',
    ],
    [
      'a pattern of the wrong length',
      'programme.json',
      '["a", "b", "a", "b"]',
      '["a", "b", "a"]',
      'patterns.4[0]: got 3 sessions, takes 4 sessions',
    ],
    [
      'five days of strength',
      'programme.json',
      '"a", "b", "cardio", "a", "b"',
      '"a", "b", "a", "a", "b"',
      'patterns.5[1]: got 5 strength sessions, takes at most 4 in a week, and one cardio or mobility day',
    ],
    [
      'a circuit that is an ordinary move',
      'programme.json',
      '"circuit": "hiit-circuit"',
      '"circuit": "row"',
      'circuit: got "row", whose role is "main", takes a move with the role "circuit"',
    ],
    [
      'a week that stands twice',
      'programme.json',
      '"week": 3',
      '"week": 2',
      'weeks[2].week: got 2, takes 3: each week once, in order',
    ],
    [
      'a lighter week that is not lighter',
      'programme.json',
      '"setsFactor": 0.5,',
      '',
      'weeks[4].setsFactor: got nothing, takes a factor in a lighter week, and only there',
    ],
    [
      'circuits in a lighter week',
      'programme.json',
      '"circuits": 0\n',
      '"circuits": 1, "rounds": [2, 2]\n',
      'weeks[4].circuits: got 1, takes 0 in a lighter week',
    ],
    [
      'rounds without a circuit',
      'programme.json',
      '"circuits": 0 }',
      '"circuits": 0, "rounds": [2, 2] }',
      'weeks[0].rounds: got [2,2], takes rounds in a week with circuits, and only there',
    ],
    [
      'a circuit without rounds',
      'programme.json',
      '"circuits": 1, "rounds": [2, 2]',
      '"circuits": 1',
      'weeks[2].rounds: got nothing, takes rounds in a week with circuits, and only there',
    ],
    [
      'a warm-up of strength',
      'programme.json',
      '"arm-circles"',
      '"row"',
      'warmUp[0]: got "row", whose role is "main", takes a move with the role "warm-up" or "mobility"',
    ],
    [
      'a rest day that needs kit',
      'programme.json',
      '"belly-breathing"',
      '"thread-the-needle"',
      'restDay[4]: got "thread-the-needle", takes a move without kit: a rest day is for everybody',
    ],
    [
      'a tip that stands twice',
      'tips.json',
      '"id": "reason-balance"',
      '"id": "reason-posture"',
      '[1].id ("reason-posture"): got "reason-posture" a second time, takes an id of its own',
    ],
  ])('%s', (_, file, from, to, line) => {
    expect(copy.told(file, from, to)).toContain(`${file}: ${line}`);
  });

  it('rounds beyond what the circuit progresses to', () => {
    expect(copy.told('programme.json', '"rounds": [3, 3]', '"rounds": [3, 5]')).toEqual([
      "programme.json: weeks[5].rounds: got [3,5], takes rounds within the circuit's progress, [2,4]",
    ]);
  });

  it('swaps that lead back, once for the whole cycle', () => {
    const lines = copy.told('moves.json', /("harder": "Push harder and hold each pull[^[]*"swaps": )\[\]/, '$1["row"]');
    expect(lines).toEqual([
      'moves.json: [0].swaps ("row"): got row → band-row → towel-row → row, takes swaps that do not lead back',
    ]);
  });

  it('a plan of eleven weeks', () => {
    expect(copy.told('programme.json', /\{\s*"week": 12,[^}]*\}/, '').at(0)).toMatch(
      /^programme.json: line \d+, column 3: got '\]'/,
    );
    copy.edit('programme.json', /\},\s*\],\s*"sessions"/, '}], "sessions"');
    expect(contentMistakes(copy.directory)).toEqual(['programme.json: weeks: got 11 weeks, takes 12 weeks']);
  });

  it('no tip for rest days', () => {
    const tips = copy.told('tips.json', /"topic": "recovery"/g, '"topic": "lifestyle"');
    expect(tips).toEqual(['tips.json: got no tip about recovery, takes at least one, for rest days']);
  });

  it('the programme too when a move is wrong, so that one round of mending is enough', () => {
    copy.edit('moves.json', '"step": 1', '"step": 0');
    copy.edit('programme.json', '"week": 3', '"week": 2');
    expect(contentMistakes(copy.directory)).toEqual([
      'moves.json: [0].step ("row"): got 0, takes 1 or more',
      'programme.json: weeks[2].week: got 2, takes 3: each week once, in order',
    ]);
  });
});
