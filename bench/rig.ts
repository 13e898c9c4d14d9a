import type { Actor } from '../src/sandbox/actors/actor.ts';
import type { Channel, Server } from '../src/sandbox/builders.ts';
import { createSandbox, type Sandbox } from '../src/sandbox/sandbox.ts';
import { type Program, run } from './processes.ts';

/** Which program connects, and what it finds in its environment besides the token and the address. */
export interface Bot {
  readonly script: string;
  readonly environment?: Readonly<Record<string, string>>;
  /** A command of its own, by which one knows that it has registered them. */
  readonly command: string;
}

export const PONG: Bot = { script: 'dist/bench/pong-bot.js', command: 'ping' };

export const backbone = (databasePath: string): Bot => ({
  script: 'dist/main.js',
  environment: { DATABASE_PATH: databasePath, LOG_LEVEL: 'info' },
  command: 'checkin',
});

/** A stand-in for Discord of its own for each bot, so that all can run side by side. */
export interface Rig {
  readonly sandbox: Sandbox;
  readonly server: Server;
  readonly channel: Channel;
  readonly members: readonly Actor[];
}

export interface RigOptions {
  readonly members?: number;
  readonly servers?: number;
  /** Text channels of each server, over the first one. */
  readonly channels?: number;
  readonly roles?: number;
}

/** Real time to wait for a bot to start, in ms. */
const PATIENCE_MS = 30_000;

export async function openRig({ members = 1, servers = 1, channels = 0, roles = 0 }: RigOptions = {}): Promise<Rig> {
  const sandbox = await createSandbox({
    // The bots read the real clock.
    startsAt: Date.now(),
    clock: 'running',
    rateLimits: 'generous',
    settleActs: false,
    keepTranscript: false,
    patience: PATIENCE_MS,
  });
  const open = (index: number) => {
    const server = sandbox.server({ name: `Server ${index}` });
    for (let role = 0; role < roles; role += 1) server.role(`role ${role}`);
    for (let channel = 0; channel < channels; channel += 1) server.channel(`room-${channel}`);
    return server;
  };
  const server = open(0);
  for (let index = 1; index < servers; index += 1) open(index);
  return {
    sandbox,
    server,
    channel: server.channel('training'),
    members: Array.from({ length: members }, (_, index) => server.member(`Member ${index}`)),
  };
}

/** From the start of its process, in ms. */
export interface StartTimes {
  /** Until the gateway took its log-in. */
  readonly loggedIn: number;
  /** Until Discord has its commands, old or new, so that it answers them. */
  readonly answering: number;
}

export interface Started extends StartTimes {
  readonly program: Program;
}

export interface StartOptions {
  readonly folder: string;
  readonly profile?: boolean;
}

/** Starts a bot, and resolves when it is ready to answer. @throws Error when it ends before that */
export async function start({ sandbox }: Rig, bot: Bot, options: StartOptions): Promise<Started> {
  let loggedIn = Number.NaN;
  let stopListening: () => void = () => undefined;
  const answering = new Promise<number>((resolve) => {
    stopListening = sandbox.on('event', (event) => {
      if (event.kind === 'gateway' && event.way === 'out' && event.event === 'READY') loggedIn = performance.now();
      const listed = event.kind === 'rest' && event.path.endsWith('/commands') && event.status === 200;
      if (listed && sandbox.commands.find(bot.command, undefined) !== undefined) resolve(performance.now());
    });
  });
  const program = run({
    ...options,
    script: bot.script,
    environment: { DISCORD_TOKEN: sandbox.token, DISCORD_API_URL: sandbox.apiUrl, ...bot.environment },
  });
  const failed = program.ended.then(({ code, output }) => {
    throw new Error(`${bot.script} ended with ${code} before it was ready:\n${output}`);
  });
  failed.catch(() => undefined);
  try {
    const at = await Promise.race([answering, failed, late(bot.script)]);
    return { program, loggedIn: loggedIn - program.startedAt, answering: at - program.startedAt };
  } finally {
    stopListening();
  }
}

function late(script: string): Promise<never> {
  return new Promise((_, reject) => {
    const error = new Error(`${script} was not ready after ${PATIENCE_MS / 1000} s`);
    setTimeout(() => reject(error), PATIENCE_MS).unref();
  });
}
