import { type APIInteraction, PermissionFlagsBits } from 'discord-api-types/v10';

/** What a post needs in its channel, in the words of Discord's own settings page. */
export const NEEDED_PERMISSIONS = {
  ViewChannel: 'View Channel',
  SendMessages: 'Send Messages',
  ReadMessageHistory: 'Read Message History',
} as const;

export type NeededPermission = keyof typeof NEEDED_PERMISSIONS;

/** What the bot can see of the servers that it is in. */
export interface Places {
  /** What is missing to post in the channel; empty when all is there, undefined when it cannot be told from here. */
  missingIn(serverId: string, channelId: string): readonly NeededPermission[] | undefined;
  /** The server's channels are known, and this is none of them. */
  isGone(serverId: string, channelId: string): boolean;
}

/**
 * The same, with what the interaction itself says of the channel that it was used in: Discord states the bot's own
 * permissions there, which is surer than what we remember.
 */
export function placesFor(interaction: APIInteraction, places: Places): Places {
  return {
    missingIn(serverId, channelId) {
      const stated: string | undefined = interaction.app_permissions;
      if (!stated || channelOf(interaction) !== channelId) return places.missingIn(serverId, channelId);
      const granted = BigInt(stated);
      const has = (flag: bigint) => (granted & (flag | PermissionFlagsBits.Administrator)) !== 0n;
      const needed = Object.keys(NEEDED_PERMISSIONS) as NeededPermission[];
      return needed.filter((permission) => !has(PermissionFlagsBits[permission]));
    },
    // A thread is no channel of the server's own, and yet somebody is in it.
    isGone: (serverId, channelId) => channelOf(interaction) !== channelId && places.isGone(serverId, channelId),
  };
}

/** Where an interaction was used; undefined where it says nothing of it. */
export function channelOf(interaction: APIInteraction): string | undefined {
  return interaction.channel?.id ?? interaction.channel_id;
}
