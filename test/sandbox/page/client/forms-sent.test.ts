import type { APIModalInteractionResponseCallbackData } from 'discord-api-types/v10';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { CannotError } from '../../../../src/sandbox/actors/act.ts';
import { type FormValues, partsOf, problemsIn, submissionOf } from '../../../../src/sandbox/page/client/forms/model.ts';
import { closeAll, gym, modalOf } from '../../support.ts';

afterEach(closeAll);

const options = (...values: string[]) => values.map((value) => ({ label: value.toUpperCase(), value }));
const label = (component: object) => ({ type: 18, label: 'Label', component });
const DAYS = ['mon', 'tue', 'wed', 'thu'];
const KIT = ['mat', 'band', 'bar'];
const FORM = {
  custom_id: 'checkin',
  title: 'How did it go?',
  components: [
    label({ type: 4, style: 1, custom_id: 'name', min_length: 2, max_length: 5 }),
    label({ type: 21, custom_id: 'start', options: options('today', 'monday') }),
    label({ type: 22, custom_id: 'days', min_values: 2, max_values: 3, options: options(...DAYS) }),
    label({ type: 3, custom_id: 'kit', required: false, min_values: 2, max_values: 2, options: options(...KIT) }),
    label({ type: 23, custom_id: 'share' }),
  ],
} as APIModalInteractionResponseCallbackData;

const filled: fc.Arbitrary<FormValues> = fc.record({
  name: fc.string({ maxLength: 7, unit: fc.constantFrom('a', 'é', '😀') }),
  start: fc.option(fc.constantFrom('today', 'monday'), { nil: undefined }),
  days: fc.subarray(DAYS),
  kit: fc.subarray(KIT),
  share: fc.boolean(),
});

describe('a form as the page checks it', () => {
  it('is let through by the page when the sandbox takes it, and only then', async () => {
    const parts = partsOf(FORM);
    const { training, ana } = await gym(async (interaction) => {
      if (interaction.isChatInputCommand()) await interaction.showModal(FORM);
      if (interaction.isModalSubmit()) await interaction.reply('noted');
    });
    let form = modalOf(await ana.slash(training, 'ping'));
    const isTaken = async (values: FormValues) => {
      try {
        await ana.submit(form, submissionOf(parts, values));
      } catch (error) {
        if (error instanceof CannotError) return false;
        throw error;
      }
      form = modalOf(await ana.slash(training, 'ping'));
      return true;
    };
    const right = { name: 'Ana', start: 'today', days: ['mon', 'wed'], kit: [], share: true };
    const check = fc.asyncProperty(filled, fc.subarray(['name', 'start', 'days', 'kit']), async (some, changed) => {
      // Half of the fields are as they should be, so that both answers come up.
      const values = {
        ...right,
        ...Object.fromEntries(Object.entries(some).filter(([name]) => changed.includes(name))),
      };
      expect(await isTaken(values)).toBe(problemsIn(parts, values).size === 0);
    });
    await fc.assert(check, { numRuns: 60 });
  });
});
