import type { ComponentChildren } from 'preact';
import type { ChannelView, PageState, ServerView } from '../../protocol.ts';
import { Avatar } from '../avatar.tsx';
import { HashIcon } from '../icon.tsx';
import { asId, isUnread, page, pingsOf, placeId } from '../store.ts';
import { Badge } from './badge.tsx';
import { openChannel, openHome } from './go.ts';
import { HashLockIcon } from './icons.tsx';
import { channelsOf, type Room, roomOf, troubleIn } from './places.ts';
import { RoomLink } from './room-link.tsx';
import './channel-list.css';

const CATEGORY = 4;

/** What can be opened in the room that the sidebar is in: a server's channels, or the DMs. */
export function ChannelList() {
  const state = page.value;
  if (state === undefined) return null;
  const room = roomOf(state, placeId.value);
  return (
    <nav class="channels" aria-label="Channels">
      <h2 class="channels-title">{room.kind === 'server' ? room.server.name : 'Direct Messages'}</h2>
      <Trouble room={room} state={state} />
      <div class="channels-list">
        {room.kind === 'server' ? <ServerChannels server={room.server} /> : <DmList state={state} />}
      </div>
    </nav>
  );
}

function Trouble({ room, state }: { room: Room; state: PageState }) {
  const trouble = room.kind === 'server' ? troubleIn(room.server, state.bot) : undefined;
  return <div role="status">{trouble !== undefined && <p class="channels-trouble">{trouble}</p>}</div>;
}

function ServerChannels({ server }: { server: ServerView }) {
  if (channelsOf(server).length === 0) return <p class="channels-none">There is no channel here that you can see.</p>;
  return (
    <ul>
      {server.channels.map((channel) =>
        channel.type === CATEGORY ? (
          <li key={channel.id} class="channels-category">
            {channel.name}
          </li>
        ) : (
          <li key={channel.id}>
            <ChannelLink channel={channel} onOpen={() => openChannel(server, channel.id)}>
              {channel.canWrite ? <HashIcon /> : <HashLockIcon />}
            </ChannelLink>
          </li>
        ),
      )}
    </ul>
  );
}

function DmList({ state: { dm, bot } }: { state: PageState }) {
  // Before the first message there are none yet; opening them makes them.
  const shown = dm ?? { id: 'none', topic: null, type: 1, canWrite: true, botCanWrite: true, lastMessageId: null };
  return (
    <ul>
      <li>
        <ChannelLink channel={{ ...shown, name: bot.name }} onOpen={openHome}>
          <Avatar id={bot.id} name={bot.name} />
        </ChannelLink>
      </li>
    </ul>
  );
}

interface ChannelLinkProps {
  readonly channel: ChannelView;
  readonly onOpen: () => void;
  readonly children: ComponentChildren;
}

function ChannelLink({ channel, onOpen, children }: ChannelLinkProps) {
  const isOpen = channel.id === placeId.value;
  const isNew = isUnread(channel) && !isOpen;
  const pings = pingsOf(asId.value ?? '', channel.id);
  return (
    <RoomLink class={`channels-link ${isNew ? 'is-unread' : ''}`} isOpen={isOpen} onOpen={onOpen}>
      <span class="channels-icon" aria-hidden="true">
        {children}
      </span>
      <span class="channels-name">{channel.name}</span>
      {!channel.canWrite && <span class="visually-hidden">, read only</span>}
      {isNew && <span class="visually-hidden">, unread</span>}
      {pings > 0 && <span class="visually-hidden">, {pings === 1 ? '1 mention' : `${pings} mentions`}</span>}
      <Badge count={pings} />
    </RoomLink>
  );
}
