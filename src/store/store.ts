import type { Boards } from './interfaces/boards.ts';
import type { CheckIns, Milestones } from './interfaces/check-ins.ts';
import type { Deliveries } from './interfaces/deliveries.ts';
import type { Freezes } from './interfaces/freezes.ts';
import type { HostNotes } from './interfaces/host.ts';
import type { Choices, Members, Pauses } from './interfaces/members.ts';
import type { Clearings, MyData, Presence } from './interfaces/privacy.ts';
import type { Dms, Reminders } from './interfaces/reminders.ts';
import type { Schedules } from './interfaces/schedules.ts';
import type { Servers } from './interfaces/servers.ts';
import type { TrainingFiles, Trainings } from './interfaces/training.ts';

/** All that is kept. The same shape stands inside a transaction. */
export interface Store {
  readonly servers: Servers;
  readonly schedules: Schedules;
  readonly deliveries: Deliveries;
  readonly reminders: Reminders;
  readonly dms: Dms;
  readonly members: Members;
  readonly checkIns: CheckIns;
  readonly freezes: Freezes;
  readonly pauses: Pauses;
  readonly choices: Choices;
  readonly milestones: Milestones;
  readonly boards: Boards;
  readonly trainings: Trainings;
  readonly trainingFiles: TrainingFiles;
  readonly hostNotes: HostNotes;
  readonly myData: MyData;
  readonly clearings: Clearings;
  readonly presence: Presence;
  /**
   * All of `work` or nothing; begun with the write lock, so it never fails half-way for being second. Within `work` use
   * the store that it is given: the outer one would wait for the end of the transaction for ever, so it throws there. A
   * transaction within a transaction is part of it.
   *
   * @throws StoreError (`store-error.ts`), as everything here, when the database as a whole fails: its disk is full, it
   * is locked or damaged. Then nothing of `work` was kept.
   */
  transaction<T>(work: (store: Store) => Promise<T>): Promise<T>;
}
