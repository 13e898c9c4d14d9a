import { type APIContainerComponent, ComponentType } from 'discord-api-types/v10';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type Day, day } from '../../src/coach/day.ts';
import { UNITS } from '../../src/coach/load.ts';
import { EFFORTS, type Enrolment, type Member, type Workout } from '../../src/coach/member.ts';
import { loadsOf } from '../../src/coach/member-loads.ts';
import type { Performance } from '../../src/coach/performance.ts';
import { plannedSessions, weekOf } from '../../src/coach/programme.ts';
import type { MoveSwap } from '../../src/coach/training/swaps.ts';
import { programmeView, type Reader, weekView } from '../../src/commands/programme/weeks.ts';
import { wire } from '../../src/discord/outbox.ts';
import { en } from '../../src/messages/en.ts';
import { MESSAGE_TEXT_LIMIT, type MessageBody } from '../../src/messages/parts.ts';
import { programmeCard, weekCard } from '../../src/messages/render/programme.ts';
import { checkMessage } from '../../src/sandbox/rules/message.ts';
import { loadContent } from '../../src/store/content.ts';
import { anyKit, anyMember, enrolled, MON_TO_FRI, START } from '../coach/plan-people.ts';

const content = loadContent();
const { programme } = content;
const WEEKS = programme.weeks.map(({ week }) => week);

const refusals = (body: MessageBody) => checkMessage(wire(body), { kind: 'create', files: [] });
const partsOf = (body: MessageBody) => (body.components[0] as APIContainerComponent).components;
const textOf = (body: MessageBody) =>
  partsOf(body)
    .flatMap((part) => (part.type === ComponentType.TextDisplay ? [part.content] : []))
    .join('\n');
/** Lines of a phone that is 45 letters wide; some 28 of them are a screen. */
const linesOnPhone = (text: string) =>
  text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / 45)), 0);

interface World {
  readonly enrolment: Enrolment;
  readonly kit?: Member['kit'];
  readonly today: Day;
  readonly workouts?: readonly Workout[];
  readonly performances?: readonly Performance[];
  readonly swaps?: readonly MoveSwap[];
  readonly units?: (typeof UNITS)[number];
}

function reader({ enrolment, kit = [], today, workouts = [], ...rest }: World): Reader {
  const { performances = [], swaps = [], units = 'metric' } = rest;
  const clock = { zone: 'UTC' as Member['clock']['zone'], dayEndsAt: 3 };
  const member: Member = { id: 1, serverId: '1', userId: '2', clock, kit, notice: 'nothing', shareMilestones: false };
  const loads = loadsOf(content, { units, ladders: {}, bands: [] });
  return { file: { member, enrolment, workouts }, history: { performances, swaps, loads }, today };
}

function workout(id: number, on: Day, more: Partial<Workout> = {}): Workout {
  return { id, day: on, madeAt: 0, size: 'full', ...more };
}

/** Anybody on any day of theirs, having trained on some days, with some moves swapped. */
const anyReader = fc
  .record({
    enrolment: anyMember,
    kit: anyKit,
    ahead: fc.integer({ min: -10, max: 120 }),
    wentBack: fc.option(fc.constantFrom(7, 14), { nil: undefined }),
    done: fc.array(fc.record({ ago: fc.integer({ min: 1, max: 60 }), effort: fc.constantFrom(...EFFORTS) }), {
      maxLength: 12,
    }),
    load: fc.integer({ min: 1, max: 120 }),
    swap: fc.constantFrom(undefined, 'superman', 'band-row'),
    units: fc.constantFrom(...UNITS),
  })
  .map(({ enrolment, ahead, wentBack, done, load, swap, ...rest }) => {
    const today = addDays(enrolment.startsOn, ahead);
    const days = [...new Set(done.map(({ ago }) => addDays(today, -ago)))].sort();
    const workouts = days.map((on, index) => workout(index + 1, on));
    const performances = days.flatMap((on, index) =>
      ['row', 'squat', 'band-row', 'shoulder-taps'].map(
        (move): Performance => ({
          move,
          day: on,
          sets: [12 + (index % 4), 13, 15].map((reps) => ({ reps, ...(move === 'row' && { load: load * 500 }) })),
          effort: done[index]?.effort ?? '3-4',
          held: false,
        }),
      ),
    );
    const from = addDays(enrolment.startsOn, Math.max(0, ahead));
    const repeats = wentBack !== undefined && ahead > 25 ? [{ from, days: wentBack }] : [];
    const swaps = swap ? [{ move: swap === 'superman' ? 'bird-dog' : 'row', to: swap, from: START }] : [];
    return reader({ enrolment: { ...enrolment, repeats }, today, workouts, performances, swaps, ...rest });
  });

