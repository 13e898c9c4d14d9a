import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { Composer } from './composer/composer.tsx';
import { Drawer } from './drawers/drawer.tsx';
import { ConfirmHost } from './forms/confirm.tsx';
import { ModalHost } from './forms/modal.tsx';
import { MessageList } from './messages/message-list.tsx';
import { connect } from './session.ts';
import { ChannelHeader } from './shell/channel-header.tsx';
import { ClockBar } from './shell/clock-bar.tsx';
import { Closed } from './shell/closed.tsx';
import { followGuide } from './shell/guide.ts';
import { Lost } from './shell/lost.tsx';
import { Notices } from './shell/notices.tsx';
import { onShortcut } from './shell/shortcuts.ts';
import { Sidebar } from './shell/sidebar.tsx';
import { followTitle } from './shell/title.ts';
import { isMiddling, isNarrow } from './shell/widths.ts';
import { asId, drawer, page, place, sidebarOpen } from './store.ts';
import './shell/shell.css';
import './app.css';

/** The whole page: the clock on top, places on the left, the chat, and a drawer on the right. */
export function App() {
  const trouble = useSignal<{ readonly error: unknown } | undefined>(undefined);
  useEffect(() => {
    connect().then(
      () => {
        followTitle();
        followGuide();
        document.addEventListener('keydown', onShortcut);
      },
      (error: unknown) => {
        trouble.value = { error };
      },
    );
  }, [trouble]);

  if (trouble.value !== undefined) return <Closed error={trouble.value.error} />;
  if (page.value === undefined) return null;
  return <Rooms />;
}

function Rooms() {
  // What slides over the chat keeps the focus to itself: all else is inert meanwhile.
  const isSidebarOver = isNarrow.value && sidebarOpen.value;
  const isDrawerOver = isMiddling.value && drawer.value !== 'none' && !isSidebarOver;
  // Not before the focus is there: whatever opens it has to be remembered, to get the focus back.
  const isCovered = useSoon(isSidebarOver || isDrawerOver);
  useEffect(() => {
    if (!isSidebarOver) return undefined;
    const opener = document.activeElement;
    const sidebar = document.getElementById('sidebar');
    (sidebar?.querySelector<HTMLElement>('.channels-link.is-open') ?? sidebar?.querySelector('a'))?.focus();
    return () => {
      if (opener instanceof HTMLElement) opener.focus();
    };
  }, [isSidebarOver]);
  return (
    <div class="app">
      <div class="app-top" inert={isCovered}>
        <SkipToComposer />
        <Lost />
        <ClockBar />
      </div>
      <div
        class={`app-places ${sidebarOpen.value ? 'is-open' : ''}`}
        inert={isNarrow.value ? !isSidebarOver : isCovered}
      >
        <Sidebar />
      </div>
      <Chat isInert={isCovered} />
      <div class="app-drawer" inert={isSidebarOver}>
        <Drawer />
      </div>
      {(isSidebarOver || isDrawerOver) && <Backdrop />}
      <ModalHost />
      <ConfirmHost />
      <Notices />
    </div>
  );
}

/** True a moment after it is so, and false at once. */
function useSoon(isSo: boolean): boolean {
  const was = useSignal(false);
  useEffect(() => {
    if (!isSo) return undefined;
    const timer = setTimeout(() => {
      was.value = true;
    });
    return () => {
      clearTimeout(timer);
      was.value = false;
    };
  }, [isSo, was]);
  return isSo && was.value;
}

function Chat({ isInert }: { isInert: boolean }) {
  const here = place.value;
  if (here === undefined)
    return (
      <main class="chat" aria-label="Chat" inert={isInert}>
        <ChannelHeader channel={undefined} server={undefined} />
        <p class="chat-empty">There is no channel here that {page.value?.me.name} can see. Play somebody else.</p>
      </main>
    );
  const { channel, server } = here;
  return (
    <main class="chat" aria-label="Chat" inert={isInert}>
      <ChannelHeader channel={channel} server={server} />
      <h2 class="visually-hidden">Messages</h2>
      <MessageList key={`list ${asId.value} ${channel.id}`} channelId={channel.id} />
      <div class="chat-composer">
        <Composer key={`composer ${asId.value} ${channel.id}`} channel={channel} server={server} />
      </div>
    </main>
  );
}

/** A button rather than a link: the page's address has to stay as it is, with the key in it. */
function SkipToComposer() {
  const skip = () =>
    document.querySelector<HTMLElement>('.chat-composer :is(textarea, input, [contenteditable])')?.focus();
  return (
    <button type="button" class="app-skip" onClick={skip}>
      Skip to the message box
    </button>
  );
}

function Backdrop() {
  const close = () => {
    sidebarOpen.value = false;
    if (isMiddling.value) drawer.value = 'none';
  };
  return <button type="button" class="app-backdrop" tabIndex={-1} aria-label="Close" onClick={close} />;
}
