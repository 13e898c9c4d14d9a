import { effect } from '@preact/signals';
import { asId, isUnread, page, pingsOf, place } from '../store.ts';
import { titleOf } from './places.ts';

/** Keeps the document's title true: where one is, and whether something is new anywhere. Called once. */
export function followTitle(): void {
  effect(() => {
    const state = page.value;
    if (state === undefined) return;
    const here = place.value;
    const name = here?.server === undefined ? `@${state.bot.name}` : `#${here.channel.name} | ${here.server.name}`;
    const all = [...state.servers.flatMap(({ channels }) => channels), ...(state.dm === null ? [] : [state.dm])];
    const hasUnread = all.some((channel) => channel.id !== here?.channel.id && isUnread(channel));
    document.title = titleOf(here === undefined ? undefined : name, pingsOf(asId.value ?? ''), hasUnread);
  });
}
