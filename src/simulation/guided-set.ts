import type { Move } from '../coach/content.ts';
import { MINUTE } from '../coach/day.ts';
import { loadText } from '../coach/notation/load-notation.ts';
import type { SetDone } from '../coach/performance.ts';
import type { CircuitPlan } from '../coach/plan.ts';
import type { LineProgress } from '../coach/training/progress.ts';
import type { ModalValues } from '../sandbox/actors/modal.ts';
import { buttonOf, formIn, messageIn, offeredIn } from './answer.ts';
import { takesSomething } from './gear.ts';
import { type InSession, pick, press } from './hand.ts';
import { doSet } from './one-set.ts';
import { attempt } from './person.ts';
import { setInWords } from './said-sets.ts';
import { formOn } from './strength.ts';

/** How long it is until somebody's next act (ms); undefined where they were let down. */
type Wait = number | undefined;

/** What happens to somebody with a set, of a thousand sets. */
const OF_THOUSAND = { hurts: 8, swaps: 8, skips: 15, takesBack: 15, mistypes: 10 };
const SECOND = 1000;
const SECONDS_A_REP = 3;

/** The set at hand of a line, or what comes in between: a clock, a move that hurts or bores, one left out. */
export async function mainSet(
  at: InSession,
  { line, asked, runs }: { line: LineProgress; asked: SetDone; runs: boolean },
): Promise<Wait> {
  const { person, going } = at;
  const { loads } = going;
  const { random, body } = person.trainee;
  const { move, perSide, restSeconds = 0 } = line.exercise;
  const chance = random.between(0, 999);
  const { hurts, swaps, skips } = OF_THOUSAND;
  if (chance < hurts) return itHurts(at, move.id);
  if (chance < hurts + swaps) return swap(at);
  if (chance < hurts + swaps + skips) return (await press(at, 'set-skip')) ? 30 * SECOND : undefined;
  const length = asked.seconds ?? (asked.reps ?? 0) * SECONDS_A_REP;
  const timed = length * (perSide ? 2 : 1) * SECOND;
  if (asked.seconds !== undefined && !runs && random.chance(0.4)) {
    return (await press(at, 'set-start')) ? timed + 10 * SECOND : undefined;
  }
  const form = going.forms.get(move.id) ?? formOn(body, move.id, going.day);
  going.forms.set(move.id, form);
  const setsBefore = line.done.filter((done) => done.exercise.move === move).length;
  const taken = going.took.get(move.id);
  const done = doSet(line.exercise, { ...person, loads, form, asked, setsBefore, taken });
  const isAsAsked = setInWords(done.set) === setInWords(asked);
  if (!(isAsAsked ? await press(at, 'set-done') : await other(at, move, done.set))) return undefined;
  going.took.set(move.id, done.taken);
  if (random.between(0, 999) < OF_THOUSAND.takesBack) {
    if (!(await press(at, 'back'))) return undefined;
    return 30 * SECOND;
  }
  going.said.push({ move: move.id, set: done.set, spare: done.spare });
  return timed + (restSeconds + random.between(5, 30)) * SECOND;
}

/** Other: what the set really was, in a form; now and then what they write at first cannot be read. */
async function other(at: InSession, move: Move, set: SetDone): Promise<boolean> {
  const { units } = at.going.loads;
  const { load, band } = set;
  const resistance = load === undefined ? (band ?? '') : loadText(load, units);
  // A move that takes nothing is not asked with what it was done.
  const field = takesSomething(move) ? { resistance } : {};
  const slips = at.person.trainee.random.between(0, 999) < OF_THOUSAND.mistypes;
  if (slips && (await fillIn(at, { amount: 'twelve', ...field }, 'remark')) === undefined) return false;
  const answer = await fillIn(at, { amount: String(set.reps ?? set.seconds), ...field }, 'session');
  if (answer === undefined) return false;
  at.going.message = answer;
  return true;
}

async function fillIn({ play, person, going }: InSession, values: ModalValues, expected: 'remark' | 'session') {
  const { actor } = person;
  const { message } = going;
  const { customId = 'set-other' } = buttonOf(message, 'set-other') ?? {};
  const form = formIn(await attempt(play, actor, 'form', 'Other', () => actor.click(message, customId)));
  if (form === undefined) return undefined;
  return messageIn(await attempt(play, actor, expected, 'the form of Other', () => actor.submit(form, values)));
}

/** A move hurts: something gentler, or nothing in its place; now and then it was nothing. */
async function itHurts(at: InSession, move: string): Promise<Wait> {
  const { person, going } = at;
  const { random, hurts } = person.trainee;
  if (!(await press(at, 'set-hurts', 'offer'))) return undefined;
  if (random.chance(0.15)) return (await press(at, 'swap-none')) ? 20 * SECOND : undefined;
  hurts.push({ day: going.day, move });
  const offered = offeredIn(going.message, 'hurts-swap');
  const goesOn = offered.length > 0 && random.chance(0.6);
  const ok = goesOn ? await pick(at, 'hurts-swap', random.pick(offered)) : await press(at, 'hurts-stop');
  return ok ? MINUTE : undefined;
}

/** Another move for today or for good, or none; now and then they keep it after all. */
async function swap(at: InSession): Promise<Wait> {
  const { random } = at.person.trainee;
  if (!(await press(at, 'set-swap', 'offer'))) return undefined;
  const menu = random.chance(0.9) ? 'swap-now' : 'swap-for-good';
  const offered = offeredIn(at.going.message, menu);
  const picks = offered.length > 0 && random.chance(0.7);
  const ok = picks
    ? await pick(at, menu, random.pick(offered))
    : await press(at, random.chance(0.5) ? 'leave-out' : 'swap-none');
  return ok ? 30 * SECOND : undefined;
}

/** A round of the circuit. */
export async function circuitRound(
  at: InSession,
  { stations, restSeconds }: CircuitPlan,
  runs: boolean,
): Promise<Wait> {
  const { random } = at.person.trainee;
  const seconds = stations.reduce((sum, station) => sum + station.seconds, restSeconds);
  if (!runs && random.chance(0.4)) return (await press(at, 'set-start')) ? seconds * SECOND : undefined;
  const chance = random.next();
  const name = chance < 0.03 ? 'set-skip' : chance < 0.05 ? 'leave-out' : 'round-done';
  return (await press(at, name)) ? (seconds + random.between(10, 40)) * SECOND : undefined;
}
