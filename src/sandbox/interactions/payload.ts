import {
  type APIBaseInteraction,
  type APIInteractionDataResolved,
  type APIMessageInteractionMetadata,
  GatewayDispatchEvents,
  type GatewayInteractionCreateDispatchData,
  InteractionContextType,
  type InteractionType,
  type Locale,
} from 'discord-api-types/v10';
import type { Core } from '../core.ts';
import { channelJson, memberJson, roleJson } from '../world/payloads.ts';
import { channelPermissions } from '../world/permissions.ts';
import type { ChannelState, UserState } from '../world/state.ts';
import { FAILED, type Interaction, NO_RESPONSE } from './pending.ts';

/** Files of up to 10 MiB, as on a server without boosts. */
const ATTACHMENT_SIZE_LIMIT = 10 * 1024 * 1024;

/** Sends an interaction to the bot. Nobody there, or a server it is not in: it fails at once, for nothing will come. */
export function dispatchInteraction(core: Core, interaction: Interaction, data: object): void {
  const payload = {
    ...base(core, interaction),
    ...(interaction.source === undefined ? {} : { message: interaction.source.api }),
    data,
  };
  const { server } = interaction.channel;
  const reachable = server === undefined || (server.joined && server.available);
  const receivers = reachable
    ? core.gateway.dispatch(
        GatewayDispatchEvents.InteractionCreate,
        payload as unknown as GatewayInteractionCreateDispatchData,
        { serverId: server?.id },
      )
    : 0;
  if (receivers > 0) return;
  interaction.state = 'over';
  interaction.settle({ kind: 'failed', reason: interaction.source === undefined ? NO_RESPONSE : FAILED });
}

function base(core: Core, { id, token, type, user, channel }: Interaction): APIBaseInteraction<InteractionType, never> {
  const { world } = core;
  const { server } = channel;
  const member = server?.members.get(user.id);
  return {
    version: 1,
    id,
    application_id: world.applicationId,
    type,
    token,
    channel_id: channel.id,
    channel: channelJson(channel),
    app_permissions: channelPermissions(channel, world.bot.id).toString(),
    locale: user.locale as Locale,
    entitlements: [],
    authorizing_integration_owners: ownersOf(channel),
    context: server === undefined ? InteractionContextType.BotDM : InteractionContextType.Guild,
    attachment_size_limit: ATTACHMENT_SIZE_LIMIT,
    ...(server === undefined || member === undefined
      ? { user: user.api }
      : {
          guild_id: server.id,
          guild: { id: server.id, features: [], locale: server.locale as Locale },
          guild_locale: server.locale as Locale,
          member: {
            ...memberJson(member),
            user: user.api,
            permissions: channelPermissions(channel, user.id).toString(),
          },
        }),
  };
}

const ownersOf = (channel: ChannelState) => ({ 0: channel.server?.id ?? '0' });

/** What a message says of the interaction that it answers. */
export const metadataOf =
  (
    type: InteractionType.ApplicationCommand | InteractionType.MessageComponent | InteractionType.ModalSubmit,
    user: UserState,
    channel: ChannelState,
    extra: object = {},
  ) =>
  (id: string): APIMessageInteractionMetadata =>
    ({
      id,
      type,
      user: user.api,
      authorizing_integration_owners: ownersOf(channel),
      ...extra,
    }) as APIMessageInteractionMetadata;

/** The full objects of the ids that options and selects name. */
export function resolvedOf(
  core: Core,
  channel: ChannelState,
  userId: string,
  ids: readonly string[],
): APIInteractionDataResolved | undefined {
  const { server } = channel;
  const resolved: Required<Pick<APIInteractionDataResolved, 'users' | 'members' | 'roles' | 'channels'>> = {
    users: {},
    members: {},
    roles: {},
    channels: {},
  };
  for (const id of ids) {
    const user = core.world.users.get(id);
    if (user !== undefined) resolved.users[id] = user.api;
    const member = server?.members.get(id);
    if (member !== undefined) {
      const { user: _, deaf: __, mute: ___, ...rest } = memberJson(member);
      resolved.members[id] = { ...rest, permissions: channelPermissions(channel, id).toString() };
    }
    const role = server?.roles.get(id);
    if (role !== undefined) resolved.roles[id] = roleJson(role);
    const target = server?.channels.get(id);
    if (target !== undefined) {
      resolved.channels[id] = {
        ...channelJson(target),
        name: target.name,
        permissions: channelPermissions(target, userId).toString(),
        app_permissions: channelPermissions(target, core.world.bot.id).toString(),
      } as unknown as (typeof resolved.channels)[string];
    }
  }
  const filled = Object.entries(resolved).filter(([, entries]) => Object.keys(entries).length > 0);
  return filled.length === 0 ? undefined : (Object.fromEntries(filled) as APIInteractionDataResolved);
}
