import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LEVELS } from '../../src/coach/content.ts';
import { addDays, type Day } from '../../src/coach/day.ts';
import { firstAndLast, isPlanOver, termsNext, totalsOf } from '../../src/coach/finish.ts';
import type { MemberFile, Workout } from '../../src/coach/member.ts';
import type { Performance, SetDone } from '../../src/coach/performance.ts';
import { plannedSessions } from '../../src/coach/programme.ts';
import { en } from '../../src/messages/en.ts';
import { loadContent } from '../../src/store/content.ts';
import { anyLevel, anyTrainingDays, enrolled, START } from './plan-people.ts';

const content = loadContent();
const { programme } = content;
const { bands } = programme;
const on = (days: number): Day => addDays(START, days);

function performance(days: number, sets: readonly SetDone[], more: Partial<Performance> = {}): Performance {
  return { move: 'row', day: on(days), sets, held: false, ...more };
}

describe('a member’s own first and last numbers', () => {
  const numbers = (...all: Performance[]) => firstAndLast(all, START, bands);

  it('are the best sets of the first session that had a move and of the last: load, then repetitions', () => {
    const first = [
      { reps: 15, load: 8000 },
      { reps: 12, load: 10_000 },
      { reps: 13, load: 10_000 },
    ];
    const last = [
      { reps: 8, load: 14_000 },
      { reps: 20, load: 12_000 },
    ];
    expect(
      numbers(performance(0, first), performance(30, [{ reps: 30, load: 20_000 }]), performance(60, last)),
    ).toEqual([{ move: 'row', first: first[2], last: last[0] }]);
  });

  it('go by a band’s strength, and by seconds where a move is timed', () => {
    const [light, strong] = [bands[0] ?? '', bands.at(-1) ?? ''];
    const banded = [
      performance(0, [
        { reps: 20, band: light },
        { reps: 8, band: strong },
      ]),
      performance(2, [{ reps: 5 }]),
    ];
    expect(numbers(...banded)[0]?.first).toEqual({ reps: 8, band: strong });
    const timed = [performance(0, [{ seconds: 20 }, { seconds: 30 }]), performance(2, [{ seconds: 45 }])];
    expect(numbers(...timed)).toEqual([{ move: 'row', first: { seconds: 30 }, last: { seconds: 45 } }]);
  });

  it('need two days of this plan; a light session is none of them where there are two others', () => {
    const heavy = performance(-10, [{ reps: 12, load: 50_000 }]);
    expect(numbers(heavy, performance(0, [{ reps: 10 }]))).toEqual([]);
    expect(numbers(performance(0, [{ reps: 10 }]), performance(0, [{ reps: 11 }]))).toEqual([]);
    const light = performance(9, [{ reps: 4 }], { held: true });
    const full = [performance(0, [{ reps: 10 }]), performance(5, [{ reps: 12 }])];
    expect(numbers(...full, light)[0]?.last).toEqual({ reps: 12 });
    expect(numbers(performance(0, [{ reps: 10 }]), light)[0]?.last).toEqual({ reps: 4 });
  });
});

function file(
  changes: Parameters<typeof enrolled>[0],
  days: readonly Day[],
  size: Workout['size'] = 'full',
): MemberFile {
  return {
    member: {
      id: 1,
      serverId: '1',
      userId: '2',
      clock: { zone: 'Europe/Lisbon' as MemberFile['member']['clock']['zone'], dayEndsAt: 3 },
      kit: ['mat', 'dumbbells'],
      notice: 'nothing',
      shareMilestones: false,
    },
    enrolment: enrolled(changes),
    workouts: days.map((date, id) => ({ id, day: date, madeAt: 0, size })),
  };
}

const allDays = plannedSessions(programme, enrolled(), on(84)).map((planned) => planned.day);
const LAST = allDays.at(-1) ?? START;

describe('the end of a plan', () => {
  it('is there when nothing is left to do: with the last session, or when its day is over', () => {
    expect(isPlanOver(programme, file({}, allDays), LAST)).toBe(true);
    expect(isPlanOver(programme, file({}, allDays.slice(0, -1)), LAST)).toBe(false);
    expect(isPlanOver(programme, file({}, []), addDays(LAST, 1))).toBe(true);
    expect(isPlanOver(programme, file({ pauses: [{ from: on(70) }] }, allDays), addDays(LAST, 9))).toBe(false);
    expect(isPlanOver(programme, file({ startsOn: on(7) }, []), on(0))).toBe(false);
  });

  it('comes to sessions, minutes and the longest streak, where no sets were logged', () => {
    const whole = totalsOf(content, file({}, allDays), LAST);
    expect(whole).toMatchObject({ kept: 36, planned: 36, longest: 36 });
    expect(whole.minutes).toBeGreaterThan(36 * 20);
    const short = totalsOf(content, file({}, allDays.slice(0, 5), 'floor'), allDays[4] ?? START);
    expect(short).toEqual({ kept: 5, planned: 5, minutes: 5 * programme.floor.minutes, longest: 5 });
  });
});

describe('what comes next', () => {
  it('is the same again, a level up, or three days at a level that is no higher', () => {
    const four = { level: 'strong', trainingDays: [1, 2, 4, 5] } as const;
    expect(termsNext('again', four)).toEqual(four);
    expect(termsNext('stronger', four)).toBe(undefined);
    expect(termsNext('maintain', four)).toEqual({ level: 'standard', trainingDays: [1, 2, 5] });
    const five = { level: 'gentle', trainingDays: [1, 2, 3, 4, 5] } as const;
    expect(termsNext('stronger', five)).toEqual({ ...five, level: 'standard' });
    expect(termsNext('maintain', five)).toEqual({ level: 'gentle', trainingDays: [1, 3, 5] });
  });

  it('keeps to anybody’s own days, and never asks more of them for less', () => {
    fc.assert(
      fc.property(anyLevel, anyTrainingDays, (level, trainingDays) => {
        const kept = termsNext('maintain', { level, trainingDays });
        expect(kept?.trainingDays.length).toBe(3);
        expect(kept?.trainingDays).toEqual(trainingDays.filter((each) => kept?.trainingDays.includes(each)));
        expect(LEVELS.indexOf(kept?.level ?? 'strong')).toBeLessThanOrEqual(LEVELS.indexOf(level));
        const above = termsNext('stronger', { level, trainingDays });
        if (above !== undefined) expect(LEVELS.indexOf(above.level)).toBe(LEVELS.indexOf(level) + 1);
        else expect(level).toBe('strong');
      }),
    );
  });
});

describe('the words of the timeline', () => {
  it('promise no spot, no afterburn and no weight', () => {
    const said = Object.values(en.milestones).join(' ');
    expect(said).not.toMatch(/afterburn|burn|fat|weight|calorie|toned|toning|definition|slim|!/i);
    for (const week of [2, 4, 6, 8, 12] as const) expect(en.milestones[`week-${week}`].length).toBeGreaterThan(60);
    expect(en.milestones['week-6']).toContain('not in one chosen spot');
  });
});
