import { type APIMessage, type APIMessageComponent, ComponentType } from 'discord-api-types/v10';

/** The first words of a message, markdown and all; nothing when it has none. */
export function wordsOf({ content, components = [], embeds }: APIMessage): string | undefined {
  if (content !== '') return content;
  const texts = components.flatMap(textsOf);
  if (texts.length > 0) return texts.join('\n');
  const [embed] = embeds;
  return embed?.title ?? embed?.description ?? embed?.author?.name;
}

function textsOf(component: APIMessageComponent): readonly string[] {
  if (component.type === ComponentType.TextDisplay) return [component.content];
  if (component.type === ComponentType.Container || component.type === ComponentType.Section)
    return component.components.flatMap(textsOf);
  return [];
}

/** The command that a message answers, as `checkin workout`, and who used it. */
export interface UsedCommand {
  readonly userId: string;
  readonly userName: string;
  /** Absent where Discord does not say: its metadata has no names, its older `interaction` has. */
  readonly name: string | undefined;
}

/** What stands above an answer to a slash command, also to one whose form was sent off. */
export function usedCommand(message: APIMessage): UsedCommand | undefined {
  const metadata = message.interaction_metadata;
  if (metadata === undefined) return undefined;
  const origin = 'triggering_interaction_metadata' in metadata ? metadata.triggering_interaction_metadata : metadata;
  if (origin.type !== 2) return undefined;
  const { user } = metadata;
  return {
    userId: user.id,
    userName: user.global_name ?? user.username,
    name: message.interaction?.name ?? nameIn(origin),
  };
}

const nameIn = (origin: object) => ('name' in origin && typeof origin.name === 'string' ? origin.name : undefined);
