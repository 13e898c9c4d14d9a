import { randomBytes } from 'node:crypto';
import { createServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { activity, type WorkKind } from './activity.ts';
import { type Actor, actor } from './actors/actor.ts';
import {
  buildPerson,
  buildServer,
  type PersonOptions,
  type Server,
  type ServerOptions,
  serverHandle,
} from './builders.ts';
import { type Channel, channelHandle } from './channel.ts';
import { type Clock, sandboxClock } from './clock.ts';
import type { Core } from './core.ts';
import { happenings, type SandboxEvent } from './events.ts';
import { type Faults, faults } from './faults.ts';
import { type Gateway, gateway } from './gateway/gateway.ts';
import { type Commands, commands } from './interactions/commands.ts';
import { interactions } from './interactions/pending.ts';
import { type Journal, openJournal } from './journal/journal.ts';
import { readJournal } from './journal/reading.ts';
import { type RateLimitMode, rateLimits } from './rate-limits.ts';
import { restApp } from './rest/app.ts';
import { snowflakes } from './snowflake.ts';
import { type Transcript, transcript } from './transcript.ts';
import { type Departure, validation } from './validation.ts';
import { type Change, worldChanges } from './world/changes.ts';
import type { World } from './world/state.ts';
import { newWorld } from './world/world.ts';

export interface SandboxOptions {
  /** 0, the default, takes a free one. */
  readonly port?: number;
  /** The instant (ms) at which its clock starts; 2026-01-05T07:00:00Z by default, a Monday. A world that was kept goes on. */
  readonly startsAt?: number;
  /**
   * The file in which the world is kept, also from a process that is killed; when there is one, the world in it goes on.
   * One sandbox at a time. Without it the world is gone with the sandbox.
   */
  readonly keepIn?: string;
  readonly rateLimits?: RateLimitMode;
  /** `hand`, the default: time stands still until a test advances it. `running`: it goes on in real time. */
  readonly clock?: 'hand' | 'running';
  readonly botName?: string;
  /** Real milliseconds after which a bot that has not answered counts as hung; 5,000 by default. */
  readonly patience?: number;
  /** Real milliseconds of silence that count as quiet; 0 by default, enough for a bot in the same process. */
  readonly linger?: number;
  /** False: an act of a person ends when they see something, though the bot may still be at work. */
  readonly settleActs?: boolean;
  /** False: nothing is kept in the transcript; `on('event', …)` still tells. */
  readonly keepTranscript?: boolean;
}

/** A stand-in for Discord on 127.0.0.1, with the people in it. */
export interface Sandbox {
  /** For discord.js: `new Client({ rest: { api: sandbox.apiUrl } })`. */
  readonly apiUrl: string;
  /** The bot's made-up token. */
  readonly token: string;
  readonly bot: { readonly applicationId: string; readonly userId: string };
  /** Whether the world is from an earlier start. */
  readonly isRestored: boolean;
  readonly clock: Clock;
  readonly world: World;
  readonly commands: Commands;
  readonly gateway: Gateway;
  readonly faults: Faults;
  readonly transcript: Transcript;
  /** What broke Discord's rules so far, by the bot (it was answered 50035) or by the sandbox itself. */
  readonly departures: readonly Departure[];
  server(options: ServerOptions): Server;
  person(name: string, options?: PersonOptions): Actor;
  /** Whoever has this id. @throws Error when nobody does */
  personOf(id: string): Actor;
  /** @throws Error when there is none */
  channelOf(id: string): Channel;
  /** @throws Error when there is none */
  serverOf(id: string): Server;
  /** Tells of something that somebody did to the world or the wire by hand. */
  note(kind: 'world' | 'fault', what: string): void;
  on(event: 'event', listener: (event: SandboxEvent) => void): () => void;
  /** Tells what became different in the world, once it has. */
  onChange(listener: (change: Change) => void): () => void;
  /** Resolves when a bot is connected, has had all events and has come to rest. */
  ready(): Promise<void>;
  /** Resolves when nothing is under way on the wire. @throws Error naming what is, when patience runs out */
  settled(): Promise<void>;
  /** @throws Error when a request met something that is not implemented, or the sandbox broke Discord's rules */
  assertFaithful(): void;
  close(): Promise<void>;
}

/** @throws JournalError when `keepIn` names a file that is not a whole world, or cannot be written */
export async function createSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const http = createServer();
  // Longer than a client keeps a connection: or else it may write to one that is just being closed.
  http.keepAliveTimeout = 120_000;
  await new Promise<void>((resolve, reject) => {
    http.once('error', reject);
    http.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  try {
    // It listens first, for what was kept holds its address; nobody is heard before the turn in which it is set up is over.
    return opened(http, options);
  } catch (error) {
    http.close();
    throw error;
  }
}

function opened(http: HttpServer, options: SandboxOptions): Sandbox {
  const origin = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  const earlier = options.keepIn === undefined ? undefined : readJournal(options.keepIn, origin);
  // A millisecond later: ids count anew, and those of the last instant are taken.
  const startsAt = earlier === undefined ? (options.startsAt ?? Date.UTC(2026, 0, 5, 7)) : earlier.at + 1;
  const patience = options.patience ?? 5_000;
  const busy = activity(patience, options.linger ?? 0);
  const rest = async (...kinds: WorkKind[]) => {
    await busy.quiet(...kinds);
    await within(patience, wire.delivered(), 'the bot to acknowledge what the gateway sent');
    await busy.quiet(...kinds);
  };
  let journal: Journal | undefined;
  // An interaction that nobody answers must not stop the clock: its three seconds are to pass.
  const clock = sandboxClock(
    startsAt,
    () => rest('request'),
    () => journal?.moved(),
  );
  const ids = snowflakes(clock.now, (at) => journal?.reach(at));
  const world = earlier?.world ?? newWorld(ids, startsAt, options.botName ?? 'Backbone');
  const told = happenings();
  const kept = transcript(told, options.keepTranscript ?? true);
  const changes = worldChanges();
  const registered = commands(world.applicationId, ids, () => changes.tell({ kind: 'commands' }), earlier?.commands);
  if (options.keepIn !== undefined) {
    const whole = { world, commands: registered.lists };
    journal = openJournal({ file: options.keepIn, kept: whole, origin, now: clock.now });
    // First of all who listen: what is not kept is told to nobody.
    changes.on(journal.keep);
  }
  const rules = validation();
  const wire = gateway(() => core);
  const core: Core = {
    token: tokenFor(world.bot.id),
    origin: () => origin,
    clock,
    ids,
    world,
    happenings: told,
    changes,
    activity: busy,
    gateway: wire,
    commands: registered,
    interactions: interactions(() => core),
    rateLimits: rateLimits(options.rateLimits ?? 'discord', clock.now),
    faults: faults(),
    validation: rules,
    patience,
    settleActs: options.settleActs ?? true,
  };

  const app = restApp(() => core);
  http.on('request', getRequestListener(app.fetch, { overrideGlobalObjects: false }));
  http.on('upgrade', (request, socket, head) => wire.upgrade(request, socket, head));
  if (options.clock === 'running') clock.run();

  return {
    apiUrl: `${origin}/api`,
    token: core.token,
    bot: { applicationId: world.applicationId, userId: world.bot.id },
    isRestored: earlier !== undefined,
    clock,
    world,
    commands: core.commands,
    gateway: wire,
    faults: core.faults,
    transcript: kept,
    departures: rules.departures,
    server: (server) => buildServer(core, server),
    person: (name, person) => buildPerson(core, name, person),
    personOf: (id) => actor(core, known(world.users, id, 'a person')),
    channelOf: (id) => channelHandle(core, known(world.channels, id, 'a channel')),
    serverOf: (id) => serverHandle(core, known(world.servers, id, 'a server')),
    note: (kind, what) => told.tell({ kind, at: clock.now(), what }),
    on: (_, listener) => told.on(listener),
    onChange: changes.on,
    async ready() {
      await within(patience, wire.ready(), 'a bot to connect');
      await rest();
    },
    settled: () => rest(),
    assertFaithful: rules.assertFaithful,
    async close() {
      clock.hold();
      wire.close();
      await new Promise<void>((resolve) => {
        http.close(() => resolve());
        http.closeAllConnections();
      });
      journal?.close();
    },
  };
}

function known<T>(all: ReadonlyMap<string, T>, id: string, what: string): T {
  const found = all.get(id);
  if (found === undefined) throw new Error(`${what} with the id ${id} is not known`);
  return found;
}

/** Shaped as Discord's: the bot's id, a time and a signature; new each time, so that no other local page can be the bot. */
function tokenFor(botId: string): string {
  const secret = randomBytes(24).toString('base64url').replaceAll('-', '_');
  return `${Buffer.from(botId).toString('base64url')}.Sandbx.${secret}`;
}

async function within(ms: number, work: Promise<void>, what: string): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`waited ${ms} ms of real time for ${what}`)), ms);
  });
  try {
    await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
