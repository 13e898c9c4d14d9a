import { type GatewayDispatchPayload, GatewayIntentBits, GatewayOpcodes } from 'discord-api-types/v10';
import type { WebSocket } from 'ws';

type Dispatch = GatewayDispatchPayload;
export type EventName = Dispatch['t'];
export type EventData<T extends EventName> = Extract<Dispatch, { t: T }>['d'];

/** How many events a session keeps for a resume; a client that missed more must identify anew. */
const REPLAY = 2_000;

/** One bot session: it outlives its connection, so that the bot can resume it. */
export interface Session {
  readonly id: string;
  readonly intents: number;
  readonly shard: readonly [number, number];
  socket: WebSocket | undefined;
  seq: number;
  /** The last sequence number that the client said it has. */
  ackedSeq: number;
  readonly sent: { readonly seq: number; readonly text: string }[];
}

export function newSession(id: string, intents: number, shard: readonly [number, number], socket: WebSocket): Session {
  return { id, intents, shard, socket, seq: 0, ackedSeq: 0, sent: [] };
}

/** Sends an event, or keeps it for the resume when the bot is away. */
export function sendEvent<T extends EventName>(session: Session, t: T, d: EventData<T> | undefined): void {
  session.seq += 1;
  const text = JSON.stringify({ op: GatewayOpcodes.Dispatch, t, s: session.seq, d });
  session.sent.push({ seq: session.seq, text });
  if (session.sent.length > REPLAY * 2) session.sent.splice(0, session.sent.length - REPLAY);
  session.socket?.send(text);
}

/** The events after `seq`, or undefined when they are no longer kept or `seq` lies in the future. */
export function missedSince(session: Session, seq: number): string[] | undefined {
  if (seq > session.seq) return undefined;
  const missed = session.sent.filter((event) => event.seq > seq);
  return missed.length === session.seq - seq ? missed.map((event) => event.text) : undefined;
}

/** The client has the events up to `seq`; they need not be kept for a resume. */
export function acknowledge(session: Session, seq: number): void {
  session.ackedSeq = Math.max(session.ackedSeq, seq);
  const firstKept = session.sent.findIndex((event) => event.seq > session.ackedSeq);
  session.sent.splice(0, firstKept < 0 ? session.sent.length : firstKept);
}

/** Whether a session hears of a server: with several shards each has its share (docs: Gateway, Sharding). */
export function hears(session: Session, serverId: string | undefined): boolean {
  const [index, count] = session.shard;
  const shard = serverId === undefined ? 0 : Number((BigInt(serverId) >> 22n) % BigInt(count));
  return shard === index;
}

export const PRIVILEGED =
  GatewayIntentBits.GuildMembers | GatewayIntentBits.GuildPresences | GatewayIntentBits.MessageContent;

export const KNOWN_INTENTS = Object.values(GatewayIntentBits).reduce<number>(
  (all, bit) => (typeof bit === 'number' ? all | bit : all),
  0,
);
