import {
  GatewayCloseCodes,
  GatewayDispatchEvents,
  type GatewayIdentifyData,
  GatewayIntentBits,
  GatewayOpcodes,
  type GatewayResumeData,
} from 'discord-api-types/v10';
import type { RawData, WebSocket } from 'ws';
import { z } from 'zod';
import type { Core } from '../core.ts';
import { guildCreateJson, NO_FLAGS, selfJson } from '../world/payloads.ts';
import {
  acknowledge,
  type EventData,
  hears,
  KNOWN_INTENTS,
  missedSince,
  newSession,
  PRIVILEGED,
  type Session,
  sendEvent,
} from './session.ts';

/** Discord's own interval (docs: Gateway, Hello). Real time: the client beats by its own clock. */
const HEARTBEAT_INTERVAL = 41_250;

const payload = z.object({ op: z.int(), d: z.unknown() });
const identify = z.object({
  token: z.string(),
  intents: z.int(),
  properties: z.record(z.string(), z.unknown()),
  shard: z.tuple([z.int().min(0), z.int().min(1)]).optional(),
}) satisfies z.ZodType<Pick<GatewayIdentifyData, 'token' | 'intents'>>;
const resume = z.object({
  token: z.string(),
  session_id: z.string(),
  seq: z.int(),
}) satisfies z.ZodType<GatewayResumeData>;

export interface ConnectionContext {
  readonly core: () => Core;
  readonly sessions: Map<string, Session>;
  readonly counts: { identified: number; resumed: number };
  readonly newSessionId: () => string;
  readonly onReady: () => undefined;
  readonly onHeartbeat: () => undefined;
}

