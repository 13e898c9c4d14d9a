import type { Kit, Level, Range } from '../coach/content.ts';
import { type Day, formatDay, type Instant, type LocalTime, type Weekday } from '../coach/day.ts';
import type { LedgerLine } from '../coach/ledger.ts';
import type { Effort } from '../coach/member.ts';
import type { MilestoneId } from '../coach/milestones.ts';
import { QUIET_HOURS } from '../coach/nudges.ts';

const date = (day: Day) => formatDay(day, 'en-GB');
const count = (n: number, one: string, many = `${one}s`) => `${n} ${n === 1 ? one : many}`;
const span = ([low, high]: Range) => (low === high ? `${low}` : `${low}–${high}`);
const list = (items: readonly string[]) => new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(items);
/** Shown by Discord in each reader's own zone and language. */
const stamp = (instant: Instant, style: 'R' | 'f' | 't') => `<t:${Math.floor(instant / 1000)}:${style}>`;

const weekdays: Readonly<Record<Weekday, string>> = {
  1: 'Mon',
  2: 'Tue',
  3: 'Wed',
  4: 'Thu',
  5: 'Fri',
  6: 'Sat',
  7: 'Sun',
};

const kits: Readonly<Record<Kit, string>> = {
  mat: 'Mat or carpet',
  dumbbells: 'Dumbbells',
  band: 'Resistance band',
  rope: 'Jump rope',
  machine: 'Pulldown machine',
};

const levels: Readonly<Record<Level, string>> = {
  gentle: 'Gentle: new to this, or coming back carefully',
  standard: 'Standard: some training behind me',
  strong: 'Strong: I train most weeks',
};

const efforts: Readonly<Record<Effort, string>> = {
  '0': '0: nothing left',
  '1-2': '1–2 more',
  '3-4': '3–4 more',
  '5+': '5 or more',
};

/** Each says what happened and what to do. */
const errors = {
  notEnrolled: () => 'You are not in the programme here yet. `/enroll` takes about a minute.',
  alreadyEnrolled: ({ startsOn }: { startsOn: Day }) =>
    `You are already in, since ${date(startsOn)}. \`/today\` shows your day. To begin again from week 1, \`/leave\` first.`,
  unknownZone: ({ typed }: { typed: string }) =>
    `I do not know the time zone “${typed}”. Start typing the nearest big city, such as \`Lisbon\`, and pick from the list.`,
  unknownDays: ({ typed }: { typed: string }) =>
    `I could not read training days from “${typed}”. Name three to five different weekdays, such as \`Mon Wed Fri\`.`,
  unknownKit: ({ typed }: { typed: string }) =>
    `I could not read “${typed}” as kit. Name any of mat, dumbbells, band, rope, machine, or \`none\`.`,
  unknownTime: ({ typed }: { typed: string }) =>
    `“${typed}” is not a time of day. Write it like \`07:30\`, or \`off\` where that is offered.`,
  quietHours: ({ typed }: { typed: string }) =>
    `Reminders keep quiet from ${QUIET_HOURS.from} to ${QUIET_HOURS.to}, so ${typed} would never come. Choose an earlier evening time, or \`off\`.`,
  notReady: () =>
    'The plan starts once you have confirmed the readiness questions. Use `/enroll` again when you have read them.',
  unknownDay: ({ typed }: { typed: string }) =>
    `I could not read “${typed}” as a day. Pick one from the list, or write \`today\`, \`yesterday\` or a date like \`2026-01-05\`.`,
  dayInFuture: ({ day, today }: { day: Day; today: Day }) =>
    `${date(day)} has not come yet; where you are it is ${date(today)}. Check in once it is done.`,
  dayTooOld: ({ day, oldest }: { day: Day; oldest: Day }) =>
    `${date(day)} is too far back to log. Check-ins reach back to ${date(oldest)}.`,
  dayBeforeStart: ({ day, startsOn }: { day: Day; startsOn: Day }) =>
    `Your plan starts on ${date(startsOn)}, so there is nothing to log for ${date(day)}.`,
  alreadyRecorded: () => 'That one is already in; nothing was counted twice.',
  undoTooLate: () => 'Undo works for 24 hours after a check-in. This one is older, so it stays.',
  undoneAlready: () => 'That check-in was already taken back.',
  notYours: () => 'That button belongs to somebody else’s check-in.',
  staleButton: () => 'This button is from an older message and no longer works. Type `/today` for a fresh one.',
  unknownCommand: () =>
    'I do not know this command any more. Type `/` to see the ones that I do; a fresh list can take a minute to arrive.',
  badInput: ({ field }: { field: string }) =>
    `Something about “${field}” does not fit. Have another look and send it again.`,
  zoneNeeded: () => 'Tell me the server’s time zone once, with the `zone` option, and I will post by it.',
  missingPermissions: ({ channelId, permissions }: { channelId: string; permissions: readonly string[] }) =>
    `I cannot post in <#${channelId}> yet. Give me ${list(permissions.map((name) => `**${name}**`))} in that channel’s settings, then run this again. Nothing was changed.`,
  serversOnly: () => 'I coach in servers. Use this in the server where you train.',
  tooSlow: () => 'That took longer than Discord waits. Please try once more.',
  broke: ({ ref }: { ref: string }) =>
    `Something broke on my side (ref ${ref}). Nothing you had logged is lost. Please try again in a minute.`,
};

