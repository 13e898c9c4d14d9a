import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KITS, LEVELS } from '../../src/coach/content.ts';
import { dailyPost } from '../../src/coach/daily.ts';
import { addDays, allZones, day, WEEKDAYS, type Weekday } from '../../src/coach/day.ts';
import type { Enrolment, Member } from '../../src/coach/member.ts';
import { planOn } from '../../src/coach/programme.ts';
import { restDayFor, tipFor } from '../../src/coach/rest-day.ts';
import { sessionFor } from '../../src/coach/session.ts';
import { wire } from '../../src/discord/outbox.ts';
import { en } from '../../src/messages/en.ts';
import type { MessageBody } from '../../src/messages/parts.ts';
import { dailyPostBody } from '../../src/messages/render/daily-post.ts';
import { enrollForm } from '../../src/messages/render/enroll.ts';
import { todayCard } from '../../src/messages/render/today.ts';
import { checkMessage } from '../../src/sandbox/rules/message.ts';
import { checkModal } from '../../src/sandbox/rules/modal.ts';
import { loadContent } from '../../src/store/content.ts';

const content = loadContent();
const monday = day('2026-01-05');

const takenByDiscord = (body: MessageBody) => checkMessage(wire(body), { kind: 'create', files: [] });

const weekdays = fc
  .subarray([...WEEKDAYS], { minLength: 3, maxLength: 5 })
  .map((days) => [...days].sort((a, b) => a - b) as readonly Weekday[]);

const enrolment = fc
  .record({ ago: fc.integer({ min: -3, max: 90 }), level: fc.constantFrom(...LEVELS), trainingDays: weekdays })
  .map(({ ago, level, trainingDays }): Enrolment => {
    const startsOn = addDays(monday, -ago);
    return { id: 1, startsOn, terms: [{ fromDay: startsOn, level, trainingDays }], pauses: [] };
  });

const member = (index: number, notice: Member['notice']): Member => ({
  id: index,
  serverId: '1',
  userId: String(1_000_000_000_000_000_000n + BigInt(index)),
  clock: { zone: allZones()[0] ?? ('UTC' as Member['clock']['zone']), dayEndsAt: 3 },
  kit: [],
  notice,
  shareMilestones: false,
});

describe('what Discord takes', () => {
  it('takes the daily post of any server, however many weeks its members are in and however many are mentioned', () => {
    const members = fc.array(fc.tuple(enrolment, fc.constantFrom('nothing' as const, 'mention' as const)), {
      maxLength: 150,
    });
    fc.assert(
      fc.property(members, fc.integer({ min: 0, max: 6 }), (all, ahead) => {
        const today = addDays(monday, ahead);
        const files = all.map(([plan, notice], index) => ({ member: member(index, notice), enrolment: plan }));
        const post = dailyPost(content, files, today);
        const inPlan = files.filter(({ enrolment: plan }) =>
          ['session', 'rest'].includes(planOn(content.programme, plan, today).kind),
        );
        expect(post === undefined).toBe(inPlan.length === 0);
        if (post === undefined) return;
        const training = inPlan.filter(
          ({ enrolment: plan }) => planOn(content.programme, plan, today).kind === 'session',
        );
        expect(post.mentions.length).toBe(training.filter((file) => file.member.notice === 'mention').length);
        const restIdea = restDayFor(content, today, 1, 'base').idea;
        const body = dailyPostBody(en, post, { tip: tipFor(content, today), restIdea, key: `daily.${today}` });
        expect(takenByDiscord(body)).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it('takes every member’s own card of every day, and it is no longer than two screens of a phone', () => {
    fc.assert(
      fc.property(enrolment, fc.subarray([...KITS]), (plan, kit) => {
        const planned = planOn(content.programme, plan, monday);
        if (planned.kind !== 'session') return;
        const level = plan.terms[0]?.level ?? 'standard';
        const session = sessionFor(content, planned.session, { level, kit });
        const body = todayCard(en, {
          kind: 'session',
          day: monday,
          blockName: 'Base',
          session,
          done: false,
          units: 'metric',
        });
        expect(takenByDiscord(body)).toEqual([]);
        expect(JSON.stringify(body).length).toBeLessThan(3500);
      }),
      { numRuns: 300 },
    );
  });

  it('takes the enrolment form, whatever it still has to ask', () => {
    const asked = fc.record({
      days: fc.boolean(),
      kit: fc.boolean(),
      start: fc.boolean(),
      share: fc.boolean(),
      mention: fc.boolean(),
    });
    const longest = 'America/Argentina/ComodRivadavia;2;12345;01234;monday;1;1';
    fc.assert(
      fc.property(asked, (unasked) => {
        expect(checkModal(enrollForm(en, longest, unasked))).toEqual([]);
      }),
    );
  });
});
