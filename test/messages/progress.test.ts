import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarOf } from '../../src/coach/calendar.ts';
import { standingFor } from '../../src/coach/check-in.ts';
import { addDays } from '../../src/coach/day.ts';
import { consistencyCourse, loggedMoves, moveCourse, nextTarget } from '../../src/coach/progress.ts';
import { wire } from '../../src/discord/outbox.ts';
import { en } from '../../src/messages/en.ts';
import type { MessageBody } from '../../src/messages/parts.ts';
import { noProgress, planAlt, planPicture, progressCard, progressPost } from '../../src/messages/render/progress.ts';
import { moveAlt, moveLines, movePicture } from '../../src/messages/render/progress-move.ts';
import { progressPng } from '../../src/pictures/progress.ts';
import { checkMessage } from '../../src/sandbox/rules/message.ts';
import { anyLife, type Life } from '../coach/personal-lives.ts';
import { content } from '../coach/training-plans.ts';

const { programme, moves } = content;

const takenByDiscord = (body: MessageBody) =>
  checkMessage(wire(body), {
    kind: 'interaction',
    files: (body.files ?? []).map(({ name, content }) => ({ name, size: content.length })),
  });

/** A life as it stands so many days after it began; of those who leave, as if they had stayed. */
function seen({ file: whole, history }: Life, after: number) {
  const { leftOn: _, ...enrolment } = whole.enrolment;
  const today = addDays(enrolment.startsOn, after);
  const file = { ...whole, enrolment, workouts: whole.workouts.filter(({ day }) => day <= today) };
  const performances = history.performances.filter(({ day }) => day <= today);
  const standing = standingFor(programme, file, today);
  const plan = {
    standing,
    calendar: calendarOf(programme, file, standing, today),
    consistency: consistencyCourse(standing),
  };
  return { file, today, plan, history: { ...history, performances } };
}

describe('progress, of anybody at any time', () => {
  it('is drawn and told, and Discord takes it', () => {
    fc.assert(
      fc.property(anyLife, fc.integer({ min: -10, max: 160 }), (life, after) => {
        const { file, today, plan, history } = seen(life, after);
        const options = loggedMoves(history.performances).map((id) => ({
          label: moves.get(id)?.name ?? id,
          value: id,
        }));
        const own = { png: progressPng(planPicture(en, plan, false)), alt: planAlt(en, plan, false) };
        expect(takenByDiscord(progressCard(en, plan, own, options))).toEqual([]);
        const post = progressPost(en, plan, '123456789012345678', own);
        expect(takenByDiscord(post)).toEqual([]);
        expect(wire(post).allowed_mentions).toEqual({ parse: [], users: [] });

        const { keptSessions, dueSessions } = plan.standing;
        const number = (what: RegExp) => Number(what.exec(own.alt)?.[1] ?? 0);
        expect(number(/(\d+) kept/) + number(/(\d+) made good later/)).toBe(keptSessions);
        expect(number(/(\d+) missed/) + number(/(\d+) with a freeze used/)).toBe(dueSessions - keptSessions);
        if (dueSessions > 0) expect(own.alt).toContain(`${Math.round(plan.standing.consistency * 100)}%`);
        expect(planAlt(en, plan, true)).not.toContain('%');
        expect(planPicture(en, plan, true).charts).toEqual([]);

        const [id] = loggedMoves(history.performances);
        const course = id === undefined ? undefined : moveCourse(history.performances, id, programme.bands);
        const move = moves.get(id ?? '');
        if (id === undefined || course === undefined || move === undefined) return;
        const next = nextTarget(content, file, history, id, today, plan.standing.openToday);
        for (const units of ['metric', 'imperial'] as const) {
          const view = { move, course, units, bands: programme.bands, ...(next && { next }) };
          expect(progressPng(movePicture(en, view)).length).toBeGreaterThan(1_000);
          const { reps, seconds } = course.days.at(-1)?.best ?? {};
          expect(moveAlt(en, view)).toContain(seconds === undefined ? `${reps} rep` : en.amounts.seconds(seconds));
          expect(moveLines(en, view)[0]).toBe(`## ${move.name}`);
        }
      }),
      { numRuns: 15 },
    );
  });

  it('is words alone where there is nothing to draw, and a picture that was there goes', () => {
    const body = noProgress(en.progress.none);
    expect(wire(body)).toMatchObject({ attachments: [] });
    expect(takenByDiscord(body)).toEqual([]);
  });
});
