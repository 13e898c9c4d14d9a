import type { Logger } from 'pino';
import {
  addDays,
  dayOf,
  HOUR,
  instantOf,
  localTime,
  timeIn,
  WEEKDAYS,
  weekdayOf,
  type Zone,
  zone,
} from '../coach/day.ts';
import type { Actor } from '../sandbox/actors/actor.ts';
import type { Outcome } from '../sandbox/interactions/outcome.ts';
import { narrate } from './narrate.ts';
import { openStage } from './stage.ts';

export interface FirstDayOptions {
  readonly version: string;
  readonly log: Logger;
  /** Real time: the day that is played is the one that it is. */
  readonly now: number;
  /** Where the story is told, a line at a time. */
  readonly write: (line: string) => void;
  /** Real milliseconds between two acts, so that a person can follow. */
  readonly pace: number;
}

export interface FirstDay {
  close(): Promise<void>;
}

/**
 * Starts the sandbox with the bot in it, and plays one day: an admin sets the coach up, two members enrol, the daily
 * post comes, they check in. Then the clock goes on in real time.
 */
export async function playFirstDay(options: FirstDayOptions): Promise<FirstDay> {
  const { write } = options;
  const home = zone(Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC');
  const today = dayOf(options.now, home);
  const opens = instantOf(today, localTime('07:00'), home) ?? options.now;
  const stage = await openStage({
    version: options.version,
    log: options.log,
    databasePath: ':memory:',
    startsAt: opens,
    rateLimits: 'generous',
    keepTranscript: false,
  });
  const { sandbox } = stage;
  const server = sandbox.server({ name: 'Garden Gym' });
  const training = server.channel('training');
  await stage.startBot();
  for (const line of welcome(options.version, home)) write(line);
  const stop = narrate(sandbox, home, write);

  const pause = () => new Promise((resolve) => setTimeout(resolve, options.pace));
  const ana = server.member('Ana');
  const ben = server.member('Ben', { locale: 'en-GB' });
  const acts: (() => Promise<unknown>)[] = [
    () => server.owner.slash(training, 'coach setup', { zone: home, time: '07:30', sleep: '21:30', water: 2 }),
    () =>
      ana.slash(training, 'enroll', {
        share: true,
        ...everything(home, today),
        level: 'standard',
        kit: 'mat, dumbbells',
        mention: true,
      }),
    () => ben.slash(training, 'enroll', { ...everything(home, today), level: 'gentle', kit: 'none' }),
    () => sandbox.clock.advanceTo(instantOf(today, localTime('07:30'), home) ?? opens),
    () => press(ana, 'My workout'),
    () => sandbox.clock.advanceBy(HOUR),
    () => press(ana, 'Done'),
    () => ben.slash(training, 'today'),
    () => sandbox.clock.advanceTo(instantOf(today, localTime('18:05'), home) ?? opens),
    () => ben.slash(training, 'checkin workout', { effort: '3-4' }),
    () => ana.slash(training, 'checkin water', { glasses: 2 }),
    () => ana.slash(training, 'streak'),
    () => sandbox.clock.advanceTo(instantOf(today, localTime('21:30'), home) ?? opens),
  ];
  for (const act of acts) {
    await act();
    await pause();
  }
  sandbox.clock.run();
  write('');
  write(
    `That was the first day. It is ${timeIn(sandbox.clock.now(), home)} in the sandbox, and its clock goes on in real time.`,
  );
  write('Next: npm run simulate plays twelve weeks in seconds. With DISCORD_TOKEN in .env, npm start is your own bot.');
  write('Ctrl+C stops.');

  /** On the latest post in the channel. */
  async function press(who: Actor, button: string): Promise<Outcome> {
    const post = who
      .sees(training)
      .findLast((message) => message.author.bot === true && ((message.flags ?? 0) & 64) === 0);
    if (post === undefined) throw new Error('there is no post to press a button on');
    return who.click(post, button);
  }

  return {
    async close() {
      stop();
      await stage.close();
    },
  };
}

/** Training days that have today among them, so that the first day has a session. */
function everything(home: Zone, today: ReturnType<typeof dayOf>) {
  const names = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
  const days = [0, 2, 4].map((ahead) => names[WEEKDAYS.indexOf(weekdayOf(addDays(today, ahead)))]);
  return { zone: home, days: days.join(' '), start: 'today', ready: true };
}

function welcome(version: string, home: Zone): string[] {
  return [
    `Backbone ${version}, in the sandbox: DISCORD_TOKEN is not set, so this is a stand-in for Discord on this machine.`,
    'Nothing leaves it, and nothing is kept when it stops.',
    '',
    `  server    Garden Gym, channel #training, time zone ${home}`,
    '  people    Ana (mat and dumbbells), Ben (gentle, no kit), and the server’s owner',
    '  coach     ready, by the same code as on Discord',
    '',
    'Their first day, as it happens:',
    '',
  ];
}
