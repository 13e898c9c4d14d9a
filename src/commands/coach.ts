import { z } from 'zod';
import { TONES } from '../coach/admin.ts';
import { action, defineCommand, press } from '../discord/define-command.ts';
import { reminderTimeInput, suggestZones, timeInput, zoneInput } from '../discord/inputs.ts';
import { en } from '../messages/en.ts';
import { freezeAction } from './coach/freeze.ts';
import { panel, panelButtons, panelForms } from './coach/panel.ts';
import { previewAction, previewButtons } from './coach/preview.ts';
import { save } from './coach/setup.ts';
import { status } from './coach/status.ts';
import { withAlert } from './coach/told.ts';

const t = en.commands.coach;
const anything = z.string();

export default defineCommand({
  description: t.description,
  adminOnly: true,
  actions: {
    setup: action({
      description: t.setup,
      options: z.object({
        channel: z.string().meta({ description: t.channel, picks: 'textChannel' }).optional(),
        zone: zoneInput(t.zone).optional(),
        time: timeInput(t.time).optional(),
        sleep: reminderTimeInput(t.sleep).optional(),
        water: z.int().min(0).max(4).describe(t.water).optional(),
        tone: z.enum(TONES).meta({ description: t.tone, labels: t.tones }).optional(),
        goal: z.boolean().describe(t.goal).optional(),
        alerts: z.boolean().describe(t.alerts).optional(),
      }),
      suggest: { zone: (typed, { now }) => suggestZones(typed, now) },
      async run(context, wishes) {
        const isSaid = Object.values(wishes).some((wish) => wish !== undefined);
        return withAlert(context, isSaid ? await save(context, wishes, 'member') : await panel(context, {}, 'member'));
      },
    }),
    status: action({ description: t.status, options: z.object({}), run: (context) => status(context, 'member') }),
    preview: previewAction,
    freeze: freezeAction,
  },
  buttons: {
    ...panelButtons,
    ...previewButtons,
    'coach-refresh': press({ argument: anything, run: (context) => status(context, 'update') }),
    'coach-open': press({ argument: anything, run: (context) => panel(context, {}, 'member') }),
  },
  forms: panelForms,
});
