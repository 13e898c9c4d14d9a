import type { APIModalInteractionResponseCallbackData } from 'discord-api-types/v10';
import type { z } from 'zod';
import type { Content } from '../coach/content.ts';
import type { Instant } from '../coach/day.ts';
import type { Text } from '../messages/en.ts';
import type { MessageBody } from '../messages/parts.ts';
import { UserError } from '../messages/user-error.ts';
import type { Store } from '../store/store.ts';
import type { Places } from './places.ts';

/** What a command may know about the moment in which somebody used it. It never sees the interaction. */
export interface Context {
  readonly now: Instant;
  /** Unique to this use: what is recorded under it is recorded once. */
  readonly interactionId: string;
  readonly serverId: string;
  readonly channelId: string;
  readonly userId: string;
  /** Whether they have Manage Server where they are. */
  readonly isAdmin: boolean;
  /** In the member's language. */
  readonly text: Text;
  readonly store: Store;
  readonly content: Content;
  readonly places: Places;
  readonly version: string;
}

/**
 * What the member gets: a message only they see, a message for the channel, the message whose button they pressed
 * changed in place, or a form.
 */
export type Reply =
  | {
      readonly to: 'member' | 'channel' | 'update';
      readonly body: MessageBody;
      /** What the host is to read in the log of what was done. It names nobody. */
      readonly done?: string;
    }
  | { readonly to: 'form'; readonly form: APIModalInteractionResponseCallbackData };

export interface Choice {
  readonly name: string;
  readonly value: string;
}

/** Suggestions for what was typed so far. At most 25 are shown. */
export type Suggest = (typed: string, context: Context) => readonly Choice[] | Promise<readonly Choice[]>;

type Fields = z.ZodObject;

/** A command without subcommands, or one subcommand. Limits, choices and descriptions stand in `options` alone. */
export interface Action<Options extends Fields = Fields> {
  readonly description: string;
  readonly options: Options;
  readonly suggest?: { readonly [name in keyof z.output<Options>]?: Suggest };
  /** True when the work may be slow: the answer is announced first ("is thinking"), then given. */
  readonly slow?: boolean;
  run(context: Context, options: z.output<Options>): Promise<Reply>;
}

/** Listens to the buttons and the select menus whose custom id is `name~argument`. */
export interface Press<Argument extends z.ZodType = z.ZodType> {
  readonly argument: Argument;
  /** True when it works on direct messages, too: then the argument is the message's key, which names the member. */
  readonly inDms?: boolean;
  /** @param picked the values that were picked in a menu; none of a button */
  run(context: Context, argument: z.output<Argument>, picked: readonly string[]): Promise<Reply>;
}

/** Listens to the forms whose custom id is `name~argument`; `fields` are their inputs by custom id. */
export interface Form<Argument extends z.ZodType = z.ZodType, Inputs extends Fields = Fields> {
  readonly argument: Argument;
  /** As of a {@link Press}. */
  readonly inDms?: boolean;
  readonly fields: Inputs;
  run(context: Context, argument: z.output<Argument>, fields: z.output<Inputs>): Promise<Reply>;
}

interface Listeners {
  readonly buttons?: Readonly<Record<string, Press>>;
  readonly forms?: Readonly<Record<string, Form>>;
}

/** One file under `src/commands/`; the file's name is the command's. */
export type Command = Listeners & {
  /**
   * Members without Manage Server do not see the command; what reaches the bot all the same, by it or by one of its
   * buttons and forms, is refused.
   */
  readonly adminOnly?: boolean;
} & (Action | { readonly description: string; readonly actions: Readonly<Record<string, Action>> });

// The three below only carry types from a schema to `run`; what they take is what they give.

export function action<Options extends Fields>(definition: Action<Options>): Action {
  return definition as unknown as Action;
}

export function press<Argument extends z.ZodType>(definition: Press<Argument>): Press {
  return definition as unknown as Press;
}

export function form<Argument extends z.ZodType, Inputs extends Fields>(definition: Form<Argument, Inputs>): Form {
  return definition as unknown as Form;
}

/** A command with one action: `/today`. With several (`/checkin workout`), name them under `actions`. */
export function defineCommand<Options extends Fields>(
  definition:
    | (Listeners & { readonly adminOnly?: boolean } & Action<Options>)
    | (Listeners & {
        readonly adminOnly?: boolean;
        readonly description: string;
        readonly actions: Readonly<Record<string, Action>>;
      }),
): Command {
  const command = definition as unknown as Command;
  return command.adminOnly === true ? forAdmins(command) : command;
}

/** Discord asks for the permission only as the command is typed: a server may change that, and panels outlive a role. */
function forAdmins(command: Command): Command {
  return {
    ...command,
    ...('actions' in command ? { actions: each(command.actions, guarded) } : { run: guarded(command).run }),
    ...(command.buttons && { buttons: each(command.buttons, guarded) }),
    ...(command.forms && { forms: each(command.forms, guarded) }),
  };
}

function guarded<Listener extends { run(context: Context, ...input: never[]): Promise<Reply> }>(
  listener: Listener,
): Listener {
  return {
    ...listener,
    async run(context: Context, ...input: never[]) {
      if (!context.isAdmin) throw new UserError('adminOnly');
      return listener.run(context, ...input);
    },
  };
}

function each<Value>(values: Readonly<Record<string, Value>>, change: (value: Value) => Value): Record<string, Value> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, change(value)]));
}
