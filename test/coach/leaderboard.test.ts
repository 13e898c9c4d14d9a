import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Day, day, WEEKDAYS, type Weekday, zone } from '../../src/coach/day.ts';
import { type Leaderboard, leaderboardOf } from '../../src/coach/leaderboard.ts';
import type { MemberFile, Workout } from '../../src/coach/member.ts';
import { loadContent } from '../../src/store/content.ts';
import { enrolled } from './plan-people.ts';

const { programme } = loadContent();
const MONDAY = day('2026-01-05');
const LISBON = zone('Europe/Lisbon');

interface Changes {
  readonly isOn?: boolean;
  readonly trainingDays?: readonly Weekday[];
  readonly where?: string;
  readonly startsOn?: Day;
  readonly pauses?: readonly { readonly from: Day; readonly to?: Day }[];
  readonly frozenDays?: ReadonlySet<Day>;
}

function somebody(id: number, changes: Changes = {}): Omit<MemberFile, 'workouts'> {
  const { isOn = true, where = LISBON, frozenDays, ...plan } = changes;
  return {
    member: {
      id,
      serverId: '1',
      userId: `u${id}`,
      clock: { zone: zone(where), dayEndsAt: 3 },
      kit: [],
      notice: 'nothing',
      shareMilestones: false,
      ...(isOn && { onLeaderboard: true }),
    },
    enrolment: enrolled(plan),
    ...(frozenDays && { frozenDays }),
  };
}

let ids = 0;
function did(...dates: string[]): Workout[] {
  return dates.map((date) => {
    ids += 1;
    return { id: ids, day: day(date), madeAt: 0, size: 'full' };
  });
}

function board(
  files: readonly Omit<MemberFile, 'workouts'>[],
  workouts: Readonly<Record<number, readonly Workout[]>>,
  at = '2026-01-08T12:00Z',
): Leaderboard {
  const byMember = new Map(Object.entries(workouts).map(([id, list]) => [Number(id), list]));
  return leaderboardOf(programme, files, byMember, day(at.slice(0, 10)), Date.parse(at));
}

const places = ({ placed }: Leaderboard) => placed.map(({ place, userId }) => `${place} ${userId}`);

describe('the leaderboard', () => {
  it('ranks by the share of one’s own plan, whatever its size; who is level shares a place, and the next comes after', () => {
    const five = { trainingDays: [1, 2, 3, 4, 5] as const };
    const files = [somebody(1), somebody(2), somebody(3), somebody(4, five)];
    const workouts = {
      1: did('2026-01-05'),
      2: did('2026-01-05', '2026-01-07'),
      3: did('2026-01-05', '2026-01-07'),
      4: did('2026-01-05', '2026-01-06', '2026-01-07'),
    };
    // On Thursday: one of two; two of two, twice, which is more of a week than three of three where there are five.
    const found = board(files, workouts);
    expect(places(found)).toEqual(['1 u2', '1 u3', '3 u4', '4 u1']);
    expect(found.placed[0]).toMatchObject({ kept: 2, due: 2, planned: 3 });
    expect(found.placed[2]).toMatchObject({ kept: 3, due: 3, planned: 5 });
    expect([found.from, found.to]).toEqual(['2026-01-05', '2026-01-11']);
  });

  it('names those with nothing kept yet as ready, and counts nothing of them', () => {
    const found = board([somebody(1), somebody(2, { trainingDays: [4, 5, 6] })], { 1: [] });
    expect(found).toMatchObject({ placed: [], ready: ['u1', 'u2'] });
  });

  it('has nobody who did not ask to be on it, and nobody without a session this week', () => {
    const paused = { pauses: [{ from: MONDAY }] };
    const frozen = { frozenDays: new Set(['05', '06', '07', '08', '09', '10', '11'].map((d) => day(`2026-01-${d}`))) };
    const files = [somebody(1, { isOn: false }), somebody(2, paused), somebody(3, frozen)];
    const found = board(files, { 1: did('2026-01-05'), 3: did('2026-01-05') });
    expect(found).toMatchObject({ placed: [], ready: [] });
  });

  it('leaves out days that count for nobody, extra sessions, other weeks and an earlier plan', () => {
    const frozen = somebody(1, { frozenDays: new Set([day('2026-01-07')]) });
    const workouts = did('2025-12-31', '2026-01-05', '2026-01-06', '2026-01-06', '2026-01-07');
    expect(board([frozen], { 1: workouts }).placed).toMatchObject([{ kept: 1, due: 1, planned: 2 }]);
    const late = somebody(2, { startsOn: day('2026-01-07') });
    expect(board([late], { 2: did('2026-01-05', '2026-01-07') }).placed).toMatchObject([
      { kept: 1, due: 1, planned: 2 },
    ]);
  });

  it('counts a session that was made good, and none as due while the member’s own day has room for it', () => {
    const repaired: Workout = { id: 900, day: day('2026-01-08'), madeAt: 0, size: 'floor', repairs: day('2026-01-07') };
    const found = board([somebody(1)], { 1: [...did('2026-01-05'), repaired] });
    expect(found.placed).toMatchObject([{ kept: 2, due: 2 }]);
    // At two in the night of Thursday it is Wednesday still for Ana in Lisbon, and Thursday for Lea in Auckland.
    const files = [somebody(1), somebody(2, { where: 'Pacific/Auckland' })];
    const both = { 1: did('2026-01-05'), 2: did('2026-01-05') };
    expect(board(files, both, '2026-01-08T02:00Z').placed).toMatchObject([
      { userId: 'u1', due: 1 },
      { userId: 'u2', due: 2 },
    ]);
  });
});

const anyFile = fc.record({
  isOn: fc.boolean(),
  trainingDays: fc.subarray([...WEEKDAYS], { minLength: 3, maxLength: 5 }),
  trained: fc.subarray([...WEEKDAYS]),
});

describe('whoever is on it', () => {
  it('stands once, by a fair place: as many are before them as have a greater share', () => {
    fc.assert(
      fc.property(fc.array(anyFile, { maxLength: 12 }), fc.integer({ min: 5, max: 11 }), (people, date) => {
        const at = `2026-01-${String(date).padStart(2, '0')}T12:00Z`;
        const files = people.map((each, id) => somebody(id, each));
        const trained = people.map(({ trained: days }) =>
          did(...days.map((weekday) => `2026-01-${String(4 + weekday).padStart(2, '0')}`)),
        );
        const { placed, ready } = board(files, { ...trained }, at);
        const named = [...placed.map(({ userId }) => userId), ...ready];
        const on = files.filter(({ member }) => member.onLeaderboard).map(({ member }) => member.userId);
        expect([...named].sort()).toEqual([...on].sort());
        const share = ({ kept, due, planned }: (typeof placed)[number]) => [kept / due, kept / planned] as const;
        for (const one of placed) {
          expect(one.kept).toBeGreaterThan(0);
          expect(one.kept <= one.due && one.due <= one.planned).toBe(true);
          const better = placed.filter((other) => {
            const [mine, theirs] = [share(one), share(other)];
            return theirs[0] > mine[0] || (theirs[0] === mine[0] && theirs[1] > mine[1]);
          });
          expect(one.place).toBe(better.length + 1);
        }
        expect(placed.map(({ place }) => place)).toEqual(placed.map(({ place }) => place).sort((a, b) => a - b));
      }),
    );
  });
});
