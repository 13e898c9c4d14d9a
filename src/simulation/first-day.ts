import { setTimeout as wait } from 'node:timers/promises';
import {
  addDays,
  type Day,
  type dayOf,
  HOUR,
  type Instant,
  instantOf,
  localTime,
  WEEKDAYS,
  weekdayOf,
  type Zone,
} from '../coach/day.ts';
import type { Actor } from '../sandbox/actors/actor.ts';
import type { Director } from '../sandbox/director.ts';
import type { GardenGym } from './garden-gym.ts';

export interface FirstDayOptions {
  readonly gym: GardenGym;
  readonly director: Director;
  readonly home: Zone;
  readonly today: Day;
  /** Real milliseconds between two acts, so that a person can follow. */
  readonly pace: number;
  /** Cuts the day short, between two acts. */
  readonly signal: AbortSignal;
}

/** When the first day begins: seven in the morning, before the coach is set up. */
export function dawnOf(today: Day, home: Zone): Instant | undefined {
  return instantOf(today, localTime('07:00'), home);
}

/**
 * Plays a day: an admin sets the coach up, two members enrol, the daily post comes, they check in. Somebody else may act
 * and turn the clock in between; what has passed then stays passed.
 * @throws CannotError when that made an act impossible
 */
export async function playFirstDay(options: FirstDayOptions): Promise<void> {
  const { gym, director, home, today, signal } = options;
  const { training, olivia, ana, ben } = gym;
  const act = (what: () => Promise<unknown>) => () => director.turn(what);
  const until = (time: string, later = 0) => {
    const at = instantOf(today, localTime(time), home);
    return () => (at === undefined ? Promise.resolve() : director.advanceTo(at + later));
  };
  const steps: (() => Promise<unknown>)[] = [
    act(() => olivia.slash(training, 'coach setup', { zone: home, time: '07:30', sleep: '21:30', water: 2 })),
    act(() =>
      ana.slash(training, 'enroll', {
        share: true,
        ...everything(home, today),
        level: 'standard',
        kit: 'mat, dumbbells',
        mention: true,
      }),
    ),
    act(() => ben.slash(training, 'enroll', { ...everything(home, today), level: 'gentle', kit: 'none' })),
    until('07:30'),
    act(() => press(ana, gym, 'My workout', 'today')),
    until('07:30', HOUR),
    act(() => press(ana, gym, 'Done', 'checkin workout')),
    act(() => ben.slash(training, 'today')),
    until('18:05'),
    act(() => ben.slash(training, 'checkin workout', { effort: '3-4' })),
    act(() => ana.slash(training, 'checkin water', { glasses: 2 })),
    act(() => ana.slash(training, 'streak')),
    until('21:30'),
  ];
  for (const step of steps) {
    if (signal.aborted) return;
    await step();
    await wait(options.pace, undefined, { signal }).catch(() => undefined);
  }
}

/** On the latest post in the channel; by command where somebody turned the clock past it. */
async function press(who: Actor, { training }: GardenGym, button: string, command: string): Promise<void> {
  const post = who.sees(training).findLast(({ author, flags = 0 }) => author.bot === true && (flags & 64) === 0);
  await (post === undefined ? who.slash(training, command) : who.click(post, button));
}

/** Training days that have today among them, so that the first day has a session. */
function everything(home: Zone, today: ReturnType<typeof dayOf>) {
  const names = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
  const days = [0, 2, 4].map((ahead) => names[WEEKDAYS.indexOf(weekdayOf(addDays(today, ahead)))]);
  return { zone: home, days: days.join(' '), start: 'today', ready: true };
}
