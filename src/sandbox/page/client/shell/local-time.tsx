import { now } from '../store.ts';
import { wallTime } from '../wall-clock.ts';

/** The time of day in a zone. Alone, so that only it is drawn anew as time goes by. */
export function LocalTime({ zone }: { zone: string }) {
  return <>{wallTime(now.value, zone).time}</>;
}
