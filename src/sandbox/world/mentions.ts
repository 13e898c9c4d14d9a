import { AllowedMentionsTypes, type APIAllowedMentions, type APIUser } from 'discord-api-types/v10';
import { may } from './permissions.ts';
import type { ChannelState, UserState, World } from './state.ts';

export interface Mentions {
  readonly users: readonly UserState[];
  readonly roleIds: readonly string[];
  readonly everyone: boolean;
}

const NONE: Mentions = { users: [], roleIds: [], everyone: false };
const MENTION = /<@!?(\d{15,20})>|<@&(\d{15,20})>|@everyone|@here/g;

/**
 * Whom a text mentions, as far as `allowed_mentions` lets it (docs: Message, Allowed Mentions). Without it everything
 * that is written counts. A role that is not mentionable, and @everyone, need the permission MENTION_EVERYONE.
 */
export function mentionsIn(
  world: World,
  channel: ChannelState,
  authorId: string,
  text: string,
  allowed: APIAllowedMentions | null | undefined,
  repliedTo?: UserState | undefined,
): Mentions {
  if (!text.includes('@') && repliedTo === undefined) return NONE;
  const users = new Map<string, UserState>();
  // Whoever is replied to is mentioned by default, but no longer once allowed_mentions is stated.
  if (repliedTo !== undefined && (allowed ? allowed.replied_user === true : true)) users.set(repliedTo.id, repliedTo);
  const roleIds = new Set<string>();
  let everyone = false;
  const strong = may(channel, authorId, 'MentionEveryone');
  for (const [written, userId, roleId] of text.matchAll(MENTION)) {
    if (userId !== undefined) {
      const user = world.users.get(userId);
      if (user !== undefined && lets(allowed, AllowedMentionsTypes.User, userId)) users.set(userId, user);
    } else if (roleId !== undefined) {
      const role = channel.server?.roles.get(roleId);
      const pingable = role !== undefined && (role.mentionable || strong);
      if (pingable && lets(allowed, AllowedMentionsTypes.Role, roleId)) roleIds.add(roleId);
    } else if (written !== undefined && strong) {
      everyone ||= lets(allowed, AllowedMentionsTypes.Everyone, '');
    }
  }
  return { users: [...users.values()], roleIds: [...roleIds], everyone };
}

function lets(allowed: APIAllowedMentions | null | undefined, type: AllowedMentionsTypes, id: string): boolean {
  if (allowed === undefined || allowed === null) return true;
  if (allowed.parse?.includes(type)) return true;
  if (type === AllowedMentionsTypes.User) return allowed.users?.includes(id) ?? false;
  return type === AllowedMentionsTypes.Role && (allowed.roles?.includes(id) ?? false);
}

/** The people of a channel whom a message makes a sound for: those who can see the channel. */
export function pinged(channel: ChannelState, mentions: Mentions): UserState[] {
  const { server } = channel;
  if (server === undefined) return channel.recipient === undefined ? [] : [channel.recipient];
  const people = new Map<string, UserState>();
  for (const user of mentions.users) if (server.members.has(user.id)) people.set(user.id, user);
  if (mentions.everyone || mentions.roleIds.length > 0) {
    for (const member of server.members.values()) {
      const called = mentions.everyone || member.roleIds.some((id) => mentions.roleIds.includes(id));
      if (called) people.set(member.user.id, member.user);
    }
  }
  return [...people.values()].filter((user) => !user.api.bot && may(channel, user.id, 'ViewChannel'));
}

/** As a message states them. */
export const mentionsJson = ({ users, roleIds, everyone }: Mentions) => ({
  mentions: users.map((user): APIUser => user.api),
  mention_roles: [...roleIds],
  mention_everyone: everyone,
});
