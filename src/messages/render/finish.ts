import type { Move } from '../../coach/content.ts';
import type { Day } from '../../coach/day.ts';
import { type FirstAndLast, NEXT_PLANS, type NextPlan, type NextTerms, type Totals } from '../../coach/finish.ts';
import type { Units } from '../../coach/load.ts';
import type { Text } from '../en.ts';
import { button, card, divider, type MessageBody, row, words } from '../parts.ts';
import { setsText } from './load.ts';

type Moves = ReadonlyMap<string, Move>;

/** A plan has about a dozen moves; who swapped a lot has more. */
const MOST_MOVES = 16;

export interface FinishView {
  readonly enrolmentId: number;
  /** None where no sets were logged. */
  readonly numbers: readonly FirstAndLast[];
  readonly totals: Totals;
  readonly units: Units;
  /** What may come next. */
  readonly next: readonly NextPlan[];
}

/** A plan that is over: a member's own first and last numbers, or what it came to, and what may come next. */
export function finishCard(text: Text, moves: Moves, view: FinishView): MessageBody {
  const { finish: t } = text;
  const next = NEXT_PLANS.filter((each) => view.next.includes(each));
  return card(
    'celebrate',
    words(t.title, ...(view.numbers.length === 0 ? [t.totals(view.totals)] : numberLines(text, moves, view))),
    divider(),
    words(t.next, ...next.map((each) => t.about[each])),
    row(...next.map((each) => button('next-plan', `${each}.${view.enrolmentId}`, t.nextButton[each]))),
  );
}

function numberLines(text: Text, moves: Moves, { numbers, units }: FinishView): string[] {
  const { finish: t } = text;
  const lines = numbers.slice(0, MOST_MOVES).map(({ move: id, first, last }) => {
    // A move that the content has no more is named by its id.
    const move = moves.get(id) ?? { name: id, kitAny: [] };
    return t.line(move.name, setsText(text, units, move, [first]), setsText(text, units, move, [last]));
  });
  const left = numbers.length - lines.length;
  return [t.numbers, ...lines, ...(left === 0 ? [] : [t.more(left)])];
}

export interface NextPlanView {
  readonly next: NextPlan;
  readonly enrolmentId: number;
  /** The level's own name. */
  readonly level: string;
  readonly terms: NextTerms;
  readonly startsOn: Day;
  /** The readiness questions are others than those that were confirmed. */
  readonly asksReadiness: boolean;
}

/** Asks once before a plan begins. */
export function nextPlanCard(text: Text, view: NextPlanView): MessageBody {
  const { finish: t, enroll } = text;
  const { next, enrolmentId, level, terms, startsOn, asksReadiness } = view;
  return card(
    'train',
    words(t.confirm(next, level, terms, startsOn), t.meaning, asksReadiness ? `\n${enroll.readiness}` : undefined),
    row(
      button('next-begin', `${next}.${enrolmentId}`, asksReadiness ? t.readAndBeginButton : t.beginButton, 'good'),
      button('next-back', String(enrolmentId), t.backButton),
    ),
  );
}

export function begunCard(
  text: Text,
  {
    terms,
    startsOn,
    fifthDayFromWeek,
  }: Pick<NextPlanView, 'terms' | 'startsOn'> & { readonly fifthDayFromWeek?: number },
): MessageBody {
  const { finish: t, enroll } = text;
  return card(
    'celebrate',
    words(
      t.begun,
      enroll.plan(terms.trainingDays, startsOn),
      fifthDayFromWeek === undefined ? undefined : enroll.fiveLater(fifthDayFromWeek),
    ),
  );
}

/** The button on the answer that ends a plan, and under its post: whoever presses sees their own. */
export function finishButton(text: Text, argument: string) {
  return button('plan-end', argument, text.finish.button, 'main');
}
