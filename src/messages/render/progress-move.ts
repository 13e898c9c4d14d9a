import type { Move } from '../../coach/content.ts';
import type { Units } from '../../coach/load.ts';
import { loadIn } from '../../coach/notation/load-notation.ts';
import type { SetDone } from '../../coach/performance.ts';
import type { MoveCourse, MoveDay, NextTarget } from '../../coach/progress.ts';
import type { Target } from '../../coach/progression/target.ts';
import type { Text } from '../en.ts';
import { resistanceText, takesText } from './load.ts';
import { dayLabel } from './progress.ts';

/** A move as a member did it. */
export interface MoveProgress {
  /** Of one that the content has no more, its id. */
  readonly move: Pick<Move, 'name' | 'kitAny'>;
  readonly course: MoveCourse;
  readonly next?: NextTarget;
  readonly units: Units;
  /** All colours, the lightest first. */
  readonly bands: readonly string[];
}

/** What is drawn of a move: what it was heavy with, and how often or how long. */
export function movePicture(text: Text, progress: MoveProgress) {
  const { picture: t } = text.progress;
  const { move, course, units, bands } = progress;
  const { days, unit, heavy } = course;
  const amounts = chart(text, progress, t.amount[unit], (set) => set[unit]);
  const loads = chart(text, progress, t.heavy.load(text.amounts.unit(units)), ({ load }) =>
    load === undefined ? undefined : loadIn(load, units),
  );
  const colours = {
    ...chart(text, progress, t.heavy.band, ({ band }) => indexOf(bands, band)),
    names: bands,
  };
  return {
    title: move.name,
    note: t.moveNote(heavy === 'load' ? text.amounts.unit(units) : undefined, days.length),
    charts: heavy === undefined ? [amounts] : [heavy === 'load' ? loads : colours, amounts],
  };
}

function chart(text: Text, { course, next }: MoveProgress, title: string, of: (set: SetDone) => number | undefined) {
  const points = course.days.flatMap(({ day, best }) => {
    const value = of(best);
    return value === undefined ? [] : [{ value, label: dayLabel(text, day) }];
  });
  const aim = next && of(aimOf(course, next.target));
  if (next === undefined || aim === undefined) return { title, points };
  const name = text.progress.picture.next(next.day);
  return { title, points, target: { value: aim, label: dayLabel(text, next.day), name } };
}

/** The set that is aimed for. */
function aimOf({ unit }: MoveCourse, { aim, load, band }: Target): SetDone {
  return { [unit]: aim, ...(load !== undefined && { load }), ...(band !== undefined && { band }) };
}

function indexOf(bands: readonly string[], band: string | undefined): number | undefined {
  const index = band === undefined ? -1 : bands.indexOf(band);
  return index === -1 ? undefined : index;
}

/** The same in words, with the numbers. */
export function moveAlt(text: Text, progress: MoveProgress): string {
  const { alt: t } = text.progress;
  const { move, course, next } = progress;
  const [first, last] = endsOf(course);
  if (first === undefined || last === undefined) return move.name;
  const done = t.move(move.name, course.days.length, setText(text, progress, first), setText(text, progress, last));
  return next === undefined ? done : `${done} ${t.next(next.day, targetText(text, progress, next.target))}`;
}

/** What stands above the picture. */
export function moveLines(text: Text, progress: MoveProgress): (string | undefined)[] {
  const { progress: t } = text;
  const { move, course, next } = progress;
  const [first, last] = endsOf(course);
  return [
    t.moveTitle(move.name),
    last && t.moveLast(last.day, setText(text, progress, last)),
    first === last ? undefined : first && t.moveBest(first.day, setText(text, progress, first)),
    next === undefined ? t.noNext : t.moveNext(next.day, targetText(text, progress, next.target)),
  ];
}

function endsOf({ days }: MoveCourse): [MoveDay | undefined, MoveDay | undefined] {
  return [days[0], days.at(-1)];
}

function setText(text: Text, { move, units, course }: MoveProgress, { best }: MoveDay): string {
  const amount = amountText(text, course, best[course.unit] ?? 0);
  const taken = resistanceText(text, units, move, best);
  if (taken === undefined) return amount;
  return best.load === undefined ? text.amounts.with(amount, taken) : text.amounts.at(amount, taken);
}

function targetText(text: Text, { move, units, course }: MoveProgress, target: Target): string {
  const amount = amountText(text, course, target.aim);
  const taken = takesText(text, units, move, target);
  if (taken === undefined) return amount;
  return target.band !== undefined ? text.amounts.with(amount, taken) : text.amounts.at(amount, taken);
}

function amountText(text: Text, { unit }: MoveCourse, amount: number): string {
  return unit === 'seconds' ? text.amounts.seconds(amount) : text.progress.reps(amount);
}
