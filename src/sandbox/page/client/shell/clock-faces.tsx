import { clock, me, now, page, place } from '../store.ts';
import { clockFaces, nextInWords } from '../wall-clock.ts';

/** As fast as this, seconds are a blur. */
const BLUR = 60;

/** What time it is where the server is, and where who is played is. Alone, so that only it is drawn each second. */
export function ClockFaces() {
  const person = me.value;
  if (person === undefined) return null;
  const server = place.value?.server ?? page.value?.servers[0];
  const { speed, next } = clock.value;
  return (
    <>
      <div class="clock-faces">
        {clockFaces(now.value, server, person).map(({ whose, where, day, time, seconds }) => (
          <p key={whose} class="clock-face" title={`${whose}: ${where}`}>
            <span class="clock-whose">
              {whose}
              <span class="clock-where"> · {where}</span>
            </span>
            <span class="clock-time">
              {day} <strong>{time}</strong>
              {speed < BLUR && <span class="clock-seconds">:{seconds}</span>}
            </span>
          </p>
        ))}
      </div>
      <p class="clock-next">{nextInWords(now.value, next)}</p>
    </>
  );
}
