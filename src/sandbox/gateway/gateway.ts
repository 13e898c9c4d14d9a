import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { GatewayDispatchEvents, GatewayIntentBits } from 'discord-api-types/v10';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Core } from '../core.ts';
import type { MessageState } from '../world/state.ts';
import { connection } from './connection.ts';
import { deletionJson, gatewayMessageJson } from './message-payload.ts';
import { type EventData, type EventName, hears, type Session, sendEvent } from './session.ts';

export interface DispatchOptions {
  /** Sent only to the shard of this server. */
  readonly serverId?: string | undefined;
  /** Sent only to sessions with this intent. Interactions need none. */
  readonly intent?: GatewayIntentBits;
}

type MessageEvent =
  | GatewayDispatchEvents.MessageCreate
  | GatewayDispatchEvents.MessageUpdate
  | GatewayDispatchEvents.MessageDelete;

/** The gateway as the other parts of the sandbox use it. */
export interface Gateway {
  /** Sessions, the bot's connected and resumable ones. */
  readonly sessions: ReadonlyMap<string, Session>;
  /** How often a bot identified and resumed since the start. */
  readonly counts: { identified: number; resumed: number };
  dispatch<T extends EventName>(event: T, data: EventData<T> | undefined, options?: DispatchOptions): number;
  /** An event of a message that all in its channel see. */
  dispatchMessage(event: MessageEvent, message: MessageState): void;
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Resolves once every connected bot has had all events sent so far: each is asked for a heartbeat. */
  delivered(): Promise<void>;
  /** Resolves when a bot is connected and ready. */
  ready(): Promise<void>;
  /** Cuts connections: with a close code as Discord closes, without one as a broken line. The session can be resumed. */
  drop(code?: number): void;
  /** Asks bots to reconnect and resume (op 7). */
  askToReconnect(): void;
  /** Says that the session is over (op 9): to be resumed, or not. */
  invalidate(resumable?: boolean): void;
  close(): void;
}

const FORBIDDEN = 'HTTP/1.1 403 Forbidden\r\nconnection: close\r\ncontent-length: 0\r\n\r\n';

export function gateway(core: () => Core): Gateway {
  const server = new WebSocketServer({ noServer: true, perMessageDeflate: false });
  const sessions = new Map<string, Session>();
  const counts = { identified: 0, resumed: 0 };
  const waiting = new Set<() => void>();
  const heartbeats = new Set<() => void>();

  const connected = () => [...sessions.values()].filter((session) => session.socket !== undefined);
  const toAll = (payload: object) => {
    for (const session of connected()) session.socket?.send(JSON.stringify(payload));
  };
  const note = (event: string, data?: unknown) =>
    core().happenings.tell({ kind: 'gateway', at: core().clock.now(), way: 'out', event, data });
  const forget = () => {
    for (const session of sessions.values()) session.socket?.terminate();
  };
  const wakeAll = (set: Set<() => void>): undefined => {
    const all = [...set];
    set.clear();
    for (const wake of all) wake();
  };

  const accept = (socket: WebSocket, request: IncomingMessage) => {
    const query = new URL(request.url ?? '/', 'http://localhost').searchParams;
    connection(socket, query, {
      core,
      sessions,
      counts,
      newSessionId: () => randomBytes(16).toString('hex'),
      onReady: () => wakeAll(waiting),
      onHeartbeat: () => wakeAll(heartbeats),
    });
  };

  const dispatch: Gateway['dispatch'] = (event, data, options = {}) => {
    let receivers = 0;
    for (const session of sessions.values()) {
      if (!hears(session, options.serverId)) continue;
      if (options.intent !== undefined && (session.intents & options.intent) === 0) continue;
      sendEvent(session, event, data);
      receivers += 1;
    }
    if (receivers > 0) {
      note(event, data);
      core().activity.stir();
    }
    return receivers;
  };

  return {
    sessions,
    counts,
    dispatch,
    dispatchMessage(event, message) {
      const { server } = message.channel;
      const intent = server === undefined ? GatewayIntentBits.DirectMessages : GatewayIntentBits.GuildMessages;
      const wanted = [...sessions.values()].some((session) => (session.intents & intent) !== 0);
      if (!wanted) return;
      const options = { serverId: server?.id, intent };
      if (event === GatewayDispatchEvents.MessageDelete) dispatch(event, deletionJson(message), options);
      else dispatch(event, gatewayMessageJson(core().world, message), options);
    },
    upgrade(request, socket, head) {
      // Only browsers send it, for whatever page they are on; a bot does not.
      if (request.headers.origin !== undefined) return void socket.end(FORBIDDEN);
      server.handleUpgrade(request, socket, head, accept);
    },
    async delivered() {
      const behind = () => connected().filter((session) => session.ackedSeq < session.seq);
      while (behind().length > 0) {
        for (const session of behind()) session.socket?.send('{"op":1,"d":null}');
        await new Promise<void>((resolve) => heartbeats.add(resolve));
      }
    },
    async ready() {
      if (connected().length === 0) await new Promise<void>((resolve) => waiting.add(resolve));
    },
    drop(code) {
      note(code === undefined ? 'connection cut' : `close ${code}`);
      for (const session of connected()) {
        if (code === undefined) session.socket?.terminate();
        else session.socket?.close(code);
      }
    },
    askToReconnect() {
      note('RECONNECT');
      toAll({ op: 7, d: null });
    },
    invalidate(resumable = false) {
      note('INVALID_SESSION', resumable);
      toAll({ op: 9, d: resumable });
      if (!resumable) sessions.clear();
    },
    close() {
      wakeAll(waiting);
      wakeAll(heartbeats);
      forget();
      for (const client of server.clients) client.terminate();
      server.close();
    },
  };
}
