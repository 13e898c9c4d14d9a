import { once } from 'node:events';
import { get } from 'node:http';
import { setImmediate as turn, setTimeout as wait } from 'node:timers/promises';
import { MessageFlags } from 'discord.js';
import { afterEach, describe, expect, it } from 'vitest';
import { activity } from '../../src/sandbox/activity.ts';
import { closeAll, gym, newSandbox } from './support.ts';

afterEach(closeAll);

describe('quiet', () => {
  it('comes when all work has ended, and none has begun in between', async () => {
    const wire = activity(5_000, 0);
    const told: string[] = [];
    const first = wire.begin('request', () => 'the first');
    const quiet = wire.quiet().then(() => told.push('quiet'));
    setImmediate(() => {
      const second = wire.begin('request', () => 'the second');
      first();
      setImmediate(() => {
        told.push('all done');
        second();
      });
    });
    await quiet;
    expect(told).toEqual(['all done', 'quiet']);
  });

  it('may be asked of requests alone, while an answer is still owed', async () => {
    const wire = activity(30, 0);
    wire.begin('answer', () => "Ana's /ping has no answer");
    await wire.quiet('request');
    await expect(wire.quiet()).rejects.toThrow("still waiting after 30 ms of real time: Ana's /ping has no answer");
  });

  it('never comes to a wire that is always busy, which is told', async () => {
    const wire = activity(10, 0);
    const beat = setInterval(wire.stir, 0);
    const busy = wire.begin('request', () => 'a request');
    await expect(wire.quiet()).rejects.toThrow('a request');
    busy();
    clearInterval(beat);
  });
});

describe('an act of a person', () => {
  const slowBot = async (post: () => Promise<unknown>) => {
    // Something other than the wire holds the bot up: a file, a thread, a timer.
    await wait(5);
    await post();
  };

  it('lasts until a bot that is held up between two requests has come to rest, if the sandbox lingers', async () => {
    const { training, ana } = await gym(
      async (interaction) => {
        if (!interaction.isChatInputCommand()) return;
        await interaction.reply({ content: 'one', flags: MessageFlags.Ephemeral });
        await slowBot(() => interaction.followUp({ content: 'two', flags: MessageFlags.Ephemeral }));
      },
      { linger: 100 },
    );
    await ana.slash(training, 'ping');
    expect(ana.sees(training).map(({ content }) => content)).toEqual(['one', 'two']);
  });

  it('ends with what the person sees, if the sandbox is told not to settle', async () => {
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const { sandbox, training, ana } = await gym(
      async (interaction) => {
        if (!interaction.isChatInputCommand()) return;
        await interaction.reply('one');
        await held;
        await interaction.followUp('two');
      },
      { settleActs: false },
    );
    const seen = await ana.slash(training, 'ping');
    expect(seen).toMatchObject({ text: 'one' });
    expect(seen.took).toBeGreaterThan(0);
    release();
    await sandbox.settled();
    expect(ana.sees(training).map(({ content }) => content)).toEqual(['one', 'two']);
  });
});

describe('a sandbox', () => {
  it('waits for a bot with patience', async () => {
    const sandbox = await newSandbox({ patience: 20 });
    await expect(sandbox.ready()).rejects.toThrow('waited 20 ms of real time for a bot to connect');
  });

  it('leaves nothing open when it is closed', async () => {
    const open = () => process.getActiveResourcesInfo().filter((name) => name.startsWith('TCP'));
    // What other tests of this process share stays open; what the one before closed is gone some turns later.
    for (let turns = 0; turns < 50; turns++) await turn();
    const before = open();
    const sandbox = await newSandbox({ clock: 'running' });
    sandbox.clock.every(60_000, () => undefined);
    sandbox.server({ name: 'Lisbon Lifters' });
    const asked = get(`${sandbox.apiUrl}/v10/gateway`, { agent: false });
    await once(asked, 'response');
    expect(open().length).toBeGreaterThan(before.length);
    await sandbox.close();
    asked.destroy();
    await once(asked, 'close');
    await turn();
    expect(open()).toEqual(before);
  });
});
