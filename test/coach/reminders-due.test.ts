import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, day, daysBetween, HOUR } from '../../src/coach/day.ts';
import type { Enrolment } from '../../src/coach/member.ts';
import { endedWeekOn, type ReminderFacts, withheld } from '../../src/coach/reminders/due.ts';
import { parseReminderKey, reminderKey } from '../../src/coach/reminders/key.ts';
import { pacedOn } from '../../src/coach/reminders/pace.ts';
import { loadContent } from '../../src/store/content.ts';

const MONDAY = day('2026-01-05');
const NOON = Date.UTC(2026, 0, 5, 12);

const facts = (changes: Partial<ReminderFacts> = {}): ReminderFacts => ({
  kind: 'workout',
  now: NOON,
  today: MONDAY,
  plan: 'session',
  isQuiet: false,
  isRefused: false,
  isLogged: false,
  unanswered: [],
  sentToday: 0,
  mostADay: 4,
  ...changes,
});

describe('a reminder that is due', () => {
  it('is sent', () => {
    for (const kind of ['workout', 'sleep', 'water', 'line'] as const) {
      expect(withheld(facts({ kind }))).toBe(undefined);
    }
    expect(withheld(facts({ kind: 'review', endedWeek: 1 }))).toBe(undefined);
  });

  it('is not sent before the plan, in a pause, after it, and to those who left', () => {
    for (const plan of ['before', 'paused', 'finished', 'left'] as const) {
      for (const kind of ['workout', 'sleep', 'water', 'line'] as const) {
        expect(withheld(facts({ kind, plan }))).toBe('not in the plan');
      }
    }
    expect(withheld(facts({ kind: 'review', plan: 'session' }))).toBe('not in the plan');
    expect(withheld(facts({ kind: 'review', plan: 'finished', endedWeek: 12 }))).toBe(undefined);
  });

  it('asks for a workout only where there is one; a wind-down, water and the day’s line come on rest days too', () => {
    expect(withheld(facts({ plan: 'rest' }))).toBe('nothing to remind of');
    for (const kind of ['sleep', 'water', 'line'] as const)
      expect(withheld(facts({ kind, plan: 'rest' }))).toBe(undefined);
  });

  it('is not sent once it is logged; water again an hour after a glass', () => {
    for (const kind of ['workout', 'sleep', 'line'] as const) {
      expect(withheld(facts({ kind, isLogged: true }))).toBe('logged');
    }
    expect(withheld(facts({ kind: 'water', lastGlassAt: NOON - HOUR + 1 }))).toBe('logged');
    expect(withheld(facts({ kind: 'water', lastGlassAt: NOON - HOUR }))).toBe(undefined);
  });

  it('is not sent in quiet hours, above the day’s number, or where Discord refused', () => {
    expect(withheld(facts({ isQuiet: true }))).toBe('quiet');
    expect(withheld(facts({ sentToday: 3 }))).toBe(undefined);
    expect(withheld(facts({ sentToday: 4 }))).toBe('enough');
    expect(withheld(facts({ mostADay: 0 }))).toBe('enough');
    expect(withheld(facts({ isRefused: true }))).toBe('refused');
  });
});

describe('whatever is known of a member', () => {
  it('nothing is sent in quiet hours, above their number, outside of the plan, twice logged, or out of turn', () => {
    const anyFacts: fc.Arbitrary<ReminderFacts> = fc.record({
      kind: fc.constantFrom(...(['line', 'workout', 'sleep', 'water'] as const)),
      now: fc.constant(NOON),
      today: fc.constant(MONDAY),
      plan: fc.constantFrom(...(['before', 'session', 'rest', 'paused', 'left', 'finished'] as const)),
      // Mostly no, so that much is sent.
      isQuiet: fc.constantFrom(false, false, false, true),
      isRefused: fc.constantFrom(false, false, false, true),
      isLogged: fc.constantFrom(false, false, false, true),
      lastGlassAt: fc.integer({ min: NOON - 2 * HOUR, max: NOON }),
      unanswered: fc
        .uniqueArray(fc.integer({ min: 0, max: 40 }), { maxLength: 9 })
        .map((ago) => ago.sort((a, b) => b - a).map((days) => addDays(MONDAY, -days))),
      sentToday: fc.integer({ min: 0, max: 7 }),
      mostADay: fc.integer({ min: 0, max: 6 }),
    });
    let sent = 0;
    fc.assert(
      fc.property(anyFacts, (any) => {
        if (withheld(any) !== undefined) return;
        sent += 1;
        expect(any.isQuiet || any.isRefused).toBe(false);
        expect(any.sentToday).toBeLessThan(any.mostADay);
        expect(['session', 'rest']).toContain(any.plan);
        if (any.kind === 'workout') expect(any.plan).toBe('session');
        if (any.kind !== 'water') expect(any.isLogged).toBe(false);
        expect(pacedOn(MONDAY, any.unanswered).isTurn).toBe(true);
      }),
      { numRuns: 2_000 },
    );
    expect(sent).toBeGreaterThan(20);
  });
});

