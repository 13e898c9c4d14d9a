import type { Sandbox } from '../../sandbox.ts';
import { bits, may } from '../../world/permissions.ts';
import type { ChannelState, Overwrite, ServerState, UserState } from '../../world/state.ts';
import type { FaultKind } from '../protocol.ts';
import { FaultError } from './fault-error.ts';

export type WorldKind = Extract<
  FaultKind,
  'outage' | 'bot removed' | 'channel deleted' | 'channel silenced' | 'dms closed'
>;

/** A fault of one server, channel or person. What is broken is read off the world, whoever broke it. */
export interface WorldFault {
  broken(): { readonly on: string; readonly label: string }[];
  /** @throws FaultError when there is no such thing, or it is broken already */
  break(on: string): void;
  /** @throws FaultError when there is no such thing, or it is whole */
  mend(on: string): void;
}

const SEND = bits('SendMessages');

const channelLabel = ({ name, server }: ChannelState) => `#${name} of ${server?.name ?? 'nowhere'}`;

export function worldFaults(sandbox: Sandbox): Readonly<Record<WorldKind, WorldFault>> {
  const { world } = sandbox;

  const server = (id: string): ServerState => {
    const found = world.servers.get(id);
    if (found === undefined) throw new FaultError('There is no such server. Pick one that is there.');
    return found;
  };
  const person = (id: string): UserState => {
    const found = world.users.get(id);
    if (found === undefined || found.api.bot)
      throw new FaultError('There is no such person. Pick somebody who is here.');
    return found;
  };
  const channel = (id: string): ChannelState & { readonly server: ServerState } => {
    const found = world.channels.get(id);
    if (found?.server === undefined)
      throw new FaultError('There is no such channel in a server. Pick one that is there.');
    return { ...found, server: found.server };
  };
  const servers = (isBroken: (state: ServerState) => boolean) =>
    [...world.servers.values()].filter(isBroken).map(({ id, name }) => ({ on: id, label: name }));

  return {
    outage: {
      broken: () => servers(({ available }) => !available),
      break(on) {
        const { name, available } = server(on);
        if (!available) throw new FaultError(`${name} is unavailable already.`);
        sandbox.serverOf(on).outage();
      },
      mend(on) {
        const { name, available } = server(on);
        if (available) throw new FaultError(`${name} is available: there is nothing to mend.`);
        sandbox.serverOf(on).recover();
      },
    },

    'bot removed': {
      broken: () => servers(({ joined }) => !joined),
      break(on) {
        const { name, joined } = server(on);
        if (!joined) throw new FaultError(`${world.bot.name} is not in ${name}.`);
        sandbox.serverOf(on).leave();
      },
      mend(on) {
        const { name, joined } = server(on);
        if (joined) throw new FaultError(`${world.bot.name} is in ${name}: there is nothing to mend.`);
        sandbox.serverOf(on).join();
      },
    },

    'channel deleted': deletedChannels(sandbox, channel),
    'channel silenced': silencedChannels(sandbox, channel),

    'dms closed': {
      broken: () =>
        [...world.users.values()].filter(({ takesDms }) => !takesDms).map(({ id, name }) => ({ on: id, label: name })),
      break(on) {
        const { name, takesDms } = person(on);
        if (!takesDms) throw new FaultError(`${name} takes no direct messages already.`);
        sandbox.personOf(on).closeDms();
        sandbox.note('world', `${name} takes no direct messages any more`);
      },
      mend(on) {
        const { name, takesDms } = person(on);
        if (takesDms) throw new FaultError(`${name} takes direct messages: there is nothing to mend.`);
        sandbox.personOf(on).openDms();
        sandbox.note('world', `${name} takes direct messages again`);
      },
    },
  };
}

type ChannelOf = (id: string) => ChannelState & { readonly server: ServerState };

/** Those that were deleted here, and not made anew: the world has forgotten them. */
function deletedChannels(sandbox: Sandbox, channel: ChannelOf): WorldFault {
  const deleted = new Map<string, ReturnType<ChannelOf>>();
  return {
    broken: () => [...deleted].map(([on, state]) => ({ on, label: channelLabel(state) })),
    break(on) {
      const state = channel(on);
      deleted.set(on, state);
      sandbox.channelOf(on).delete();
    },
    mend(on) {
      const state = deleted.get(on);
      if (state === undefined) throw new FaultError('This channel was not deleted here: there is nothing to mend.');
      const { name, topic, server } = state;
      deleted.delete(on);
      const anew = sandbox.serverOf(server.id).channel(name, topic === null ? {} : { topic });
      const overwrites = state.overwrites.filter(({ id, type }) => type === 1 || server.roles.has(id));
      if (overwrites.length > 0) anew.update({ overwrites });
      sandbox.note('world', `#${name} of ${server.name} is made anew, and empty: to Discord it is another channel`);
    },
  };
}

/** Those in which an exception of its own keeps the bot from writing. */
function silencedChannels(sandbox: Sandbox, channel: ChannelOf): WorldFault {
  const { bot, channels } = sandbox.world;
  /** Where the bot's own exception had allowed what it then denied. */
  const allowed = new Set<string>();
  const own = ({ overwrites }: ChannelState) => overwrites.find(({ id, type }) => type === 1 && id === bot.id);
  const isSilenced = (state: ChannelState) => ((own(state)?.deny ?? 0n) & SEND) !== 0n;

  /** Changes the bot's own exception, which is there for as long as it says something. */
  const set = (state: ChannelState, change: (overwrite: Overwrite) => Overwrite) => {
    const known = own(state);
    const mine = change(known ?? { id: bot.id, type: 1, allow: 0n, deny: 0n });
    const all =
      known === undefined ? [...state.overwrites, mine] : state.overwrites.with(state.overwrites.indexOf(known), mine);
    const overwrites = all.filter((each) => each !== mine || mine.allow !== 0n || mine.deny !== 0n);
    sandbox.channelOf(state.id).update({ overwrites });
  };

  return {
    broken: () =>
      [...channels.values()].filter(isSilenced).map((state) => ({ on: state.id, label: channelLabel(state) })),
    break(on) {
      const state = channel(on);
      const name = channelLabel(state);
      if (isSilenced(state)) throw new FaultError(`${bot.name} cannot write in ${name} already.`);
      // An administrator may write wherever it likes.
      if (may(state, bot.id, 'Administrator'))
        throw new FaultError(`${bot.name} is an administrator there: nobody can silence it in ${name}.`);
      if (((own(state)?.allow ?? 0n) & SEND) !== 0n) allowed.add(on);
      set(state, (mine) => ({ ...mine, allow: mine.allow & ~SEND, deny: mine.deny | SEND }));
      sandbox.note('world', `${bot.name} may not write in ${name} any more`);
    },
    mend(on) {
      const state = channel(on);
      const name = channelLabel(state);
      if (!isSilenced(state)) throw new FaultError(`${bot.name} is not silenced in ${name}: there is nothing to mend.`);
      const allow = allowed.delete(on) ? SEND : 0n;
      set(state, (mine) => ({ ...mine, allow: mine.allow | allow, deny: mine.deny & ~SEND }));
      sandbox.note('world', `${bot.name} may write in ${name} again, as far as its roles allow`);
    },
  };
}
