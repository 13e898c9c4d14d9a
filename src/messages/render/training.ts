import type { APIButtonComponentWithCustomId } from 'discord-api-types/v10';
import type { Day, Instant } from '../../coach/day.ts';
import { isStrength } from '../../coach/dose.ts';
import type { Units } from '../../coach/load.ts';
import { EFFORTS } from '../../coach/member.ts';
import type { CircuitPlan, Exercise } from '../../coach/plan.ts';
import { type LineProgress, nextResistance, type Place, type Progress } from '../../coach/training/progress.ts';
import { asksEffort } from '../../coach/training/session-moves.ts';
import type { TrainingPlan } from '../../coach/training/training.ts';
import type { Text } from '../en.ts';
import { button, card, type MessageBody, row, words } from '../parts.ts';
import { doseOf, exerciseLine } from './exercise.ts';
import { resistanceText, setsText, takesText } from './load.ts';
import { pictureOf } from './move.ts';
import { whyText } from './why.ts';

/** A session as it stands, for the member who is led through it. */
export interface TrainingView {
  /** Handed back by every button: which session, and which state of it was seen. */
  readonly ref: string;
  readonly plan: TrainingPlan;
  readonly progress: Progress;
  readonly units: Units;
  readonly now: Instant;
}

/** Where the session stands and what can be done next: one message, changed in place with every press. */
export function trainingCard(text: Text, view: TrainingView): MessageBody {
  const { place } = view.progress;
  switch (place.at) {
    case 'warm-up':
    case 'cool-down':
      return aroundCard(text, view, place);
    case 'set':
      return setCard(text, view, place);
    case 'round':
      return roundCard(text, view, place);
    case 'end':
      return endCard(text, view);
  }
}

type At<P extends Place['at']> = Extract<Place, { at: P }>;

function where(text: Text, { plan, progress }: TrainingView): string {
  const { training: t } = text;
  const { session } = plan;
  const { place, lines } = progress;
  const words = place.at === 'set' ? t.place.set(place.line + 1, lines.length) : t.place[place.at];
  return t.where(session.week, session.name, words);
}

function aroundCard(text: Text, view: TrainingView, { at, exercises }: At<'warm-up' | 'cool-down'>): MessageBody {
  const { training: t } = text;
  const isWarmUp = at === 'warm-up';
  return card(
    'train',
    words(
      where(text, view),
      isWarmUp ? t.warmUp : t.coolDown,
      ...exercises.flatMap((exercise) => [exerciseLine(text, exercise), `  -# ${exercise.move.cue}`]),
      '',
      isWarmUp ? t.warmUpWords : t.coolDownWords,
    ),
    row(
      button('part-done', view.ref, isWarmUp ? t.warmUpButton : t.coolDownButton, 'good'),
      button('part-skip', view.ref, t.skipButton),
      ...lastly(text, view),
    ),
  );
}

function setCard(text: Text, view: TrainingView, place: At<'set'>): MessageBody {
  const { training: t } = text;
  const { ref, plan, progress, units, now } = view;
  const { exercise, set } = place;
  const { move, target, variation } = exercise;
  const { session } = plan;
  const isTimed = exercise.seconds !== undefined;
  const line = progress.lines[place.line];
  const runs = progress.startedAt !== undefined;
  return card(
    'train',
    ...pictureOf(move),
    words(
      where(text, view),
      t.move(move.name),
      t.set(set, exercise.sets, whatOf(text, units, exercise, line)),
      ...(runs ? clockLines(text, exercise, progress.startedAt ?? now) : [restLine(text, progress, now)]),
      isTimed || !isStrength(move) ? undefined : t.reserve(session.repsInReserve, session.orMore ?? false),
      t.cue(move.cue),
      exercise.insteadOf && t.insteadOf(exercise.insteadOf.name),
      variation && t.variation(text.dose.variation[variation], move[variation]),
      set === 1 ? target && whyText(text, units, move, target.why) : undefined,
      set === 1 && lacksLoad(exercise) ? t.noLoadYet : undefined,
      line === undefined || line.done.length === 0 ? undefined : soFar(text, units, line),
      t.next(nextOf(text, view, place)),
    ),
    row(
      ...(isTimed && !runs ? [button('set-start', ref, t.timerButton, 'main')] : []),
      button('set-done', ref, t.doneButton, 'good'),
      button('set-other', ref, t.otherButton),
      button('set-skip', ref, t.skipButton),
    ),
    row(
      button('set-swap', ref, t.swapThisButton),
      button('set-hurts', ref, t.hurtsButton),
      button('how-to', move.id, t.howToButton),
      ...lastly(text, view),
    ),
  );
}

/** `12–15 reps, aim for 13 · hold 2–3 s · each side · 10 kg each`. */
function whatOf(text: Text, units: Units, exercise: Exercise, line: LineProgress | undefined): string {
  const { training: t, dose } = text;
  const { move, target, holdSeconds } = exercise;
  const range = exercise.reps ?? exercise.seconds ?? [0, 0];
  const aim = target?.aim ?? range[0];
  const used = line && resistanceText(text, units, move, nextResistance(line));
  const takes = used ?? (target && takesText(text, units, move, target));
  return [
    exercise.reps === undefined ? text.amounts.seconds(aim) : t.reps(range, aim),
    holdSeconds && dose.hold(holdSeconds),
    exercise.perSide ? dose.perSide : exercise.perDirection ? dose.perDirection : undefined,
    takes,
  ]
    .filter((part) => part !== undefined)
    .join(' · ');
}

