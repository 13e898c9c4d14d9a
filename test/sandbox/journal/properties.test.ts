import {
  ButtonBuilder,
  ButtonStyle,
  type Client,
  type Interaction,
  MessageFlags,
  type SendableChannels,
} from 'discord.js';
import fc from 'fast-check';
import { afterEach, expect, it } from 'vitest';
import type { Actor } from '../../../src/sandbox/actors/actor.ts';
import type { Channel, Server } from '../../../src/sandbox/builders.ts';
import type { Sandbox } from '../../../src/sandbox/sandbox.ts';
import { closeAll, codeOf, newSandbox, PING, startBot } from '../support.ts';
import { dumpOf, leftOf, newFile } from './support.ts';

afterEach(closeAll);

/** A sandbox with a bot in it, and picks of what there is by number. */
interface Scene {
  readonly sandbox: Sandbox;
  readonly client: Client;
  readonly pick: {
    server(n: number): Server;
    channel(n: number): Channel;
    /** Somebody who is in the server of that channel. */
    member(channel: Channel, n: number): Actor;
    person(n: number): Actor;
    /** Of the bot's messages in the channel, as all see them. */
    post(channel: Channel, n: number): { readonly id: string } | undefined;
    sendable(channel: Channel): SendableChannels | undefined;
  };
}

function sceneOf(sandbox: Sandbox, client: Client): Scene {
  const { world } = sandbox;
  const nth = <T>(all: readonly T[], n: number): T => {
    const one = all[n % all.length];
    if (one === undefined) throw new Error('there is nothing to pick from');
    return one;
  };
  const isHuman = (id: string) => id !== world.bot.id;
  return {
    sandbox,
    client,
    pick: {
      server: (n) => sandbox.serverOf(nth([...world.servers.keys()], n)),
      channel: (n) =>
        sandbox.channelOf(
          nth(
            [...world.channels.values()].filter(({ server }) => server !== undefined),
            n,
          ).id,
        ),
      member: ({ state }, n) => sandbox.personOf(nth([...(state.server?.members.keys() ?? [])].filter(isHuman), n)),
      person: (n) => sandbox.personOf(nth([...world.users.keys()].filter(isHuman), n)),
      post({ state }, n) {
        const posts = [...state.messages.values()].filter(
          ({ authorId, onlyFor }) => authorId === world.bot.id && onlyFor === undefined,
        );
        return posts[n % Math.max(posts.length, 1)]?.api;
      },
      sendable({ id }) {
        const channel = client.channels.cache.get(id);
        return channel?.isSendable() ? channel : undefined;
      },
    },
  };
}

const button = new ButtonBuilder({ style: ButtonStyle.Primary, label: 'Done', customId: 'done' });
const row = { type: 1 as const, components: [button] };

/** What the bot answers depends on what was asked. */
async function answers(interaction: Interaction): Promise<void> {
  if (!interaction.isChatInputCommand()) return;
  const how = Number(interaction.id) % 3;
  const flags = MessageFlags.Ephemeral as const;
  if (how === 0) await interaction.reply({ content: 'to all', components: [row] });
  if (how === 1) await interaction.reply({ content: 'to one', flags, components: [row] });
  if (how === 2) {
    await interaction.deferReply({ flags });
    await interaction.editReply({ files: [{ attachment: Buffer.from([1, 10, 255]), name: 'chart.png' }] });
  }
}

type Step = (scene: Scene, n: number, text: string) => unknown;

const post = (channel: SendableChannels | undefined, n: number, text: string) =>
  channel?.send({
    content: `${text}.`,
    embeds: [{ title: `${text}.`, image: { url: 'attachment://a.bin' } }],
    components: [row],
    nonce: `${n % 4}`,
    enforceNonce: true,
    files: [{ attachment: Buffer.from(text), name: 'a.bin' }],
  });

