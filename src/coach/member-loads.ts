import type { Content } from './content.ts';
import type { Ladder, LoadedKit, Loads, SaidLoads } from './load.ts';
import { gramsOf } from './notation/load-notation.ts';

/**
 * What a member can make a move heavier with: what they said, and where they did not, the programme's own steps and bands.
 * @throws RangeError for a programme that was not checked
 */
export function loadsOf({ programme }: Pick<Content, 'programme'>, { units, ladders, bands }: SaidLoads): Loads {
  const ladder = (kit: LoadedKit): Ladder => {
    const { kg, lb } = programme.loads[kit];
    const step = units === 'metric' ? gramsOf(kg, 'metric') : gramsOf(lb, 'imperial');
    if (step === undefined) throw new RangeError(`no step of ${kit}`);
    return ladders[kit] ?? { kind: 'step', step };
  };
  const owned = programme.bands.filter((colour) => bands.includes(colour));
  return {
    units,
    ladders: { dumbbells: ladder('dumbbells'), machine: ladder('machine') },
    bands: owned.length === 0 ? programme.bands : owned,
  };
}
