import type { Level } from '../../coach/content.ts';
import type { Day, LocalTime, Weekday, Zone } from '../../coach/day.ts';
import type { LoadedKit, Units } from '../../coach/load.ts';
import type { Notice } from '../../coach/member.ts';
import { count, date, list, stamp, weekdays } from './words.ts';

const kits = { dumbbells: 'Dumbbells', machine: 'Machine' } satisfies Record<LoadedKit, string>;

/** The panel around its pages. */
const pages = {
  title: (page: string) => `## Settings · ${page}`,
  pages: {
    training: 'Training',
    gear: 'What I have',
    day: 'My day',
    reminders: 'Reminders',
    privacy: 'Privacy',
    language: 'Language',
  },
  pageHints: {
    training: 'Days, level and kit',
    gear: 'Loads, bands, units and swapped moves',
    day: 'Time zone, when your day ends, when you train',
    reminders: 'What I write to you, and when',
    privacy: 'What others see of you, and what you see',
    language: 'What I speak',
  },
  pagesMenu: 'Another page…',
  saved: 'Saved.',
  same: 'That is how it stands already.',
  againButton: 'Try again',
};

/** What a member's sessions are planned with. */
const gear = {
  about: 'What your sessions are planned with.',
  nothing:
    'Your kit needs no setting up: nothing of it has a load. A move that you swap for good under `/today` will show here.',
  units: (units: Units) => `**Units**: ${units === 'metric' ? 'kilograms' : 'pounds'}`,
  unitButtons: { metric: 'kg', imperial: 'lb' } satisfies Record<Units, string>,
  ladder: (kit: LoadedKit, loads: string) => `**${kits[kit]}**: ${loads}`,
  ladderByDefault: (step: string) => `not said yet; I plan in steps of ${step}`,
  ladderSaid: (loads: string, unit: string) => `${loads} ${unit}`,
  loadsButton: 'The loads I have',
  loadsForm: 'The loads you have',
  loadsField: kits,
  loadsHint: (kit: LoadedKit, unit: string, step: string) =>
    `${kit === 'dumbbells' ? 'What one weighs' : 'What the stack offers'}, in ${unit}. Empty: steps of ${step}.`,
  loadsExample: '5 · 2, 4, 6, 8 · 2-20 by 2 · by 1',
  bands: (colours: readonly string[]) => `**Bands**: ${list(colours)}`,
  bandsByDefault: '**Bands**: not said yet; I plan as if you had every colour',
  bandsMenu: 'The bands I have…',
  swaps: '**Swapped for good**',
  swap: (to: string, planned: string) => `- ${to}, in place of ${planned}`,
  swapMenu: 'Back to what was planned…',
  swapNow: (to: string) => `now: ${to}`,
  savedBack: (planned: string) => `Saved: **${planned}** is planned again from today on.`,
  next: (lines: readonly string[]) => `Next time: ${lines.join('; ')}.`,
  nextSame: (lines: readonly string[]) => `The next time stays as it is: ${lines.join('; ')}.`,
  nextLine: (move: string, day: Day, what: string) => `**${move}** on ${date(day)}, ${what}`,
  nothingKnown: 'It shows from the first set on that you log with a load or a band.',
  noneAhead: 'Nothing that is planned ahead depends on it.',
  openStays: 'The session that you have begun stays as it was planned.',
};

const levelNames = { gentle: 'gentle', standard: 'standard', strong: 'strong' } satisfies Record<Level, string>;
const dayNames = (days: readonly Weekday[]) => list(days.map((day) => weekdays[day]));

/** From when on something holds: `today` and `tomorrow` are the member's own. */
const from = (day: Day, { today, tomorrow }: { readonly today: Day; readonly tomorrow: Day }) =>
  day <= today ? 'From today' : day === tomorrow ? 'From tomorrow' : `From ${date(day)}`;

type Soon = Parameters<typeof from>[1];

