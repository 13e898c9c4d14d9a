import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { day, type Instant, localTime, zone } from '../../src/coach/day.ts';
import type { MemberFile } from '../../src/coach/member.ts';
import { type OpenStore, openStore } from '../../src/store/database.ts';
import type { NewCheckIn } from '../../src/store/interfaces/check-ins.ts';
import type { NewDelivery } from '../../src/store/interfaces/deliveries.ts';
import type { NewEnrolment } from '../../src/store/interfaces/members.ts';
import type { Schedule } from '../../src/store/interfaces/schedules.ts';
import type { ServerSettings } from '../../src/store/interfaces/servers.ts';
import type { Store } from '../../src/store/store.ts';
import { ANA, LISBON } from './people.ts';

const CHANNEL = '3300000000000000001';

/** `at('2026-01-05T07:30')`, in UTC. */
export function at(text: string): Instant {
  return Date.parse(`${text}:00Z`);
}

/** A folder that is gone when the test is over. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'coach-store-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A store that is closed when the test is over; in memory when no path is given. */
export async function opened(path = ':memory:'): Promise<OpenStore> {
  const store = await openStore(path);
  onTestFinished(() => store.close());
  return store;
}

export function enrolment(changes: Partial<NewEnrolment> = {}): NewEnrolment {
  return {
    serverId: LISBON,
    userId: ANA,
    zone: zone('Europe/Lisbon'),
    level: 'standard',
    trainingDays: [1, 3, 5],
    kit: ['mat', 'dumbbells'],
    notice: 'nothing',
    programmeId: 'back-12',
    startsOn: day('2026-01-05'),
    readinessVersion: 1,
    now: at('2026-01-04T18:00'),
    ...changes,
  };
}

export function anaEnrols(store: Store, changes: Partial<NewEnrolment> = {}): Promise<MemberFile> {
  return store.members.enroll(enrolment(changes));
}

let interactions = 0;

/** A full workout on 2026-01-05, asked for by an interaction of its own. */
export function workout(
  memberId: number,
  changes: Partial<Extract<NewCheckIn, { kind: 'workout' }>> = {},
): Extract<NewCheckIn, { kind: 'workout' }> {
  interactions += 1;
  return {
    memberId,
    kind: 'workout',
    day: day('2026-01-05'),
    madeAt: at('2026-01-05T18:00'),
    sourceId: `interaction-${interactions}`,
    size: 'full',
    ...changes,
  };
}

export const SETTINGS: Omit<ServerSettings, 'parked'> = {
  serverId: LISBON,
  channelId: CHANNEL,
  zone: zone('Europe/Lisbon'),
  postAt: localTime('07:30'),
  nudges: { sleep: [localTime('21:30')], water: [localTime('10:00'), localTime('15:00')] },
  tone: 'warm',
  weeklyGoal: false,
};

export function schedule(changes: Partial<Schedule> = {}): Schedule {
  return {
    serverId: LISBON,
    kind: 'daily',
    slot: 0,
    at: localTime('07:30'),
    nextDay: day('2026-01-05'),
    nextAt: at('2026-01-05T07:30'),
    ...changes,
  };
}

export function mondaysPost(changes: Partial<NewDelivery> = {}): NewDelivery {
  return {
    serverId: LISBON,
    kind: 'daily',
    key: 'daily.2026-01-05',
    day: day('2026-01-05'),
    status: 'pending',
    dueAt: at('2026-01-05T07:30'),
    expiresAt: at('2026-01-05T13:30'),
    ...changes,
  };
}
