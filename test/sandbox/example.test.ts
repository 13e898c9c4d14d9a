// example
import { Client, Events, GatewayIntentBits } from 'discord.js';
import { afterEach, expect, it } from 'vitest';
import { createSandbox, type Sandbox } from '../../src/sandbox/sandbox.ts';
import { textOf } from '../../src/sandbox/world/content.ts';

let sandbox: Sandbox;
let client: Client;

afterEach(async () => {
  await client.destroy();
  await sandbox.close();
  sandbox.assertFaithful();
});

it('posts the day at half past seven, and Ana marks it done', async () => {
  sandbox = await createSandbox({ startsAt: Date.UTC(2026, 0, 5, 7) });
  const server = sandbox.server({ name: 'Lisbon Lifters' });
  const training = server.channel('training');
  const ana = server.member('Ana', { locale: 'pt-BR' });

  // A bot: real discord.js, pointed at the sandbox.
  client = new Client({ intents: [GatewayIntentBits.Guilds], rest: { api: sandbox.apiUrl } });
  client.on(Events.InteractionCreate, async (interaction) => {
    if (interaction.isButton()) await interaction.reply(`Well done, ${interaction.user.displayName}`);
  });
  await client.login(sandbox.token);
  await sandbox.ready();

  // Its scheduler hangs on the sandbox's clock.
  sandbox.clock.every(60_000, async (now) => {
    const channel = client.channels.cache.get(training.id);
    if (now !== Date.UTC(2026, 0, 5, 7, 30) || !channel?.isSendable()) return;
    const done = { type: 2, style: 1, label: 'Done', custom_id: 'done' } as const;
    await channel.send({ content: 'Day 1: rows', components: [{ type: 1, components: [done] }] });
  });

  await sandbox.clock.advanceBy(60 * 60_000);
  const [post] = ana.sees(training);
  if (post === undefined) throw new Error(sandbox.transcript.text());
  expect(textOf(post)).toBe('Day 1: rows\n[Done]');
  expect(await ana.click(post, 'Done')).toMatchObject({ kind: 'message', text: 'Well done, Ana' });
  expect(sandbox.transcript.text('ping')).toBe('');
});
// end