const milestones = {
  'first-check-in': 'First check-in. That is how every one of these begins.',
  'streak-3': 'Three planned sessions in a row.',
  'streak-7': 'Seven in a row. This is becoming a habit.',
  'streak-14': 'Fourteen in a row.',
  'streak-21': 'Twenty-one in a row. Steady work.',
  'streak-30': 'Thirty in a row.',
  'streak-40': 'Forty in a row. Few people get here.',
  'streak-50': 'Fifty in a row.',
  'streak-60': 'Sixty in a row: a whole plan without a gap.',
  'week-2': 'Two weeks in. About now moves start to feel easier: your nerves learn before your muscles grow.',
  'week-4': 'Four weeks in. From here strength goes up in a way that you can measure; look at your reps and loads.',
  'week-6': 'Six weeks in. Muscle may begin to change from here, slowly and differently in everybody.',
  'week-8': 'Eight weeks in. Compare a set today with one from week 1: that difference is yours.',
  'week-12': 'Week 12 is done. Put your first numbers beside your last ones.',
  'sessions-10': 'Ten planned sessions kept.',
  'sessions-25': 'Twenty-five planned sessions kept.',
  'sessions-50': 'Fifty planned sessions kept.',
  comeback: 'Back after a gap. Coming back is the hardest session, and the one that matters most.',
  completed: 'The plan is complete: twelve weeks, start to end.',
} satisfies Record<MilestoneId, string>;

const ledger = {
  kept: (streak: number) => `kept, streak ${streak}`,
  repaired: (streak: number) => `made good with a short session, streak ${streak}`,
  frozen: (streak: number, freezes: number) =>
    `missed; a freeze kept your streak at ${streak} (${count(freezes, 'freeze')} left)`,
  missed: () => 'missed; a new streak starts with the next session',
  extra: () => 'extra session, a bonus that does not count twice',
  excused: () => 'did not count for anybody in this server',
  'freeze-earned': (_streak: number, freezes: number) => `four kept weeks earned a freeze (${freezes} held)`,
  open: () => 'planned, still open today',
} satisfies Record<LedgerLine['event'], (streak: number, freezes: number) => string>;

