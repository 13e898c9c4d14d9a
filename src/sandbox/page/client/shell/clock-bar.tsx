import { moveTime } from '../actions.ts';
import { now } from '../store.ts';

export function ClockBar() {
  return (
    <header style="grid-area:clock">
      {new Date(now.value).toISOString()}
      <button type="button" onClick={() => moveTime({ do: 'next' })}>
        Next event
      </button>
    </header>
  );
}
