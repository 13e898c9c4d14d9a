import type { Content } from '../../coach/content.ts';
import { loadsOf } from '../../coach/member-loads.ts';
import type { TrainingHistory } from '../../coach/training/personal.ts';
import type { Store } from '../../store/store.ts';

/** All that a member's next session is planned from, besides their file. */
export async function historyOf(store: Store, content: Content, memberId: number): Promise<TrainingHistory> {
  return {
    performances: await store.trainingFiles.performances(memberId),
    swaps: await store.trainingFiles.swaps(memberId),
    loads: loadsOf(content, await store.trainingFiles.loads(memberId)),
  };
}
