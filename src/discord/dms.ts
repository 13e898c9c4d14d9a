import { type REST, Routes } from 'discord.js';
import type { APIChannel } from 'discord-api-types/v10';
import { parseReminderKey } from '../coach/reminders/key.ts';
import type { Store } from '../store/store.ts';
import { type Failure, failureOf } from './failure.ts';

/** What became of asking for the channel to one person. */
export type OpenedDm = { readonly act: 'open'; readonly channelId: string } | Failure;

/** Opens the channel to a person; Discord gives the same one each time. Whether it takes messages shows with the first. */
export async function openDm(rest: REST, userId: string): Promise<OpenedDm> {
  try {
    const channel = (await rest.post(Routes.userChannels(), { body: { recipient_id: userId } })) as APIChannel;
    return { act: 'open', channelId: channel.id };
  } catch (error) {
    return failureOf(error);
  }
}

/**
 * The server that a press on a direct message speaks of: that of the member whom its argument names, if it was that
 * member who pressed. Undefined for anybody else, and for an argument that is forged or of a member who is gone.
 */
export async function serverOfDm(store: Store, argument: string, userId: string): Promise<string | undefined> {
  const key = parseReminderKey(argument);
  const whose = key && (await store.reminders.whose(key.memberId));
  return whose?.userId === userId ? whose.serverId : undefined;
}
