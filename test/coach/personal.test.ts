import { describe, expect, it } from 'vitest';
import { type Kit, LEVELS } from '../../src/coach/content.ts';
import { addDays, type Day, daysBetween, zone } from '../../src/coach/day.ts';
import type { Loads } from '../../src/coach/load.ts';
import type { Enrolment, MemberFile } from '../../src/coach/member.ts';
import type { Performance } from '../../src/coach/performance.ts';
import type { Exercise, PlannedSession } from '../../src/coach/plan.ts';
import { plannedSessions } from '../../src/coach/programme.ts';
import { sessionFor } from '../../src/coach/session.ts';
import { isHeld, nextTimes, personalSession, type TrainingHistory } from '../../src/coach/training/personal.ts';
import { enrolled, START } from './plan-people.ts';
import { content, lineOf } from './training-plans.ts';

const BY_THE_KILO: Loads = {
  units: 'metric',
  ladders: { dumbbells: { kind: 'step', step: 1_000 }, machine: { kind: 'step', step: 5_000 } },
  bands: content.programme.bands,
};
const NOTHING_YET: TrainingHistory = { performances: [], swaps: [], loads: BY_THE_KILO };

const on = (days: number) => addDays(START, days);
/** Trained on all their days, up to and including this one. */
function ana(
  through: number,
  { kit = ['mat', 'dumbbells'] as readonly Kit[], enrolment = enrolled() } = {},
): MemberFile {
  const member: MemberFile['member'] = {
    id: 1,
    serverId: '1',
    userId: '2',
    clock: { zone: zone('Europe/Lisbon'), dayEndsAt: 3 },
    kit,
    notice: 'nothing',
    shareMilestones: false,
  };
  const sessions = plannedSessions(content.programme, enrolment, on(through));
  const workouts = sessions.map(({ day }, id) => ({ id, day, madeAt: 0, size: 'full' as const }));
  return { member, enrolment, workouts };
}

function sessionOn(enrolment: Enrolment, days: number): PlannedSession {
  const session = plannedSessions(content.programme, enrolment, on(days)).at(-1);
  if (session?.day !== on(days)) throw new Error(`no session on ${on(days)}`);
  return session;
}

/** A line of the session on a day, as it is on that day. */
function line(file: MemberFile, history: TrainingHistory, days: number, id = 'row', today: Day = on(days)): Exercise {
  const planned = sessionOn(file.enrolment, days);
  return lineOf({ session: personalSession(content, file, history, planned, today) }, id);
}

/** Three sets of rows that were easy enough. */
function rows(days: number, reps: number, load: number, changes: Partial<Performance> = {}): Performance {
  return {
    move: 'row',
    day: on(days),
    sets: Array.from({ length: 3 }, () => ({ reps, load })),
    effort: '3-4',
    held: false,
    ...changes,
  };
}

describe('a session with nothing behind it', () => {
  it('is the programme’s own, with the low end to aim for and no reason given', () => {
    const file = ana(-1);
    const planned = sessionOn(file.enrolment, 0);
    const session = personalSession(content, file, NOTHING_YET, planned, on(0));
    const plain = sessionFor(content, planned, { level: 'standard', kit: file.member.kit });
    expect(session.main.map(({ target: _, ...exercise }) => exercise)).toEqual(plain.main);
    expect({ ...session, main: [] }).toEqual({ ...plain, main: [] });
    for (const { target, reps, seconds } of session.main) {
      const range = reps ?? seconds;
      expect(target).toEqual({ range, aim: range?.[0], why: { kind: 'first' }, isStep: false });
    }
  });

  it('gives a stretch nothing to aim for', () => {
    const file = ana(-1, { enrolment: enrolled({ trainingDays: [1, 2, 3, 4, 5] }) });
    const mobility = sessionOn(file.enrolment, 2);
    expect(mobility.template).toBe('mobility');
    const { main } = personalSession(content, file, NOTHING_YET, mobility, on(2));
    expect(main.filter(({ target }) => target !== undefined)).toEqual([]);
  });
});

describe('a session after another', () => {
  const history = { ...NOTHING_YET, performances: [rows(0, 15, 10_000)] };

  it('asks for what follows from it, and says why', () => {
    // A on Monday and Friday.
    expect(line(ana(2), history, 4).target).toMatchObject({
      load: 11_000,
      aim: 12,
      isStep: true,
      why: { kind: 'up', change: { from: 10_000, to: 11_000 } },
    });
  });

  it('knows on its own day nothing of what is logged for that day', () => {
    const again = { ...history, performances: [...history.performances, rows(4, 15, 11_000)] };
    expect(line(ana(4), again, 4)).toEqual(line(ana(2), history, 4));
  });

  it('is planned from the move that is done, not from the one that it stands in for', () => {
    const file = ana(2, { kit: ['mat'] });
    expect(line(file, history, 4, 'towel-row').target?.why).toEqual({ kind: 'first' });
  });

  it('steps in the member’s own loads', () => {
    const fives: Loads = {
      ...BY_THE_KILO,
      ladders: { ...BY_THE_KILO.ladders, dumbbells: { kind: 'list', loads: [10_000, 12_500] } },
    };
    expect(line(ana(2), { ...history, loads: fives }, 4).target).toMatchObject({
      load: 10_000,
      range: [12, 18],
      why: { kind: 'top-raised', to: 18 },
    });
  });

  it('takes as long as what it now asks for', () => {
    const many = { ...NOTHING_YET, performances: [rows(0, 15, 10_000, { sets: [{ reps: 15, load: 10_000 }] })] };
    const file = ana(2, { kit: ['mat', 'dumbbells', 'rope'] });
    const planned = sessionOn(file.enrolment, 4);
    const rope = { move: 'jump-rope', day: on(2), sets: [{ seconds: 150 }], effort: '3-4' as const, held: false };
    const long = personalSession(
      content,
      file,
      { ...many, performances: [...many.performances, rope] },
      planned,
      on(4),
    );
    const short = personalSession(content, file, many, planned, on(4));
    expect(lineOf({ session: long }, 'jump-rope').seconds).toEqual([165, 165]);
    expect(long.minutes).toBeGreaterThan(short.minutes);
  });
});

