import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { CrossIcon } from '../icon.tsx';
import { Guide } from '../shell/guide.tsx';
import { drawer, page } from '../store.ts';
import { Faults } from './faults.tsx';
import { Wire } from './wire.tsx';
import './drawer.css';

/** What is open at the right: faults, the wire or the guide. */
export function Drawer() {
  switch (drawer.value) {
    case 'faults':
      return (
        <Room key="faults" title="Faults">
          <Faults />
        </Room>
      );
    case 'wire':
      return (
        <Room key="wire" title="Wire">
          {/* What was held or opened of another world is of no use in this one. */}
          <Wire key={page.value?.worldId} />
        </Room>
      );
    case 'guide':
      return (
        <Room key="guide" title="Guide">
          <Guide />
        </Room>
      );
    case 'none':
      return null;
  }
}

/** Takes the focus when somebody opened it, and gives it back when it is closed. */
function Room({ title, children }: { title: string; children: ComponentChildren }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const room = useRef<HTMLElement>(null);
  useEffect(() => {
    const opener = document.activeElement;
    const isAsked = opener instanceof HTMLElement && opener !== document.body;
    if (isAsked) heading.current?.focus();
    const { current } = room;
    return () => {
      // Whoever went on to something else stays there.
      const held = document.activeElement;
      const isIdle = held === null || held === document.body || current?.contains(held) === true;
      if (isAsked && isIdle && opener.isConnected) opener.focus();
    };
  }, []);

  const close = () => {
    drawer.value = 'none';
  };
  return (
    <aside
      ref={room}
      class="drawer"
      aria-labelledby="drawer-title"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.stopPropagation();
        close();
      }}
    >
      <header class="drawer-head">
        <h2 class="drawer-title" id="drawer-title" ref={heading} tabIndex={-1}>
          {title}
        </h2>
        <button type="button" class="drawer-close" aria-label={`Close ${title.toLowerCase()}`} onClick={close}>
          <CrossIcon />
        </button>
      </header>
      {children}
    </aside>
  );
}
