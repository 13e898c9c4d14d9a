import { computed, type ReadonlySignal } from '@preact/signals';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { asId, findChannel, peopleById } from '../store.ts';

/** The message that something is part of. */
export interface Scope {
  readonly channelId: string;
  readonly messageId: string;
}

export const ScopeContext = createContext<Scope>({ channelId: '', messageId: '' });
export const useScope = (): Scope => useContext(ScopeContext);

/** A signal for each key, made once: what reads it is drawn anew only when this very name changes. */
function signalsFor<T>(make: (channelId: string, id: string) => T) {
  const known = new Map<string, ReadonlySignal<T>>();
  return (channelId: string, id: string): ReadonlySignal<T> => {
    const key = `${channelId}/${id}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    const made = computed(() => make(channelId, id));
    known.set(key, made);
    return made;
  };
}

/** What somebody is called in the channel's server; nothing for whom nobody knows. */
export const personName = signalsFor((channelId, id) => {
  const nick = findChannel(channelId)?.server?.members.find((member) => member.id === id)?.nick;
  return nick ?? peopleById.value.get(id)?.name;
});

export const roleName = signalsFor(
  (channelId, id) => findChannel(channelId)?.server?.roles.find((role) => role.id === id)?.name,
);

/** A channel's name, of those that the reader sees. */
export const channelName = signalsFor((_, id) => findChannel(id)?.channel.name);

/** Whether who is played has one of these roles there; ids as `1,2`. */
export const hasRoleOf = signalsFor((channelId, ids) => {
  const mine = findChannel(channelId)?.server?.members.find((member) => member.id === asId.value)?.roleIds ?? [];
  return ids.split(',').some((id) => mine.includes(id));
});