function lacksLoad({ move, target }: Exercise): boolean {
  const takesLoad = move.kitAny.includes('dumbbells') || move.kitAny.includes('machine');
  return takesLoad && target?.load === undefined && target?.heavier === undefined && target?.lighter === undefined;
}

function restLine(text: Text, { restUntil }: Progress, now: Instant): string | undefined {
  if (restUntil === undefined) return undefined;
  return restUntil > now ? text.training.rest(restUntil) : text.training.restOver;
}

/** To get into position, and from one side to the other. */
const READY_MS = 5_000;

/** Until when a timed set runs that was started then. */
function clockLines(text: Text, { seconds, target, perSide }: Exercise, startedAt: Instant): string[] {
  const length = (target?.aim ?? seconds?.[0] ?? 0) * 1000;
  const first = startedAt + READY_MS + length;
  return [perSide ? text.training.runningSides(first, first + READY_MS + length) : text.training.running(first)];
}

function soFar(text: Text, units: Units, { done }: LineProgress): string {
  return text.training.so(done.map(({ exercise, set }) => setsText(text, units, exercise.move, [set])));
}

function nextOf(text: Text, { plan, progress }: TrainingView, { line, set, exercise }: At<'set'>): string {
  const { training: t } = text;
  if (set < exercise.sets) return t.place.sameMove(set + 1, exercise.sets);
  const next = progress.lines.slice(line + 1).find(({ exercise, behind }) => behind < exercise.sets)?.exercise;
  if (next !== undefined) return t.place.otherMove(next.move.name, doseOf(text, next));
  if (plan.session.circuit !== undefined) return t.nextCircuit;
  return plan.session.coolDown.length > 0 ? t.nextCoolDown : t.nextEnd;
}

function roundCard(text: Text, view: TrainingView, { round, circuit }: At<'round'>): MessageBody {
  const { training: t } = text;
  const { ref, progress, now } = view;
  const { startedAt } = progress;
  return card(
    'train',
    words(
      where(text, view),
      t.round(round, circuit.rounds),
      ...(startedAt === undefined
        ? [restLine(text, progress, now), ...stations(text, circuit)]
        : stationsFrom(text, circuit, startedAt)),
      '',
      t.roundHint,
    ),
    row(
      ...(startedAt === undefined ? [button('set-start', ref, t.timerButton, 'main')] : []),
      button('round-done', ref, t.roundButton, 'good'),
      button('set-skip', ref, t.skipButton),
    ),
    row(button('leave-out', ref, t.leaveOutRoundsButton), ...lastly(text, view)),
  );
}

function stations(text: Text, circuit: CircuitPlan): string[] {
  return circuit.stations.map(({ move, seconds }) => text.training.station(move.name, seconds));
}

function stationsFrom(text: Text, circuit: CircuitPlan, startedAt: Instant): string[] {
  let until = startedAt + READY_MS;
  return circuit.stations.map(({ move, seconds }) => {
    until += seconds * 1000;
    return text.training.stationUntil(move.name, until);
  });
}

function endCard(text: Text, view: TrainingView): MessageBody {
  const { training: t } = text;
  const { ref, progress, units } = view;
  const rounds = progress.rounds === 0 ? [] : [t.roundsDone(progress.rounds)];
  const done = [...doneLines(text, units, progress.lines), ...rounds];
  if (done.length === 0) {
    return card(
      'train',
      words(where(text, view), t.nothingDone),
      row(button('drop', ref, t.dropButton, 'danger'), ...back(text, view)),
    );
  }
  if (!asksEffort(view.plan.session)) {
    return card(
      'train',
      words(where(text, view), ...done),
      row(button('effort', `${ref}.none`, t.logButton, 'good'), ...back(text, view)),
    );
  }
  return card(
    'train',
    words(where(text, view), ...done, '', t.effort, t.effortHint),
    row(...EFFORTS.map((effort) => button('effort', `${ref}.${effort}`, text.efforts[effort], 'main'))),
    row(button('effort', `${ref}.none`, t.effortUnknown), ...back(text, view)),
  );
}

/** A line for each move of which something was done. */
export function doneLines(text: Text, units: Units, lines: readonly LineProgress[]): string[] {
  return lines.flatMap(({ done }) => {
    const moves = [...new Set(done.map(({ exercise }) => exercise.move))];
    return moves.map((move) => {
      const sets = done.filter(({ exercise }) => exercise.move === move).map(({ set }) => set);
      return `- **${move.name}** ${setsText(text, units, move, sets)}`;
    });
  });
}

function back(text: Text, { ref, progress }: TrainingView): APIButtonComponentWithCustomId[] {
  return progress.canGoBack ? [button('back', ref, text.training.backButton)] : [];
}

function lastly(text: Text, view: TrainingView): APIButtonComponentWithCustomId[] {
  return [...back(text, view), button('finish', view.ref, text.training.finishButton)];
}

/** A session of an earlier day was left open. */
export function openSessionCard(
  text: Text,
  { ref, day, sets }: { readonly ref: string; readonly day: Day; readonly sets: number },
): MessageBody {
  const { training: t } = text;
  return card(
    'plain',
    words(t.open(day, sets), t.openWords(sets)),
    row(
      button('continue', ref, t.continueButton, 'main'),
      ...(sets === 0 ? [] : [button('log-open', ref, t.logOpenButton, 'good')]),
      button('drop', ref, t.dropButton, 'danger'),
    ),
  );
}
