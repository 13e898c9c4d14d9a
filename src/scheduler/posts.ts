import type { Content } from '../coach/content.ts';
import { dailyPost } from '../coach/daily.ts';
import { dayNumber } from '../coach/day.ts';
import { isMilestoneId } from '../coach/milestones.ts';
import { slotOfKey } from '../coach/post-key.ts';
import { planOn } from '../coach/programme.ts';
import { restDayFor, tipFor } from '../coach/rest-day.ts';
import type { Text } from '../messages/en.ts';
import type { MessageBody } from '../messages/parts.ts';
import { dailyPostBody } from '../messages/render/daily-post.ts';
import { milestonePost } from '../messages/render/milestone.ts';
import { sleepNudge, waterNudge } from '../messages/render/nudge.ts';
import type { Delivery, Store } from '../store/store.ts';

/** What a post is made from. */
export interface Sources {
  readonly store: Store;
  readonly content: Content;
  readonly text: Text;
}

/** The message that a delivery owes; undefined when there is nothing to say, or nobody to say it to. */
export async function composePost(sources: Sources, delivery: Delivery): Promise<MessageBody | undefined> {
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
  }
}

async function daily({ store, content, text }: Sources, { serverId, day, key }: Delivery) {
  const post = dailyPost(content, await store.members.enrolled(serverId), day);
  if (post === undefined) return undefined;
  const week = post.sections[0]?.weeks[0] ?? 1;
  const block = content.programme.weeks.find((entry) => entry.week === week)?.block ?? 'base';
  const restIdea = restDayFor(content, day, week, block).idea;
  return dailyPostBody(text, post, { tip: tipFor(content, day), restIdea, key });
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

async function milestone({ store, content, text }: Sources, { memberId, milestone: id, key }: Delivery) {
  if (memberId === undefined || !isMilestoneId(id)) return undefined;
  const file = await store.members.fileOf(memberId);
  if (file === undefined || !file.member.shareMilestones) return undefined;
  return milestonePost(text, content.moves, file.member.userId, id, key);
}
