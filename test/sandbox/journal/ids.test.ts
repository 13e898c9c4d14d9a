import { afterEach, describe, expect, it } from 'vitest';
import { olderFirst } from '../../../src/sandbox/snowflake.ts';
import { closeAll, newSandbox, startBot } from '../support.ts';
import { leftOf, newFile } from './support.ts';

afterEach(closeAll);

const SEVEN = Date.UTC(2026, 0, 5, 7);
const HOUR = 3_600_000;
const done = { type: 1, components: [{ type: 2, style: 1, label: 'Done', custom_id: 'done' }] } as const;

describe('ids', () => {
  it('go on ascending from start to start, though time stands still all the while', async () => {
    const file = newFile();
    const ids: string[] = [];
    let sandbox = await newSandbox({ keepIn: file });
    const server = sandbox.server({ name: 'Lisbon Lifters' });
    const training = server.channel('training');
    const { id } = server.member('Ana');
    for (let start = 0; start < 4; start += 1) {
      const place = sandbox.channelOf(training.id);
      for (let said = 0; said < 5; said += 1) ids.push(sandbox.personOf(id).say(place, `${said}`).id);
      await sandbox.close();
      sandbox = await newSandbox({ keepIn: file });
    }
    expect([...ids].sort(olderFirst)).toEqual(ids);
    expect(new Set(ids).size).toBe(20);
    expect(
      sandbox
        .personOf(id)
        .sees(sandbox.channelOf(training.id))
        .map((message) => message.id),
    ).toEqual(ids);
  });

  it('do not come again after a kill, not even those of which nothing stayed in the world', async () => {
    const file = newFile();
    const pressed: string[] = [];
    const press = async (keepIn: string) => {
      const sandbox = await newSandbox({ keepIn, startsAt: SEVEN });
      const server = sandbox.isRestored ? undefined : sandbox.server({ name: 'Lisbon Lifters' });
      server?.channel('training');
      server?.member('Ana');
      const [training] = [...sandbox.world.channels.keys()];
      const ana = [...sandbox.world.users.values()].find(({ name }) => name === 'Ana');
      const client = await startBot(sandbox, async (interaction) => {
        pressed.push(interaction.id);
        if (interaction.isButton()) await interaction.deferUpdate();
      });
      const channel = client.channels.cache.get(training ?? '');
      if (!channel?.isSendable() || ana === undefined) throw new Error('the world is not whole');
      const post = await channel.send({ content: 'Day 1', components: [done] });
      await sandbox.clock.advanceBy(1);
      await sandbox.personOf(ana.id).click({ id: post.id, channel_id: channel.id }, 'Done');
      return sandbox.clock.now();
    };
    await press(file);
    const second = leftOf(file);
    await press(second);
    await press(leftOf(second));
    expect([...pressed].sort(olderFirst)).toEqual(pressed);
    expect(new Set(pressed).size).toBe(3);
  });
});

describe('time', () => {
  it('is not turned back by a kill, but for less than a minute in which nothing happened', async () => {
    const file = newFile();
    const sandbox = await newSandbox({ keepIn: file, startsAt: SEVEN });
    const nowLeft = async () => (await newSandbox({ keepIn: leftOf(file) })).clock.now();
    await sandbox.clock.advanceBy(59_999);
    expect(await nowLeft()).toBe(SEVEN + 1);
    await sandbox.clock.advanceBy(1);
    expect(await nowLeft()).toBe(SEVEN + 60_001);
    sandbox.clock.at(SEVEN + 2 * HOUR, async () => expect(await nowLeft()).toBe(SEVEN + 2 * HOUR + 1));
    await sandbox.clock.advanceTo(SEVEN + 5 * HOUR);
    await sandbox.clock.advanceBy(30_000);
    sandbox.person('Ana');
    expect(await nowLeft()).toBe(SEVEN + 5 * HOUR + 30_001);
  });

  it('goes on to the millisecond when the sandbox is closed', async () => {
    const file = newFile();
    const sandbox = await newSandbox({ keepIn: file, startsAt: SEVEN });
    await sandbox.clock.advanceBy(12_345);
    await sandbox.close();
    expect((await newSandbox({ keepIn: file })).clock.now()).toBe(SEVEN + 12_346);
  });

  it('that runs by itself is never behind what happened in it', async () => {
    const file = newFile();
    const sandbox = await newSandbox({ keepIn: file, startsAt: SEVEN, clock: 'running' });
    sandbox.clock.run(3_600.5);
    for (let count = 0; count < 50; count += 1) sandbox.server({ name: `Gym ${count}` });
    const told = Math.max(
      ...Array.from(sandbox.world.servers.values(), ({ members }) => [...members.values()].at(-1)?.joinedAt ?? 0),
    );
    const left = await newSandbox({ keepIn: leftOf(file) });
    expect(left.clock.now()).toBeGreaterThan(told);
    expect(left.world.servers.size).toBe(50);
  });
});
