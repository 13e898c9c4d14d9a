import type { Day, Instant, LocalTime } from '../../coach/day.ts';
import type { DirectMessage } from '../../coach/reminders/due.ts';
import { date, stamp } from './words.ts';

/** What members are told by direct message, because they asked for it. */
export const reminders = {
  workout: (session: string, minutes: number) => `**${session}** is on your plan today: about ${minutes} minutes.`,
  sleep: (lightsOut: LocalTime, hours: number, wakesAt: LocalTime) =>
    `**Time to wind down.** Lights out at ${lightsOut} gives you ${hours} h until ${wakesAt}. Dim the lights, and put the phone away.`,
  lineSession: (day: Day, week: number, session: string, minutes: number) =>
    `**${date(day)}** · week ${week}: **${session}**, about ${minutes} minutes.`,
  lineRest: (day: Day, week: number) =>
    `**${date(day)}** · week ${week}: rest day. Nothing to do, and that is training too.`,
  openButton: 'Open the channel',
  rarer: {
    3: '-# These went unanswered for a week, so from now on they come every three days. Press any button, or log one, and they come daily again.',
    7: '-# Still unanswered, so from now on they come once a week. Press any button, or log one, and they come daily again.',
  },
  done: { line: 'Done', workout: 'Done', sleep: 'Log last night', water: 'Had a glass', review: '' } satisfies Record<
    DirectMessage,
    string
  >,
  laterButton: 'Later',
  stopButton: 'Stop these',
  later: (at: Instant) => `I will ask again at ${stamp(at, 't')}.`,
  laterIsQuiet: 'In an hour your quiet hours have begun, so I leave it at that for today.',
  laterIsTooMany: (most: number) =>
    `You asked for at most ${most} of my messages a day, and this was the last for today. You can log it later in the server with \`/checkin\`.`,
  stopped: {
    line: 'I no longer send you your day. `/settings` in the server turns it on again.',
    workout: 'Workout reminders are off. `/settings` in the server turns them on again.',
    sleep: 'Wind-down reminders are off. `/settings` in the server turns them on again.',
    water: 'Water reminders are off. `/settings` in the server turns them on again.',
    review: 'I no longer send you your week. `/settings` in the server turns it on again.',
  } satisfies Record<DirectMessage, string>,
  alert: (channelId: string) => `**The daily post does not get through** in <#${channelId}>.`,
  alertWhy: '-# You asked in `/coach setup` to be told. I write once for each failure.',
  refused:
    'Discord did not let me write to you, so your reminders stopped. To have them again, allow direct messages in this server’s privacy settings, then save a reminder in `/settings`.',
};
