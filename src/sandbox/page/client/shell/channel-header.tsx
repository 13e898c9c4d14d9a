import type { ComponentChildren } from 'preact';
import type { ChannelView, ServerView } from '../../protocol.ts';
import { HashIcon, WarningIcon } from '../icon.tsx';
import { type Drawer, drawer, faults, page, sidebarOpen } from '../store.ts';
import { Badge } from './badge.tsx';
import { AtIcon, GuideIcon, HashLockIcon, MembersIcon, MenuIcon, WireIcon } from './icons.tsx';
import { isNarrow } from './widths.ts';
import './channel-header.css';

interface ChannelHeaderProps {
  readonly channel: ChannelView | undefined;
  readonly server: ServerView | undefined;
}

/** Where one is, and what can be opened beside it. */
export function ChannelHeader({ channel, server }: ChannelHeaderProps) {
  return (
    <div class="header">
      {isNarrow.value && (
        <button
          type="button"
          class="shell-icon-button"
          aria-label="Menu"
          aria-controls="sidebar"
          aria-expanded={sidebarOpen.value}
          onClick={() => {
            sidebarOpen.value = true;
          }}
        >
          <MenuIcon />
        </button>
      )}
      <Title channel={channel} server={server} />
      {server !== undefined && <Members count={server.members.length} />}
      <fieldset class="shell-group header-drawers" aria-label="Behind the scenes">
        <DrawerButton name="Faults" of="faults" count={faults.value.length}>
          <WarningIcon />
        </DrawerButton>
        <DrawerButton name="Wire" of="wire">
          <WireIcon />
        </DrawerButton>
        <DrawerButton name="Guide" of="guide">
          <GuideIcon />
        </DrawerButton>
      </fieldset>
    </div>
  );
}

function Title({ channel, server }: ChannelHeaderProps) {
  if (channel === undefined) return <h1 class="header-title">Nothing to see</h1>;
  const isDm = server === undefined;
  const name = isDm ? (page.value?.bot.name ?? channel.name) : channel.name;
  return (
    <>
      <span class="header-icon" aria-hidden="true">
        {isDm ? <AtIcon size={24} /> : channel.canWrite ? <HashIcon size={24} /> : <HashLockIcon size={24} />}
      </span>
      <h1 class="header-title">
        {!isDm && <span class="visually-hidden">#</span>}
        {name}
      </h1>
      {channel.topic !== null && (
        <p class="header-topic" title={channel.topic}>
          {channel.topic}
        </p>
      )}
    </>
  );
}

function Members({ count }: { count: number }) {
  return (
    <p class="header-members" title={`${count} members`}>
      <MembersIcon />
      <span aria-hidden="true">{count}</span>
      <span class="visually-hidden">{count} members</span>
    </p>
  );
}

interface DrawerButtonProps {
  readonly name: string;
  readonly of: Exclude<Drawer, 'none'>;
  readonly count?: number;
  readonly children: ComponentChildren;
}

function DrawerButton({ name, of, count = 0, children }: DrawerButtonProps) {
  const isOpen = drawer.value === of;
  return (
    <button
      type="button"
      class="header-button"
      aria-pressed={isOpen}
      onClick={() => {
        drawer.value = isOpen ? 'none' : of;
      }}
    >
      {children}
      <span class="header-word">{name}</span>
      <Badge count={count} />
    </button>
  );
}