const training = {
  days: (days: readonly Weekday[]) => `**Days**: ${dayNames(days)}`,
  daysMenu: 'Three to five days…',
  level: '**Level**',
  levelMenu: 'How hard it should be…',
  kit: '**Kit**',
  kitMenu: 'Nothing: every move has a version without kit',
  holdsFrom: (day: Day) => `These days and this level hold from ${date(day)} on; today stays as it was planned.`,
  daysNow: (day: Day, soon: Soon, days: readonly Weekday[]) => `${from(day, soon)} on you train ${dayNames(days)}.`,
  levelNow: (day: Day, soon: Soon, level: Level) =>
    `${from(day, soon)} on you train at the ${levelNames[level]} level.`,
  nextSession: (day: Day, name: string, minutes: number) =>
    `Next session: **${date(day)}**, ${name}, about ${minutes} minutes.`,
  whilePaused: 'Your plan is paused; this holds when it goes on.',
  whenFinished: 'Your twelve weeks are done, so no session changes.',
  noneAheadNow: 'No session of your plan is left, so nothing else changes.',
  fifthLater: (week: number) =>
    `At the gentle level a fifth day joins in week ${week}; until then one of the five is a rest day, so that your back can keep up. \`/programme\` shows which.`,
  movesSame: 'The moves of your next sessions stay the same.',
  circuitOther: 'The circuit changes with it.',
};

const cityOf = (zone: Zone) => zone.split('/').at(-1)?.replaceAll('_', ' ') ?? zone;
const moment = ({ day, time }: Moment) => `${date(day)}, ${time}`;

/** What the clocks of a member's own zone show. */
interface Moment {
  readonly day: Day;
  readonly time: LocalTime;
}

const myDay = {
  zone: (zone: Zone, now: Moment) => `**Time zone**: ${zone.replaceAll('_', ' ')}, where it is ${moment(now)}`,
  dayEnds: (time: LocalTime) =>
    time === '00:00'
      ? '**Your day ends** at midnight.'
      : `**Your day ends** at ${time}. What you do until then counts for the day before.`,
  trainsAt: (time: LocalTime | undefined) => `**Workout time**: ${time ?? 'not said yet'}`,
  held: (today: Day, until: Moment) =>
    `Today stays **${date(today)}** until ${moment(until)}, so that nothing is cut short.`,
  zoneButton: 'Change time zone',
  zoneForm: 'Where you are',
  zoneField: 'Your nearest big city',
  zoneExample: 'Lisbon, New York, Tokyo …',
  zoneNow: (zone: Zone, now: Moment) => `You are on ${cityOf(zone)} time now: it is ${moment(now)}.`,
  zoneWhich: (typed: string) => `There is more than one place like “${typed}”. Which one is it?`,
  zoneMenu: 'The place I mean…',
  dayEndMenu: 'When your day ends…',
  dayEnd: (time: LocalTime) => (time === '00:00' ? 'My day ends at midnight' : `My day ends at ${time}`),
  dayEndNow: (time: LocalTime) =>
    time === '00:00' ? 'Your day now ends at midnight.' : `Your day now ends at ${time}.`,
  trainsButton: 'Workout time',
  trainsForm: 'When you train',
  trainsField: 'Workout time',
  trainsNow: (time: LocalTime) => `You train at ${time}.`,
  timeExample: 'such as 07:30 or 18:00',
};

type Remindable = 'workout' | 'sleep' | 'water' | 'review';

const names = {
  workout: 'workout reminder',
  sleep: 'wind-down',
  water: 'water reminder',
  review: 'week in review',
} satisfies Record<Remindable, string>;

