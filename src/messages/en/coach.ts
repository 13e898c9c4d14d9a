import type { Tone } from '../../coach/admin.ts';
import type { Day, Instant, LocalTime } from '../../coach/day.ts';
import type { WeekGoal } from '../../coach/goal.ts';
import { QUIET_HOURS } from '../../coach/nudges.ts';
import { count, date, list, stamp } from './words.ts';

const bold = (names: readonly string[]) => list(names.map((name) => `**${name}**`));
const span = (from: Day, to: Day) => (from === to ? date(from) : `${date(from)} to ${date(to)}`);

/** Where Discord keeps them, in its own words. */
export const grant = (permissions: readonly string[], channelId: string) =>
  `I cannot post in <#${channelId}> yet: I lack ${bold(permissions)} there. Open that channel’s **Edit Channel**, then **Permissions**, add me under **Roles/Members**, and tick ${permissions.length === 1 ? 'it' : 'them'} for me.`;

const tones: Readonly<Record<Tone, string>> = {
  warm: 'warm, with a tip and an idea for rest days',
  brief: 'brief, the session alone',
};

export const coach = {
  saved: (channelId: string, time: LocalTime, zone: string) =>
    `**All set.** I post every day at **${time}** (${zone}) in <#${channelId}>.`,
  sleep: (at: LocalTime | undefined) => (at === undefined ? 'Wind-down reminder: off.' : `Wind-down reminder: ${at}.`),
  water: (times: readonly LocalTime[]) =>
    times.length === 0 ? 'Water reminders: off.' : `Water reminders: ${list(times)}.`,
  tone: (tone: Tone) => `Posts: ${tones[tone]}.`,
  goalOn: 'Shared weekly goal: on.',
  nobody: 'Nobody is enrolled yet, so I stay quiet. Members join with `/enroll`.',
  enrolled: (members: number) => `Enrolled: ${count(members, 'member')}.`,
  week: (active: number, paused: number) =>
    `${active} trained this week${paused === 0 ? '' : `; ${paused} on a pause`}.`,
  firstPost: (at: Instant) => `Next post: ${stamp(at, 'f')} (${stamp(at, 'R')}).`,
  notSetUp: 'I am not set up here yet. **Set up** takes a minute: a channel, a time zone and a time.',
  title: '## How the coach is doing',
  where: (channelId: string, time: LocalTime, zone: string) => `Posts in <#${channelId}> at ${time} (${zone}).`,
  grant: (permissions: readonly string[], channelId: string) => `⚠️ ${grant(permissions, channelId)}`,
  gone: '⚠️ The channel for the posts is gone, or I cannot see it. **Set up** lets you choose another.',
  parked: (code: number, since: Instant) =>
    `⚠️ Posting has failed since ${stamp(since, 'f')}: ${mending(String(code))} I try again with each daily post. Once it is mended, \`/coach setup\` and **Save** try at once.`,
  allWell: 'Nothing needs mending.',
  goal: ({ kept, planned }: WeekGoal) => `Together this week: ${kept} of ${count(planned, 'session')} done.`,
  goalWaits: (people: number) => `Shared weekly goal: on. It shows once ${people} people have sessions in a week.`,
  latest: '**Latest**',
  nothingYet: 'Nothing posted yet.',
  line: (what: string, at: Instant, result: string) => `- ${what}, ${stamp(at, 'f')}: ${result}`,
  because: (result: string, error: string) => `${result}: ${mending(error)}`,
  upNext: '**Next**',
  nextLine: (what: string, at: Instant) => `- ${what} ${stamp(at, 'R')}`,
  kinds: { daily: 'Daily post', sleep: 'Wind-down', water: 'Water', milestone: 'Milestone' },
  results: {
    pending: 'on its way',
    sending: 'being sent',
    sent: 'posted',
    missed: 'missed: I was down for too long to post it late',
    skipped: 'not needed',
    failed: 'failed',
  },
  database: {
    fine: 'Database: working, tried just now.',
    failing:
      '⚠️ Database: cannot be written just now. Check-ins are refused rather than lost; the host finds the cause in the log.',
  },
  backup: (at: Instant, megabytes: string) => `Backup: ${stamp(at, 'R')}, ${megabytes} MB.`,
  noBackup: 'Backup: none yet. Whoever hosts me makes one with `npm run backup`.',
  backupFailed: (at: Instant) => `⚠️ The last backup failed ${stamp(at, 'R')}; whoever hosts me finds why in the log.`,
  version: (version: string) => `-# Backbone ${version}`,
  refreshButton: 'Refresh',
  statusButton: 'Status',
  setUpButton: 'Set up',
  previewButton: 'Preview',
};

/** Told once, at the top of an admin’s next command, where nobody asked to be told by direct message. */
export const coachAlert = {
  top: (code: number, since: Instant) =>
    `⚠️ **The daily post does not get through** since ${stamp(since, 'f')}: ${mending(String(code))} \`/coach status\` shows whether it is mended.`,
};

