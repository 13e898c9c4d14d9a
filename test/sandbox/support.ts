import { Client, Events, GatewayIntentBits, type Interaction, Options } from 'discord.js';
import { createSandbox, type Sandbox, type SandboxOptions } from '../../src/sandbox/sandbox.ts';

/** A bot written with real discord.js, which knows nothing of the sandbox but an address and a token. */
export async function startBot(
  sandbox: Sandbox,
  onInteraction: (interaction: Interaction) => Promise<unknown> | unknown = () => undefined,
  intents: readonly GatewayIntentBits[] = [GatewayIntentBits.Guilds],
): Promise<Client<true>> {
  const client = new Client({
    intents: [...intents],
    rest: { api: sandbox.apiUrl, retries: 1 },
    // No sweepers: their timers have nothing to do here.
    makeCache: Options.cacheWithLimits(Options.DefaultMakeCacheSettings),
  });
  client.on(Events.InteractionCreate, async (interaction) => {
    try {
      await onInteraction(interaction);
    } catch (error) {
      failures.push(error);
    }
  });
  const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(sandbox.token);
  clients.push(client);
  await ready;
  await sandbox.ready();
  return client as Client<true>;
}

const clients: Client[] = [];
const sandboxes: Sandbox[] = [];
/** What went wrong inside bots' handlers since the test began. */
export const failures: unknown[] = [];

export async function newSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const sandbox = await createSandbox(options);
  sandboxes.push(sandbox);
  return sandbox;
}

/** Closes all that a test opened, and fails it when a sandbox met what it cannot do or a handler failed. */
export async function closeAll(): Promise<void> {
  await Promise.all(clients.splice(0).map((client) => client.destroy()));
  const closing = sandboxes.splice(0);
  await Promise.all(closing.map((sandbox) => sandbox.close()));
  for (const sandbox of closing) sandbox.assertFaithful();
  const [failure] = failures.splice(0);
  if (failure !== undefined) throw failure;
}
