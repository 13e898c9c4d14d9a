import type { ComponentChildren } from 'preact';
import { initials } from '../initials.ts';
import { asId, isUnread, page, pingsOf, placeId } from '../store.ts';
import { Badge } from './badge.tsx';
import { openHome, openServer } from './go.ts';
import { HomeIcon } from './icons.tsx';
import { roomOf } from './places.ts';
import { RoomLink } from './room-link.tsx';
import './rail.css';

/** The servers that who is played is in, and above them the DMs. */
export function Rail() {
  const state = page.value;
  if (state === undefined) return null;
  const room = roomOf(state, placeId.value);
  const who = asId.value ?? '';
  const dmPings = state.dm === null ? 0 : pingsOf(who, state.dm.id);
  return (
    <nav class="rail" aria-label="Servers">
      <ul>
        <li>
          <RailLink
            name="Direct Messages"
            isOpen={room.kind === 'home'}
            isUnread={state.dm !== null && isUnread(state.dm)}
            pings={dmPings}
            onOpen={openHome}
          >
            <HomeIcon size={24} />
          </RailLink>
        </li>
        <li class="rail-line" aria-hidden="true" />
        {state.servers.map((server) => (
          <li key={server.id}>
            <RailLink
              name={server.name}
              isOpen={room.kind === 'server' && room.server.id === server.id}
              isUnread={server.channels.some(isUnread)}
              pings={server.channels.reduce((sum, { id }) => sum + pingsOf(who, id), 0)}
              onOpen={() => openServer(server)}
            >
              {initials(server.name)}
            </RailLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}

interface RailLinkProps {
  readonly name: string;
  readonly isOpen: boolean;
  readonly isUnread: boolean;
  readonly pings: number;
  readonly onOpen: () => void;
  readonly children: ComponentChildren;
}

function RailLink({ name, isOpen, isUnread: isNew, pings, onOpen, children }: RailLinkProps) {
  return (
    <RoomLink class={`rail-link ${isNew ? 'is-unread' : ''}`} isOpen={isOpen} onOpen={onOpen} title={name}>
      <span class="visually-hidden">{name}</span>
      <span class="rail-icon" aria-hidden="true">
        {children}
      </span>
      {isNew && <span class="visually-hidden">, unread</span>}
      {pings > 0 && <span class="visually-hidden">, {pings === 1 ? '1 mention' : `${pings} mentions`}</span>}
      <Badge count={pings} />
    </RoomLink>
  );
}
