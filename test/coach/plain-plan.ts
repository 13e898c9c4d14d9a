import type { Programme } from '../../src/coach/content.ts';
import { addDays, type Day, weekdayOf } from '../../src/coach/day.ts';
import type { Enrolment } from '../../src/coach/member.ts';

export interface PlainSession {
  readonly day: Day;
  readonly week: number;
  readonly template: string;
}

/**
 * The plan of somebody who keeps to the same days and never pauses, told once more: a day after the other, each where
 * the plan stands on it, all that was repeated until then taken off. Circuits and light days are left out.
 */
export function plainPlan(programme: Programme, { startsOn, terms, repeats = [] }: Enrolment) {
  const [first] = terms;
  if (first === undefined) throw new Error('no terms');
  const { trainingDays, level } = first;
  const sessions: PlainSession[] = [];
  const weeks = new Map<Day, number>();
  for (let after = 0; ; after++) {
    const day = addDays(startsOn, after);
    const again = repeats.filter(({ from }) => from <= day).map(({ days }) => days);
    const position = after - again.reduce((sum, days) => sum + days, 0);
    const week = Math.floor(position / 7) + 1;
    if (week > programme.weeks.length) return { sessions, weeks, lastDay: addDays(day, -1) };
    weeks.set(day, week);
    if (!trainingDays.includes(weekdayOf(day))) continue;
    const inWeek = Array.from({ length: position % 7 }, (_, back) => weekdayOf(addDays(day, -1 - back)));
    const slot = inWeek.filter((weekday) => trainingDays.includes(weekday)).length;
    const patterns = programme.patterns[trainingDays.length as 3 | 4 | 5];
    const id = patterns[(week - 1) % patterns.length]?.[slot];
    const template = programme.sessions.find((candidate) => candidate.id === id);
    if (template === undefined) throw new Error(`no session number ${slot} in week ${week}`);
    const isTooMuch = trainingDays.length === 5 && week < programme.fiveDaysFromWeek[level];
    if (isTooMuch && template.kind !== 'strength') continue;
    sessions.push({ day, week, template: template.id });
  }
}
