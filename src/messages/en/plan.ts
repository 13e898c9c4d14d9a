import type { Range } from '../../coach/content.ts';
import type { Day, Weekday } from '../../coach/day.ts';
import { count, date, duration, list, span, weekdays } from './words.ts';

export const enroll = {
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
};

export const today = {
  session: (week: number, block: string, name: string) => `## Week ${week} · ${block}\n**${name}**`,
  rest: (week: number, block: string) => `## Rest day\nWeek ${week} · ${block}`,
  restWords: 'Rest is training: this is when your back gets stronger.',
  idea: 'If you would like to move',
  minutesHint: (minutes: number) => `About ${minutes} minutes.`,
  doseHint: (reserve: Range, orMore: boolean, minutes: number) =>
    `About ${minutes} minutes. Stop each set with ${orMore ? `${reserve[0]} or more` : span(reserve)} repetitions left in you.`,
  retest: 'Retest week: note your best clean sets, and put them beside week 1.',
  free: 'A free day in this server: nothing counts today. Train if you like.',
  light: 'A light day, after yesterday’s circuit.',
  warmUp: 'Warm-up',
  main: 'Session',
  circuit: (rounds: number, rest: number) => `Circuit: ${count(rounds, 'round')}, ${rest} s rest between rounds`,
  coolDown: 'Cool-down',
  instead: (move: string) => `in place of ${move}`,
  tip: (title: string, text: string) => `**${title}.** ${text}`,
  before: (startsOn: Day) => `Your plan begins on **${date(startsOn)}**. Until then: a walk is a fine start.`,
  paused: 'Your plan is paused. Nothing counts against you.',
  finished: 'All twelve weeks are behind you. See where you began and where you are now, and choose what comes next.',
  left: 'Your plan has ended. `/enroll` brings you back whenever you like.',
  done: 'Today’s session is in. Well done.',
  stopSigns: '-# Stop for chest, jaw or arm pressure, faintness, severe breathlessness, or new weakness or numbness.',
  away: (days: number) => `**Welcome back** after ${days} days. Today is lighter, on purpose.`,
  wentBack: (week: number) => `Your plan is back in week ${week}, close to where you left it.`,
  stayButton: (week: number) => `Go on with week ${week}`,
  stayed: (week: number) => `You are in week ${week} again. The loads stay careful for today.`,
  repairable: (day: Day) => `Ten minutes today would make good ${date(day)}. Only if you feel like it.`,
  workoutButton: 'My workout',
  doneButton: 'Done',
};

export const dose = {
  reps: (sets: number, reps: Range) => (sets === 1 ? `${span(reps)} times` : `${sets} × ${span(reps)}`),
  time: (sets: number, seconds: Range) => (sets === 1 ? `${duration(seconds)}` : `${sets} × ${duration(seconds)}`),
  hold: (seconds: Range) => `hold ${span(seconds)} s`,
  perSide: 'each side',
  perDirection: 'each direction',
  variation: { easier: 'easier', harder: 'harder' },
};

export const leave = {
  ask: '**End the programme for you?** The daily plan and your streak stop here. Your history stays until you delete it.',
  confirmButton: 'End my plan',
  stayButton: 'Stay',
  done: 'Your plan has ended. What you did stays done. `/enroll` brings you back whenever you like.',
  stayed: 'Good. Nothing changed; `/today` shows your day.',
};
