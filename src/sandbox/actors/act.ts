import type { Core } from '../core.ts';
import type { Outcome } from '../interactions/outcome.ts';
import { dispatchInteraction } from '../interactions/payload.ts';
import type { NewInteraction } from '../interactions/pending.ts';
import { may } from '../world/permissions.ts';
import type { ChannelState, UserState } from '../world/state.ts';

/** What a person's Discord client would not let them do. */
export class CannotError extends Error {
  override readonly name = 'CannotError';
}

/** The bot did not answer in good time; in Discord they would read that the application did not respond. */
export class NoAnswerError extends Error {
  override readonly name = 'NoAnswerError';
}

export function cannot(user: UserState, what: string): never {
  throw new CannotError(`${user.name} cannot ${what}`);
}

/** What a person filled in, for an error: people and things by their name. */
export function inWords(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inWords).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'nothing';
  return 'name' in value ? String(value.name) : 'id' in value ? String(value.id) : 'something';
}

/** @throws CannotError when the person does not see the channel */
export function requireSight(user: UserState, channel: ChannelState): void {
  const { server } = channel;
  if (server !== undefined && server.channels.get(channel.id) !== channel)
    cannot(user, `go to #${channel.name}: it is gone`);
  const inside = server === undefined ? channel.recipient === user : server.members.has(user.id);
  if (!inside) cannot(user, `go to #${channel.name}: not a member there`);
  if (!may(channel, user.id, 'ViewChannel')) cannot(user, `see #${channel.name}`);
}

/**
 * Sends what a person did to the bot, and waits for what they see of it.
 * @throws NoAnswerError when the bot has not answered within the sandbox's patience, in real time
 */
export async function act(core: Core, interaction: NewInteraction, dataOf: (id: string) => object): Promise<Outcome> {
  const opened = core.interactions.open(interaction);
  dispatchInteraction(core, opened, dataOf(opened.id));
  // A clock that runs by itself brings Discord's own deadline; in hand it may stand still for ever.
  const isRunning = core.clock.mode === 'running';
  const outcome = await (isRunning ? opened.outcome : withPatience(core, opened.outcome, interaction.what));
  if (core.settleActs) await core.activity.quiet();
  return outcome;
}

async function withPatience(core: Core, outcome: Promise<Outcome>, what: string): Promise<Outcome> {
  let timer: NodeJS.Timeout | undefined;
  const hung = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new NoAnswerError(`the bot did not answer ${what} within ${core.patience} ms of real time`)),
      core.patience,
    );
  });
  try {
    return await Promise.race([outcome, hung]);
  } finally {
    clearTimeout(timer);
  }
}
