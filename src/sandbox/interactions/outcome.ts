import type {
  APIApplicationCommandOptionChoice,
  APIMessage,
  APIModalInteractionResponseCallbackData,
} from 'discord-api-types/v10';

/** A form that the bot opened for one person, until they submit it. */
export interface OpenModal {
  readonly title: string;
  readonly customId: string;
  readonly data: APIModalInteractionResponseCallbackData;
  /** The interaction that opened it. */
  readonly token: string;
  readonly userId: string;
}

interface Timed {
  /** Real milliseconds from the interaction's dispatch to the bot's first answer. */
  readonly took: number;
}

/** What a person sees of what they did. */
export type Outcome = Timed &
  (
    | { readonly kind: 'message'; readonly message: APIMessage; readonly ephemeral: boolean; readonly text: string }
    | { readonly kind: 'update'; readonly message: APIMessage; readonly ephemeral: boolean; readonly text: string }
    | { readonly kind: 'modal'; readonly modal: OpenModal }
    | { readonly kind: 'choices'; readonly choices: readonly APIApplicationCommandOptionChoice[] }
    /** Acknowledged without anything to see. */
    | { readonly kind: 'nothing' }
    | { readonly kind: 'failed'; readonly reason: string }
  );

type Untimed<T> = T extends unknown ? Omit<T, 'took'> : never;
export type Result = Untimed<Outcome>;
