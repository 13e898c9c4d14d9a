import type { Outcome } from '../src/sandbox/interactions/outcome.ts';

/** What a load measured. */
export interface Load {
  /** In ms, from each interaction's dispatch to its first answer at Discord's door; in the order of dispatch. */
  readonly took: readonly number[];
  /** Answers in a second. */
  readonly throughput: number;
  /** Those that Discord gave up on; in `took` they stand with the time that it waited. */
  readonly unanswered: number;
}

/** Sends the interaction of that number and gives what came of it. */
export type Ask = (index: number) => Promise<Outcome>;

/** After which Discord tells the member that the application did not respond. */
const GIVEN_UP_MS = 3000;

/**
 * Arrivals at a fixed rate, whether or not earlier ones were answered, as people come. A bot that stalls is asked all
 * the same, so its stall shows in every answer that had to wait.
 */
export async function openLoop(ask: Ask, perSecond: number, seconds: number): Promise<Load> {
  const total = perSecond * seconds;
  const begun = performance.now();
  const answers: Promise<Outcome>[] = [];
  while (answers.length < total) {
    const due = Math.min(Math.floor(((performance.now() - begun) / 1000) * perSecond) + 1, total);
    while (answers.length < due) answers.push(ask(answers.length));
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  return loadOf(await Promise.all(answers), performance.now() - begun);
}

/** Always so many in flight: each answer sets off the next. */
export async function closedLoop(ask: Ask, inFlight: number, seconds: number): Promise<Load> {
  const begun = performance.now();
  const outcomes: Outcome[] = [];
  let next = 0;
  const one = async () => {
    while (performance.now() - begun < seconds * 1000) {
      const index = next++;
      outcomes[index] = await ask(index);
    }
  };
  await Promise.all(Array.from({ length: inFlight }, one));
  return loadOf(outcomes, performance.now() - begun);
}

/** @throws Error when something other than a message came back: then it was not the work that was to be measured */
function loadOf(outcomes: readonly Outcome[], ms: number): Load {
  const strange = outcomes.find(({ kind }) => kind !== 'message' && kind !== 'failed');
  if (strange !== undefined) throw new Error(`answered with ${strange.kind} instead of a message`);
  const unanswered = outcomes.filter(({ kind }) => kind === 'failed').length;
  return {
    took: outcomes.map(({ kind, took }) => (kind === 'failed' ? GIVEN_UP_MS : took)),
    throughput: (outcomes.length - unanswered) / (ms / 1000),
    unanswered,
  };
}
