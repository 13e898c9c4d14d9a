import { randomBytes } from 'node:crypto';
import type { APIMessageInteractionMetadata, InteractionType } from 'discord-api-types/v10';
import type { Core } from '../core.ts';
import { invalidWebhookToken, unknownInteraction, unknownWebhook } from '../errors.ts';
import type { ChannelState, MessageState, UserState } from '../world/state.ts';
import type { OpenModal, Outcome, Result } from './outcome.ts';

/** Within which the first answer must come, and for how long a token serves (docs: Receiving and Responding). */
const FIRST_ANSWER = 3_000;
const TOKEN_LIFE = 15 * 60_000;

export interface Interaction {
  readonly id: string;
  readonly token: string;
  readonly type: InteractionType;
  readonly user: UserState;
  readonly channel: ChannelState;
  /** Of a command, with its subcommands: `checkin workout`. */
  readonly command?: string;
  /** The message whose component was used, also of a form that was opened from there. */
  readonly source: MessageState | undefined;
  readonly metadata: APIMessageInteractionMetadata;
  readonly expiresAt: number;
  /** `deferred`: the person sees "thinking…". `over`: nobody answered in time. */
  state: 'waiting' | 'deferred' | 'answered' | 'over';
  /** What @original means from the first answer on. */
  original: MessageState | undefined;
  modal: OpenModal | undefined;
  /** The first answer came; after a deferral the last one is still to come. */
  readonly answered: (state: 'answered' | 'deferred') => void;
  /** Tells the person what they see. Only the first word counts. */
  readonly settle: (result: Result) => void;
  readonly outcome: Promise<Outcome>;
}

export type NewInteraction = Pick<Interaction, 'type' | 'user' | 'channel' | 'source' | 'command'> & {
  /** For messages about hung bots: "Ana's /today". */
  readonly what: string;
  readonly metadataOf: (id: string) => APIMessageInteractionMetadata;
};

export interface Interactions {
  open(interaction: NewInteraction): Interaction;
  /** @throws DiscordError 10062 when it is unknown, or nobody answered within three seconds */
  forCallback(id: string, token: string): Interaction;
  /** @throws DiscordError 10015 before the first answer, 50027 after fifteen minutes */
  forFollowUp(token: string): Interaction;
  opened(token: string): Interaction | undefined;
}

/** Keeps interactions from their dispatch to their token's end, on the sandbox's clock. */
export function interactions(core: () => Core): Interactions {
  const byToken = new Map<string, Interaction>();

  const forgetExpired = (now: number) => {
    for (const [token, { expiresAt }] of byToken) {
      if (expiresAt > now - TOKEN_LIFE) return;
      byToken.delete(token);
    }
  };

  const open = (asked: NewInteraction): Interaction => {
    const { clock, ids, activity } = core();
    const { what, metadataOf, ...given } = asked;
    const now = clock.now();
    forgetExpired(now);
    const id = ids();
    const dispatchedAt = performance.now();
    let took = 0;
    let resolve: (outcome: Outcome) => void = () => undefined;
    const outcome = new Promise<Outcome>((done) => {
      resolve = done;
    });
    // A person at a clock that runs fast still has the bot's real three seconds.
    const second = Math.max(clock.speed, 1);
    const done = activity.begin(
      'answer',
      () =>
        `the bot has not ${interaction.state === 'deferred' ? 'filled in its deferred answer' : 'answered'} to ${what}`,
    );
    const settle = (result: Result) => {
      cancelDeadline();
      done();
      resolve({ ...result, took });
    };
    const interaction: Interaction = {
      ...given,
      id,
      token: `${Buffer.from(`interaction:${id}`).toString('base64url')}${randomBytes(24).toString('base64url')}`,
      metadata: metadataOf(id),
      expiresAt: now + TOKEN_LIFE * second,
      state: 'waiting',
      original: undefined,
      modal: undefined,
      answered(state) {
        interaction.state = state;
        took = performance.now() - dispatchedAt;
        cancelDeadline();
        if (state === 'answered') done();
        else cancelDeadline = clock.at(interaction.expiresAt, () => settle({ kind: 'failed', reason: NO_RESPONSE }));
      },
      settle,
      outcome,
    };
    let cancelDeadline = clock.at(now + FIRST_ANSWER * second, () => {
      if (interaction.state !== 'waiting') return;
      interaction.state = 'over';
      settle({ kind: 'failed', reason: given.source === undefined ? NO_RESPONSE : FAILED });
    });
    byToken.set(interaction.token, interaction);
    return interaction;
  };

  return {
    open,
    forCallback(id, token) {
      const interaction = byToken.get(token);
      if (interaction === undefined || interaction.id !== id || interaction.state === 'over')
        throw unknownInteraction();
      if (interaction.expiresAt <= core().clock.now()) throw unknownInteraction();
      return interaction;
    },
    forFollowUp(token) {
      const interaction = byToken.get(token);
      if (interaction === undefined || interaction.state === 'waiting' || interaction.state === 'over')
        throw unknownWebhook();
      if (interaction.expiresAt <= core().clock.now()) throw invalidWebhookToken();
      return interaction;
    },
    opened: (token) => byToken.get(token),
  };
}

/** What the client says under a command, and on a component. */
export const NO_RESPONSE = 'The application did not respond';
export const FAILED = 'This interaction failed';
