import { isBetween } from './wall-clock.ts';

export type DirectKind = 'workout' | 'sleep' | 'water' | 'review';

/** A kind of direct message that somebody asked for, from the instant on at which they did. */
export interface DirectWish {
  readonly kind: DirectKind;
  readonly askedAt: number;
  stoppedAt?: number;
  /** By their own clock: from the first minute in which it may come to the first in which it may not. */
  readonly hours: readonly [from: string, to: string];
}

/** A direct message that came. */
export interface Direct {
  /** As its buttons say; undefined for what is no reminder. */
  readonly kind: string | undefined;
  readonly at: number;
  /** By the clock that they live by. */
  readonly day: string;
  readonly time: string;
  /** It was put off before: then it may come later than its hours. */
  readonly isAgain: boolean;
  /** They were in their plan then, in no pause, and had something to do that day. */
  readonly isInPlan: boolean;
  readonly hasSession: boolean;
}

/** Somebody as direct messages to them are judged, by their own account. */
export interface Addressee {
  readonly name: string;
  readonly wishes: readonly DirectWish[];
  readonly quiet: readonly [from: string, to: string];
  readonly mostADay: number;
  readonly notes: readonly {
    readonly kind: 'workout' | 'sleep' | 'water';
    readonly day: string;
    readonly at: number;
    readonly undoneAt?: number;
  }[];
}

/** What of all that somebody was written breaks a promise, in a sentence each. */
export function wrongDirects({ name, wishes, quiet, mostADay, notes }: Addressee, got: readonly Direct[]): string[] {
  const wrong = got.flatMap((direct) => {
    const { kind, at, day, time } = direct;
    const what = `${name} was written to (${kind ?? 'no reminder'}) on ${day} at ${time}`;
    const wish = wishes.find(
      (each) => each.kind === kind && each.askedAt <= at && at <= (each.stoppedAt ?? Number.POSITIVE_INFINITY),
    );
    if (wish === undefined) return [`${what} without having asked for it`];
    const isLogged = notes.some(
      (note) => note.kind === kind && note.day === day && note.at < at && (note.undoneAt ?? Infinity) > at,
    );
    return [
      ...(isBetween(time, ...quiet) ? [`${what}, in quiet hours`] : []),
      ...(direct.isAgain || isBetween(time, ...wish.hours) ? [] : [`${what}, at another time than they chose`]),
      ...(kind !== 'water' && isLogged ? [`${what}, and had logged it`] : []),
      ...(kind !== 'review' && !direct.isInPlan ? [`${what}, and was not in the plan`] : []),
      ...(kind === 'workout' && !direct.hasSession ? [`${what}, and there was no session`] : []),
    ];
  });
  const days = [...new Set(got.map(({ day }) => day))];
  const crowded = days.flatMap((day) => {
    const count = got.filter((direct) => direct.day === day).length;
    return count > mostADay ? [`${name} was written to ${count} times on ${day}, and wanted ${mostADay} at most`] : [];
  });
  const silent = wishes
    .filter(({ kind }) => !got.some((direct) => direct.kind === kind))
    .map(({ kind }) => `${name} asked to be written to (${kind}), and never was`);
  return [...wrong, ...crowded, ...silent];
}
