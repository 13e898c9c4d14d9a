import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KITS, type Kit } from '../../src/coach/content.ts';
import { type Ladder, UNITS } from '../../src/coach/load.ts';
import { parseLadder } from '../../src/coach/load-notation.ts';
import { loadsOf } from '../../src/commands/training/history.ts';
import { wire } from '../../src/discord/outbox.ts';
import { en } from '../../src/messages/en.ts';
import { type GearView, gearPage, loadsForm } from '../../src/messages/render/settings-gear.ts';
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
