import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { APIMessage } from 'discord-api-types/v10';
import { onTestFinished } from 'vitest';
import { dayOf, timeIn, zone } from '../../src/coach/day.ts';
import { parseCustomId } from '../../src/messages/parts.ts';
import { textOf as textOfMessage } from '../../src/sandbox/world/content.ts';
import type { Delivery } from '../../src/store/interfaces/deliveries.ts';
import { LISBON, openScene, postsIn, type Scene, type SceneOptions } from '../support/scene.ts';

/** What clocks in the zone showed when each message was posted: `2026-03-29 07:30`. */
export function postedAt(messages: readonly APIMessage[], where: string = LISBON): string[] {
  const home = zone(where);
  return messages.map(({ timestamp }) => {
    const at = Date.parse(timestamp);
    return `${dayOf(at, home)} ${timeIn(at, home)}`;
  });
}

/** What each of the coach's posts in a channel is, by the key that its buttons carry: `daily.2026-01-05`. */
export function keysIn(scene: Pick<Scene, 'admin' | 'training'>, channel = scene.training): string[] {
  return postsIn(scene, channel).map((message) => keyOf(message.components ?? []) ?? 'no key');
}

function keyOf(components: readonly object[]): string | undefined {
  for (const component of components) {
    if ('custom_id' in component && typeof component.custom_id === 'string') {
      return parseCustomId(component.custom_id)?.argument;
    }
    const inside = 'components' in component && Array.isArray(component.components) ? component.components : [];
    const key = keyOf(inside);
    if (key !== undefined) return key;
  }
  return undefined;
}

/** The nudges among the posts, and when they came: `14:00 water.2026-01-05.0`. */
export function nudgesIn(scene: Pick<Scene, 'admin' | 'training'>): string[] {
  const times = postedAt(postsIn(scene));
  const lines = keysIn(scene).map((key, index) => `${times[index]?.slice(11)} ${key}`);
  return lines.filter((line) => / (water|sleep)\./.test(line));
}

/** The text of the only post in the channel. */
export function onlyPost(scene: Pick<Scene, 'admin' | 'training'>): string {
  const [post, ...others] = postsIn(scene);
  if (post === undefined || others.length > 0) throw new Error(`${others.length + (post ? 1 : 0)} posts, not one`);
  return textOfMessage(post);
}

/** The text of the last post in the channel. */
export function lastPost(scene: Pick<Scene, 'admin' | 'training'>): string {
  const post = postsIn(scene).at(-1);
  if (post === undefined) throw new Error('no post');
  return textOfMessage(post);
}

/** What became of each delivery, the oldest first: `daily.2026-01-05 missed`. */
export async function deliveriesOf(scene: Pick<Scene, 'store' | 'server'>): Promise<string[]> {
  const latest = await scene.store().deliveries.latest(scene.server.id, 1000);
  return latest.map(({ key, status }) => `${key} ${status}`).reverse();
}

export async function delivery(scene: Pick<Scene, 'store' | 'server'>, key: string): Promise<Delivery> {
  const found = (await scene.store().deliveries.latest(scene.server.id, 1000)).find((each) => each.key === key);
  if (found === undefined) throw new Error(`nothing is owed as ${key}`);
  return found;
}

/** The lines that the bot logged at this level or above, without those of starting and stopping. */
export function warnings(scene: Pick<Scene, 'logged'>): string[] {
  return scene.logged.filter(({ level }) => level >= 40).map(({ msg }) => msg);
}

/** A database file that is gone when the test is over. */
export function temporaryDatabase(): string {
  const folder = mkdtempSync(join(tmpdir(), 'coach-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, 'coach.db');
}

/** A scene whose database outlives a stop of the bot. */
export async function lastingScene(options: SceneOptions = {}): Promise<Scene & { readonly databasePath: string }> {
  const databasePath = temporaryDatabase();
  return { ...(await openScene({ databasePath, ...options })), databasePath };
}
