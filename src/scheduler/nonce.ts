import { createHash } from 'node:crypto';

/** The nonce of a delivery: the same for the same key, whatever was restarted in between. Discord takes 25 characters. */
export function nonceOf(serverId: string, key: string): string {
  return createHash('sha256').update(`${serverId}/${key}`).digest('base64url').slice(0, 24);
}