describe('after an absence', () => {
  const history = { ...NOTHING_YET, performances: [rows(0, 15, 10_000)] };

  it('a session is lighter on the day itself', () => {
    expect(line(ana(2), history, 14).target).toMatchObject({
      load: 9_000,
      isStep: false,
      why: { kind: 'back', days: 11, percent: 10 },
    });
  });

  it('a move that comes on the second day back is as light as those of the first', () => {
    const file = ana(2);
    const back = { ...file, workouts: [...file.workouts, { id: 99, day: on(14), madeAt: 0, size: 'full' as const }] };
    const second = plannedSessions(content.programme, file.enrolment, on(40)).find(
      ({ day, template }) => day > on(14) && template === 'a',
    );
    const days = second === undefined ? 0 : daysBetween(on(0), second.day);
    expect(line(back, history, days).target).toMatchObject({
      load: 9_000,
      why: { kind: 'back', days: 11, percent: 10 },
    });
    // What was then done of it counts again.
    const since = { ...history, performances: [...history.performances, rows(days, 15, 9_000)] };
    const third = {
      ...back,
      workouts: [...back.workouts, { id: 100, day: on(days), madeAt: 0, size: 'full' as const }],
    };
    const [next] = plannedSessions(content.programme, file.enrolment, on(60)).filter(
      ({ day, template }) => day > on(days) && template === 'a',
    );
    const later = next && personalSession(content, third, since, next, on(days));
    expect(later && lineOf({ session: later }, 'row').target).toMatchObject({
      load: 9_000,
      why: { kind: 'top-raised' },
    });
  });

  it('a session that is still to come is as if nothing came between', () => {
    expect(line(ana(2), history, 14, 'row', on(2)).target?.why.kind).toBe('up');
  });
});

describe('a lighter week', () => {
  it('holds what was, and neither that nor a light day is concluded from', () => {
    const { programme } = content;
    const file = ana(25);
    const lighter = plannedSessions(programme, file.enrolment, on(100)).filter(({ week }) => week === 5);
    expect(lighter.map((planned) => isHeld(content, planned))).toEqual([true, true, true]);
    const history = { ...NOTHING_YET, performances: [rows(24, 15, 10_000)] };
    const [first] = lighter.filter(({ template }) => template === 'a');
    const session = first && personalSession(content, file, history, first, first.day);
    expect(session && lineOf({ session }, 'row').target).toMatchObject({
      load: 10_000,
      aim: 12,
      isStep: false,
      why: { kind: 'light' },
    });
  });

  it('is what the programme says it is', () => {
    for (const level of LEVELS) {
      const sessions = plannedSessions(content.programme, enrolled({ level, trainingDays: [1, 2, 3, 4, 5] }), on(100));
      const held = sessions.filter((planned) => isHeld(content, planned));
      expect(held.map(({ week, light }) => light || week === 5 || week === 9)).not.toContain(false);
      expect(new Set(held.map(({ week }) => week))).toEqual(new Set(held.map(({ week }) => week)).add(5).add(9));
    }
  });
});

describe('what comes next of a move', () => {
  const history = { ...NOTHING_YET, performances: [rows(0, 15, 10_000)] };

  it('is its next occurrence in the plan, as it will be', () => {
    const file = ana(0);
    const next = nextTimes(content, file, history, ['row', 'squat'], on(0));
    expect(next.map(({ day, exercise }) => [day, exercise.move.id])).toEqual([
      [on(4), 'row'],
      [on(4), 'squat'],
    ]);
    expect(next[0]?.exercise).toEqual(line(file, history, 4, 'row', on(0)));
  });

  it('is in the order that is asked for, and nothing of a move that the plan has not', () => {
    const file = ana(0);
    const next = nextTimes(content, file, history, ['push-up', 'superman', 'row'], on(0));
    expect(next.map(({ day, exercise }) => [day, exercise.move.id])).toEqual([
      [on(2), 'push-up'],
      [on(4), 'row'],
    ]);
  });

  it('is nothing after the last session', () => {
    expect(nextTimes(content, ana(83), history, ['row'], on(83))).toEqual([]);
  });
});
