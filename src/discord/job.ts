import {
  type APIChatInputApplicationCommandInteraction,
  type APIInteraction,
  type APIModalSubmitInteraction,
  type APIPingInteraction,
  ApplicationCommandOptionType,
  InteractionType,
} from 'discord-api-types/v10';
import type { z } from 'zod';
import { parseCustomId } from '../messages/parts.ts';
import { UserError } from '../messages/user-error.ts';
import type { Choice, Context, Reply } from './define-command.ts';
import type { Registry } from './registry.ts';
import { fieldsOf, parseInputs } from './submitted.ts';

/** Every interaction that reaches a bot over the gateway. */
export type Interaction = Exclude<APIInteraction, APIPingInteraction>;

/** Somebody types an option that has suggestions. */
export type Typing = Extract<Interaction, { type: InteractionType.ApplicationCommandAutocomplete }>;

/** What an interaction asks for, with its input already at hand. */
export interface Job {
  readonly slow: boolean;
  /** What a listener that works on direct messages was given: the key of the message. */
  readonly dmKey?: string;
  run(context: Context): Promise<Reply>;
}

/** Finds who listens to the interaction. A name that nobody listens to gives a job that says so. */
export function jobFor(interaction: Interaction, registry: Registry): Job {
  switch (interaction.type) {
    case InteractionType.ApplicationCommand: {
      const { name, subcommand, values } = usedOptions(interaction as APIChatInputApplicationCommandInteraction);
      const action = registry.action(name, subcommand);
      if (action === undefined) return failing('unknownCommand');
      return { slow: action.slow ?? false, run: (context) => action.run(context, parseInputs(action.options, values)) };
    }
    case InteractionType.MessageComponent: {
      const id = parseCustomId(interaction.data.custom_id);
      const press = id && registry.button(id.name);
      if (id === undefined || press === undefined) return failing('staleButton');
      const picked = 'values' in interaction.data ? interaction.data.values : [];
      return {
        slow: false,
        ...(press.inDms && { dmKey: id.argument }),
        run: (context) => press.run(context, parseArgument(press.argument, id.argument), picked),
      };
    }
    case InteractionType.ModalSubmit: {
      const submitted = interaction as APIModalSubmitInteraction;
      const id = parseCustomId(submitted.data.custom_id);
      const form = id && registry.form(id.name);
      if (id === undefined || form === undefined) return failing('staleButton');
      return {
        slow: false,
        ...(form.inDms && { dmKey: id.argument }),
        run: (context) =>
          form.run(context, parseArgument(form.argument, id.argument), parseInputs(form.fields, fieldsOf(submitted))),
      };
    }
    default:
      return failing('unknownCommand');
  }
}

function failing(code: 'unknownCommand' | 'staleButton'): Job {
  return { slow: false, run: () => Promise.reject(new UserError(code)) };
}

/** A button's argument comes from outside: one that does not parse is forged or from an older version. */
function parseArgument<T>(schema: z.ZodType<T>, argument: string): T {
  const parsed = schema.safeParse(argument);
  if (!parsed.success) throw new UserError('staleButton');
  return parsed.data;
}

function usedOptions({ data }: APIChatInputApplicationCommandInteraction) {
  const [first] = data.options ?? [];
  const nested = first?.type === ApplicationCommandOptionType.Subcommand ? first : undefined;
  const given = (nested === undefined ? data.options : nested.options) ?? [];
  const values = Object.fromEntries(
    given.flatMap((option) => ('value' in option ? [[option.name, option.value]] : [])),
  );
  return { name: data.name, subcommand: nested?.name, values };
}

/** What to suggest for the option that is being typed; nothing when its command has no suggestions for it. */
export async function suggestionsFor(
  interaction: Typing,
  registry: Registry,
  context: Context,
): Promise<readonly Choice[]> {
  const options = interaction.data.options ?? [];
  const [first] = options;
  const nested = first?.type === ApplicationCommandOptionType.Subcommand ? first : undefined;
  const given = (nested === undefined ? options : nested.options) ?? [];
  const focused = given.find((option) => 'focused' in option && option.focused === true);
  if (focused === undefined || !('value' in focused)) return [];
  const suggesters = registry.action(interaction.data.name, nested?.name)?.suggest;
  const choices = await suggesters?.[focused.name]?.(String(focused.value), context);
  return (choices ?? []).slice(0, 25);
}
