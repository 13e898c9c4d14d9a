import { buttonOf } from './answer.ts';
import { lookAtBoard } from './board.ts';
import { editLatest, repair } from './corrections.ts';
import { doneByDirect, laterByDirect, sleepByDirect, stopByDirect } from './directs.ts';
import type { PlayDay } from './habits.ts';
import { deleteAll, exportAll } from './own-data.ts';
import { attempt, isInPlan, nowIn, type Person, type Play, trainsOn } from './person.ts';
import { glassesAt, joinBoard } from './settings.ts';
import { timeAfter } from './wall-clock.ts';

/** Puts an act on the agenda of somebody's day: some minutes after a time of theirs. */
type At = (time: string, act: () => Promise<unknown>, lateBy?: number) => void;

/** All that somebody does with the coach in a day besides training: their data, the leaderboard, what they edit. */
export function besides(play: Play, person: Person, day: PlayDay, at: At): void {
  const { part, whims } = person;
  const { week, weekday, date } = day;
  if (part.exportsIn === week && weekday === 2) at('21:00', () => exportAll(play, person), 0);
  if (part.deletesIn === week && weekday === 3) at('10:00', () => deleteAll(play, person), 0);
  if (!isInPlan(person, date)) return;
  if (part.board === 'settings' && week === 1 && weekday === 3) at('21:00', () => joinBoard(play, person), 0);
  const shows = part.board === 'settings' && (week === 3 || week === 8);
  if (part.board !== undefined && weekday === 6) at('20:40', () => lookAtBoard(play, person, shows), 0);
  if (weekday === 6 && part.habit === 'steady') at('20:50', () => lookAtWeek(play, person), 0);
  if (part.edits && trainsOn(person, date) && whims.chance(0.4)) {
    at(timeAfter(part.trainsAt, 120), () => editLatest(play, person), 0);
  }
}

/** Ten minutes on the day after a session that they leave, where that is no training day. */
export function mendLater(play: Play, person: Person, { date }: PlayDay, at: At): boolean {
  const { part, whims } = person;
  if (!part.repairs || !whims.chance(0.6)) return false;
  at('12:40', () => repair(play, person, date), 24 * 60);
  return true;
}

/** What they answer to direct messages of a day. */
export function answers(play: Play, person: Person, day: PlayDay, at: At): void {
  const { part, whims } = person;
  const { reminders } = part;
  if (reminders === undefined) return;
  const soon = (time: string, act: () => Promise<unknown>) => at(time, act, whims.between(3, 25));
  if (reminders.sleep !== undefined && whims.chance(0.4)) {
    const { wakes, hours } = reminders.sleep;
    soon(timeAfter(wakes, -hours * 60 - 30), () => sleepByDirect(play, person));
  }
  for (const time of glassesAt(part)) {
    if (part.stopsWaterIn === day.week) soon(time, () => stopByDirect(play, person, 'water'));
    else if (whims.chance(0.4)) soon(time, () => doneByDirect(play, person, 'water'));
  }
}

/** Answers to the reminder of a session that they mean to do, or to leave. True where Done there is all that they do. */
export function answersWorkout(play: Play, person: Person, isTraining: boolean, at: At): boolean {
  const { part, whims } = person;
  const time = part.reminders?.workout;
  if (time === undefined) return false;
  if (isTraining) {
    if (!whims.chance(0.4)) return false;
    at(time, () => doneByDirect(play, person, 'workout'), whims.between(30, 55));
    return true;
  }
  if (whims.chance(0.6)) {
    at(time, () => laterByDirect(play, person), 10);
    if (whims.chance(0.4)) at(time, () => doneByDirect(play, person, 'workout'), whims.between(80, 110));
  }
  return false;
}

const DAY = 86_400_000;

/** The week in review, where the last answer of it offers that. */
async function lookAtWeek(play: Play, { actor, notes }: Person): Promise<void> {
  const latest = notes.findLast(({ kind }) => kind === 'workout');
  const button = latest && buttonOf(latest.answer, 'review');
  if (latest === undefined || button === undefined || nowIn(play) - latest.at > 3 * DAY) return;
  await attempt(play, actor, 'card', 'the week in review', () => actor.click(latest.answer, button.customId));
}
