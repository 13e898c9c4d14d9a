import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Sandbox } from '../../../src/sandbox/sandbox.ts';
import { madeAt } from '../../../src/sandbox/snowflake.ts';
import type { ChannelState } from '../../../src/sandbox/world/state.ts';

/** A folder that is gone when the test is over. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'backbone-world-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export const newFile = () => join(temporaryFolder(), 'world.ndjson');

/** What a kill at this moment would leave of a world. */
export function leftOf(file: string): string {
  const copy = newFile();
  copyFileSync(file, copy);
  return copy;
}

/** All that there is in a sandbox, as plain data: two worlds are the same when their dumps are. */
export function dumpOf({ world, commands, apiUrl }: Sandbox, now: number): unknown {
  const dump = {
    bot: world.bot.id,
    application: world.applicationId,
    developer: world.developer.id,
    users: [...world.users.values()],
    servers: Array.from(world.servers.values(), ({ roles, members, channels, ...server }) => ({
      ...server,
      roles: [...roles],
      members: Array.from(members.values(), ({ user, ...member }) => ({ ...member, id: user.id })),
      isSharedUser: Array.from(members.values(), ({ user }) => user === world.users.get(user.id)),
      channels: [...channels.keys()],
    })),
    channels: Array.from(world.channels.values(), (channel) => channelDump(channel, now)),
    dms: Array.from(world.dms, ([userId, channel]) => [userId, channel.id]),
    files: Array.from(world.attachments, ([id, { bytes, ...file }]) => ({ id, ...file, bytes: [...bytes] })),
    commands: [...commands.lists],
  };
  const text = JSON.stringify(dump, (_, value) => (typeof value === 'bigint' ? `${value}n` : value));
  return JSON.parse(text.replaceAll(new URL(apiUrl).origin, 'ORIGIN'));
}

function channelDump({ server, recipient, messages, nonces, ...channel }: ChannelState, now: number): unknown {
  return {
    ...channel,
    server: server?.id,
    isInServer: server?.channels.get(channel.id)?.id,
    recipient: recipient?.id,
    messages: Array.from(messages.values(), ({ channel: its, ...message }) => ({ ...message, channel: its.id })),
    // A nonce brings its message back for three minutes.
    nonces: Array.from(nonces, ([nonce, { api }]) => [nonce, api.id, messages.has(api.id)] as const)
      .filter(([, id]) => madeAt(id) >= now - 3 * 60_000)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  };
}