export const coachPanel = {
  title: '## Set up the coach',
  intro: 'Choose what you like, then press **Save**. Until then nothing is kept and nothing is posted.',
  where: '**Where and when**',
  noZone: (channelId: string, time: LocalTime) =>
    `One post a day in <#${channelId}>, at **${time}**. In which time zone? Press **Zone and time**.`,
  time: (channelId: string, time: LocalTime, zone: string, there: LocalTime) =>
    `One post a day in <#${channelId}>, at **${time}** in ${zone}, where it is ${there} now.`,
  moved: 'The channel that I posted in is gone, so this one stands in.',
  gone: '⚠️ That channel is gone: pick another.',
  channelMenu: 'Post in…',
  timeButton: 'Zone and time',
  timeForm: 'Zone and time',
  zoneField: 'Time zone of the server',
  zoneHint: 'The nearest big city, such as Lisbon',
  timeField: 'Time of the daily post',
  timeHint: 'Such as 07:30',
  whichZone: (typed: string) => `“${typed}” could be more than one. Which is it?`,
  zoneMenu: 'Time zone…',
  zoneChoice: (zone: string, there: LocalTime) => `${zone.replaceAll('_', ' ')} (${there} now)`,
  nudges: '**Reminders in the channel**',
  nudgesHint: `-# An evening word before sleep, and a sip of water by day. They ping nobody, come only while somebody has not logged yet, and never from ${QUIET_HOURS.from} to ${QUIET_HOURS.to}.`,
  sleepMenu: 'Wind-down reminder…',
  sleepChoice: (at: LocalTime | undefined) => (at === undefined ? 'No wind-down reminder' : `Wind-down at ${at}`),
  waterMenu: 'Water reminders…',
  waterChoice: (times: readonly LocalTime[]) => (times.length === 0 ? 'No water reminders' : `Water at ${list(times)}`),
  style: '**What the posts say**',
  tones: { warm: 'Warm', brief: 'Brief' } satisfies Record<Tone, string>,
  goal: (isOn: boolean, people: number) =>
    isOn
      ? `Shared weekly goal: on. The post says how many of the week’s sessions are done by everybody together; nobody’s share is shown, so it waits for ${people} people.`
      : 'Shared weekly goal: off. It would tell in the post how many of the week’s sessions everybody together has done.',
  goalButton: (turnsOn: boolean) => (turnsOn ? 'Show a weekly goal' : 'No weekly goal'),
  alerts: '**When posting fails**',
  alertNobody: 'The next admin who uses `/coach` is told.',
  alertUser: (userId: string) => `When posting fails, <@${userId}> gets a direct message.`,
  alertButton: (turnsOn: boolean) => (turnsOn ? 'Tell me by DM when posting fails' : 'No DM when posting fails'),
  saveButton: 'Save',
  cancelButton: 'Cancel',
  unsaved: (names: readonly string[]) => `-# Not saved yet: ${list(names)}.`,
  names: {
    channel: 'channel',
    zone: 'time zone',
    time: 'time',
    sleep: 'wind-down',
    water: 'water',
    tone: 'tone',
    goal: 'weekly goal',
    alerts: 'alerts',
  },
  cancelled: 'Nothing was changed. `/coach setup` opens this again.',
};

export const coachPreview = {
  title: (day: Day, week: number, post: boolean) =>
    `**Preview of ${date(day)}, in week ${week}:** ${post ? 'the daily post' : 'a member’s own card'}. Only you see this; nothing is sent.`,
  hint: '-# As if somebody began this Monday, trains on Mon, Wed and Fri, and has all the kit. Its buttons work in the real one.',
  earlierButton: 'Day before',
  laterButton: 'Day after',
  post: 'Post',
  levels: { gentle: 'Gentle', standard: 'Standard', strong: 'Strong' },
};

export const coachFreeze = {
  title: '## Days that count for nobody',
  none: 'There are none. `/coach freeze from:` adds some: a holiday, a server event, a day when the gym is closed.',
  line: (from: Day, to: Day) => `- ${span(from, to)}`,
  added: (from: Day, to: Day) => `**${span(from, to)} ${from === to ? 'counts' : 'count'} for nobody.**`,
  removed: (from: Day, to: Day) => `**${span(from, to)} ${from === to ? 'counts' : 'count'} again.**`,
  kept: (from: Day, to: Day) => `${span(from, to)} stays as it was: that is too long ago to change anybody’s streak.`,
  meaning:
    'A session planned on such a day can be left out: no streak ends, no freeze is used, nothing has to be made up. Training is still fine, and is kept as a bonus. The plan itself goes on, and the daily post says it in a line.',
  takeBack: '-# `/coach freeze remove:` takes days back.',
  choice: span,
};

/** Why a post failed, and what to do. Discord's reference of JSON error codes; the others are the coach's own. */
function mending(error: string): string {
  const code = error.replace('parked: ', '');
  if (code === '10003' || code === '10004') return 'the channel is gone. Choose another with `/coach setup`.';
  if (code === '50001') return 'I cannot see the channel. Give me **View Channel** there.';
  if (code === '50013') return 'I may not write in the channel. Give me **Send Messages** there.';
  if (code === 'unreadable') {
    return 'it may have arrived before I was interrupted, and I could not look. Give me **Read Message History** there.';
  }
  if (code === 'not made') return 'I could not put it together; whoever hosts me finds why in the log.';
  return `Discord refused it (${code}).`;
}
