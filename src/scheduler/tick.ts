import type { Instant } from '../coach/day.ts';
import { createClearing } from './clearing.ts';
import { deliverWhatIsOpen } from './deliver.ts';
import { dmChannels } from './dm-channels.ts';
import { oweWhatIsDue } from './owe.ts';
import { oweReminders } from './remind.ts';
import type { SendOptions } from './send.ts';

export interface SchedulerOptions extends Omit<SendOptions, 'dms'> {
  readonly clock: () => Instant;
}

export interface Scheduler {
  /**
   * Asks what is due by now and sends it. Calls while one runs become one further run. Resolves when nothing is
   * left to do now; never rejects.
   */
  beat(): Promise<void>;
  /** When there may be something to do next; undefined when nothing is planned. */
  nextDue(): Promise<Instant | undefined>;
  /** Begins no further run, and resolves when the one in hand has ended. */
  drain(): Promise<void>;
}

export function createScheduler(options: SchedulerOptions): Scheduler {
  const { store, clock, log } = options;
  const dms = dmChannels(options);
  const clearing = createClearing(options);
  let running: Promise<void> | undefined;
  let again = false;
  let closing = false;
  let waiting: NodeJS.Timeout | undefined;

  async function run(): Promise<void> {
    while (again && !closing) {
      again = false;
      try {
        const now = clock();
        await oweWhatIsDue(options, now);
        await oweReminders(options, now);
        await deliverWhatIsOpen({ ...options, dms }, now);
        await clearing.clearUp(now);
      } catch (error) {
        log.error({ event: 'tick failed', err: error }, 'a beat of the scheduler failed; the next one tries again');
      }
    }
    comeBackAt(dms.takeWait());
    // In the same turn as the last look at `again`: a beat asked for from here on begins a run of its own.
    running = undefined;
  }

  /** Before the next minute, for those who wait for a direct message to be opened. */
  function comeBackAt(instant: Instant | undefined): void {
    clearTimeout(waiting);
    if (instant === undefined || closing) return;
    waiting = setTimeout(() => void beat(), Math.max(instant - clock(), 0)).unref();
  }

  async function beat(): Promise<void> {
    if (closing) return;
    again = true;
    running ??= Promise.resolve().then(run);
    await running;
  }

  return {
    beat,
    async nextDue() {
      const instants = [
        await store.schedules.earliest(),
        await store.reminders.earliest(),
        await store.deliveries.earliestRetry(),
        await clearing.nextDue(),
      ];
      const known = instants.filter((instant) => instant !== undefined);
      return known.length === 0 ? undefined : Math.min(...known);
    },
    async drain() {
      closing = true;
      clearTimeout(waiting);
      await running;
    },
  };
}
