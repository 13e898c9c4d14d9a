import { readFileSync } from 'node:fs';
import { MessageFlags } from 'discord.js';
import { afterEach, describe, expect, it } from 'vitest';
import type { SandboxEvent } from '../../src/sandbox/events.ts';
import { lineOf } from '../../src/sandbox/transcript.ts';
import { closeAll, gym } from './support.ts';

afterEach(closeAll);

describe('the transcript', () => {
  it('tells who did what, who saw what, and when', async () => {
    const { sandbox, server, training, ana } = await gym(async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      await interaction.reply({ content: 'Session logged.\nStreak: 1', flags: MessageFlags.Ephemeral });
      await interaction.followUp(`<@${interaction.user.id}>: first check-in!`);
    });
    sandbox.transcript.clear();
    await sandbox.clock.advanceBy(90_000);
    await ana.slash(training, 'ping');
    ana.say(training, 'hooray');
    server.outage();
    expect(sandbox.transcript.text('person', 'coach', 'ping', 'world').replaceAll(ana.id, 'ANA')).toBe(
      [
        '2026-01-05 07:01:30  #training (Lisbon Lifters)  Ana uses /ping',
        '2026-01-05 07:01:30  #training (Lisbon Lifters)  coach answered, only to Ana: Session logged.',
        '    Streak: 1',
        '2026-01-05 07:01:30  #training (Lisbon Lifters)  coach answered: <@ANA>: first check-in!',
        '2026-01-05 07:01:30  #training (Lisbon Lifters)  Ana is pinged',
        '2026-01-05 07:01:30  #training (Lisbon Lifters)  Ana says hooray',
        '2026-01-05 07:01:30  Lisbon Lifters is unavailable',
      ].join('\n'),
    );
  });

  it('has the wire too, without the tokens of interactions', async () => {
    const { sandbox, training, ana } = await gym((interaction) =>
      interaction.isChatInputCommand() ? interaction.reply('pong') : undefined,
    );
    sandbox.transcript.clear();
    await ana.slash(training, 'ping');
    const wire = sandbox.transcript.text('rest', 'gateway').replaceAll(/\d{15,}/g, 'ID');
    expect(wire).toContain('gateway -> INTERACTION_CREATE');
    expect(wire).toContain('rest  POST /interactions/ID/…/callback -> ');
  });

  it('streams as things happen, until one stops listening', async () => {
    const { sandbox, training, ana } = await gym();
    const lines: string[] = [];
    const stop = sandbox.on('event', (event: SandboxEvent) => lines.push(lineOf(event)));
    ana.say(training, 'one');
    stop();
    ana.say(training, 'two');
    expect(lines).toEqual(['2026-01-05 07:00:00  #training (Lisbon Lifters)  Ana says one']);
  });
});

it('is documented by the very code that a test runs', () => {
  const code = (path: string) => readFileSync(path, 'utf8');
  const [, example] = /```ts\n(.*?)```/s.exec(code('docs/sandbox.md')) ?? [];
  const [, tested] = /\/\/ example\n(.*?)\/\/ end/s.exec(code('test/sandbox/example.test.ts')) ?? [];
  const flush = (text: string | undefined) => text?.replaceAll(/^ +/gm, '').replaceAll('../../src/', './src/').trim();
  expect(flush(example)).toBe(flush(tested));
});
