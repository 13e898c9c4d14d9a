import { cannotMessageUser, unknownGuild, unknownUser } from '../errors.ts';
import { channelJson, selfJson } from '../world/payloads.ts';
import { leaveServer } from '../world/servers.ts';
import { dmOf } from '../world/world.ts';
import { idParam, noContent, ORDINARY, ok, type RestRoute } from './route.ts';

const ordinary = { by: [], budget: ORDINARY };

export const userRoutes: readonly RestRoute[] = [
  {
    method: 'GET',
    template: '/users/@me',
    auth: 'bot',
    bucket: ordinary,
    handle: ({ core }) => ok(selfJson(core.world.bot)),
  },
  {
    method: 'GET',
    template: '/users/{user_id}',
    auth: 'bot',
    bucket: ordinary,
    handle: (request) => {
      const user = request.core.world.users.get(idParam(request, 'user_id'));
      if (user === undefined) throw unknownUser();
      return ok(user.api);
    },
  },
  {
    method: 'POST',
    template: '/users/@me/channels',
    auth: 'bot',
    bucket: ordinary,
    handle: ({ core, body }) => {
      const { recipient_id } = body as { recipient_id: string };
      const user = core.world.users.get(String(recipient_id));
      if (user === undefined) throw unknownUser();
      // Bots cannot write to themselves or to other bots.
      if (user.api.bot) throw cannotMessageUser();
      return ok(channelJson(dmOf(core, user)));
    },
  },
  {
    method: 'DELETE',
    template: '/users/@me/guilds/{guild_id}',
    auth: 'bot',
    bucket: ordinary,
    handle: (request) => {
      const server = request.core.world.servers.get(idParam(request, 'guild_id'));
      if (server === undefined || !server.joined) throw unknownGuild();
      leaveServer(request.core, server);
      return noContent;
    },
  },
];
