import { z } from 'zod';
import { LOADED_KITS, type LoadedKit, UNITS } from '../coach/load.ts';
import { parseLadder } from '../coach/load-notation.ts';
import { defineCommand, form, press } from '../discord/define-command.ts';
import { en } from '../messages/en.ts';
import { LADDER_LENGTH, loadsForm, settingsCard } from '../messages/render/settings.ts';
import { UserError } from '../messages/user-error.ts';
import { change, mine, panelOf } from './settings/panel.ts';

/** There is one panel, and it is always the member's own. */
const anything = z.string();
const ladder = z.string().max(LADDER_LENGTH).optional();

export default defineCommand({
  description: en.commands.settings.description,
  options: z.object({}),
  async run(context) {
    const body = settingsCard(context.text, panelOf(context, await mine(context, context.store)));
    return { to: 'member', body };
  },

  buttons: {
    'settings-units': press({
      argument: z.enum(UNITS),
      run: (context, units) =>
        change(context, async (store, { file }) => {
          await store.trainingFiles.setUnits(file.member.id, units);
          return { kits: LOADED_KITS, isOther: true };
        }),
    }),
    'settings-loads': press({
      argument: anything,
      async run(context) {
        const own = await mine(context, context.store);
        if (!LOADED_KITS.some((kit) => own.file.member.kit.includes(kit))) throw new UserError('staleButton');
        return { to: 'form', form: loadsForm(context.text, panelOf(context, own)) };
      },
    }),
    'settings-bands': press({
      argument: anything,
      run: (context, _argument, picked) =>
        change(context, async (store, { file }) => {
          const bands = context.content.programme.bands.filter((colour) => picked.includes(colour));
          await store.trainingFiles.setBands(file.member.id, bands);
          return { kits: ['band'] };
        }),
    }),
    'settings-swap-back': press({
      argument: anything,
      run: (context, _argument, [picked]) =>
        change(context, async (store, { file, swapped, today }) => {
          const planned = swapped.find((swap) => swap.planned.id === picked)?.planned;
          if (planned === undefined) throw new UserError('staleButton');
          await store.trainingFiles.swap(file.member.id, { move: planned.id, to: planned.id, from: today });
          return { back: planned };
        }),
    }),
  },

  forms: {
    'settings-loads': form({
      argument: anything,
      fields: z.object({ dumbbells: ladder, machine: ladder } satisfies Record<LoadedKit, unknown>),
      run: (context, _argument, typed) =>
        change(context, async (store, { file, history }) => {
          const { member } = file;
          // What their kit does not ask for stays as it was said.
          for (const kit of LOADED_KITS.filter((each) => member.kit.includes(each))) {
            const said = typed[kit]?.trim() ?? '';
            const read = parseLadder(said, history.loads.units);
            if (said !== '' && read === undefined) throw new UserError('unreadableLadder', { typed: said, kit });
            await store.trainingFiles.setLadder(member.id, kit, said === '' ? undefined : read);
          }
          return { kits: LOADED_KITS };
        }),
    }),
  },
});
