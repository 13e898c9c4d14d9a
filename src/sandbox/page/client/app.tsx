import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { ApiError } from './api.ts';
import { Composer } from './composer/composer.tsx';
import { Drawer } from './drawers/drawer.tsx';
import { ModalHost } from './forms/modal.tsx';
import { MessageList } from './messages/message-list.tsx';
import { connect } from './session.ts';
import { ChannelHeader } from './shell/channel-header.tsx';
import { ClockBar } from './shell/clock-bar.tsx';
import { Closed } from './shell/closed.tsx';
import { Notices } from './shell/notices.tsx';
import { Sidebar } from './shell/sidebar.tsx';
import { asId, page, place } from './store.ts';
import './app.css';

/** The whole page: the clock on top, places on the left, the chat, and a drawer on the right. */
export function App() {
  const trouble = useSignal<string | undefined>(undefined);
  useEffect(() => {
    connect().catch((error: unknown) => {
      trouble.value = error instanceof ApiError ? error.message : 'This page could not be opened.';
    });
  }, [trouble]);

  if (trouble.value !== undefined) return <Closed why={trouble.value} />;
  if (page.value === undefined) return null;
  const here = place.value;
  return (
    <div class="app">
      <ClockBar />
      <Sidebar />
      <main class="chat" aria-label="Chat">
        {here === undefined ? (
          <p class="chat-empty">There is no channel here that {page.value.me.name} can see.</p>
        ) : (
          <>
            <ChannelHeader channel={here.channel} server={here.server} />
            <MessageList key={`list ${asId.value} ${here.channel.id}`} channelId={here.channel.id} />
            <Composer key={`composer ${asId.value} ${here.channel.id}`} channel={here.channel} server={here.server} />
          </>
        )}
      </main>
      <Drawer />
      <ModalHost />
      <Notices />
    </div>
  );
}
