import {
  type APIInteraction,
  type APIInteractionResponse,
  InteractionResponseType,
  InteractionType,
  MessageFlags,
  PermissionFlagsBits,
} from 'discord-api-types/v10';
import type { Logger } from 'pino';
import type { Instant } from '../coach/day.ts';
import type { Text } from '../messages/en.ts';
import { parseCustomId } from '../messages/parts.ts';
import { errorCard } from '../messages/render/error.ts';
import { note } from '../messages/render/note.ts';
import { UserError } from '../messages/user-error.ts';
import type { Choice, Context, Reply } from './define-command.ts';
import { serverOfDm } from './dms.ts';
import { failureOf } from './failure.ts';
import { type Interaction, type Job, jobFor, suggestionsFor, type Typing } from './job.ts';
import { type Answers, wire } from './outbox.ts';
import { channelOf } from './places.ts';
import type { Registry } from './registry.ts';

/** What every use of a command shares. */
export interface DispatchOptions {
  readonly registry: Registry;
  readonly answers: Answers;
  readonly clock: () => Instant;
  readonly log: Logger;
  readonly textFor: (locale: string | undefined) => Text;
  /** All of a context but what the interaction itself tells. */
  readonly surroundings: Pick<Context, 'store' | 'content' | 'version'> & {
    placesFor(interaction: Interaction): Context['places'];
  };
  /** Called after each answer: a check-in may have left something to post. */
  readonly afterwards: () => void;
}

export interface Dispatch {
  /** Answers one interaction; never throws. */
  handle(interaction: APIInteraction): void;
  /** Takes no more interactions, and resolves when those in hand are answered. */
  drain(): Promise<void>;
}

/** How long an answer may take before "is thinking" is shown. Discord gives up after 3,000. */
const DEFER_AFTER_MS = 1500;

/** The only place that touches an interaction: finds who listens, runs it, sends what it gives, words what it throws. */
export function createDispatch(options: DispatchOptions): Dispatch {
  const inHand = new Set<Promise<void>>();
  let closing = false;
  return {
    handle(interaction) {
      if (closing || !isAnswered(interaction)) return;
      const work = answer(interaction, options)
        .catch((error) =>
          options.log.error({ event: 'interaction failed', err: error }, 'an interaction makes no sense'),
        )
        .finally(() => inHand.delete(work));
      inHand.add(work);
    },
    async drain() {
      closing = true;
      await Promise.all(inHand);
    },
  };
}

const ANSWERED = new Set([
  InteractionType.ApplicationCommand,
  InteractionType.MessageComponent,
  InteractionType.ApplicationCommandAutocomplete,
  InteractionType.ModalSubmit,
]);

/** Of a type that Discord adds later, not even the shape is known. */
function isAnswered(interaction: APIInteraction): interaction is Interaction {
  return ANSWERED.has(interaction.type);
}

async function answer(interaction: Interaction, options: DispatchOptions): Promise<void> {
  const { log, answers, textFor } = options;
  const what = nameOf(interaction);
  try {
    if (interaction.type === InteractionType.ApplicationCommandAutocomplete) {
      await answers.respond(interaction, {
        type: InteractionResponseType.ApplicationCommandAutocompleteResult,
        data: { choices: [...(await suggest(interaction, options))] },
      });
      return;
    }
    const job = jobFor(interaction, options.registry);
    const reply = run(job, interaction, options);
    const early = job.slow ? undefined : await Promise.race([reply, after(DEFER_AFTER_MS)]);
    if (early !== undefined) {
      await answers.respond(interaction, responseOf(early), early.to === 'form' ? undefined : early.body.files);
    } else {
      const inPlace = isOwnPrivateMessage(interaction);
      await answers.respond(interaction, inPlace ? DEFER_UPDATE : DEFER_PRIVATE);
      const late = await reply;
      const body = late.to === 'form' ? errorCard(textFor(interaction.locale), new UserError('tooSlow')) : late.body;
      if (inPlace && late.to !== 'update') await answers.followUp(interaction.token, body);
      else await answers.complete(interaction.token, body);
    }
    log.debug({ event: 'answered', what, server: interaction.guild_id }, 'answered');
    if ((await reply).to !== 'form') await tellOfRefusal(interaction, options);
    await noteSeen(interaction, options);
  } catch (error) {
    const failure = failureOf(error);
    if (failure.act === 'never') return await admitFault(interaction, failure.code, options);
    log.warn(
      { event: 'answer failed', what, code: failure.code },
      `the answer to ${what} did not reach Discord: ${failure.code}`,
    );
  } finally {
    options.afterwards();
  }
}

/** Of somebody who is seen, what is kept stays: see the clearing-up. A direct message says nothing of a server. */
async function noteSeen(interaction: Interaction, { surroundings, clock, log }: DispatchOptions): Promise<void> {
  const [serverId, userId] = [interaction.guild_id, userOf(interaction)];
  if (serverId === undefined || userId === undefined) return;
  try {
    await surroundings.store.presence.seen(serverId, userId, clock());
  } catch (error) {
    // They have their answer; the next use of a command notes it.
    log.warn({ event: 'not noted', err: error }, 'it could not be noted that somebody is still there');
  }
}

/** Once after direct messages were refused, with the next command: what became of them, and how to have them again. */
async function tellOfRefusal(interaction: Interaction, options: DispatchOptions): Promise<void> {
  const { answers, textFor, surroundings, log } = options;
  const userId = userOf(interaction);
  if (interaction.type !== InteractionType.ApplicationCommand || userId === undefined) return;
  const { dms } = surroundings.store;
  try {
    const state = await dms.state(userId);
    if (state?.refusedAt === undefined || state.isTold) return;
    await answers.followUp(interaction.token, note(textFor(interaction.locale).reminders.refused));
    await dms.told(userId);
  } catch (error) {
    // They have their answer; the next command tells it.
    log.warn({ event: 'not told', err: error }, 'somebody could not be told that direct messages do not reach them');
  }
}

