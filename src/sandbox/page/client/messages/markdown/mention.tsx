import type { ComponentChildren } from 'preact';
import { goTo } from '../../actions.ts';
import { HashIcon } from '../../icon.tsx';
import { composerDraft } from '../../store.ts';
import { channelName, personName, roleName, useScope } from '../scope.ts';
import { NAVIGATION } from './plain-text.ts';

const Plain = ({ children }: { children: ComponentChildren }) => <span class="md-mention">{children}</span>;

export function PersonMention({ id }: { id: string }) {
  const name = personName(useScope().channelId, id).value;
  return <Plain>@{name ?? 'unknown-user'}</Plain>;
}

export function RoleMention({ id }: { id: string }) {
  const name = roleName(useScope().channelId, id).value;
  return <Plain>@{name ?? 'unknown-role'}</Plain>;
}

export const Everyone = ({ who }: { who: string }) => <Plain>@{who}</Plain>;

/** Leads there, where who is played may see it. */
export function ChannelMention({ id }: { id: string }) {
  const name = channelName(useScope().channelId, id).value;
  if (name === undefined)
    return (
      <Plain>
        <HashIcon size={16} />
        <em>No Access</em>
      </Plain>
    );
  return (
    <button type="button" class="md-mention md-mention-active" onClick={() => goTo(id)}>
      <HashIcon size={16} />
      {name}
    </button>
  );
}

/** Puts the command into the composer, as in Discord. */
export function CommandMention({ name }: { name: string }) {
  return (
    <button
      type="button"
      class="md-mention md-mention-active"
      onClick={() => {
        composerDraft.value = `/${name}`;
      }}
    >
      /{name}
    </button>
  );
}

export const NavigationMention = ({ place }: { place: string }) => <Plain>{NAVIGATION[place] ?? place}</Plain>;
