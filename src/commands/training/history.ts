import type { Content } from '../../coach/content.ts';
import type { Ladder, LoadedKit, Loads } from '../../coach/load.ts';
import { parseLoad } from '../../coach/load-notation.ts';
import type { TrainingHistory } from '../../coach/personal.ts';
import type { SaidLoads, Store } from '../../store/store.ts';

/** All that a member's next session is planned from, besides their file. */
export async function historyOf(store: Store, content: Content, memberId: number): Promise<TrainingHistory> {
  return {
    performances: await store.trainingFiles.performances(memberId),
    swaps: await store.trainingFiles.swaps(memberId),
    loads: loadsOf(content, await store.trainingFiles.loads(memberId)),
  };
}

/** What a member said of their loads; where they did not, the programme's own steps and bands. */
export function loadsOf({ programme }: Pick<Content, 'programme'>, { units, ladders, bands }: SaidLoads): Loads {
  const ladder = (kit: LoadedKit): Ladder => {
    const { kg, lb } = programme.loads[kit];
    const step = units === 'metric' ? parseLoad(`${kg}`, 'metric') : parseLoad(`${lb}`, 'imperial');
    return ladders[kit] ?? { kind: 'step', step: step ?? 1000 };
  };
  const owned = programme.bands.filter((colour) => bands.includes(colour));
  return {
    units,
    ladders: { dumbbells: ladder('dumbbells'), machine: ladder('machine') },
    bands: owned.length === 0 ? programme.bands : owned,
  };
}
