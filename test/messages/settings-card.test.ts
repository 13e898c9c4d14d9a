import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KITS, type Kit, LEVELS } from '../../src/coach/content.ts';
import { addDays, allZones, day, localTime, WEEKDAYS } from '../../src/coach/day.ts';
import { type Ladder, UNITS } from '../../src/coach/load.ts';
import { NOTICES } from '../../src/coach/member.ts';
import { loadsOf } from '../../src/coach/member-loads.ts';
import { parseLadder } from '../../src/coach/notation/load-notation.ts';
import { reminderTimes, type Wishes } from '../../src/coach/reminders/reminders.ts';
import { wire } from '../../src/discord/outbox.ts';
import { en } from '../../src/messages/en.ts';
import { type MessageBody, parseCustomId } from '../../src/messages/parts.ts';
import { myDayPage, trainsForm, zoneForm } from '../../src/messages/render/settings-day.ts';
import { type GearView, gearPage, loadsForm } from '../../src/messages/render/settings-gear.ts';
import { refusal, type Told, typedBefore } from '../../src/messages/render/settings-parts.ts';
import { languagePage, privacyPage } from '../../src/messages/render/settings-privacy.ts';
import { remindersPage, sleepForm, spanForm } from '../../src/messages/render/settings-reminders.ts';
import { trainingPage } from '../../src/messages/render/settings-training.ts';
import { UserError } from '../../src/messages/user-error.ts';
import { checkMessage } from '../../src/sandbox/rules/message.ts';
import { checkModal } from '../../src/sandbox/rules/modal.ts';
import { loadContent } from '../../src/store/content.ts';
import { anyKit } from '../coach/plan-people.ts';

const content = loadContent();
const { bands: colours, loads: steps } = content.programme;
const moves = [...content.moves.values()];

/** As somebody may have typed it, in either units: up to 60 loads with three figures behind the point. */
const anyLadder: fc.Arbitrary<Ladder> = fc.oneof(
  fc
    .uniqueArray(fc.integer({ min: 1, max: 500_000 }), { minLength: 1, maxLength: 60 })
    .map((loads): Ladder => ({ kind: 'list', loads: [...loads].sort((a, b) => a - b) })),
  fc.integer({ min: 1, max: 500_000 }).map((step): Ladder => ({ kind: 'step', step })),
);

const anyView = fc
  .record({
    kit: anyKit,
    units: fc.constantFrom(...UNITS),
    dumbbells: fc.option(anyLadder, { nil: undefined }),
    machine: fc.option(anyLadder, { nil: undefined }),
    bands: fc.subarray([...colours]),
    swapped: fc.array(fc.record({ planned: fc.constantFrom(...moves), to: fc.constantFrom(...moves) }), {
      maxLength: 30,
    }),
  })
  .map(({ kit, units, dumbbells, machine, bands, swapped }): GearView => {
    const ladders = { ...(dumbbells && { dumbbells }), ...(machine && { machine }) };
    const loads = loadsOf(content, { units, ladders, bands });
    // A move is swapped for good once.
    const once = swapped.filter(({ planned }, index) => swapped.findIndex((s) => s.planned === planned) === index);
    return { kit, loads, ladders, bands, steps, colours, swapped: once };
  });

