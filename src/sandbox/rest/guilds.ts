import { missingAccess, unknownGuild, unknownMember } from '../errors.ts';
import { channelJson, memberJson, restGuildJson, roleJson } from '../world/payloads.ts';
import type { ServerState } from '../world/state.ts';
import { idParam, ORDINARY, ok, type RestRequest, type RestRoute } from './route.ts';

const bucket = { by: ['guild_id'], budget: ORDINARY };
const template = '/guilds/{guild_id}';

function serverOf(request: RestRequest): ServerState {
  const server = request.core.world.servers.get(idParam(request, 'guild_id'));
  if (server === undefined) throw unknownGuild();
  if (!server.joined) throw missingAccess();
  return server;
}

export const guildRoutes: readonly RestRoute[] = [
  {
    method: 'GET',
    template,
    auth: 'bot',
    bucket,
    handle: (request) => {
      const server = serverOf(request);
      const counts = { approximate_member_count: server.members.size, approximate_presence_count: server.members.size };
      return ok(
        request.query.get('with_counts') === 'true' ? { ...restGuildJson(server), ...counts } : restGuildJson(server),
      );
    },
  },
  {
    method: 'GET',
    template: `${template}/channels`,
    auth: 'bot',
    bucket,
    handle: (request) => ok(Array.from(serverOf(request).channels.values(), channelJson)),
  },
  {
    method: 'GET',
    template: `${template}/roles`,
    auth: 'bot',
    bucket,
    handle: (request) => ok(Array.from(serverOf(request).roles.values(), roleJson)),
  },
  {
    method: 'GET',
    template: `${template}/members/{user_id}`,
    auth: 'bot',
    bucket,
    handle: (request) => {
      const member = serverOf(request).members.get(idParam(request, 'user_id'));
      if (member === undefined) throw unknownMember();
      return ok(memberJson(member));
    },
  },
];
