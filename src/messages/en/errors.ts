import type { Day } from '../../coach/day.ts';
import type { LoadedKit } from '../../coach/load.ts';
import { QUIET_HOURS } from '../../coach/nudges.ts';
import { grant } from './coach.ts';
import { date, list } from './words.ts';

/** Each says what happened and what to do. */
export const errors = {
  notEnrolled: () => 'You are not in the programme here. `/enroll` takes about a minute.',
  alreadyEnrolled: ({ startsOn }: { startsOn: Day }) =>
    `You are already in, since ${date(startsOn)}. \`/today\` shows your day. To begin again from week 1, \`/leave\` first.`,
  unknownZone: ({ typed }: { typed: string }) =>
    `I do not know the time zone “${typed}”. Start typing the nearest big city, such as \`Lisbon\`, and pick from the list.`,
  /** Typed into a form, which offers no list. */
  unknownPlace: ({ typed }: { typed: string }) =>
    `I found no time zone for “${typed}”. Write the nearest big city, such as \`Lisbon\`, or a zone such as \`Europe/Lisbon\`. Nothing was changed.`,
  unreadableTime: ({ typed }: { typed: string }) =>
    `I could not read “${typed}” as a time of day. Write it like \`07:30\` or \`18:00\`. Nothing was changed.`,
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
    `${date(day)} has not come yet; where you are it is ${date(today)}. Check in once it is done. Moved? \`/settings\` changes your time zone.`,
  dayTooOld: ({ day, oldest }: { day: Day; oldest: Day }) =>
    `${date(day)} is too far back to log. Check-ins reach back to ${date(oldest)}.`,
  dayBeforeStart: ({ day, startsOn }: { day: Day; startsOn: Day }) =>
    `Your plan starts on ${date(startsOn)}, so there is nothing to log for ${date(day)}.`,
  unknownNamedDay: ({ typed }: { typed: string }) =>
    `I could not read “${typed}” as a day. Pick one from the list, or write \`tomorrow\`, \`next Monday\`, \`in two weeks\` or a date like \`20 Jan\`.`,
  pauseTooOld: ({ from, oldest }: { from: Day; oldest: Day }) =>
    `A pause can begin on ${date(oldest)} at the earliest; ${date(from)} is settled. Nothing was changed.`,
  pauseBackwards: ({ from, until }: { from: Day; until: Day }) =>
    `${date(until)} lies before ${date(from)}, so there is nothing to pause. Name a later last day, or leave it out.`,
  pauseTooFar: ({ latest }: { latest: Day }) =>
    `A pause reaches to ${date(latest)} at the latest. Leave the last day out to pause until you come back.`,
  pauseAfterPlan: ({ last }: { last: Day }) =>
    `Your plan ends on ${date(last)}, so there is nothing to pause after that.`,
  pauseTrained: ({ day }: { day: Day }) =>
    `What you did on ${date(day)} counts, so no day of that pause is left. Nothing was changed.`,
  notPaused: () => 'Your plan is not paused, so there is nothing to resume. `/today` shows your day.',
  alreadyRecorded: () => 'That one is already in; nothing was counted twice.',
  undoTooLate: () => 'Undo works for 24 hours after a check-in. This one is older, so it stays.',
  addTooLate: () =>
    'Sets can be added for 24 hours after a workout was logged. This one is older, so it stays as it is.',
  editTooLate: () => 'Check-ins can be edited for 24 hours. This one is older, so it stays as it is.',
  undoneAlready: () => 'That check-in was already taken back.',
  notYours: () => 'That button belongs to somebody else’s check-in.',
  staleButton: () =>
    'This button is from an older message and no longer works. Type the command again for a fresh one; `/help` lists them all.',
  unknownCommand: () =>
    'I do not know this command any more. Type `/` to see the ones that I do; a fresh list can take a minute to arrive.',
  badInput: ({ field }: { field: string }) =>
    `Something about “${field}” does not fit. Have another look and send it again.`,
  unreadableAmount: ({ typed }: { typed: string }) =>
    `I cannot log “${typed}” of a set. Write whole repetitions or seconds, such as \`12\`, or leave the set out with **Skip**. Nothing was logged for this set yet.`,
  unreadableLoad: ({ typed }: { typed: string }) =>
    `I could not read “${typed}” as a load. Write it like \`10\`, \`22.5 kg\` or \`25 lb\`. Nothing was logged for this set yet.`,
  unreadableBand: ({ typed, colours }: { typed: string; colours: readonly string[] }) =>
    `I do not know a “${typed}” band. Name one of ${list(colours)}. Nothing was logged for this set yet.`,
  noSessionToday: () => 'There is no session in your plan today. `/today` shows what there is.',
  zoneNeeded: () => 'Tell me the server’s time zone once, with the `zone` option, and I will post by it.',
  missingPermissions: ({ channelId, permissions }: { channelId: string; permissions: readonly string[] }) =>
    `${grant(permissions, channelId)} Then run this again. Nothing was changed.`,
  channelGone: () => 'That channel is gone. Choose another with the `channel` option. Nothing was changed.',
  setUpFirst: () => 'I am not set up here yet. `/coach setup` takes a minute; then this works.',
  freezeFromNeeded: () => 'Say with `from` which day it begins on.',
  freezeBackwards: ({ from, to }: { from: Day; to: Day }) =>
    `${date(to)} comes before ${date(from)}. Give the first day as \`from\` and the last as \`until\`.`,
  freezeTooOld: ({ oldest }: { oldest: Day }) =>
    `That is too long ago: days can be changed back to ${date(oldest)}, so that nobody’s streak changes behind their back.`,
  freezeTooLong: ({ most }: { most: number }) =>
    `That is more than ${most} days at once. For a longer break, members can \`/pause\` their plans.`,
  freezeTooFar: () => 'That is more than a year ahead. Have another look at the date.',
  noSuchFreeze: () => 'There are no such days. `/coach freeze` shows the ones that there are; pick from the list.',
  adminOnly: () =>
    'That is for people who have **Manage Server** here. Ask one of them, or whoever owns the server. Nothing was changed.',
  serversOnly: () => 'I coach in servers. Use this in the server where you train.',
  tooSlow: () => 'That took longer than Discord waits. Please try once more.',
  broke: ({ ref }: { ref: string }) =>
    `Something broke on my side (ref ${ref}). Nothing you had logged is lost. Please try again in a minute.`,
  unknownMove: ({ typed, nearest }: { typed: string; nearest: readonly string[] }) =>
    nearest.length === 0
      ? `I know no move like “${typed}”. Start typing its name, a muscle or your kit, and pick from the list.`
      : `I know no move “${typed}”. The nearest: ${list(nearest)}. Start typing in \`/move\` and pick from the list.`,
  unreadableLadder: ({ typed, kit }: { typed: string; kit: LoadedKit }) =>
    `I could not read “${typed}” as your ${kit}. Write one load (\`5\`), several (\`2, 4, 6, 8\`), an even row (\`2-20 by 2\`) or the step between them (\`by 1\`): up to 60 loads, 500 kg at most. Nothing was changed.`,
};
