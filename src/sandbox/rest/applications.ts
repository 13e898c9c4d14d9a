import { missingAccess, unknownApplication } from '../errors.ts';
import type { CommandBody } from '../interactions/commands.ts';
import { checkCommand } from '../rules/commands.ts';
import { applicationJson } from '../world/payloads.ts';
import { type BodyCheck, commandList, oneCommand } from './checks.ts';
import { created, idParam, noContent, ORDINARY, ok, type RestRequest, type RestRoute } from './route.ts';

const bucket = { by: ['application_id', 'guild_id'], budget: ORDINARY };

/** The server that the path names, or undefined for the global list. */
function scope(request: RestRequest): string | undefined {
  const { world } = request.core;
  if (idParam(request, 'application_id') !== world.applicationId) throw unknownApplication();
  if (request.params['guild_id'] === undefined) return undefined;
  const server = world.servers.get(idParam(request, 'guild_id'));
  if (server === undefined || !server.joined) throw missingAccess();
  return server.id;
}

const list = (request: RestRequest) => ok(request.core.commands.list(scope(request)));

function overwrite(request: RestRequest) {
  const serverId = scope(request);
  const bodies = (request.body ?? []) as CommandBody[];
  return ok(request.core.commands.overwrite(bodies, serverId));
}

function create(request: RestRequest) {
  const serverId = scope(request);
  const body = request.body as CommandBody;
  const { command, isNew } = request.core.commands.put(body, serverId);
  return isNew ? created(command) : ok(command);
}

function edit(request: RestRequest) {
  const serverId = scope(request);
  const id = idParam(request, 'command_id');
  const body = request.body as Partial<CommandBody>;
  return ok(request.core.commands.edit(id, body, serverId));
}

function remove(request: RestRequest) {
  request.core.commands.remove(idParam(request, 'command_id'), scope(request));
  return noContent;
}

const get = (request: RestRequest) => ok(request.core.commands.get(idParam(request, 'command_id'), scope(request)));

/** A patch is right when the command is, once it is applied. */
const patchedCommand: BodyCheck = ({ core, body, params }) => {
  const before = core.commands.list(params['guild_id']).find((command) => command.id === params['command_id']);
  return before === undefined || typeof body !== 'object' ? [] : checkCommand({ ...before, ...body });
};

const commandRoutes = (template: string): RestRoute[] => [
  { method: 'GET', template, auth: 'bot', bucket, handle: list },
  { method: 'PUT', template, auth: 'bot', bucket, check: commandList, handle: overwrite },
  { method: 'POST', template, auth: 'bot', bucket, check: oneCommand, handle: create },
  { method: 'GET', template: `${template}/{command_id}`, auth: 'bot', bucket, handle: get },
  { method: 'PATCH', template: `${template}/{command_id}`, auth: 'bot', bucket, check: patchedCommand, handle: edit },
  { method: 'DELETE', template: `${template}/{command_id}`, auth: 'bot', bucket, handle: remove },
];

const self = (template: string): RestRoute => ({
  method: 'GET',
  template,
  auth: 'bot',
  bucket: { by: [], budget: ORDINARY },
  handle: ({ core }) => ok(applicationJson(core.world)),
});

export const applicationRoutes: readonly RestRoute[] = [
  self('/applications/@me'),
  self('/oauth2/applications/@me'),
  ...commandRoutes('/applications/{application_id}/commands'),
  ...commandRoutes('/applications/{application_id}/guilds/{guild_id}/commands'),
];
