import { type Day, HOUR, type Instant, instantOf, localTime, MINUTE, zone } from '../coach/day.ts';
import { askStreak, askToday, checkInVainly, enrol, openCard } from './acts.ts';
import { lookInPause, pausePlan, resumePlan } from './away.ts';
import { answers, answersWorkout, besides, mendLater } from './besides.ts';
import { type Intent, intentOf, isPaused, livesIn, type PlayDay } from './habits.ts';
import { answerSleepNudge, answerWaterNudge, leave, logSleep, logWater } from './other-acts.ts';
import { isHoliday, isInPlan, type Person, type Play, todayOf, trainsOn } from './person.ts';
import { tellZone } from './settings.ts';
import { lookUp } from './standing.ts';
import { logAlone, lookAtRest, train, trainForFun } from './training.ts';
import { daysAfter, weekdayIndex } from './wall-clock.ts';

/** Puts somebody's whole life with the coach on the agenda: each morning they decide what the day brings. */
export function live(play: Play, person: Person, days: number): void {
  for (let index = -1; index <= days; index += 1) {
    const date = daysAfter(play.opensOn, index);
    const day: PlayDay = { date, week: Math.floor(index / 7) + 1, weekday: weekdayIndex(date) };
    const home = livesIn(person.part, day);
    const tomorrow = livesIn(person.part, { ...day, week: Math.floor((index + 1) / 7) + 1 });
    const wakes = instantOf(date as Day, localTime('04:00'), home);
    if (wakes === undefined) continue;
    const run = () => {
      if (home !== person.livesIn) play.transcripts.note(moved(person, home), person.ground.server.id);
      person.livesIn = home;
      // A day in aeroplanes is nobody's training day.
      if (home === tomorrow) wake(play, person, { ...day, wakes }, index === days);
    };
    play.agenda.add({ at: wakes, needsBot: false, run });
  }
}

function moved({ part }: Person, to: string): string {
  return to === part.zone ? `${part.name} is home again.` : `${part.name} is in ${to} for two weeks.`;
}

/** Puts an act on the agenda of somebody's day: at a time of theirs, or some minutes later. */
type At = (time: string, act: () => Promise<unknown>, lateBy?: number) => void;

interface Waking extends PlayDay {
  /** Four in the morning: whatever clocks do in a night, they have done it by then. */
  readonly wakes: Instant;
}

/** Puts the day's acts on the agenda. */
function wake(play: Play, person: Person, day: Waking, isLast: boolean): void {
  const { part, random } = person;
  const at: At = (time, act, lateBy = random.between(0, 25)) => {
    const run = async () => void (await act());
    play.agenda.add({ at: momentOf(day, time) + lateBy * MINUTE, needsBot: true, run });
  };
  if (isLast) {
    if (person.enrolledAt === undefined || person.leftAt !== undefined) return;
    at('07:00', () => askToday(play, person, 'words'));
    at('07:40', () => askStreak(play, person));
    return;
  }
  joining(play, person, day, at);
  if (person.clock.zone !== person.livesIn) at('08:00', () => tellZone(play, person), 0);
  if (isPaused(part, day)) {
    pausing(play, person, day, at);
    return;
  }
  const isBack = day.weekday === 0 && isPaused(part, { week: day.week - 1 }) && !part.saysUntil;
  if (isBack) at('07:20', () => resumePlan(play, person), 0);
  quitting(play, person, day, at);
  besides(play, person, day, at);
  training(play, person, day, at);
  answers(play, person, day, at);
  const atIfIn: At = (time, act) => at(time, async () => isInPlan(person, day.date) && act());
  if (part.sleep === 'command' && random.chance(0.45)) atIfIn('07:45', () => logSleep(play, person));
  if (part.water === 'command' && random.chance(0.4)) atIfIn('15:00', () => logWater(play, person));
  if (day.weekday === 6 && random.chance(0.6)) atIfIn('20:15', () => askStreak(play, person));
  nudges(play, person, day);
}

/** They say it on the first Monday, with the last day or without, and have a look now and then. */
function pausing(play: Play, person: Person, { date, week, weekday }: PlayDay, at: At): void {
  const { part, whims } = person;
  if (weekday === 0 && !isPaused(part, { week: week - 1 })) {
    let weeks = 1;
    while (isPaused(part, { week: week + weeks })) weeks += 1;
    at('07:20', () => pausePlan(play, person, part.saysUntil && daysAfter(date, weeks * 7 - 1)), 0);
    return;
  }
  if (weekday === 4 && whims.chance(0.4)) at('12:00', () => lookInPause(play, person));
}

