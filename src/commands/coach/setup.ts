import { nextOccurrence } from '../../coach/day.ts';
import { slotsOf } from '../../coach/nudges.ts';
import type { Context, Reply } from '../../discord/define-command.ts';
import { NEEDED_PERMISSIONS } from '../../discord/places.ts';
import { setupCard } from '../../messages/render/coach.ts';
import { UserError } from '../../messages/user-error.ts';
import type { Schedule } from '../../store/interfaces/schedules.ts';
import type { ServerSettings } from '../../store/interfaces/servers.ts';
import type { Store } from '../../store/store.ts';
import { draftOf, type Wishes, whole } from './wishes.ts';

/**
 * Saves what is wished, if posting works there, and owes anew what was refused today. All in one transaction: of two
 * admins at once, each changes what they wished and nothing of what the other did.
 *
 * @throws UserError `zoneNeeded`, `channelGone`, `missingPermissions`
 */
export async function save(context: Context, wishes: Wishes, to: 'member' | 'update'): Promise<Reply> {
  const { store, serverId, text } = context;
  const { settings, schedules } = await store.transaction(async (inside) => {
    const before = await inside.servers.settings(serverId);
    const wanted = whole(draftOf(context, wishes, before));
    if (context.places.isGone(serverId, wanted.channelId)) throw new UserError('channelGone');
    const permissions = permissionsMissing(context, wanted.channelId);
    if (permissions.length > 0) {
      throw new UserError('missingPermissions', { channelId: wanted.channelId, permissions });
    }
    return keep(context, inside, wanted, before);
  });
  const members = await store.members.countEnrolled(serverId);
  return { to, body: setupCard(text, { settings, schedules, members }) };
}

async function keep(
  { now }: Context,
  store: Store,
  settings: Omit<ServerSettings, 'parked'>,
  before: ServerSettings | undefined,
) {
  const { serverId, zone } = settings;
  const schedules = slotsOf(settings).map((slot): Schedule => {
    const next = nextOccurrence(now, slot.at, zone);
    return { serverId, ...slot, nextDay: next.day, nextAt: next.at };
  });
  await store.servers.saveSettings(settings, schedules);
  if (before?.parked !== undefined) await store.deliveries.reopenDaily(serverId, now);
  return { settings, schedules };
}

/** In the words of Discord's own settings. */
export function permissionsMissing({ places, serverId }: Context, channelId: string): string[] {
  const missing = places.missingIn(serverId, channelId) ?? [];
  return missing.map((permission) => NEEDED_PERMISSIONS[permission]);
}