/** What people, the bot and time do. What cannot be done (Discord refuses it) is done all the same: it changes nothing. */
const STEPS: Record<string, Step> = {
  'a server is made': ({ sandbox }, n, text) =>
    sandbox.server({ name: text, joined: n % 2 === 0, zone: 'Asia/Tokyo', locale: 'ja' }).channel('start'),
  'a server is renamed': ({ pick }, n, text) => pick.server(n).update({ name: text, locale: 'de' }),
  'the bot comes or goes': ({ pick }, n) => (n % 3 === 0 ? pick.server(n).leave() : pick.server(n).join()),
  'the bot is permitted': ({ pick }, n) => pick.server(n).botPermissions(n % 2 === 0 ? 'all' : ['ViewChannel']),
  'somebody comes': ({ pick }, n, text) =>
    pick.server(n).member(text, { nick: text, takesDms: n % 2 === 0, permissions: ['ManageMessages'] }),
  'somebody is let in elsewhere': ({ pick }, n) => pick.server(n).member(pick.person(n + 1)),
  'a role is given': ({ pick }, n, text) => {
    const server = pick.server(n);
    server.give(server.owner, server.role(text, { permissions: ['Administrator'], mentionable: n % 2 === 0 }));
  },
  'a channel is made': ({ pick }, n, text) =>
    pick.server(n).channel(text, { topic: text, deny: [['everyone', 'EmbedLinks']] }),
  'a channel is changed': ({ pick }, n, text) => pick.channel(n).update({ name: text, topic: `${text}?` }),
  'a channel is closed to the bot': ({ pick }, n) => pick.channel(n).permit({ deny: [['bot', 'SendMessages']] }),
  'a channel is deleted': ({ sandbox, pick }, n) => {
    if (sandbox.world.channels.size - sandbox.world.dms.size > 1) pick.channel(n).delete();
  },
  'somebody speaks': ({ pick }, n, text) => pick.member(pick.channel(n), n).say(pick.channel(n), `${text}.`),
  'somebody closes or opens their DMs': ({ pick }, n) =>
    n % 2 === 0 ? pick.person(n).closeDms() : pick.person(n).openDms(),
  'the bot posts': async ({ pick }, n, text) => post(pick.sendable(pick.channel(n)), n, text),
  'the bot edits': async ({ pick }, n, text) => {
    const old = pick.post(pick.channel(n), n);
    if (old !== undefined) await pick.sendable(pick.channel(n))?.messages.edit(old.id, `${text} edited`);
  },
  'the bot posts and deletes': async ({ pick }, n, text) =>
    (await post(pick.sendable(pick.channel(n)), n, text))?.delete(),
  'the bot deletes': async ({ pick }, n) => {
    const old = pick.post(pick.channel(n), n);
    if (old !== undefined) await pick.sendable(pick.channel(n))?.messages.delete(old.id);
  },
  'the bot writes in private': async ({ client, pick }, n, text) => client.users.send(pick.person(n).id, `${text}!`),
  'the bot registers commands': async ({ client, pick }, n, text) => {
    const { id } = pick.server(n);
    const commands = [PING, { name: 'pong', description: `${text}.` }].slice(n % 2);
    await (n % 3 === 0 ? client.application?.commands.set(commands, id) : client.application?.commands.set(commands));
  },
  'somebody asks': async ({ pick }, n) => pick.member(pick.channel(n), n).slash(pick.channel(n), 'ping'),
  'somebody asks, and dismisses what only they see': async ({ pick }, n) => {
    const channel = pick.channel(n);
    const outcome = await pick.member(channel, n).slash(channel, 'ping');
    if (outcome.kind === 'message' && outcome.ephemeral) pick.member(channel, n).dismiss(outcome.message);
  },
  'time passes': ({ sandbox }, n) => sandbox.clock.advanceBy((n % 7) * 41_000),
};

/** Does a step; what is refused to people or to the bot is no failure. */
async function done(scene: Scene, [name, n, text]: readonly [string, number, string]): Promise<void> {
  try {
    await codeOf(Promise.resolve(STEPS[name]?.(scene, n, text)));
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'CannotError') throw error;
  }
  await scene.sandbox.settled();
}

const step = fc.tuple(
  fc.constantFrom(...Object.keys(STEPS)),
  fc.nat({ max: 11 }),
  fc.oneof(fc.string({ maxLength: 8, unit: 'binary' }), fc.constantFrom('rows', '{"kind":"time"}\n', '\u2028', 'ação')),
);

it('whatever is done in a world, it is the same after a restart and after a kill, and so is what is done then', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(step, { maxLength: 15 }), { minLength: 1, maxLength: 3 }), async (starts) => {
      const file = newFile();
      for (const steps of starts) {
        const sandbox = await newSandbox({ keepIn: file, rateLimits: 'generous' });
        if (!sandbox.isRestored) {
          const server = sandbox.server({ name: 'Lisbon Lifters' });
          server.channel('training');
          server.member('Ana');
        }
        const client = await startBot(sandbox, answers);
        if (!sandbox.isRestored) await client.application.commands.set([PING]);
        const scene = sceneOf(sandbox, client);
        for (const each of steps) await done(scene, each);

        const now = sandbox.clock.now() + 1;
        const before = dumpOf(sandbox, now);
        const killed = await newSandbox({ keepIn: leftOf(file) });
        expect(dumpOf(killed, now)).toEqual(before);
        await killed.close();
        await client.destroy();
        await sandbox.close();
        for (const restart of [0, 1]) {
          const restarted = await newSandbox({ keepIn: file });
          expect(dumpOf(restarted, now)).toEqual(before);
          expect(restarted.clock.now()).toBe(now + restart);
          await restarted.close();
        }
      }
    }),
    { numRuns: 25 },
  );
}, 60_000);
