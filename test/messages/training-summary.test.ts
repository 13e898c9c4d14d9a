import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { day } from '../../src/coach/day.ts';
import type { Exercise, Session } from '../../src/coach/plan.ts';
import type { Why } from '../../src/coach/progression/target.ts';
import { floorOf } from '../../src/coach/training/floor.ts';
import { wire } from '../../src/discord/outbox.ts';
import { en } from '../../src/messages/en.ts';
import { SETS_LENGTH, type WorkoutAnswer, workoutAnswer } from '../../src/messages/render/check-in.ts';
import { type TodayView, todayCard } from '../../src/messages/render/today.ts';
import { checkMessage } from '../../src/sandbox/rules/message.ts';
import { anySteadyLife } from '../coach/personal-lives.ts';
import { content } from '../coach/training-plans.ts';
import { aimed, Cards, LINES, longestFor, longSet, MONDAY, REF, SESSIONS } from './training-views.ts';

describe('the summary of a session', () => {
  const strongest = SESSIONS.filter(({ level, session }) => level === 'strong' && session.main.length > 5)[0];
  const main = strongest?.session.main ?? [];
  const answer: WorkoutAnswer = {
    checkInId: 999_999_999_999,
    day: day('2026-09-30'),
    isToday: true,
    size: 'full',
    extra: 'none',
    streakBefore: 59,
    streak: 60,
    comeback: true,
    next: day('2026-10-30'),
    milestones: [
      'comeback',
      'completed',
      'week-12',
      'streak-60',
      ...main.map(({ move }) => `first-step-${move.id}` as const),
    ],
    effort: '5+',
    asksEffort: true,
    rounds: 4,
    done: main.map(({ move, reps }) => ({
      move,
      sets: [1, 2, 3, 4, 5].map((set) => longSet({ move, ...(reps && { reps }) }, set)),
    })),
    nextTimes: main.map((exercise, index) => ({ day: MONDAY, exercise: aimed(exercise, longestFor(index)) })),
    unread: [],
    units: 'imperial',
    moves: content.moves,
  };

  it('is taken by Discord and fits on two screens at its longest', () => {
    const cards = new Cards();
    const { effort: _, ...unrated } = answer;
    cards.add(workoutAnswer(en, answer));
    cards.add(workoutAnswer(en, unrated));
    cards.add(workoutAnswer(en, { ...answer, size: 'floor', repairs: day('2026-09-29') }));
    expect(main).toHaveLength(6);
    expect(cards.complaints()).toEqual([]);
  });

  it('is taken by Discord with as much unread as can be typed, and gives all of it back', () => {
    const taken = (unread: WorkoutAnswer['unread']) => {
      const body = workoutAnswer(en, { ...answer, unread });
      expect(checkMessage(wire(body), { kind: 'create', files: [] })).toEqual([]);
      return JSON.stringify(body);
    };
    const many = Array.from({ length: SETS_LENGTH / 5 }, (_, index) => ({
      text: `x${index + 100}`,
      because: 'which-move' as const,
      candidates: ['standing-back-kick', 'cross-body-stretch', 'doorway-chest-stretch'],
    }));
    const body = taken(many);
    for (const { text } of many) expect(body).toContain(text);
    taken([{ text: '`'.repeat(SETS_LENGTH), because: 'unclear' }]);
  });

  it('is taken by Discord with every move that there is, each with a reason of its own', () => {
    const body = workoutAnswer(en, {
      ...answer,
      done: LINES.map(({ move }) => ({ move, sets: [longSet({ move }, 1)] })),
      nextTimes: LINES.slice(0, 12).map((exercise, index) => ({
        day: MONDAY,
        exercise: aimed(exercise, longestFor(index)),
      })),
    });
    expect(checkMessage(wire(body), { kind: 'create', files: [] })).toEqual([]);
  });
});

describe('a member’s own day', () => {
  const view = (session: Session, also: Partial<Extract<TodayView, { kind: 'session' }>> = {}): TodayView => ({
    kind: 'session',
    day: day('2026-09-30'),
    blockName: 'Consolidate',
    session,
    done: false,
    units: 'imperial',
    ...also,
  });
  const loaded = ({ move: { kitAny } }: Exercise) => kitAny.includes('dumbbells') || kitAny.includes('machine');
  const aiming = (session: Session, whyFor: (index: number) => Why): Session => ({
    ...session,
    main: session.main.map((line, index) => aimed(line, whyFor(index), loaded(line) ? { load: 102_500 } : {})),
  });
  // Its menu of moves alone is half of it, and is not seen until it is opened: so it is measured in lines.
  const cards = () => new Cards(Number.POSITIVE_INFINITY);

  it('is taken by Discord and fits on two screens, with the longest reason for every single move', () => {
    const seen = cards();
    for (const { session } of SESSIONS) {
      const told = aiming(session, longestFor);
      seen.add(todayCard(en, view(told)));
      seen.add(todayCard(en, view(told, { open: { ref: REF, day: day('2026-09-28'), sets: 25 } })));
      seen.add(todayCard(en, view(floorOf(told, content.programme), { done: true })));
    }
    expect(seen.count).toBeGreaterThan(500);
    expect(seen.complaints()).toEqual([]);
  });

  it('is so for who comes back after weeks', () => {
    const seen = cards();
    const back: Why = { kind: 'back', days: 28, percent: 20, change: { what: 'load', from: 102_500, to: 82_000 } };
    for (const { session } of SESSIONS) {
      const away = { days: 28, insteadOfWeek: 12 };
      seen.add(
        todayCard(
          en,
          view(
            aiming(session, () => back),
            { away },
          ),
        ),
      );
      seen.add(
        todayCard(
          en,
          view(
            aiming(session, () => back),
            { away, done: true },
          ),
        ),
      );
    }
    expect(seen.complaints()).toEqual([]);
  });

  it('is so on every day of members’ lives, within what a card may be told', () => {
    fc.assert(
      fc.property(anySteadyLife, ({ met }) => {
        const seen = cards();
        for (const { session } of met) seen.add(todayCard(en, view(session)));
        expect(seen.complaints()).toEqual([]);
      }),
      { numRuns: 15 },
    );
  });
});
