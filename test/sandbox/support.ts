import { Client, Events, GatewayIntentBits, type Interaction } from 'discord.js';
import type { Actor } from '../../src/sandbox/actors/actor.ts';
import type { Channel, Server } from '../../src/sandbox/builders.ts';
import type { Outcome } from '../../src/sandbox/interactions/outcome.ts';
import { createSandbox, type Sandbox, type SandboxOptions } from '../../src/sandbox/sandbox.ts';

type Handler = (interaction: Interaction) => unknown;

const clients: Client[] = [];
const sandboxes: Sandbox[] = [];
const failures: unknown[] = [];
/** Sandboxes that a test has led to what they cannot do, on purpose. */
const forgiven = new Set<Sandbox>();

/** A bot written with real discord.js, which knows nothing of the sandbox but an address and a token. */
export function newBot(sandbox: Sandbox, onInteraction: Handler, intents = [GatewayIntentBits.Guilds]): Client {
  const client = new Client({
    intents,
    rest: { api: sandbox.apiUrl, retries: 0, timeout: 1_000 },
    // Real Discord wants five seconds between two identifies; a test need not wait for them.
    ws: { buildIdentifyThrottler: async () => ({ waitForIdentify: async () => undefined }) },
  });
  clients.push(client);
  client.on(Events.InteractionCreate, async (interaction) => {
    try {
      await onInteraction(interaction);
    } catch (error) {
      failures.push(error);
    }
  });
  return client;
}

export async function startBot(
  sandbox: Sandbox,
  onInteraction: Handler = () => undefined,
  intents = [GatewayIntentBits.Guilds],
): Promise<Client<true>> {
  const client = newBot(sandbox, onInteraction, intents);
  const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(sandbox.token);
  const loggedIn = await ready;
  await sandbox.ready();
  return loggedIn;
}

export async function newSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const sandbox = await createSandbox(options);
  sandboxes.push(sandbox);
  return sandbox;
}

export interface Gym {
  readonly sandbox: Sandbox;
  readonly server: Server;
  readonly training: Channel;
  readonly ana: Actor;
  readonly client: Client<true>;
}

export const PING = { name: 'ping', description: 'Answers' };

/** A server with a channel, Ana in it, and a bot that has `/ping` and handles interactions as told. */
export async function gym(onInteraction?: Handler, options: SandboxOptions = {}): Promise<Gym> {
  const sandbox = await newSandbox(options);
  const server = sandbox.server({ name: 'Lisbon Lifters' });
  const training = server.channel('training');
  const ana = server.member('Ana');
  const client = await startBot(sandbox, onInteraction);
  await client.application.commands.set([PING]);
  return { sandbox, server, training, ana, client };
}

/** Closes all that a test opened, and fails it when a sandbox met what it cannot do or a handler failed. */
export async function closeAll(): Promise<void> {
  await Promise.all(clients.splice(0).map((client) => client.destroy()));
  const closing = sandboxes.splice(0);
  await Promise.all(closing.map((sandbox) => sandbox.close()));
  for (const sandbox of closing) if (!forgiven.has(sandbox)) sandbox.assertFaithful();
  const [failure] = failures.splice(0);
  if (failure !== undefined) throw failure;
}

export function forgive(sandbox: Sandbox): void {
  forgiven.add(sandbox);
}

/** The message of an outcome, which must have one. */
export function messageOf(outcome: Outcome) {
  if (outcome.kind !== 'message' && outcome.kind !== 'update') throw new Error(`no message but ${outcome.kind}`);
  return outcome.message;
}

export function modalOf(outcome: Outcome) {
  if (outcome.kind !== 'modal') throw new Error(`no form but ${outcome.kind}`);
  return outcome.modal;
}

/** The code of the DiscordAPIError that a call was refused with, or `undefined` when it was not refused. */
export async function codeOf(call: Promise<unknown>): Promise<number | string | undefined> {
  try {
    await call;
    return undefined;
  } catch (error) {
    if (error instanceof Error && 'code' in error) return error.code as number | string;
    throw error;
  }
}
