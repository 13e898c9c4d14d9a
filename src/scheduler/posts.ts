import type { Content } from '../coach/content.ts';
import { dailyPost } from '../coach/daily.ts';
import { dayNumber, type Instant } from '../coach/day.ts';
import { goalDays, weekGoal } from '../coach/goal.ts';
import { isMilestoneId } from '../coach/milestones.ts';
import { slotOfKey } from '../coach/post-key.ts';
import { planOn } from '../coach/programme.ts';
import type { Text } from '../messages/en.ts';
import type { MessageBody } from '../messages/parts.ts';
import { dailyPostOf } from '../messages/render/daily-post.ts';
import { milestonePost } from '../messages/render/milestone.ts';
import { sleepNudge, waterNudge } from '../messages/render/nudge.ts';
import type { Delivery } from '../store/interfaces/deliveries.ts';
import type { Store } from '../store/store.ts';
import { composeDirect } from './direct-posts.ts';

/** What a post is made from. */
export interface Sources {
  readonly store: Store;
  readonly content: Content;
  readonly text: Text;
}

/** The message that a delivery owes; undefined when there is nothing to say, or nobody to say it to. */
export async function composePost(
  sources: Sources,
  delivery: Delivery,
  now: Instant,
): Promise<MessageBody | undefined> {
  const { text } = sources;
  switch (delivery.kind) {
    case 'daily':
      return daily(sources, delivery);
    case 'sleep':
      return (await somebodyHasNotLogged(sources, delivery, 'sleep')) ? sleepNudge(text, delivery.key) : undefined;
    case 'water':
      return (await somebodyHasNotLogged(sources, delivery, 'water'))
        ? waterNudge(text, delivery.key, dayNumber(delivery.day) + slotOfKey(delivery.key))
        : undefined;
    case 'milestone':
      return milestone(sources, delivery);
    default:
      return composeDirect(sources, delivery, now);
  }
}

async function daily({ store, content, text }: Sources, { serverId, day, key }: Delivery) {
  const files = await store.members.enrolled(serverId);
  const post = dailyPost(content, files, day);
  if (post === undefined) return undefined;
  const settings = await store.servers.settings(serverId);
  const frozen = await store.freezes.of(serverId);
  const days = goalDays(day);
  const goal = settings?.weeklyGoal
    ? weekGoal(
        content.programme,
        files,
        await store.checkIns.workoutsOfServer(serverId, days.from, days.to),
        day,
        frozen,
      )
    : undefined;
  const isFrozen = frozen.some(({ from, to }) => from <= day && day <= to);
  const tone = settings?.tone ?? 'warm';
  return dailyPostOf(text, content, post, { key, tone, isFrozen, ...(goal && { goal }) });
}

/** A nudge is for those who are in the plan that day and have not logged yet. */
async function somebodyHasNotLogged({ store, content }: Sources, delivery: Delivery, kind: 'sleep' | 'water') {
  const { serverId, day } = delivery;
  const files = await store.members.enrolled(serverId);
  const active = files.filter(({ enrolment }) =>
    ['session', 'rest'].includes(planOn(content.programme, enrolment, day).kind),
  );
  if (active.length === 0) return false;
  const logged = await store.checkIns.loggedOn(serverId, kind, day);
  return active.some(({ member }) => !logged.has(member.id));
}

async function milestone({ store, content, text }: Sources, { serverId, memberId, milestone: id, key }: Delivery) {
  if (memberId === undefined || !isMilestoneId(id)) return undefined;
  const file = await store.members.fileOf(memberId);
  if (file === undefined || !file.member.shareMilestones) return undefined;
  const settings = await store.servers.settings(serverId);
  return milestonePost(text, content.moves, file.member.userId, id, key, settings?.tone);
}