describe('the twelve weeks', () => {
  it('are taken by Discord, whoever reads them', () => {
    fc.assert(
      fc.property(fc.option(anyReader, { nil: undefined }), (who) => {
        const body = programmeCard(en, programmeView(content, who));
        expect(refusals(body)).toEqual([]);
        expect(linesOnPhone(textOf(body))).toBeLessThanOrEqual(56);
      }),
      { numRuns: 150 },
    );
  });

  it('mark the week that the member is in, and no other', () => {
    fc.assert(
      fc.property(anyReader, (who) => {
        const now = weekOf(programme, who.file.enrolment, who.today);
        const marked = programmeView(content, who).weeks.filter(({ isNow }) => isNow);
        expect(marked.map(({ week }) => week)).toEqual(now === undefined ? [] : [now]);
      }),
      { numRuns: 150 },
    );
  });
});

describe('a week', () => {
  it('is taken by Discord, whoever reads it and whichever session is shown in full', () => {
    const chosen = fc.option(fc.integer({ min: -1, max: 7 }), { nil: undefined });
    fc.assert(
      fc.property(fc.option(anyReader, { nil: undefined }), fc.constantFrom(...WEEKS), chosen, (who, week, index) => {
        const body = weekCard(en, weekView(content, who, week, index));
        expect(refusals(body)).toEqual([]);
        expect(textOf(body).length).toBeLessThanOrEqual(MESSAGE_TEXT_LIMIT);
      }),
      { numRuns: 300 },
    );
  });

  it('holds each session of the plan on its day, once', () => {
    fc.assert(
      fc.property(anyReader, (who) => {
        const { enrolment } = who.file;
        fc.pre(enrolment.pauses.every(({ to }) => to !== undefined));
        const views = WEEKS.map((week) => weekView(content, who, week));
        const shown = views.flatMap((view) => [...view.earlier, ...view.sessions].map((session) => session.day));
        const planned = plannedSessions(programme, enrolment, day('9999-12-31'));
        expect([...shown].sort()).toEqual(planned.map((session) => session.day));
      }),
      { numRuns: 150 },
    );
  });

  it('of five sessions at the strong level is little longer than two screens of a phone', () => {
    const enrolment = enrolled({ trainingDays: MON_TO_FRI, level: 'strong' });
    for (const week of WEEKS) {
      for (const index of [0, 1, 2, 3, 4]) {
        const view = weekView(content, reader({ enrolment, today: START }), week, index);
        expect(view.sessions.length).toBe(5);
        expect(linesOnPhone(textOf(weekCard(en, view)))).toBeLessThanOrEqual(60);
      }
    }
  });

  it('says what became of each session, and shows the next one in full', () => {
    const enrolment = enrolled();
    const [monday, wednesday, friday] = [START, addDays(START, 2), addDays(START, 4)];
    const at = (today: Day, ...workouts: Workout[]) => weekView(content, reader({ enrolment, today, workouts }), 1);
    const statuses = (view: ReturnType<typeof at>) => view.sessions.map(({ status }) => status);

    expect(statuses(at(monday))).toEqual(['today', undefined, undefined]);
    expect(statuses(at(wednesday, workout(1, monday)))).toEqual(['done', 'today', undefined]);
    const thursday = addDays(START, 3);
    const repaired = at(thursday, workout(1, monday, { size: 'floor' }), {
      ...workout(2, thursday, { size: 'floor' }),
      repairs: wednesday,
    });
    expect(statuses(repaired)).toEqual(['floor', 'repaired', undefined]);
    expect(repaired.chosen).toBe(2);
    expect(statuses(at(addDays(friday, 1)))).toEqual(['passed', 'passed', 'passed']);
    expect(at(addDays(friday, 1))).toMatchObject({ chosen: 0, isStillToCome: false });
  });

  it('that the plan went back to has its new days, and tells of the earlier ones', () => {
    const backOn = addDays(START, 3 * 7);
    const enrolment = { ...enrolled(), repeats: [{ from: backOn, days: 7 }] };
    const workouts = [workout(1, addDays(START, 14))];
    const view = weekView(content, reader({ enrolment, today: backOn, workouts }), 3);
    expect(view.sessions.map((session) => session.day)).toEqual([backOn, addDays(backOn, 2), addDays(backOn, 4)]);
    const text = textOf(weekCard(en, view));
    expect(text).toContain('again Mon 26 Jan to Fri 30 Jan');
    expect(text).toContain('Before your plan went back: Mon 19 Jan done, Wed 21 Jan not done and Fri 23 Jan not done.');
  });

  it('behind a pause until further notice is told without days', () => {
    const enrolment = enrolled({ pauses: [{ from: addDays(START, 9) }] });
    const who = reader({ enrolment, today: addDays(START, 10) });
    const overview = textOf(programmeCard(en, programmeView(content, who)));
    expect(overview).toContain('Your plan is paused.');
    expect(overview).toContain('- **Week 2 · you are here** · Mon 12 Jan · 2 sets');
    expect(overview).toContain('- **Week 3** · date open · 2 sets · 1 circuit of 2 rounds');
    const week = textOf(weekCard(en, weekView(content, who, 3)));
    expect(week).toContain('**1 · Session A** · about');
    expect(week).toContain('**3 · Session A** · about');
  });
});
