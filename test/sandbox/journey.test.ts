import { ButtonStyle, ComponentType, MessageFlags } from 'discord.js';
import { afterEach, expect, it } from 'vitest';
import { closeAll, newSandbox, startBot } from './support.ts';

afterEach(closeAll);

it('lets a discord.js bot register a command, answer it, and answer the button under its answer', async () => {
  const sandbox = await newSandbox();
  const server = sandbox.server({ name: 'Lisbon Lifters' });
  const training = server.channel('training');
  const ana = server.member('Ana');
  const client = await startBot(sandbox, async (interaction) => {
    if (interaction.isChatInputCommand()) {
      const row = {
        type: ComponentType.ActionRow,
        components: [{ type: ComponentType.Button, style: ButtonStyle.Primary, label: 'Done', custom_id: 'done' }],
      };
      await interaction.reply({ content: `Today: rows, ${interaction.user.displayName}`, components: [row] });
    } else if (interaction.isButton()) {
      await interaction.reply({ content: 'Well done', flags: MessageFlags.Ephemeral });
    }
  });
  await client.application.commands.set([{ name: 'today', description: 'The session of the day' }]);

  const today = await ana.slash(training, 'today');
  expect(today).toMatchObject({ kind: 'message', ephemeral: false, text: 'Today: rows, Ana\n[Done]' });
  if (today.kind !== 'message') return;
  const done = await ana.click(today.message, 'Done');
  expect(done).toMatchObject({ kind: 'message', ephemeral: true, text: 'Well done' });
});