/** On which days reminders come that nobody answers, and what is said: `0`, `9 now every 3`. */
function unansweredDays(until: number, isPlanned: (ago: number) => boolean = () => true): string[] {
  const sent: ReturnType<typeof day>[] = [];
  const told: string[] = [];
  for (let ahead = 0; ahead < until; ahead++) {
    const today = addDays(MONDAY, ahead);
    const { every, isNew, isTurn } = pacedOn(today, sent);
    if (!isTurn || !isPlanned(ahead)) continue;
    sent.push(today);
    told.push(isNew ? `${ahead} now every ${every}` : `${ahead}`);
  }
  return told;
}

describe('reminders that nobody answers', () => {
  it('come every three days after a week, and once a week after two more; each is said once', () => {
    expect(unansweredDays(44)).toEqual([
      ...['0', '1', '2', '3', '4', '5', '6', '9 now every 3', '12', '15', '18'],
      ...['25 now every 7', '32', '39'],
    ]);
  });

  it('come on training days all the same', () => {
    const trains = (ahead: number) => [0, 2, 4].includes(ahead % 7);
    expect(unansweredDays(21, trains)).toEqual(['0', '2', '4', '7 now every 3', '11', '14', '18']);
  });

  it('are daily again after an answer, and may come several times a day', () => {
    expect(pacedOn(addDays(MONDAY, 30), [])).toEqual({ every: 1, isNew: false, isTurn: true });
    const glasses = [MONDAY, addDays(MONDAY, 9), addDays(MONDAY, 9)];
    expect(pacedOn(addDays(MONDAY, 9), glasses)).toEqual({ every: 3, isNew: false, isTurn: true });
  });

  it('never come closer together than they did, nor more than a week apart', () => {
    const days = fc.uniqueArray(fc.integer({ min: 0, max: 59 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(days, (given) => {
        const sent = given.sort((a, b) => a - b).map((ahead) => addDays(MONDAY, ahead));
        const last = sent.at(-1) ?? MONDAY;
        let before = 1;
        for (let ahead = 0; ahead < 30; ahead++) {
          const today = addDays(last, ahead);
          const { every, isTurn } = pacedOn(today, sent);
          expect(every).toBeGreaterThanOrEqual(before);
          before = every;
          if (daysBetween(last, today) >= 7) expect(isTurn).toBe(true);
        }
      }),
    );
  });
});

describe('the key of a direct message', () => {
  it('gives back what went in', () => {
    const kind = fc.constantFrom(...(['line', 'workout', 'sleep', 'water', 'review'] as const));
    const parts = fc.record({
      kind,
      memberId: fc.integer({ min: 1, max: 999_999_999_999_999 }),
      day: fc.integer({ min: 0, max: 3000 }).map((ahead) => addDays(MONDAY, ahead)),
      slot: fc.integer({ min: 0, max: 3 }),
      again: fc.integer({ min: 0, max: 999 }),
    });
    fc.assert(
      fc.property(parts, (key) => {
        expect(parseReminderKey(reminderKey(key))).toEqual(key);
        expect(`remind-later~${reminderKey(key)}`.length).toBeLessThanOrEqual(100);
      }),
    );
  });

  it('is none of another post’s, nor one that somebody made up', () => {
    for (const text of [
      'daily.2026-01-05',
      'remind-water.1.2026-02-30.0.0',
      'remind-water.x.2026-01-05.0.0',
      'remind-food.1.2026-01-05.0.0',
      'remind-water.1.2026-01-05.0.0 ',
      'remind-water.1.2026-01-05.0',
    ]) {
      expect(parseReminderKey(text)).toBe(undefined);
    }
  });
});

describe('the week that ended yesterday', () => {
  const { programme } = loadContent();
  const enrolment: Enrolment = {
    id: 1,
    startsOn: MONDAY,
    terms: [{ fromDay: MONDAY, level: 'standard', trainingDays: [1, 3, 5] }],
    pauses: [],
  };
  const ends = (of: Enrolment) =>
    Array.from({ length: 100 }, (_, ahead) => ahead).flatMap((ahead) => {
      const week = endedWeekOn(programme, of, addDays(MONDAY, ahead));
      return week === undefined ? [] : [`${ahead}: week ${week}`];
    });

  it('is each of the twelve, on the day after its seventh', () => {
    expect(ends(enrolment)).toEqual(Array.from({ length: 12 }, (_, index) => `${(index + 1) * 7}: week ${index + 1}`));
  });

  it('waits for the end of a pause within it, and is not one that was left in its middle', () => {
    const paused = { ...enrolment, pauses: [{ from: addDays(MONDAY, 9), to: addDays(MONDAY, 13) }] };
    expect(ends(paused).slice(0, 3)).toEqual(['7: week 1', '19: week 2', '26: week 3']);
    const again = { ...enrolment, repeats: [{ from: addDays(MONDAY, 10), days: 7 }] };
    expect(ends(again).filter((line) => line.startsWith('10'))).toEqual([]);
    expect(ends({ ...enrolment, pauses: [{ from: addDays(MONDAY, 3) }] })).toEqual([]);
  });
});
