import { z } from 'zod';
import { nextOccurrence, type Zone } from '../coach/day.ts';
import { slotsOf, waterTimes } from '../coach/nudges.ts';
import { action, type Context, defineCommand, type Reply } from '../discord/define-command.ts';
import { reminderTimeInput, suggestZones, timeInput, zoneInput } from '../discord/inputs.ts';
import { NEEDED_PERMISSIONS } from '../discord/places.ts';
import { en } from '../messages/en.ts';
import { setupCard, statusCard } from '../messages/render/coach.ts';
import { note } from '../messages/render/note.ts';
import { UserError } from '../messages/user-error.ts';
import type { Schedule, ServerSettings } from '../store/store.ts';

const t = en.commands.coach;
const DEFAULT_POST_AT = '07:30';
const LATEST_SHOWN = 6;

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
      }),
      suggest: { zone: (typed, { now }) => suggestZones(typed, now) },
      run: setup,
    }),
    status: action({ description: t.status, options: z.object({}), run: status }),
  },
});

interface Wishes {
  readonly channel?: string | undefined;
  readonly zone?: Zone | undefined;
  readonly time?: ServerSettings['postAt'] | undefined;
  readonly sleep?: ServerSettings['postAt'] | null | undefined;
  readonly water?: number | undefined;
}

/** What is not said stays as it was; the first time, it gets the default. */
async function setup(context: Context, wishes: Wishes): Promise<Reply> {
  const { store, serverId, now, text } = context;
  const before = await store.servers.settings(serverId);
  const settings = wanted(context, wishes, before);
  const missing = context.places.missingIn(serverId, settings.channelId) ?? [];
  if (missing.length > 0) {
    const permissions = missing.map((permission) => NEEDED_PERMISSIONS[permission]);
    throw new UserError('missingPermissions', { channelId: settings.channelId, permissions });
  }
  const schedules = slotsOf(settings).map((slot): Schedule => {
    const next = nextOccurrence(now, slot.at, settings.zone);
    return { serverId, ...slot, nextDay: next.day, nextAt: next.at };
  });
  await store.transaction(async (inside) => {
    await inside.servers.saveSettings(settings, schedules);
    if (before?.parked !== undefined) await inside.deliveries.reopenDaily(serverId, now);
  });
  const members = await store.members.countEnrolled(serverId);
  return { to: 'member', body: setupCard(text, { settings, schedules, members }) };
}

function wanted(context: Context, wishes: Wishes, before: ServerSettings | undefined): Omit<ServerSettings, 'parked'> {
  const zone = wishes.zone ?? before?.zone;
  if (zone === undefined) throw new UserError('zoneNeeded');
  const channelId = wishes.channel ?? channelOf(context, before) ?? context.channelId;
  // Discord may leave out where the command was used.
  if (channelId === '') throw new UserError('badInput', { field: 'channel' });
  const { sleep, water } = wishes;
  return {
    serverId: context.serverId,
    channelId,
    zone,
    postAt: wishes.time ?? before?.postAt ?? (DEFAULT_POST_AT as ServerSettings['postAt']),
    nudges: {
      sleep: sleep === undefined ? (before?.nudges.sleep ?? []) : sleep === null ? [] : [sleep],
      water: water === undefined ? (before?.nudges.water ?? []) : waterTimes(water),
    },
    tone: before?.tone ?? 'warm',
    weeklyGoal: before?.weeklyGoal ?? false,
    ...(before?.alertUser !== undefined && { alertUser: before.alertUser }),
  };
}

/** Where posts went so far; undefined when that channel is gone, so that they come where the admin says so. */
function channelOf({ places, serverId, channelId: here }: Context, before?: ServerSettings): string | undefined {
  if (before === undefined) return undefined;
  const isKnown = places.missingIn(serverId, before.channelId) !== undefined;
  return isKnown || places.missingIn(serverId, here) === undefined ? before.channelId : undefined;
}

async function status({ store, serverId, now, text, places, version }: Context): Promise<Reply> {
  const settings = await store.servers.settings(serverId);
  if (settings === undefined) return { to: 'member', body: note(text.coach.notSetUp, text.coach.version(version)) };
  const missing = places.missingIn(serverId, settings.channelId) ?? [];
  return {
    to: 'member',
    body: statusCard(text, {
      settings,
      missing: missing.map((permission) => NEEDED_PERMISSIONS[permission]),
      latest: await store.deliveries.latest(serverId, LATEST_SHOWN),
      schedules: (await store.schedules.ofServer(serverId)).filter((schedule) => schedule.nextAt > now),
      members: await store.members.countEnrolled(serverId),
      version,
    }),
  };
}