/** Discord will not take what we made: the member is told at least that it is our fault. */
async function admitFault(
  interaction: Interaction,
  code: string,
  { log, answers, textFor }: DispatchOptions,
): Promise<void> {
  const [what, ref] = [nameOf(interaction), refOf(interaction)];
  log.error(
    { event: 'answer refused', what, ref, code },
    `Discord refused the answer to ${what}: ${code} (ref ${ref})`,
  );
  if (interaction.type === InteractionType.ApplicationCommandAutocomplete) return;
  const body = errorCard(textFor(interaction.locale), new UserError('broke', { ref }));
  await answers.respond(interaction, responseOf({ to: 'member', body })).catch(() => undefined);
}

/** Suggestions are a help: where they fail, the member types on without them. */
async function suggest(interaction: Typing, options: DispatchOptions): Promise<readonly Choice[]> {
  try {
    return await suggestionsFor(interaction, options.registry, await contextOf(interaction, options));
  } catch (error) {
    if (error instanceof UserError) return [];
    options.log.error({ event: 'suggestions failed', err: error }, `suggestions for ${nameOf(interaction)} failed`);
    return [];
  }
}

/** Runs a job; whatever it throws becomes an answer. */
async function run(job: Job, interaction: Interaction, options: DispatchOptions): Promise<Reply> {
  const text = options.textFor(interaction.locale);
  try {
    const reply = await job.run(await contextOf(interaction, options, job.dmKey));
    if (reply.to !== 'form' && reply.done !== undefined) {
      options.log.info({ event: 'done', what: nameOf(interaction), server: interaction.guild_id }, reply.done);
    }
    return reply;
  } catch (error) {
    if (error instanceof UserError) {
      const what = nameOf(interaction);
      options.log.debug({ event: 'declined', what, code: error.code }, `declined ${what}: ${error.code}`);
      return { to: 'member', body: errorCard(text, error) };
    }
    const ref = refOf(interaction);
    options.log.error(
      { event: 'command failed', what: nameOf(interaction), ref, err: error },
      `${nameOf(interaction)} failed (ref ${ref})`,
    );
    return { to: 'member', body: errorCard(text, new UserError('broke', { ref })) };
  }
}

/** Short enough to be read out; the log has it too. */
function refOf(interaction: Interaction): string {
  return interaction.id.slice(-6);
}

/** @param dmKey see {@link Job.dmKey} */
async function contextOf(
  interaction: Interaction,
  { clock, textFor, surroundings }: DispatchOptions,
  dmKey?: string,
): Promise<Context> {
  const userId = userOf(interaction);
  if (userId === undefined) throw new UserError('serversOnly');
  const { store } = surroundings;
  const ofDm = interaction.guild_id || dmKey === undefined ? undefined : await serverOfDm(store, dmKey, userId);
  const serverId = interaction.guild_id || ofDm;
  if (!serverId) throw new UserError('serversOnly');
  return {
    now: clock(),
    interactionId: interaction.id,
    serverId,
    channelId: channelOf(interaction) ?? '',
    userId,
    isAdmin: isAdmin(interaction),
    text: textFor(interaction.locale),
    store,
    content: surroundings.content,
    version: surroundings.version,
    places: surroundings.placesFor(interaction),
  };
}

function userOf(interaction: Interaction): string | undefined {
  return (interaction.member?.user ?? interaction.user)?.id;
}

const ADMIN = PermissionFlagsBits.ManageGuild | PermissionFlagsBits.Administrator;

/** Discord states the member's permissions with each interaction, in the channel where it was used. */
function isAdmin({ member }: Interaction): boolean {
  return (BigInt(member?.permissions ?? 0) & ADMIN) !== 0n;
}

function responseOf(reply: Reply): APIInteractionResponse {
  if (reply.to === 'form') return { type: InteractionResponseType.Modal, data: reply.form };
  if (reply.to === 'update') return { type: InteractionResponseType.UpdateMessage, data: wire(reply.body) };
  const message = wire(reply.body);
  const flags = reply.to === 'member' ? message.flags | MessageFlags.Ephemeral : message.flags;
  return { type: InteractionResponseType.ChannelMessageWithSource, data: { ...message, flags } };
}

/** Late answers are private: a deferral has to say so before the work has. */
const DEFER_PRIVATE: APIInteractionResponse = {
  type: InteractionResponseType.DeferredChannelMessageWithSource,
  data: { flags: MessageFlags.Ephemeral },
};
const DEFER_UPDATE: APIInteractionResponse = { type: InteractionResponseType.DeferredMessageUpdate };

/** Only they see it: it was an answer to them, or is a direct message. */
function isOwnPrivateMessage(interaction: Interaction): boolean {
  if (interaction.type !== InteractionType.MessageComponent) return false;
  return !interaction.guild_id || ((interaction.message.flags ?? 0) & MessageFlags.Ephemeral) !== 0;
}

/** What was used, for the log: never what was typed. */
function nameOf(interaction: Interaction): string {
  if (interaction.type === InteractionType.ApplicationCommand) return `/${interaction.data.name}`;
  if (interaction.type === InteractionType.ApplicationCommandAutocomplete) return `/${interaction.data.name} (typing)`;
  return parseCustomId(interaction.data.custom_id)?.name ?? 'a foreign component';
}

function after(ms: number): Promise<undefined> {
  return new Promise((resolve) => setTimeout(resolve, ms, undefined).unref());
}
