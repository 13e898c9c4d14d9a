import { todayOf } from '../../coach/clock.ts';
import { dayOf } from '../../coach/day.ts';
import { FEWEST_FOR_A_GOAL, goalDays, weekAround, weekGoal } from '../../coach/goal.ts';
import { planOn } from '../../coach/programme.ts';
import type { Context, Reply } from '../../discord/define-command.ts';
import { notSetUpCard, statusCard } from '../../messages/render/coach.ts';
import type { ServerSettings } from '../../store/interfaces/servers.ts';
import { permissionsMissing } from './setup.ts';

const LATEST_SHOWN = 6;

export async function status(context: Context, to: 'member' | 'update'): Promise<Reply> {
  const { store, serverId, now, text, places, version } = context;
  const settings = await store.servers.settings(serverId);
  if (settings === undefined) return { to, body: notSetUpCard(text, version) };
  // What it tells needs no telling again at the top of the next command.
  await store.servers.takeAlert(serverId);
  return {
    to,
    body: statusCard(text, {
      settings,
      missing: permissionsMissing(context, settings.channelId),
      isGone: places.isGone(serverId, settings.channelId),
      latest: await store.deliveries.latest(serverId, LATEST_SHOWN),
      schedules: (await store.schedules.ofServer(serverId)).filter((schedule) => schedule.nextAt > now),
      ...(await membersOf(context, settings)),
      fewest: FEWEST_FOR_A_GOAL,
      isWritable: await isWritable(context),
      backup: await store.hostNotes.backup(),
      version,
    }),
  };
}

/** How many there are, and what they do this week of the server's. */
async function membersOf({ store, content, serverId, now }: Context, settings: ServerSettings) {
  const { programme } = content;
  const today = dayOf(now, settings.zone);
  const files = await store.members.enrolled(serverId);
  const { from, to } = goalDays(today);
  const workouts = await store.checkIns.workoutsOfServer(serverId, from, to);
  const week = weekAround(today);
  const inWeek = [...workouts.values()].filter((each) => each.some(({ day }) => week.from <= day && day <= week.to));
  const paused = files.filter(
    ({ member, enrolment }) => planOn(programme, enrolment, todayOf(member.clock, now)).kind === 'paused',
  );
  const frozen = settings.weeklyGoal ? await store.freezes.of(serverId) : [];
  const goal = settings.weeklyGoal ? weekGoal(programme, files, workouts, today, frozen) : undefined;
  return { members: files.length, active: inWeek.length, paused: paused.length, ...(goal && { goal }) };
}

async function isWritable({ store, now }: Context): Promise<boolean> {
  try {
    await store.hostNotes.proveWritable(now);
    return true;
  } catch {
    return false;
  }
}
