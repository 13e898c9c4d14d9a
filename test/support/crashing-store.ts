import type { Store } from '../../src/store/store.ts';

/** What a process feels when it is killed: nothing after it. */
export class Killed extends Error {
  override readonly name = 'Killed';
}

export interface CrashingStore {
  readonly store: Store;
  /**
   * From now on the process dies at its n-th step: two for each call, before it is made and after it was done. From
   * there on every call fails. Steps within a transaction count, and take it back.
   */
  dieAt(step: number): void;
  readonly isDead: boolean;
}

/** The store as a process sees it that is killed at the boundary between two steps. */
export function crashingStore(real: Store): CrashingStore {
  let left = Number.POSITIVE_INFINITY;
  let isDead = false;

  const step = () => {
    left -= 1;
    if (left === 0) isDead = true;
    if (isDead) throw new Killed();
  };

  const lethal = <Table extends object>(table: Table): Table =>
    new Proxy(table, {
      get(target, name, receiver) {
        const method: unknown = Reflect.get(target, name, receiver);
        if (typeof method !== 'function') return method;
        return async (...given: unknown[]) => {
          step();
          const result: unknown = await method.apply(target, given);
          step();
          return result;
        };
      },
    });

  const wrapped = (store: Store): Store => ({
    servers: lethal(store.servers),
    schedules: lethal(store.schedules),
    deliveries: lethal(store.deliveries),
    reminders: lethal(store.reminders),
    dms: lethal(store.dms),
    members: lethal(store.members),
    checkIns: lethal(store.checkIns),
    freezes: lethal(store.freezes),
    pauses: lethal(store.pauses),
    choices: lethal(store.choices),
    milestones: lethal(store.milestones),
    boards: lethal(store.boards),
    trainings: lethal(store.trainings),
    trainingFiles: lethal(store.trainingFiles),
    hostNotes: lethal(store.hostNotes),
    myData: lethal(store.myData),
    clearings: lethal(store.clearings),
    presence: lethal(store.presence),
    async transaction(work) {
      step();
      const result = await store.transaction((inside) => work(wrapped(inside)));
      step();
      return result;
    },
  });

  return {
    store: wrapped(real),
    dieAt(wanted) {
      left = wanted;
    },
    get isDead() {
      return isDead;
    },
  };
}
