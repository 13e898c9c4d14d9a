import { Agent, request } from 'node:http';
import { WebSocket } from 'ws';

/**
 * No bot at all: a socket that answers every interaction at once with the same body, without discord.js. What it takes
 * is the cost of the stand-in and of the wire, and a part of every other figure.
 */
const { DISCORD_TOKEN = '', DISCORD_API_URL = '', ECHO_BODY = '', ECHO_COMMANDS = '[]' } = process.env;

interface Payload {
  readonly op: number;
  readonly t: string | null;
  readonly s: number | null;
  readonly d: { readonly id: string; readonly token: string; readonly heartbeat_interval: number };
}

const api = `${DISCORD_API_URL}/v10`;
const agent = new Agent({ keepAlive: true });
const authorization = `Bot ${DISCORD_TOKEN}`;

function send(method: string, path: string, body: string, headers: Record<string, string> = {}): void {
  const length = String(Buffer.byteLength(body));
  const sent = request(`${api}${path}`, {
    method,
    agent,
    headers: { 'content-type': 'application/json', 'content-length': length, ...headers },
  });
  sent.on('response', (response) => response.resume());
  sent.end(body);
}

async function get(path: string): Promise<Record<string, string>> {
  const response = await fetch(`${api}${path}`, { headers: { authorization } });
  return (await response.json()) as Record<string, string>;
}

const { id: applicationId } = await get('/applications/@me');
const { url } = await get('/gateway/bot');
const socket = new WebSocket(`${url}?v=10&encoding=json`);
let seq: number | null = null;

socket.on('message', (raw) => {
  const { op, t, s, d } = JSON.parse(raw.toString()) as Payload;
  seq = s ?? seq;
  if (op === 10) {
    const identify = { token: DISCORD_TOKEN, intents: 1, properties: { os: 'any', browser: 'echo', device: 'echo' } };
    socket.send(JSON.stringify({ op: 2, d: identify }));
    setInterval(() => socket.send(JSON.stringify({ op: 1, d: seq })), d.heartbeat_interval);
  } else if (op === 1) socket.send(JSON.stringify({ op: 1, d: seq }));
  else if (t === 'READY') send('PUT', `/applications/${applicationId}/commands`, ECHO_COMMANDS, { authorization });
  else if (t === 'INTERACTION_CREATE') send('POST', `/interactions/${d.id}/${d.token}/callback`, ECHO_BODY);
});
process.once('SIGTERM', () => process.exit(0));
