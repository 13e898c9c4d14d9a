import { moveTime } from '../actions.ts';
import { remembered } from '../memory.ts';
import { clock, now, story } from '../store.ts';
import { progressOf, storySpeed } from './story-progress.ts';

const SPEEDS = [1, 60, 600, 3600] as const;
const chosen = remembered('speed', 1);

/** The speed at which time goes on when somebody lets it: the story's own while it is told, else what was chosen. */
export function speedToPlay(): number {
  const told = story.value;
  const isTold = told.state === 'playing' && progressOf(told, now.value) !== undefined;
  return isTold ? storySpeed(told) : chosen.value;
}

/** How fast time goes. Choosing a speed lets time go at once. */
export function Speeds() {
  const { speed } = clock.value;
  const shown = speed > 0 ? speed : chosen.value;
  return (
    <fieldset class="shell-choices clock-speeds">
      <legend class="visually-hidden">Speed</legend>
      {SPEEDS.map((each) => (
        <label key={each}>
          <input
            type="radio"
            name="speed"
            value={each}
            checked={each === shown}
            onChange={() => {
              chosen.value = each;
              void moveTime({ do: 'play', speed: each });
            }}
          />
          <span>×{each}</span>
        </label>
      ))}
    </fieldset>
  );
}