/** Speaks gateway v10 on one socket, from Hello to its end. */
export function connection(socket: WebSocket, query: URLSearchParams, context: ConnectionContext): undefined {
  let session: Session | undefined;
  const core = context.core();
  const tell = (way: 'in' | 'out', event: string, data?: unknown) =>
    core.happenings.tell({ kind: 'gateway', at: core.clock.now(), way, event, data });
  const send = (body: object): undefined => {
    socket.send(JSON.stringify(body));
  };
  const refuse = (code: number, why: string): undefined => {
    tell('out', `close ${code} ${why}`);
    socket.close(code, why);
  };

  const onIdentify = (d: unknown) => {
    const parsed = identify.safeParse(d);
    if (!parsed.success) return refuse(GatewayCloseCodes.DecodeError, 'Error while decoding payload.');
    const { token, intents, shard = [0, 1] } = parsed.data;
    if (token !== core.token) return refuse(GatewayCloseCodes.AuthenticationFailed, 'Authentication failed.');
    if (shard[0] >= shard[1]) return refuse(GatewayCloseCodes.InvalidShard, 'Invalid shard.');
    if ((intents & ~KNOWN_INTENTS) !== 0) return refuse(GatewayCloseCodes.InvalidIntents, 'Invalid intent(s).');
    if ((intents & PRIVILEGED) !== 0) return refuse(GatewayCloseCodes.DisallowedIntents, 'Disallowed intent(s).');

    // Whoever identifies anew will not resume: a bot that was killed leaves its session behind.
    for (const old of context.sessions.values()) {
      if (old.socket === undefined && old.shard[0] === shard[0]) context.sessions.delete(old.id);
    }
    session = newSession(context.newSessionId(), intents, shard, socket);
    context.sessions.set(session.id, session);
    context.counts.identified += 1;
    greet(session);
    return context.onReady();
  };

  const greet = (to: Session) => {
    const { world } = core;
    const servers = [...world.servers.values()].filter((server) => server.joined && hears(to, server.id));
    const ready: EventData<GatewayDispatchEvents.Ready> = {
      v: 10,
      user: selfJson(world.bot),
      guilds: servers.map((server) => ({ id: server.id, unavailable: true })),
      session_id: to.id,
      resume_gateway_url: `${core.origin().replace('http', 'ws')}/gateway`,
      shard: [to.shard[0], to.shard[1]],
      application: { id: world.applicationId, flags: NO_FLAGS, flags_new: '0' },
    };
    tell('out', GatewayDispatchEvents.Ready, ready);
    sendEvent(to, GatewayDispatchEvents.Ready, ready);
    if ((to.intents & GatewayIntentBits.Guilds) === 0) return;
    for (const server of servers) {
      if (!server.available) continue;
      const data = guildCreateJson(world, server);
      tell('out', GatewayDispatchEvents.GuildCreate, data);
      sendEvent(to, GatewayDispatchEvents.GuildCreate, data);
    }
  };

  const onResume = (d: unknown) => {
    const parsed = resume.safeParse(d);
    if (!parsed.success) return refuse(GatewayCloseCodes.DecodeError, 'Error while decoding payload.');
    if (parsed.data.token !== core.token)
      return refuse(GatewayCloseCodes.AuthenticationFailed, 'Authentication failed.');
    const known = context.sessions.get(parsed.data.session_id);
    if (known === undefined) {
      tell('out', 'INVALID_SESSION');
      return send({ op: GatewayOpcodes.InvalidSession, d: false });
    }
    const missed = missedSince(known, parsed.data.seq);
    if (missed === undefined) return refuse(GatewayCloseCodes.InvalidSeq, 'Invalid seq.');
    if (known.socket !== undefined && known.socket !== socket) known.socket.terminate();
    session = known;
    session.socket = socket;
    acknowledge(session, parsed.data.seq);
    for (const text of missed) socket.send(text);
    context.counts.resumed += 1;
    tell('out', `${GatewayDispatchEvents.Resumed} (${missed.length} missed)`);
    sendEvent(session, GatewayDispatchEvents.Resumed, undefined);
    return context.onReady();
  };

  const onMessage = (raw: RawData) => {
    const parsed = payload.safeParse(parseJson(raw.toString()));
    if (!parsed.success) return refuse(GatewayCloseCodes.DecodeError, 'Error while decoding payload.');
    const { op, d } = parsed.data;
    if (op === GatewayOpcodes.Heartbeat) {
      if (session !== undefined && typeof d === 'number') acknowledge(session, d);
      send({ op: GatewayOpcodes.HeartbeatAck });
      return context.onHeartbeat();
    }
    tell('in', GatewayOpcodes[op] ?? `op ${op}`, d);
    if (op === GatewayOpcodes.Identify || op === GatewayOpcodes.Resume) {
      if (session !== undefined) return refuse(GatewayCloseCodes.AlreadyAuthenticated, 'Already authenticated.');
      return op === GatewayOpcodes.Identify ? onIdentify(d) : onResume(d);
    }
    if (session === undefined) return refuse(GatewayCloseCodes.NotAuthenticated, 'Not authenticated.');
    if (op === GatewayOpcodes.PresenceUpdate) return undefined;
    core.validation.fault(`not implemented: gateway opcode ${op} (${GatewayOpcodes[op] ?? 'unknown'})`);
    return refuse(GatewayCloseCodes.UnknownOpcode, 'Unknown opcode.');
  };

  socket.on('message', onMessage);
  socket.on('error', () => socket.terminate());
  socket.on('close', (code) => {
    if (session?.socket === socket) session.socket = undefined;
    // A client that says goodbye ends its session; a line that breaks leaves it to be resumed.
    if (session !== undefined && (code === 1000 || code === 1001)) context.sessions.delete(session.id);
    tell('in', 'connection closed');
    context.onHeartbeat();
  });

  if (query.get('v') !== '10') return refuse(GatewayCloseCodes.InvalidAPIVersion, 'Invalid API version.');
  if (query.get('encoding') !== 'json' || query.has('compress')) {
    core.validation.fault(
      `not implemented: gateway with encoding=${query.get('encoding')} compress=${query.get('compress')}`,
    );
    return refuse(GatewayCloseCodes.DecodeError, 'Only uncompressed JSON is spoken here.');
  }
  return send({ op: GatewayOpcodes.Hello, d: { heartbeat_interval: HEARTBEAT_INTERVAL, _trace: [] } });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