const reminders = {
  post: '**When the daily post comes**',
  noticeMenu: 'How to be told…',
  notices: {
    nothing: 'Tell me nothing; I look myself',
    mention: 'Mention me in the post',
    dm: 'Send me a direct message',
  } satisfies Record<Notice, string>,
  noticeNow: {
    nothing: 'The daily post comes without your name.',
    mention: 'You are mentioned from the next daily post on',
    dm: 'I write to you with the next daily post',
  } satisfies Record<Notice, string>,
  nextPost: (now: string, at: number) => `${now}: ${stamp(at, 'f')}.`,
  noPost: (now: string) => `${now}. This server has none yet; an admin can turn it on with \`/coach setup\`.`,
  mine: '**Reminders, by direct message**',
  off: { workout: 'Workout: off', sleep: 'Sleep: off', water: 'Water: off', review: 'Week in review: off' },
  workout: (at: LocalTime) => `Workout: ${at}, on days with a session`,
  sleep: (at: LocalTime, hours: number, wakes: LocalTime) =>
    `Sleep: wind down at ${at}, for ${hours} hours of sleep until ${wakes}`,
  water: (times: readonly LocalTime[]) => `Water: ${list(times)}`,
  review: (at: LocalTime) => `Week in review: ${at}, on the morning after it`,
  names: { workout: 'Workout', sleep: 'Sleep', water: 'Water', review: 'Week in review' },
  allQuiet: (name: string) => `${name}: nothing, for it would fall in your quiet hours`,
  quiet: (from: LocalTime, to: LocalTime) => (from === to ? 'No quiet hours' : `Quiet from ${from} to ${to}`),
  most: (most: number) => (most === 0 ? 'none at all in a day' : `at most ${most} a day`),
  small: (quiet: string, most: string) => `-# ${quiet}; ${most}. Nothing comes for what you have logged already.`,
  refused:
    'Discord would not let me write to you. Allow direct messages from this server’s members (in the server’s own menu, under privacy), then choose again what you want to be told.',
  on: { workout: 'Workout: turn on', sleep: 'Sleep: turn on', review: 'Week in review: turn on' },
  turnOff: { workout: 'Workout: turn off', sleep: 'Sleep: turn off', review: 'Week in review: turn off' },
  waterMenu: 'Water…',
  waterTimes: (times: number) =>
    times === 0
      ? 'No water reminders'
      : `Water: ${times === 1 ? 'once' : times === 2 ? 'twice' : `${times} times`} a day`,
  mostMenu: 'How many a day…',
  mostADay: (most: number) => `At most ${count(most, 'direct message')} a day`,
  mostNow: (most: number) =>
    `You get at most ${count(most, 'direct message')} a day from now on, all of mine together.`,
  sleepButton: 'Sleep times',
  sleepForm: 'Your sleep',
  wakesField: 'When you get up',
  hoursField: 'Hours of sleep',
  hoursHint: 'Most adults do well on 7 to 9; from 65 on, 7 to 8.',
  hours: (hours: number) => `${hours} hours`,
  waterButton: 'Water hours',
  waterForm: 'Between which hours',
  fromField: 'From',
  toField: 'To',
  quietButton: 'Quiet hours',
  quietForm: 'No message from me',
  quietHint: 'The same time twice: no quiet hours.',
  next: (kind: Remindable, at: Moment) => `Next ${names[kind]}: ${moment(at)} your time.`,
  nextReview: (at: LocalTime) => `It comes at ${at} on the morning after each week of your plan.`,
  nextNone: (kind: Remindable) => `Saved. No ${names[kind]} is due while your plan stands still, or once it is over.`,
  isOff: {
    workout: 'Workout reminders are off.',
    sleep: 'Wind-downs are off.',
    water: 'Water reminders are off.',
    review: 'The week in review is off.',
  },
  isQuiet: (kind: Remindable) => `Your quiet hours leave no time for a ${names[kind]}, so none comes.`,
  movedEarlier: 'It would fall in your quiet hours, so it comes just before them.',
  leftOut: (times: number) => `${times} would fall in your quiet hours and ${times === 1 ? 'is' : 'are'} left out.`,
  quietNow: (from: LocalTime, to: LocalTime) =>
    from === to ? 'You have no quiet hours now.' : `Nothing comes from ${from} to ${to}.`,
};

const privacy = {
  share: { yes: '**Milestones**: told in the channel', no: '**Milestones**: told to you alone' },
  board: { yes: '**Leaderboard**: you are on it', no: '**Leaderboard**: you are not on it' },
  body: { yes: '**Tips about how bodies look**: hidden', no: '**Tips about how bodies look**: shown' },
  everybody: '-# The daily post is for everybody and stays as it is.',
  shareButton: { yes: 'Tell the channel my milestones', no: 'Keep my milestones private' },
  boardButton: { yes: 'Join the leaderboard', no: 'Leave the leaderboard' },
  bodyButton: { yes: 'Hide body content', no: 'Show body content' },
  shareNow: {
    yes: 'Your next milestone is told in the channel.',
    no: 'From now on milestones are told to you alone.',
  },
  boardNow: {
    yes: '`/leaderboard` now shows which share of your own plan you keep this week, and nothing else of you.',
    no: '`/leaderboard` shows nothing of you any more.',
  },
  bodyNow: {
    yes: '`/tip` and your rest days leave such tips out from now on.',
    no: '`/tip` and your rest days show all tips from now on.',
  },
};

const language = {
  onlyEnglish:
    'I speak English for now, whatever language your Discord is in. Once I learn another, you can choose it here.',
};

/** What a member chose, a page each. */
export const settings = { ...pages, ...gear, training, myDay, reminders, privacy, language };
