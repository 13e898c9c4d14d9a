import { smoothed } from './consistency.ts';
import type { Day } from './day.ts';

export const FREEZES = { atFirst: 2, most: 3, inARow: 2, everyKeptWeeks: 4 } as const;

/** What happened on a day, as far as a streak is concerned. Events go by day: a pause, then a session, then extras. */
export type LedgerEvent =
  | {
      readonly kind: 'session';
      readonly day: Day;
      /**
       * `kept` on its own day, `repaired` by a later floor session, `missed` when its day has ended, `open` while it has
       * not, `excused` where the day counts for nobody.
       */
      readonly outcome: 'kept' | 'repaired' | 'missed' | 'open' | 'excused';
      /** The day of the floor session that repaired it. */
      readonly repairedOn?: Day;
      /** The last session of its week. */
      readonly closesWeek: boolean;
    }
  | { readonly kind: 'extra'; readonly day: Day }
  /** The plan stands still from this day on, until further notice when `to` is absent. */
  | { readonly kind: 'pause'; readonly day: Day; readonly to?: Day };

/** Why no freeze stood in for a missed session. */
export type Unguarded = 'no-streak' | 'none-left' | 'two-in-a-row';

/** One step of the explanation, with the streak and the freezes held after it. */
export interface LedgerLine {
  readonly day: Day;
  /** A missed session that a freeze stood in for is `frozen`; one that it did not is `missed`, and the streak is 0. */
  readonly event: 'kept' | 'repaired' | 'frozen' | 'missed' | 'open' | 'excused' | 'extra' | 'freeze-earned' | 'paused';
  readonly streak: number;
  readonly freezes: number;
  readonly repairedOn?: Day;
  /** Of a missed one. */
  readonly because?: Unguarded;
  /** The last day of a pause; absent while it is open-ended. */
  readonly until?: Day;
}

/** All that must be known of the past to go on from it. */
export interface LedgerState {
  /** Planned sessions kept in a row, those under a freeze not counted and not breaking. */
  readonly streak: number;
  readonly longest: number;
  readonly freezes: number;
  /** Freezes used since a session was last kept. */
  readonly frozenInARow: number;
  /** Repaired ones included. */
  readonly keptSessions: number;
  /** Planned sessions that are decided: kept or missed. */
  readonly dueSessions: number;
  readonly extras: number;
  /** Weeks of which every planned session was kept; those that count for nobody left out. */
  readonly keptWeeks: number;
  readonly thisWeek: { readonly kept: number; readonly missed: number };
  /** 0 to 1, climbing from 0: the smoothed score, see `consistency.ts`. */
  readonly consistency: number;
  /** A streak was lost, and no session kept since. */
  readonly lost: boolean;
  /** The latest kept session was the first after a lost streak. */
  readonly comeback: boolean;
  /** What was written into the ledger. */
  readonly said: readonly LedgerLine[];
}

export function begin(): LedgerState {
  return {
    streak: 0,
    longest: 0,
    freezes: FREEZES.atFirst,
    frozenInARow: 0,
    keptSessions: 0,
    dueSessions: 0,
    extras: 0,
    keptWeeks: 0,
    thisWeek: { kept: 0, missed: 0 },
    consistency: 0,
    lost: false,
    comeback: false,
    said: [],
  };
}

/**
 * The state after these events; `said` is what it had and what they wrote. Events come in the order of their days, each
 * once.
 */
export function fold(state: LedgerState, events: readonly LedgerEvent[]): LedgerState {
  const draft: Draft = { ...state, said: [...state.said] };
  for (const event of events) take(draft, event);
  return draft;
}

function take(draft: Draft, event: LedgerEvent): void {
  if (event.kind === 'pause') {
    say(draft, event.day, 'paused', event.to === undefined ? undefined : { until: event.to });
    return;
  }
  if (event.kind === 'extra') {
    draft.extras += 1;
    say(draft, event.day, 'extra');
    return;
  }
  if (event.outcome === 'missed') {
    const because = miss(draft);
    say(draft, event.day, because === undefined ? 'frozen' : 'missed', because && { because });
  } else {
    const { outcome, repairedOn } = event;
    if (outcome === 'kept' || outcome === 'repaired') keep(draft);
    say(draft, event.day, outcome, repairedOn && { repairedOn });
  }
  if (event.closesWeek && event.outcome !== 'open') closeWeek(draft, event.day);
}

/** A fold's own copy, changed in place: a plan is some sixty steps, told anew with every check-in. */
type Draft = { -readonly [key in keyof LedgerState]: LedgerState[key] } & { readonly said: LedgerLine[] };

function keep(draft: Draft): void {
  draft.streak += 1;
  draft.longest = Math.max(draft.longest, draft.streak);
  draft.frozenInARow = 0;
  draft.keptSessions += 1;
  draft.dueSessions += 1;
  draft.thisWeek = { kept: draft.thisWeek.kept + 1, missed: draft.thisWeek.missed };
  draft.consistency = smoothed(draft.consistency, true);
  draft.comeback = draft.lost;
  draft.lost = false;
}

/** Why no freeze stood in; undefined when one did. None is spent where there is no streak to guard. */
function miss(draft: Draft): Unguarded | undefined {
  draft.dueSessions += 1;
  draft.thisWeek = { kept: draft.thisWeek.kept, missed: draft.thisWeek.missed + 1 };
  draft.consistency = smoothed(draft.consistency, false);
  const because = unguarded(draft);
  if (because === undefined) {
    draft.freezes -= 1;
    draft.frozenInARow += 1;
    return undefined;
  }
  draft.lost ||= draft.streak > 0;
  draft.streak = 0;
  return because;
}

function unguarded({ streak, freezes, frozenInARow }: LedgerState): Unguarded | undefined {
  if (streak === 0) return 'no-streak';
  if (freezes === 0) return 'none-left';
  return frozenInARow < FREEZES.inARow ? undefined : 'two-in-a-row';
}

function closeWeek(draft: Draft, day: Day): void {
  const { kept, missed } = draft.thisWeek;
  draft.thisWeek = { kept: 0, missed: 0 };
  if (missed > 0 || kept === 0) return;
  draft.keptWeeks += 1;
  if (draft.keptWeeks % FREEZES.everyKeptWeeks !== 0 || draft.freezes >= FREEZES.most) return;
  draft.freezes += 1;
  say(draft, day, 'freeze-earned');
}

function say(
  draft: Draft,
  day: Day,
  event: LedgerLine['event'],
  more?: Pick<LedgerLine, 'repairedOn' | 'because' | 'until'>,
): void {
  const { streak, freezes } = draft;
  draft.said.push({ day, event, streak, freezes, ...more });
}
