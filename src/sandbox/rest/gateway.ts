import type { APIGatewayBotInfo } from 'discord-api-types/v10';
import type { Core } from '../core.ts';
import { ORDINARY, ok, type RestRoute } from './route.ts';

const url = (core: Core) => `${core.origin().replace('http', 'ws')}/gateway`;

/** How many times a bot may identify in a day (docs: Gateway, Session Start Limit). */
const IDENTIFIES_A_DAY = 1_000;

export const gatewayRoutes: readonly RestRoute[] = [
  {
    method: 'GET',
    template: '/gateway',
    auth: 'token',
    bucket: { by: [], budget: ORDINARY },
    handle: ({ core }) => ok({ url: url(core) }),
  },
  {
    method: 'GET',
    template: '/gateway/bot',
    auth: 'bot',
    bucket: { by: [], budget: ORDINARY },
    handle: ({ core }) => {
      const remaining = Math.max(IDENTIFIES_A_DAY - core.gateway.counts.identified, 0);
      const info: APIGatewayBotInfo = {
        url: url(core),
        shards: 1,
        session_start_limit: { total: IDENTIFIES_A_DAY, remaining, reset_after: 86_400_000, max_concurrency: 1 },
      };
      return ok(info);
    },
  },
];
