import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { APIInteractionResponse } from 'discord-api-types/v10';
import { onTestFinished } from 'vitest';
import { WebSocketServer } from 'ws';

/** A server as the gateway tells it: its id, and what else the test has it say. */
export type BareServer = Readonly<{ id: string } & Record<string, unknown>>;

export interface BareDiscord {
  readonly apiUrl: string;
  readonly applicationId: string;
  /** Sends an interaction exactly as it is given, but for its id and token. */
  send(interaction: Readonly<Record<string, unknown>>): void;
  /** Hangs up on so many answers to interactions, unheard. */
  hangUp(times: number): void;
  /** The same as `send`, and resolves with the bot's first answer. */
  ask(interaction: Readonly<Record<string, unknown>>): Promise<APIInteractionResponse>;
}

const APPLICATION = '1057689448992345600';

/**
 * Discord at its barest, over the wire: a greeting, servers, interactions as the test words them. It leaves out what it
 * may and adds nothing, checks nothing, and shares nothing with the sandbox. Closed when the test ends.
 */
export async function openBareDiscord(servers: readonly BareServer[], shards = 1): Promise<BareDiscord> {
  const waiting = new Map<string, (answer: APIInteractionResponse) => void>();
  let hangUps = 0;
  const http = createServer((request, response) => void reply(request, response));
  const gateway = new WebSocketServer({ server: http });
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  const { port } = http.address() as AddressInfo;
  onTestFinished(() => {
    for (const socket of gateway.clients) socket.terminate();
    http.closeAllConnections();
    http.close();
  });

  async function reply(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const body = Buffer.concat(parts).toString();
    const [, token] = /\/interactions\/\d+\/([^/]+)\/callback$/.exec(request.url ?? '') ?? [];
    if (token !== undefined && hangUps-- > 0) {
      request.socket.end();
      return;
    }
    if (token !== undefined) waiting.get(token)?.(JSON.parse(body) as APIInteractionResponse);
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(answerTo(request.url ?? '')));
  }

  function answerTo(url: string): unknown {
    if (!url.endsWith('/gateway/bot')) return [];
    const session_start_limit = { total: 1000, remaining: 1000, reset_after: 0, max_concurrency: shards };
    return { url: `ws://127.0.0.1:${port}`, shards, session_start_limit };
  }

  let sequence = 0;
  const event = (t: string, d: unknown) => JSON.stringify({ op: 0, t, s: ++sequence, d });
  gateway.on('connection', (socket) => {
    socket.send(JSON.stringify({ op: 10, d: { heartbeat_interval: 45_000 } }));
    socket.on('message', (data) => {
      const { op, d } = JSON.parse(String(data)) as { op: number; d: { shard: [number, number] } };
      if (op !== 2) return;
      const [shard, count] = d.shard;
      const ours = servers.filter(({ id }) => Number((BigInt(id) >> 22n) % BigInt(count)) === shard);
      const user = { id: APPLICATION, username: 'Backbone', discriminator: '0', avatar: null };
      const guilds = ours.map(({ id }) => ({ id, unavailable: true }));
      socket.send(event('READY', { v: 10, user, guilds, session_id: 's', application: { id: APPLICATION, flags: 0 } }));
      for (const server of ours) socket.send(event('GUILD_CREATE', server));
    });
  });

  function send(interaction: Readonly<Record<string, unknown>>, token = `t${++sequence}`): void {
    const told = event('INTERACTION_CREATE', { id: `${9e17 + ++sequence}`, token, ...interaction });
    for (const socket of gateway.clients) socket.send(told);
  }

  return {
    apiUrl: `http://127.0.0.1:${port}/api`,
    applicationId: APPLICATION,
    send: (interaction) => send(interaction),
    hangUp: (times) => {
      hangUps = times;
    },
    ask: (interaction) =>
      new Promise((resolve) => {
        const token = `t${++sequence}`;
        waiting.set(token, resolve);
        send(interaction, token);
      }),
  };
}
