import type { ComponentChildren } from 'preact';

interface RoomLinkProps {
  readonly class: string;
  readonly isOpen: boolean;
  readonly onOpen: () => void;
  readonly title?: string;
  readonly children: ComponentChildren;
}

/** A link to a place on this very page. Its address has to stay as it is: the key is in it. */
export function RoomLink({ class: name, isOpen, onOpen, title, children }: RoomLinkProps) {
  return (
    <a
      class={`${name} ${isOpen ? 'is-open' : ''}`}
      href={location.href}
      title={title}
      aria-current={isOpen ? 'page' : undefined}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        onOpen();
      }}
    >
      {children}
    </a>
  );
}
