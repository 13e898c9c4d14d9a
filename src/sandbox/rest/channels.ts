import { channelJson } from '../world/payloads.ts';
import { visibleChannel } from './access.ts';
import { noContent, ORDINARY, ok, type RestRoute } from './route.ts';

const byChannel = { by: ['channel_id'], budget: ORDINARY };

export const channelRoutes: readonly RestRoute[] = [
  {
    method: 'GET',
    template: '/channels/{channel_id}',
    auth: 'bot',
    bucket: byChannel,
    handle: (request) => ok(channelJson(visibleChannel(request))),
  },
  {
    method: 'POST',
    template: '/channels/{channel_id}/typing',
    auth: 'bot',
    bucket: byChannel,
    handle: (request) => {
      visibleChannel(request);
      return noContent;
    },
  },
];
