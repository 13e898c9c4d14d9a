import type { APIMessage } from 'discord-api-types/v10';
import { pino } from 'pino';
import { onTestFailed, onTestFinished } from 'vitest';
import { type Day, instantOf, localTime, type Zone, zone } from '../../src/coach/day.ts';
import type { Registry } from '../../src/discord/registry.ts';
import type { Actor } from '../../src/sandbox/actors/actor.ts';
import type { Channel, Server } from '../../src/sandbox/builders.ts';
import type { Outcome } from '../../src/sandbox/interactions/outcome.ts';
import type { SandboxOptions } from '../../src/sandbox/sandbox.ts';
import { openStage, type Stage } from '../../src/simulation/stage.ts';

export interface Scene extends Stage {
  readonly server: Server;
  /** Where the coach posts. */
  readonly training: Channel;
  /** Owns the server. */
  readonly admin: Actor;
  /** What the bot logged, one JSON object a line. */
  readonly logged: readonly { readonly level: number; readonly msg: string; readonly event?: string }[];
  /** Moves the clock to a wall-clock time, firing all that falls due on the way. */
  at(day: string, time: string, where?: string): Promise<void>;
}

export interface SceneOptions extends SandboxOptions {
  /** What the clocks of `zone` show when the scene opens; `2026-01-05 07:00`, a Monday, when absent. */
  readonly opens?: string;
  readonly zone?: string;
  readonly databasePath?: string;
  /** False: `/coach setup` has not been run. */
  readonly setUp?: boolean;
  readonly setup?: Readonly<Record<string, string | number>>;
  /** Other commands than the coach's own. */
  readonly registry?: Registry;
}

export const LISBON = 'Europe/Lisbon';

/** The instant at which the clocks of a zone show a day and a time. */
export function wallClock(text: string, where: Zone): number {
  const [date, time] = text.split(' ');
  const instant = instantOf(date as Day, localTime(time ?? '00:00'), where);
  if (instant === undefined) throw new RangeError(`${text} does not exist in ${where}`);
  return instant;
}

/**
 * A server with a channel, an admin and the real bot in it, over the wire. Closed when the test ends; a test that fails
 * prints what happened.
 */
export async function openScene(options: SceneOptions = {}): Promise<Scene> {
  const { opens, zone: where = LISBON, databasePath, setUp, setup, ...sandboxOptions } = options;
  const home = zone(where);
  const logged: Scene['logged'][number][] = [];
  const log = pino({ level: 'debug' }, { write: (line) => logged.push(JSON.parse(line)) });
  const stage = await openStage({
    version: '0.0.0-test',
    log,
    databasePath: databasePath ?? ':memory:',
    startsAt: wallClock(opens ?? '2026-01-05 07:00', home),
    ...sandboxOptions,
  });
  onTestFailed(() => {
    process.stderr.write(`${stage.sandbox.transcript.text('person', 'coach', 'ping', 'world', 'fault')}\n`);
  });
  onTestFinished(async () => {
    await stage.close();
    stage.sandbox.assertFaithful();
  });
  const server = stage.sandbox.server({ name: 'Lisbon Lifters' });
  const training = server.channel('training');
  await stage.startBot();
  if (setUp !== false) await server.owner.slash(training, 'coach setup', { zone: where, ...setup });
  return {
    ...stage,
    server,
    training,
    admin: server.owner,
    logged,
    at: (day, time, zoneName = where) => stage.sandbox.clock.advanceTo(wallClock(`${day} ${time}`, zone(zoneName))),
  };
}

/** How a member enrols without a form: everything said in the command. */
export const EVERYTHING = {
  zone: LISBON,
  level: 'standard',
  days: 'Mon Wed Fri',
  kit: 'mat, dumbbells, band, rope',
  start: 'today',
  share: true,
  ready: true,
} as const;

/** Somebody new in the server, enrolled. */
export async function enrolled(
  scene: Pick<Scene, 'server' | 'training'>,
  name: string,
  said: Partial<Record<keyof typeof EVERYTHING | 'mention', string | boolean>> = {},
): Promise<Actor> {
  const member = scene.server.member(name);
  const outcome = await member.slash(scene.training, 'enroll', { ...EVERYTHING, ...said });
  if (!textOf(outcome).includes('You are in')) throw new Error(`${name} was not enrolled: ${textOf(outcome)}`);
  return member;
}

/** What a person reads of an outcome. */
export function textOf(outcome: Outcome): string {
  switch (outcome.kind) {
    case 'message':
    case 'update':
      return outcome.text;
    case 'failed':
      return `failed: ${outcome.reason}`;
    default:
      return outcome.kind;
  }
}

/** The message of an outcome, to press its buttons. */
export function messageOf(outcome: Outcome): APIMessage {
  if (outcome.kind !== 'message' && outcome.kind !== 'update') throw new Error(`no message, but ${textOf(outcome)}`);
  return outcome.message;
}

/** The coach's posts in a channel, as everybody sees them, oldest first. */
export function postsIn(scene: Pick<Scene, 'admin' | 'training'>, channel = scene.training): APIMessage[] {
  return scene.admin
    .sees(channel)
    .filter((message) => message.author.bot === true && ((message.flags ?? 0) & 64) === 0);
}