describe('the settings', () => {
  it('are taken by Discord, whatever was said', () => {
    fc.assert(
      fc.property(anyView, (view) => {
        expect(checkMessage(wire(gearPage(en, view)), { kind: 'create', files: [] })).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('come with a form that Discord takes, and that says the same when it is sent off untouched', () => {
    fc.assert(
      fc.property(anyView, (view) => {
        const kit: readonly Kit[] = view.kit.some((each) => each === 'dumbbells')
          ? view.kit
          : [...view.kit, 'dumbbells'];
        const form = loadsForm(en, { ...view, kit });
        expect(checkModal(form)).toEqual([]);
        const inputs = form.components.flatMap((part) => ('component' in part ? [part.component] : []));
        expect(inputs.map((input) => input.custom_id)).toEqual(
          KITS.filter((each) => each === 'dumbbells' || (each === 'machine' && kit.includes('machine'))),
        );
        const [first] = inputs;
        const typed = first && 'value' in first ? first.value : undefined;
        expect(typed && parseLadder(String(typed), view.loads.units)).toEqual(view.ladders.dumbbells);
      }),
      { numRuns: 200 },
    );
  });
});

const anyTime = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(([hour, minute]) => localTime(`${hour}:${String(minute).padStart(2, '0')}`));
const anyDay = fc.integer({ min: 0, max: 400 }).map((ahead) => addDays(day('2026-01-05'), ahead));
const anyMoment = fc.record({ day: anyDay, time: anyTime });

const anyWishes: fc.Arbitrary<Wishes> = fc.record(
  {
    workout: fc.boolean(),
    trainsAt: anyTime,
    sleep: fc.boolean(),
    wakesAt: anyTime,
    sleepHours: fc.constantFrom(7, 7.5, 8, 8.5, 9),
    water: fc.integer({ min: 0, max: 4 }),
    waterFrom: anyTime,
    waterTo: anyTime,
    review: fc.boolean(),
    quiet: fc.record({ from: anyTime, to: anyTime }),
    mostADay: fc.integer({ min: 0, max: 6 }),
  },
  { requiredKeys: ['workout', 'sleep', 'sleepHours', 'water', 'review', 'quiet', 'mostADay'] },
);

/** What somebody may type into a field that takes so much. */
const anyTyped = (most: number) =>
  fc.string({ unit: 'grapheme', maxLength: most }).map((typed) => typed.slice(0, most));

const anyTold = fc.option(
  fc.oneof(
    fc.array(fc.string({ minLength: 1, maxLength: 200 }), { maxLength: 4 }).map((lines): Told => ({ lines })),
    fc
      .array(anyTyped(64), { minLength: 1, maxLength: 2 })
      .map((typed) => refusal(en, new UserError('unknownPlace', { typed: typed[0] ?? '' }), 'water', 'mine', typed)),
  ),
  { nil: undefined },
);

const violations = (body: MessageBody) => checkMessage(wire(body), { kind: 'create', files: [] });

describe('the pages of the settings', () => {
  it('are taken by Discord, whatever was chosen and whatever became of the last press', () => {
    const view = fc.record({
      told: anyTold,
      wishes: anyWishes,
      notice: fc.constantFrom(...NOTICES),
      isRefused: fc.boolean(),
      today: anyDay,
      kit: anyKit,
      level: fc.constantFrom(...LEVELS),
      trainingDays: fc.subarray([...WEEKDAYS], { minLength: 3, maxLength: 5 }),
      zone: fc.constantFrom(...allZones()),
      dayEndsAt: fc.integer({ min: 0, max: 5 }),
      now: anyMoment,
      heldUntil: anyMoment,
      flags: fc.tuple(fc.boolean(), fc.boolean(), fc.boolean()),
    });
    fc.assert(
      fc.property(view, ({ told, wishes, flags: [share, board, body], ...all }) => {
        const { today, kit, level, trainingDays } = all;
        const terms = { fromDay: addDays(today, 1), level, trainingDays };
        const times = reminderTimes(wishes);
        expect(violations(trainingPage(en, { today, startsOn: today, terms, kit }, told))).toEqual([]);
        expect(violations(myDayPage(en, all, told))).toEqual([]);
        expect(violations(remindersPage(en, { ...all, wishes, times }, told))).toEqual([]);
        expect(violations(privacyPage(en, { share, board, body }, told))).toEqual([]);
        expect(violations(languagePage(en))).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it('ask with forms that Discord takes, also with what was refused', () => {
    fc.assert(
      fc.property(anyTyped(64), anyTyped(8), anyTyped(8), (place, from, to) => {
        const hours = '7.5';
        const forms = [
          zoneForm(en, place),
          zoneForm(en),
          trainsForm(en, 'on', from),
          sleepForm(en, 'times', { wakes: from, hours }),
          spanForm(en, 'settings-quiet', { from, to }),
          spanForm(en, 'settings-water-hours', { from, to }),
        ];
        expect(forms.flatMap(checkModal)).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it('give back what was typed, or do not offer to', () => {
    fc.assert(
      fc.property(fc.array(anyTyped(120), { minLength: 1, maxLength: 2 }), (typed) => {
        const { parts } = refusal(en, new UserError('unreadableTime', { typed: '' }), 'quiet', 'mine', typed);
        const [buttons] = parts ?? [];
        const [again] = buttons && 'components' in buttons ? buttons.components : [];
        const id = again && 'custom_id' in again ? parseCustomId(again.custom_id)?.argument : undefined;
        const isOffered = id !== undefined;
        expect(isOffered).toBe(
          `settings-again~quiet|mine|${typed.join('|')}`.length <= 100 && !typed.join('').includes('|'),
        );
        if (isOffered) expect(typedBefore(id)).toEqual({ form: 'quiet', argument: 'mine', typed });
      }),
    );
  });
});