function joining(play: Play, person: Person, { week, weekday }: PlayDay, at: At): void {
  const { part } = person;
  if (part.habit !== 'late joiner') {
    // By options on the Sunday before, for the Monday; by form on the Monday itself.
    if (part.joins === 'by options' && week === 0)
      at('10:00', () => enrol(play, person, 'monday'), person.random.between(0, 500));
    if (part.joins === 'by form' && week === 1 && weekday === 0) at('08:00', () => enrol(play, person, 'today'));
    return;
  }
  if (week === 2 && weekday === 1) at('12:00', () => openCard(play, person, 'remark'));
  if (week !== 3) return;
  if (weekday === 2) at('12:00', () => enrol(play, person, 'monday'));
  if (weekday === 3) at('12:00', () => askToday(play, person, 'remark'));
  if (weekday === 4) at('12:00', () => checkInVainly(play, person, 'today'));
}

function quitting(play: Play, person: Person, { week, weekday }: PlayDay, at: At): void {
  if (person.part.habit !== 'quitting') return;
  if (week === 4 && weekday === 5) at('11:00', () => leave(play, person, false));
  if (week === 6 && weekday === 0) at('09:00', () => openCard(play, person, 'remark'));
  if (week !== 5 || weekday !== 2) return;
  at('20:00', async () => {
    person.standing = await lookUp(play, person);
    await leave(play, person, true);
  });
}

function training(play: Play, person: Person, day: Waking, at: At): void {
  const { part, random } = person;
  if (isHoliday(play, person, day.date)) return;
  if (!trainsOn(person, day.date)) {
    if (!isInPlan(person, day.date)) return;
    if (part.habit === 'over-eager' && random.chance(0.4)) at(part.trainsAt, () => trainForFun(play, person));
    else if (random.chance(0.2)) at('09:00', () => lookAtRest(play, person));
    return;
  }
  const intent: Intent = intentOf(part, day, random);
  const isAnswered = answersWorkout(play, person, intent === 'train', at);
  if (intent === 'skip') {
    mendLater(play, person, day, at);
    return;
  }
  if (intent === 'train') {
    if (!isAnswered) at(part.trainsAt, () => train(play, person, day.date));
    return;
  }
  const inVain = intent.daysLate > 3;
  const logs = () => (inVain ? checkInVainly(play, person, day.date) : logAlone(play, person, day.date));
  // Before they tell that they have moved, their morning may still be yesterday to the coach.
  const isAhead = () => todayOf(person, play) < day.date;
  if (person.clock.zone !== person.livesIn)
    at('07:10', async () => isAhead() && checkInVainly(play, person, day.date), 0);
  const days = intent.daysLate * 24 * HOUR;
  const run = async () => {
    if (person.leftAt === undefined) await logs();
  };
  const later = momentOf(day, '12:30') + days + random.between(0, 25) * MINUTE;
  play.agenda.add({ at: later, needsBot: true, run });
}

/** They answer a nudge some minutes after it came, if they are at home and up. */
function nudges(play: Play, person: Person, day: Waking): void {
  const { part, random, ground } = person;
  const { place } = ground;
  const answer = (time: string, act: () => Promise<unknown>) => {
    const due = instantOf(day.date as Day, localTime(time), zone(place.zone));
    if (due === undefined || due < momentOf(day, '06:30') || due > momentOf(day, '23:30')) return;
    const run = async () => void (isInPlan(person, day.date) && (await act()));
    play.agenda.add({ at: due + random.between(2, 40) * MINUTE, needsBot: true, run });
  };
  if (part.sleep === 'nudge' && place.sleepAt !== undefined && random.chance(0.6))
    answer(place.sleepAt, () => answerSleepNudge(play, person));
  if (part.water !== 'nudge') return;
  for (const time of place.waterAt) if (random.chance(0.4)) answer(time, () => answerWaterNudge(play, person));
}

/** When the clocks of somebody who is up show a time. */
function momentOf({ wakes }: Waking, time: string): Instant {
  return wakes + (Number(time.slice(0, 2)) - 4) * HOUR + Number(time.slice(3)) * MINUTE;
}
