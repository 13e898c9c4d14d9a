import {
  type APIApplication,
  type APIChannel,
  type APIDMChannel,
  type APIGuild,
  type APIGuildMember,
  type APIRole,
  type APITextChannel,
  type APIUser,
  ChannelType,
  type GatewayGuildCreateDispatchData,
  GuildExplicitContentFilter,
  GuildMFALevel,
  GuildNSFWLevel,
  GuildPremiumTier,
  GuildVerificationLevel,
} from 'discord-api-types/v10';
import type { ChannelState, MemberState, RoleState, ServerState, UserState, World } from './state.ts';

/** No flag set: the types' enums have no member for it. */
export const NO_FLAGS = 0 as never;

export const timestamp = (instant: number) => new Date(instant).toISOString().replace('Z', '000+00:00');

export function userJson(id: string, username: string, displayName: string | null, bot: boolean): APIUser {
  return {
    id,
    username,
    discriminator: bot ? '4242' : '0',
    global_name: displayName,
    avatar: null,
    avatar_decoration_data: null,
    collectibles: null,
    primary_guild: null,
    banner: null,
    accent_color: null,
    public_flags: NO_FLAGS,
    flags: NO_FLAGS,
    ...(bot ? { bot: true } : {}),
  };
}

/** `users/@me` as the bot gets it. */
export function selfJson(bot: UserState): APIUser {
  return { ...bot.api, mfa_enabled: false, locale: 'en-US', verified: true, email: null, premium_type: 0 };
}

export function roleJson(role: RoleState): APIRole {
  return {
    id: role.id,
    name: role.name,
    color: 0,
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    hoist: false,
    icon: null,
    unicode_emoji: null,
    position: role.position,
    permissions: role.permissions.toString(),
    managed: role.botId !== undefined,
    mentionable: role.mentionable,
    flags: NO_FLAGS,
    ...(role.botId === undefined ? {} : { tags: { bot_id: role.botId } }),
  };
}

export function memberJson(member: MemberState): APIGuildMember {
  return {
    user: member.user.api,
    nick: member.nick,
    avatar: null,
    banner: null,
    roles: [...member.roleIds],
    joined_at: timestamp(member.joinedAt),
    premium_since: null,
    communication_disabled_until: null,
    deaf: false,
    mute: false,
    pending: false,
    flags: NO_FLAGS,
  };
}

export function channelJson(channel: ChannelState): APIChannel {
  if (channel.server === undefined) return dmJson(channel);
  const text: APITextChannel = {
    id: channel.id,
    type: channel.type as ChannelType.GuildText,
    guild_id: channel.server.id,
    name: channel.name,
    position: channel.position,
    topic: channel.topic,
    parent_id: null,
    nsfw: false,
    rate_limit_per_user: 0,
    last_message_id: channel.lastMessageId,
    flags: NO_FLAGS,
    permission_overwrites: channel.overwrites.map(({ id, type, allow, deny }) => ({
      id,
      type,
      allow: allow.toString(),
      deny: deny.toString(),
    })),
  };
  return text;
}

/** The types say that a DM has the name null; Discord leaves it out. */
function dmJson(channel: ChannelState): APIDMChannel {
  const dm: Omit<APIDMChannel, 'name'> = {
    id: channel.id,
    type: ChannelType.DM,
    last_message_id: channel.lastMessageId,
    flags: NO_FLAGS,
    recipients: channel.recipient === undefined ? [] : [channel.recipient.api],
  };
  return dm as APIDMChannel;
}

/** A server over REST, which differs in a few keys from the gateway's. */
export function restGuildJson(server: ServerState): object {
  const { hub_type: _, ...guild } = guildJson(server);
  return { ...guild, home_header: null, nsfw: false };
}

export function guildJson(server: ServerState): APIGuild {
  return {
    id: server.id,
    name: server.name,
    icon: null,
    splash: null,
    banner: null,
    description: null,
    discovery_splash: null,
    owner_id: server.ownerId,
    region: 'deprecated',
    afk_channel_id: null,
    afk_timeout: 300,
    widget_enabled: false,
    widget_channel_id: null,
    verification_level: GuildVerificationLevel.Low,
    default_message_notifications: 1,
    explicit_content_filter: GuildExplicitContentFilter.Disabled,
    roles: Array.from(server.roles.values(), roleJson),
    emojis: [],
    stickers: [],
    features: [],
    mfa_level: GuildMFALevel.None,
    application_id: null,
    system_channel_id: null,
    system_channel_flags: NO_FLAGS,
    rules_channel_id: null,
    max_presences: null,
    max_members: 25_000_000,
    vanity_url_code: null,
    premium_tier: GuildPremiumTier.None,
    premium_subscription_count: 0,
    preferred_locale: server.locale as APIGuild['preferred_locale'],
    public_updates_channel_id: null,
    max_video_channel_users: 25,
    max_stage_video_channel_users: 50,
    nsfw_level: GuildNSFWLevel.Default,
    premium_progress_bar_enabled: false,
    hub_type: null,
    safety_alerts_channel_id: null,
    incidents_data: null,
  };
}

/** A server as the gateway describes it to a bot with the GUILDS intent alone: channels and roles, of members only itself. */
export function guildCreateJson(world: World, server: ServerState): GatewayGuildCreateDispatchData {
  const self = server.members.get(world.bot.id);
  return {
    ...guildJson(server),
    joined_at: timestamp(self?.joinedAt ?? 0),
    large: server.members.size > 50,
    unavailable: false,
    member_count: server.members.size,
    voice_states: [],
    members: self === undefined ? [] : [memberJson(self)],
    channels: Array.from(server.channels.values(), (channel) => channelJson(channel) as APITextChannel),
    threads: [],
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  };
}

/** The application as its own bot gets it; with some keys that the types do not have yet, and without one they still have. */
export function applicationJson(world: World): Omit<APIApplication, 'summary'> & Record<string, unknown> {
  return {
    id: world.applicationId,
    name: world.bot.name,
    icon: null,
    description: '',
    type: null,
    owner: world.developer.api,
    explicit_content_filter: 0,
    eligible_oauth2_scopes: [],
    bot_public: true,
    bot_require_code_grant: false,
    bot: world.bot.api,
    verify_key: '0'.repeat(64),
    team: null,
    flags: NO_FLAGS,
    flags_new: '0',
    approximate_guild_count: Array.from(world.servers.values()).filter((server) => server.joined).length,
    approximate_user_install_count: 0,
    approximate_user_authorization_count: 0,
    redirect_uris: [],
    interactions_endpoint_url: null,
    role_connections_verification_url: null,
    event_webhooks_url: null,
    event_webhooks_status: 1,
    integration_types_config: { 0: { oauth2_install_params: { scopes: [], permissions: '0' } } },
  };
}