export const en = {
  date,
  count,
  span,
  stamp,
  weekdays,
  kits,
  levels,
  efforts,
  errors,
  milestones,
  ledger,

  commands: {
    enroll: {
      description: 'Start the twelve-week programme for a stronger back',
      zone: 'Your time zone: type your nearest big city',
      level: 'How you want to begin; you can change it later',
      days: 'Your 3 to 5 training days, such as “Mon Wed Fri” (asked if left out)',
      kit: 'What you have: mat, dumbbells, band, rope, machine, or none (asked if left out)',
      start: 'When week 1 begins (asked if left out)',
      mention: 'Mention me in the daily post (off unless you say so)',
      share: 'Tell the channel about my milestones (off unless you say so)',
      ready: 'I am 18 or over and have read the readiness questions (asked if left out)',
      starts: { today: 'Today', monday: 'Next Monday' },
    },
    today: { description: 'Your session or rest day, just for you' },
    checkin: {
      description: 'Log a workout, your sleep or your water',
      workout: 'Log a workout: today’s, or up to three days back',
      sleep: 'Log last night’s sleep',
      water: 'Log water; it adds up over the day',
      effort: 'How many more repetitions could you have done?',
      hours: 'Hours of sleep; halves are fine',
      glasses: 'Glasses of about 250 ml',
      day: 'The day it was (today if left out)',
    },
    streak: { description: 'Your streak, freezes and consistency, and what made them' },
    leave: { description: 'End the programme for you; your history stays' },
    coach: {
      description: 'Set up the coach for this server',
      setup: 'Choose the channel, time and nudges, and check that posting works',
      status: 'What was posted, what comes next, and what needs mending',
      channel: 'Where the daily post goes (this channel if left out)',
      zone: 'The server’s time zone: type the nearest big city',
      time: 'When the daily post goes out, such as 07:30',
      sleep: 'An evening reminder to wind down: a time such as 21:30, or off',
      water: 'Water reminders a day, between 10:00 and 18:00; 0 turns them off',
    },
    help: { description: 'How the coach works, and what you can do' },
  },

  enroll: {
    formTitle: 'Join the programme',
    readiness: [
      '**Before you start.** This plan is for adults. Please talk to a doctor first, and choose the gentle level, if any of these is true for you:',
      '- heart disease or high blood pressure',
      '- chest pain, at rest or when active',
      '- dizziness or fainting in the past 12 months',
      '- another long-term condition, or medication for one',
      '- a bone, joint or soft-tissue problem that moving could make worse',
      '- a doctor told you to train only under supervision',
      '- pregnancy, or an illness in the past weeks',
      'Your answers are yours: I keep only that you read this, and when.',
    ].join('\n'),
    daysLabel: 'Training days',
    daysHint: 'Three to five. At least one full rest day a week stays free.',
    kitLabel: 'What you have',
    kitHint: 'Nothing is fine: every move has a version without kit.',
    startLabel: 'When to begin',
    agreeLabel: 'Your word, and your wishes',
    agree: {
      ready: 'I am 18 or over and have read the questions',
      share: 'Tell the channel about my milestones',
      mention: 'Mention me in the daily post',
    },
    welcome: 'You are in.',
    plan: (days: readonly Weekday[], startsOn: Day) =>
      `Week 1 begins on **${date(startsOn)}**. You train on ${list(days.map((day) => weekdays[day]))}.`,
    fiveLater: (week: number) => `The fifth day joins in week ${week}; until then it is a rest day.`,
    noChannel: 'This server has no daily post yet. An admin can turn it on with `/coach setup`; `/today` works now.',
    next: 'Your plan is under **My workout**. Stop if anything hurts.',
  },

  today: {
    session: (week: number, block: string, name: string) => `## Week ${week} · ${block}\n**${name}**`,
    rest: (week: number, block: string) => `## Rest day\nWeek ${week} · ${block}`,
    restWords: 'Rest is training: this is when your back gets stronger.',
    idea: 'If you would like to move',
    doseHint: (reserve: Range, orMore: boolean, minutes: number) =>
      `About ${minutes} minutes. Stop each set with ${orMore ? `${reserve[0]} or more` : span(reserve)} repetitions left in you.`,
    retest: 'Retest week: note your best clean sets, and put them beside week 1.',
    light: 'A light day, after yesterday’s circuit.',
    warmUp: 'Warm-up',
    main: 'Session',
    circuit: (rounds: number, rest: number) => `Circuit: ${count(rounds, 'round')}, ${rest} s rest between rounds`,
    coolDown: 'Cool-down',
    instead: (move: string) => `in place of ${move}`,
    tip: (title: string, text: string) => `**${title}.** ${text}`,
    before: (startsOn: Day) => `Your plan begins on **${date(startsOn)}**. Until then: a walk is a fine start.`,
    paused: 'Your plan is paused. Nothing counts against you.',
    finished: 'You have finished all twelve weeks. `/enroll` starts another round when you want one; `/leave` first.',
    left: 'Your plan has ended. `/enroll` brings you back whenever you like.',
    done: 'Today’s session is in. Well done.',
    stopSigns: '-# Stop for chest, jaw or arm pressure, faintness, severe breathlessness, or new weakness or numbness.',
    workoutButton: 'My workout',
    doneButton: 'Done',
  },

  dose: {
    reps: (sets: number, reps: Range) => (sets === 1 ? `${span(reps)} times` : `${sets} × ${span(reps)}`),
    time: (sets: number, seconds: Range) => (sets === 1 ? `${duration(seconds)}` : `${sets} × ${duration(seconds)}`),
    hold: (seconds: Range) => `hold ${span(seconds)} s`,
    perSide: 'each side',
    perDirection: 'each direction',
    variation: { easier: 'easier', harder: 'harder' },
  },

  daily: {
    title: (day: Day) => `# ${date(day)}`,
    session: (weeks: readonly number[], block: string, name: string) => `### ${weekNames(weeks)} · ${block}: ${name}`,
    rest: (weeks: readonly number[]) => `### ${weekNames(weeks)}: rest day`,
    restIdea: (name: string, dose: string) => `Rest is training. If you would like to move: ${name}, ${dose}.`,
    warmUp: (moves: readonly string[]) => `**Warm-up:** ${list(moves)}.`,
    yours: '-# **My workout** shows your own version: your level, your kit, your week.',
    callFor: (mentions: readonly string[]) => mentions.join(' '),
    more: (sections: number) => `-# ${count(sections, 'more section')}: press **My workout** for yours.`,
  },

  nudges: {
    sleep:
      '**Time to wind down.** Most adults do well on 7 to 9 hours. Dim the lights, put the phone away, and leave coffee for tomorrow.',
    water: [
      'Sip if you’re thirsty.',
      'A glass of water within reach?',
      'Pause, stretch, and drink if you’re thirsty.',
      'Water check: a sip if you want one.',
    ],
    sleepButton: 'Log last night',
    waterButton: 'Had a glass',
    sleepForm: 'Last night’s sleep',
    sleepField: 'Hours slept',
    sleepHint: 'Halves are fine, such as 7.5',
  },

  checkIn: {
    workout: (day: Day, isToday: boolean) => (isToday ? '**Session logged.**' : `**Session logged for ${date(day)}.**`),
    extra: '**An extra session, logged.** A bonus: it does not count twice, and your streak is as it was.',
    again: 'That day’s session is already in, so this one is kept as a bonus. It does not count twice.',
    already: 'That day’s session is already in. Nothing to do.',
    sleep: (hours: number, day: Day) => `**${hours} h of sleep logged** for ${date(day)}.`,
    sleepWords: (hours: number) =>
      hours < 7
        ? 'A short night happens. An earlier evening helps more than a lie-in.'
        : 'That is within what most adults need.',
    sleepLong: 'A long one. Your body took what it needed.',
    water: (glasses: number, total: number, day: Day) =>
      `**${count(glasses, 'glass', 'glasses')} logged.** ${count(total, 'glass', 'glasses')} on ${date(day)}.`,
    waterWords: 'Drink to thirst; there is no prize for more.',
    streak: (streak: number, before: number) =>
      streak > before ? `Streak: **${streak}** (was ${before}).` : `Streak: **${streak}**.`,
    comeback: 'Good to have you back. Starting again is the part that counts.',
    next: (day: Day) => `Next session: ${date(day)}.`,
    lastOne: 'That was the last planned session.',
    undoButton: 'Undo',
    undone: (streak: number) => `Taken back. Streak: **${streak}**.`,
    undoneOther: 'Taken back.',
    milestone: (words: string) => `🏅 ${words}`,
  },

  milestonePost: (userId: string, words: string) => `🏅 <@${userId}>: ${words}`,
  streakButton: 'My streak',

  streakCard: {
    title: (streak: number) => `## Streak: ${count(streak, 'session')}`,
    facts: (longest: number, freezes: number, kept: number, due: number) =>
      `Longest ${longest} · ${count(freezes, 'freeze')} · ${kept} of ${due} planned sessions kept`,
    consistency: (percent: number) => `Consistency: **${percent}%**. One miss barely moves it.`,
    openToday: 'Today’s session is still open.',
    none: 'No session has been due yet. The first one starts your streak.',
    why: '**How it came about**',
    line: (day: Day, words: string) => `- ${date(day)}: ${words}`,
    rules: '-# Only planned sessions count; rest days never break a streak. Freezes are used by themselves.',
  },

  leave: {
    ask: '**End the programme for you?** The daily plan and your streak stop here. Your history stays until you delete it.',
    confirmButton: 'End my plan',
    stayButton: 'Stay',
    done: 'Your plan has ended. What you did stays done. `/enroll` brings you back whenever you like.',
    stayed: 'Good. Nothing changed; `/today` shows your day.',
  },

  coach: {
    saved: (channelId: string, time: LocalTime, zone: string) =>
      `**All set.** I post every day at **${time}** (${zone}) in <#${channelId}>.`,
    sleep: (at: LocalTime | undefined) =>
      at === undefined ? 'Wind-down reminder: off.' : `Wind-down reminder: ${at}.`,
    water: (times: readonly LocalTime[]) =>
      times.length === 0 ? 'Water reminders: off.' : `Water reminders: ${list(times)}.`,
    nobody: 'Nobody is enrolled yet, so I stay quiet. Members join with `/enroll`.',
    enrolled: (members: number) => `Enrolled: ${count(members, 'member')}.`,
    firstPost: (at: Instant) => `Next post: ${stamp(at, 'f')} (${stamp(at, 'R')}).`,
    notSetUp: 'I am not set up here yet. Run `/coach setup` with the server’s time zone; it takes one line.',
    title: '## How the coach is doing',
    where: (channelId: string, time: LocalTime, zone: string) => `Posts in <#${channelId}> at ${time} (${zone}).`,
    missing: (permissions: readonly string[]) =>
      `⚠️ I lack ${list(permissions.map((name) => `**${name}**`))} there. Grant it in the channel’s settings.`,
    parked: (code: number, since: Instant) =>
      `⚠️ Posting failed ${stamp(since, 'R')}: ${parkedWhy(code)} I try again with each daily post; \`/coach setup\` tries at once.`,
    allWell: 'Nothing needs mending.',
    latest: '**Latest**',
    nothingYet: 'Nothing posted yet.',
    line: (what: string, at: Instant, result: string) => `- ${what}, ${stamp(at, 'f')}: ${result}`,
    upNext: '**Next**',
    nextLine: (what: string, at: Instant) => `- ${what} ${stamp(at, 'R')}`,
    kinds: { daily: 'Daily post', sleep: 'Wind-down', water: 'Water', milestone: 'Milestone' },
    results: {
      pending: 'on its way',
      sending: 'being sent',
      sent: 'posted',
      missed: 'missed: I was down for too long to post it late',
      skipped: 'nobody to say it to',
      failed: 'failed',
    },
    version: (version: string) => `-# Backbone ${version}`,
  },

  help: [
    '## How the coach works',
    'Twelve weeks, three to five sessions a week, for a stronger back. One post a day in the channel; your own version is under **My workout**, only for you.',
    '',
    '- `/enroll`: join, with your level, days, kit and time zone',
    '- `/today`: your session or rest day',
    '- `/checkin`: log a workout, sleep or water, up to three days back',
    '- `/streak`: your streak, and why it is what it is',
    '- `/leave`: end the plan; your history stays',
    '- `/coach setup` and `/coach status`: for people who manage the server',
    '',
    '**Streaks** count planned sessions. Rest days never break one, and two freezes cover a bad week. Your day ends at 3 in the night.',
    '**Effort**: stop each set with a few repetitions left in you. A move that hurts is a move to skip today.',
    '**Stop and get help** for chest, jaw or arm pressure, fainting, severe breathlessness, a cold sweat or an irregular heartbeat. Numbness around the saddle, a new change of bladder or bowel, or leg weakness with back pain is an emergency.',
    '**Privacy**: I ask for no health answers and keep none. I never write to you unasked.',
  ].join('\n'),
};

function duration([low, high]: Range): string {
  const [unit, size] = low % 60 === 0 && high % 60 === 0 ? ['min', 60] : ['s', 1];
  return `${span([low / size, high / size])} ${unit}`;
}

function weekNames(weeks: readonly number[]): string {
  return weeks.length === 1 ? `Week ${weeks[0]}` : `Weeks ${list(weeks.map(String))}`;
}

function parkedWhy(code: number): string {
  if (code === 10003 || code === 10004) return 'the channel is gone. Choose another with `/coach setup`.';
  if (code === 50001) return 'I cannot see the channel. Give me **View Channel** there.';
  if (code === 50013) return 'I may not write in the channel. Give me **Send Messages** there.';
  return `Discord refused it (${code}).`;
}

/** Every sentence that a member reads, in one language. A language that lacks one does not compile. */
export type Text = typeof en;
export type ErrorCode = keyof typeof errors;
export type ErrorDetail<C extends ErrorCode> = Parameters<(typeof errors)[C]>;

export function isErrorCode(code: unknown): code is ErrorCode {
  return typeof code === 'string' && Object.hasOwn(errors, code);
}
