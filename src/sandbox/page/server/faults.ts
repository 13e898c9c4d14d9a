import type { Change } from '../../world/changes.ts';
import type { Shown } from '../host.ts';
import { FAULT_KINDS, type FaultAct, type FaultKind, type FaultView } from '../protocol.ts';
import { FaultError } from './fault-error.ts';
import { type RequestFault, type RequestKind, requestFaults } from './request-faults.ts';
import { type WorldFault, type WorldKind, worldFaults } from './world-faults.ts';

export { FaultError } from './fault-error.ts';

/** Breaks things as a host would meet them, and mends them. */
export interface FaultDesk {
  /** At once, whatever time does. @throws FaultError, worded for a person, when it makes no sense as things are */
  act(act: FaultAct): void;
  /** What is broken now, also by other hands, in the order of the kinds. */
  view(): FaultView[];
  /** Calls `listener` when the view is another; returns what stops it. */
  on(listener: () => void): () => void;
  /** Mends what befalls the bot's requests: before it is stopped, say, which would wait for those that hang. */
  letThrough(): void;
  /** Lets the bot's requests through. What is broken in the world stays broken. */
  close(): void;
}

/**
 * Real milliseconds that time waits for a bot that hangs: so long while its requests are made to fail, so that a
 * standing fault does not hold the clock; and so long once that was so, for it may still wait for an answer.
 */
const WHILE_BROKEN = 1_000;
const ONCE_BROKEN = 5_000;

export function faultsOf({ sandbox }: Shown): FaultDesk {
  const { clock, gateway } = sandbox;
  const listeners = new Set<() => void>();
  let last = '[]';
  let failsRequests = false;

  const changed = () => {
    const fails = Object.values(requests).some((fault) => fault.left() > 0);
    if (fails !== failsRequests) clock.waitAtMost(fails ? WHILE_BROKEN : ONCE_BROKEN);
    failsRequests = fails;
    const now = JSON.stringify(view());
    if (now === last) return;
    last = now;
    for (const listener of listeners) listener();
  };

  const requests: Readonly<Record<RequestKind, RequestFault>> = requestFaults(sandbox, changed);
  const world: Readonly<Record<WorldKind, WorldFault>> = worldFaults(sandbox);
  const passing: Readonly<Record<PassingKind, () => void>> = {
    'gateway drop': () => gateway.drop(),
    'gateway reconnect': () => gateway.askToReconnect(),
    'session lost': () => gateway.invalidate(),
  };

  const view = () =>
    FAULT_KINDS.flatMap((fault): FaultView[] => {
      if (isOf(requests, fault)) {
        const left = requests[fault].left();
        if (left === 0) return [];
        return [{ fault, on: null, left: Number.isFinite(left) ? left : null }];
      }
      if (!isOf(world, fault)) return [];
      return world[fault].broken().map(({ on, label }) => ({ fault, on, label, left: null }));
    });

  const pass = (act: FaultAct, befall: () => void) => {
    if (act.do === 'mend') throw new FaultError('There is nothing to mend: the bot connects again by itself.');
    const isConnected = [...gateway.sessions.values()].some(({ socket }) => socket !== undefined);
    if (!isConnected) throw new FaultError('The bot is not connected at the moment. Wait until it is back.');
    sandbox.note('fault', `${act.fault}, by hand`);
    befall();
  };

  const letThrough = () => {
    for (const fault of Object.values(requests)) if (fault.left() > 0) fault.mend();
  };

  const onChange = (change: Change) => {
    if (change.kind !== 'message' && change.kind !== 'message gone' && change.kind !== 'file') changed();
  };
  const stop = sandbox.onChange(onChange);
  // Some of it may have been broken before.
  last = JSON.stringify(view());

  return {
    act(act) {
      const { fault, do: what } = act;
      if (isOf(passing, fault)) return pass(act, passing[fault]);
      if (isOf(requests, fault)) {
        if (what === 'break') requests[fault].break(act.times ?? Number.POSITIVE_INFINITY);
        else requests[fault].mend();
      } else if (isOf(world, fault)) world[fault][what](act.on ?? '');
      return changed();
    },
    view,
    on(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    letThrough,
    close() {
      stop();
      listeners.clear();
      letThrough();
    },
  };
}

/** Over as soon as it has happened. */
type PassingKind = Exclude<FaultKind, RequestKind | WorldKind>;

const isOf = <K extends FaultKind>(table: Readonly<Record<K, unknown>>, kind: FaultKind): kind is K => kind in table;
