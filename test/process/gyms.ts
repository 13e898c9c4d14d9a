import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { addDays, dayNumber, dayOf, zone } from '../../src/coach/day.ts';
import { parseCustomId } from '../../src/messages/parts.ts';
import type { Actor } from '../../src/sandbox/actors/actor.ts';
import type { Channel } from '../../src/sandbox/builders.ts';
import { createSandbox, type Sandbox } from '../../src/sandbox/sandbox.ts';
import { openFile, prepare } from '../../src/store/sqlite.ts';
import { EVERYTHING } from '../support/scene.ts';
import { type Program, startProgram, temporaryFolder } from './program.ts';

export interface Gym {
  readonly id: string;
  readonly channel: Channel;
  readonly admin: Actor;
  readonly member: Actor;
}

/** Several servers on a sandbox whose clock is the real one, and a program to be started against them. */
export interface Gyms {
  readonly sandbox: Sandbox;
  readonly all: readonly Gym[];
  readonly databasePath: string;
  start(level?: string): Program;
  /** The keys of the coach's posts in a gym's channel, oldest first. */
  postedIn(gym: Gym): string[];
}

/** Opened with the program running once, in which every gym was set up and its member enrolled. */
export async function openGyms(count: number): Promise<Gyms> {
  const databasePath = join(temporaryFolder(), 'coach.db');
  const sandbox = await createSandbox({
    startsAt: Date.now(),
    clock: 'running',
    rateLimits: 'generous',
    settleActs: false,
    keepTranscript: false,
  });
  onTestFinished(async () => {
    await sandbox.close();
    sandbox.assertFaithful();
  });
  const all = Array.from({ length: count }, (_, index): Gym => {
    const server = sandbox.server({ name: `Gym ${index}` });
    const channel = server.channel('training');
    return { id: server.id, channel, admin: server.owner, member: server.member(`Member ${index}`) };
  });
  const start = (level = 'debug') =>
    startProgram({
      env: {
        DISCORD_TOKEN: sandbox.token,
        DISCORD_API_URL: sandbox.apiUrl,
        DATABASE_PATH: databasePath,
        BACKUP_PATH: 'off',
        LOG_LEVEL: level,
      },
    });
  return {
    sandbox,
    all,
    databasePath,
    start,
    postedIn: ({ channel, admin }) =>
      admin
        .sees(channel)
        .filter(({ author, flags }) => author.bot === true && ((flags ?? 0) & 64) === 0)
        .map(({ components }) => keyOf(components ?? []) ?? 'no key'),
  };
}

/** Sets up each gym with a post that is hours away, and enrols its member. */
export async function settleIn({ all }: Gyms): Promise<void> {
  const hour = (new Date().getUTCHours() + 12) % 24;
  const time = `${String(hour).padStart(2, '0')}:00`;
  for (const { admin, member, channel } of all) {
    await admin.slash(channel, 'coach setup', { zone: 'UTC', time });
    await member.slash(channel, 'enroll', { ...EVERYTHING, zone: 'UTC' });
  }
}

/**
 * While the program is down: what each gym is owed next falls due now, as if the time had passed. A gym whose last one
 * was not written down yet keeps that. Returns the keys that are owed for it, a gym at a time.
 */
export function fallDue({ databasePath, all }: Gyms, round: number): string[][] {
  const now = Date.now();
  const day = addDays(dayOf(now, zone('UTC')), round);
  const database = openFile(databasePath);
  const move = prepare(
    database,
    `update schedules set next_day = ?, next_at = ? where server_id = ? and kind = 'daily' and next_at > ?`,
  );
  const owed = all.map(({ id }) => (move.run(dayNumber(day), now - 1000, id, now).changes > 0 ? [`daily.${day}`] : []));
  database.close();
  return owed;
}

function keyOf(components: readonly object[]): string | undefined {
  for (const component of components) {
    if ('custom_id' in component) return parseCustomId(String(component.custom_id))?.argument;
    const inside = 'components' in component && Array.isArray(component.components) ? component.components : [];
    const key = keyOf(inside);
    if (key !== undefined) return key;
  }
  return undefined;
}

/** Numbers from 0 to 1 that are the same at each run. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return state / 2 ** 32;
  };
}
