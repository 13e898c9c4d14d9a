import { z } from 'zod';
import { type Context, defineCommand, press, type Reply } from '../discord/define-command.ts';
import { en } from '../messages/en.ts';
import { SETTINGS_PAGES, type SettingsPage, typedBefore } from '../messages/render/settings-parts.ts';
import { UserError } from '../messages/user-error.ts';
import { askLoads, gearButtons, gearForms, showGear } from './settings/gear.ts';
import { askZone, myDayButtons, myDayForms, showMyDay } from './settings/my-day.ts';
import type { Show } from './settings/panel.ts';
import { privacyButtons, showLanguage, showPrivacy } from './settings/privacy.ts';
import { askSleep, askSpan, reminderButtons, reminderForms, showReminders } from './settings/reminders.ts';
import { showTraining, trainingButtons } from './settings/training.ts';
import { askTrains } from './settings/wishes.ts';

const t = en.commands.settings;

const PAGES: Readonly<Record<SettingsPage, Show>> = {
  training: showTraining,
  gear: showGear,
  day: showMyDay,
  reminders: showReminders,
  privacy: showPrivacy,
  language: showLanguage,
};

/** The forms that are opened again as they were typed, by the names that `submit` gives them. */
const FORMS: Readonly<
  Record<string, (context: Context, argument: string, typed: readonly string[]) => Promise<Reply>>
> = {
  loads: (context, _argument, typed) => askLoads(context, typed),
  zone: async (context, _argument, [typed]) => askZone(context, typed),
  trains: (context, origin, [typed]) => askTrains(context, origin, typed),
  sleep: askSleep,
  water: (context, _argument, typed) => askSpan(context, 'settings-water-hours', typed),
  quiet: (context, _argument, typed) => askSpan(context, 'settings-quiet', typed),
};

export default defineCommand({
  description: t.description,
  options: z.object({
    page: z.enum(SETTINGS_PAGES).meta({ description: t.page, labels: en.settings.pages }).optional(),
  }),
  run: async (context, { page = 'training' }) => ({ to: 'member', body: await PAGES[page](context, context.store) }),

  buttons: {
    'settings-page': press({
      argument: z.string(),
      run: async (context, _argument, [picked]) => {
        const page = SETTINGS_PAGES.find((each) => each === picked);
        if (page === undefined) throw new UserError('staleButton');
        return { to: 'update', body: await PAGES[page](context, context.store) };
      },
    }),
    'settings-again': press({
      argument: z.string().transform(typedBefore),
      run: async (context, { form, argument, typed }) => {
        const open = Object.hasOwn(FORMS, form) ? FORMS[form] : undefined;
        if (open === undefined) throw new UserError('staleButton');
        return open(context, argument, typed);
      },
    }),
    ...trainingButtons,
    ...gearButtons,
    ...myDayButtons,
    ...reminderButtons,
    ...privacyButtons,
  },
  forms: { ...gearForms, ...myDayForms, ...reminderForms },
});
