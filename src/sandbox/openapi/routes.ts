/**
 * What travels on one route. Bodies are written as the package writes them in its `Paths` type (its schemas do not say
 * which route they belong to); a test holds this table against that type. `none` is an empty body.
 */
export interface Route {
  readonly request?: string;
  readonly responses: Readonly<Record<number, string>>;
}

const callback = [
  'ApplicationCommandAutocompleteCallbackRequest',
  'CreateMessageInteractionCallbackRequest',
  'LaunchActivityInteractionCallbackRequest',
  'ModalInteractionCallbackRequest',
  'PongInteractionCallbackRequest',
  'SocialLayerSKUPurchaseEligibilityInteractionCallbackRequest',
  'UpdateMessageInteractionCallbackRequest',
].join(' | ');
const webhookMessage = 'IncomingWebhookRequestPartial | IncomingWebhookUpdateRequestPartial';
const webhook = 'ApplicationIncomingWebhookResponse | ChannelFollowerWebhookResponse | GuildIncomingWebhookResponse';
const channel = 'GuildChannelResponse | PrivateChannelResponse | PrivateGroupChannelResponse | ThreadResponse';
const anyChannelUpdate =
  'UpdateDMRequestPartial | UpdateGroupDMRequestPartial | UpdateGuildChannelRequestPartial | UpdateThreadRequestPartial';

const commandList: Route = { responses: { 200: 'ApplicationCommandResponse[] | null' } };
const commandOverwrite: Route = {
  request: 'ApplicationCommandUpdateRequest[] | null',
  responses: { 200: 'ApplicationCommandResponse[] | null' },
};
const commandCreate: Route = {
  request: 'ApplicationCommandCreateRequest',
  responses: { 200: 'ApplicationCommandResponse', 201: 'ApplicationCommandResponse' },
};
const commandEdit: Route = {
  request: 'ApplicationCommandPatchRequestPartial',
  responses: { 200: 'ApplicationCommandResponse' },
};
const command: Route = { responses: { 200: 'ApplicationCommandResponse' } };
const message: Route = { responses: { 200: 'MessageResponse' } };
const webhookEdit: Route = {
  request: 'IncomingWebhookUpdateRequestPartial',
  responses: { 200: 'MessageResponse' },
};
const empty: Route = { responses: { 204: 'none' } };

/** The routes that a bot of this kind and discord.js use, by method and the description's own template. */
export const routes: Readonly<Record<string, Route>> = {
  'GET /gateway': { responses: { 200: 'GatewayResponse' } },
  'GET /gateway/bot': { responses: { 200: 'GatewayBotResponse' } },
  'GET /users/@me': { responses: { 200: 'UserPIIResponse' } },
  'GET /users/{user_id}': { responses: { 200: 'UserResponse' } },
  'POST /users/@me/channels': {
    request: 'CreatePrivateChannelRequest',
    responses: { 200: 'PrivateChannelResponse | PrivateGroupChannelResponse' },
  },
  'GET /applications/@me': { responses: { 200: 'PrivateApplicationResponse' } },
  'GET /oauth2/applications/@me': { responses: { 200: 'PrivateApplicationResponse' } },

  'GET /applications/{application_id}/commands': commandList,
  'PUT /applications/{application_id}/commands': commandOverwrite,
  'POST /applications/{application_id}/commands': commandCreate,
  'GET /applications/{application_id}/commands/{command_id}': command,
  'PATCH /applications/{application_id}/commands/{command_id}': commandEdit,
  'DELETE /applications/{application_id}/commands/{command_id}': empty,
  'GET /applications/{application_id}/guilds/{guild_id}/commands': commandList,
  'PUT /applications/{application_id}/guilds/{guild_id}/commands': commandOverwrite,
  'POST /applications/{application_id}/guilds/{guild_id}/commands': commandCreate,
  'GET /applications/{application_id}/guilds/{guild_id}/commands/{command_id}': command,
  'PATCH /applications/{application_id}/guilds/{guild_id}/commands/{command_id}': commandEdit,
  'DELETE /applications/{application_id}/guilds/{guild_id}/commands/{command_id}': empty,

  'POST /interactions/{interaction_id}/{interaction_token}/callback': {
    request: callback,
    responses: { 200: 'InteractionCallbackResponse', 204: 'none' },
  },
  'GET /webhooks/{webhook_id}/{webhook_token}': { responses: { 200: webhook } },
  'POST /webhooks/{webhook_id}/{webhook_token}': {
    request: webhookMessage,
    responses: { 200: 'MessageResponse', 204: 'none' },
  },
  'DELETE /webhooks/{webhook_id}/{webhook_token}': empty,
  'GET /webhooks/{webhook_id}/{webhook_token}/messages/@original': message,
  'PATCH /webhooks/{webhook_id}/{webhook_token}/messages/@original': webhookEdit,
  'DELETE /webhooks/{webhook_id}/{webhook_token}/messages/@original': empty,
  'GET /webhooks/{webhook_id}/{webhook_token}/messages/{message_id}': message,
  'PATCH /webhooks/{webhook_id}/{webhook_token}/messages/{message_id}': webhookEdit,
  'DELETE /webhooks/{webhook_id}/{webhook_token}/messages/{message_id}': empty,

  'GET /channels/{channel_id}': { responses: { 200: channel } },
  'PATCH /channels/{channel_id}': { request: anyChannelUpdate, responses: { 200: channel } },
  'DELETE /channels/{channel_id}': { responses: { 200: channel } },
  'POST /channels/{channel_id}/typing': { responses: { 200: 'TypingIndicatorResponse', 204: 'none' } },
  'GET /channels/{channel_id}/messages': { responses: { 200: 'MessageResponse[] | null' } },
  'POST /channels/{channel_id}/messages': {
    request: 'MessageCreateRequest',
    responses: { 200: 'MessageResponse' },
  },
  'GET /channels/{channel_id}/messages/{message_id}': message,
  'PATCH /channels/{channel_id}/messages/{message_id}': {
    request: 'MessageEditRequestPartial',
    responses: { 200: 'MessageResponse' },
  },
  'DELETE /channels/{channel_id}/messages/{message_id}': empty,

  'GET /guilds/{guild_id}': { responses: { 200: 'GuildWithCountsResponse' } },
  'GET /guilds/{guild_id}/channels': { responses: { 200: `(${channel})[] | null` } },
  'GET /guilds/{guild_id}/roles': { responses: { 200: 'GuildRoleResponse[]' } },
  'GET /guilds/{guild_id}/members/{user_id}': { responses: { 200: 'GuildMemberResponse' } },
  'DELETE /users/@me/guilds/{guild_id}': empty,
};

const anonymous = (route: string): string => route.replace(/\{[^}]*\}/g, '{}');

const byAnonymousName = new Map(Object.entries(routes).map(([name, route]) => [anonymous(name), route]));

/**
 * The route of a method and a template, whatever the template calls its parameters.
 * @throws Error naming the route if it is not in the table.
 */
export function routeOf(method: string, template: string): Route {
  const name = `${method.toUpperCase()} ${template}`;
  const route = byAnonymousName.get(anonymous(name));
  if (!route) throw new Error(`No route "${name}" is known of Discord's OpenAPI description.`);
  return route;
}
