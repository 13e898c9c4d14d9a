import { z } from 'zod';
import { parseZone, timeIn, type Zone } from '../../coach/day.ts';
import { FEWEST_FOR_A_GOAL } from '../../coach/goal.ts';
import { type Context, form, press, type Reply } from '../../discord/define-command.ts';
import { timeInput } from '../../discord/inputs.ts';
import { zonesNamed } from '../../discord/zone-search.ts';
import { en } from '../../messages/en.ts';
import { panelCard, zoneForm } from '../../messages/render/coach-panel.ts';
import { note } from '../../messages/render/note.ts';
import { UserError } from '../../messages/user-error.ts';
import { permissionsMissing, save } from './setup.ts';
import { draftOf, unlike, WISHES, type Wishes, whole, wishesArgument, wishesText } from './wishes.ts';

/** The panel of `/coach setup`. All that was chosen stands in its own custom ids: nothing is kept before "Save". */
export async function panel(
  context: Context,
  wishes: Wishes,
  to: 'member' | 'update',
  search?: { readonly typed: string; readonly zones: readonly Zone[] },
): Promise<Reply> {
  const { now, text, userId, serverId, places } = context;
  const before = await context.store.servers.settings(serverId);
  const changes = unlike(context, wishes, before);
  const settings = draftOf(context, changes, before);
  const { zone } = settings;
  const body = panelCard(text, {
    settings,
    wishes: wishesText(changes),
    changed: before === undefined ? [] : WISHES.filter((name) => changes[name] !== undefined),
    missing: permissionsMissing(context, settings.channelId),
    hasMoved: before !== undefined && changes.channel === undefined && places.isGone(serverId, before.channelId),
    isGone: places.isGone(serverId, settings.channelId),
    isMine: settings.alertUser === userId,
    fewest: FEWEST_FOR_A_GOAL,
    ...(zone !== undefined && { there: timeIn(now, zone) }),
    ...(search !== undefined && {
      search: {
        typed: search.typed,
        zones: search.zones.map((name) => ({ name, there: timeIn(now, name) })),
      },
    }),
  });
  return { to, body };
}

/** What a button of the panel adds to what was chosen so far: `g1|c123;t0730`. */
const step = z.string().transform((text, context) => {
  const [change = '', rest, ...more] = text.split('|');
  const [added, former] = [wishesArgument.safeParse(change), wishesArgument.safeParse(rest)];
  if (more.length === 0 && added.success && former.success) return { ...former.data, ...added.data };
  context.issues.push({ code: 'custom', input: text, message: 'not a step' });
  return z.NEVER;
});

/** A menu that adds one wish, written as the custom ids write it. */
const picking = (prefix: string) =>
  press({
    argument: wishesArgument,
    run(context, wishes, [picked]) {
      const added = wishesArgument.safeParse(`${prefix}${picked}`);
      if (!added.success) throw new UserError('staleButton');
      return panel(context, { ...wishes, ...added.data }, 'update');
    },
  });

export const panelButtons = {
  'coach-set': press({ argument: step, run: (context, wishes) => panel(context, wishes, 'update') }),
  'coach-channel': picking('c'),
  'coach-zone': picking('z'),
  'coach-sleep': picking('s'),
  'coach-water': picking('w'),
  'coach-time': press({
    argument: wishesArgument,
    async run(context, wishes) {
      const before = await context.store.servers.settings(context.serverId);
      const { zone, postAt } = draftOf(context, wishes, before);
      return { to: 'form', form: zoneForm(context.text, wishesText(wishes), { zone, postAt }) };
    },
  }),
  'coach-save': press({
    argument: wishesArgument,
    async run(context, wishes) {
      const before = await context.store.servers.settings(context.serverId);
      const { channelId } = whole(draftOf(context, wishes, before));
      const isGone = context.places.isGone(context.serverId, channelId);
      // The panel says what is missing, and can be saved from again.
      if (isGone || permissionsMissing(context, channelId).length > 0) return panel(context, wishes, 'update');
      return save(context, wishes, 'update');
    },
  }),
  'coach-cancel': press({
    argument: z.string(),
    run: async ({ text }) => ({ to: 'update', body: note(text.coachPanel.cancelled) }),
  }),
};

export const panelForms = {
  'coach-time': form({
    argument: wishesArgument,
    fields: z.object({ zone: z.string().min(1).max(64), time: timeInput(en.commands.coach.time) }),
    async run(context, former, { zone: typed, time }) {
      const wishes = { ...former, time };
      const found = zonesNamed(typed, context.now).flatMap(({ value }) => parseZone(value) ?? []);
      const [first, ...others] = found;
      if (first === undefined) throw new UserError('unknownPlace', { typed });
      if (others.length === 0) return panel(context, { ...wishes, zone: first }, 'update');
      return panel(context, wishes, 'update', { typed, zones: found });
    },
  }),
};
