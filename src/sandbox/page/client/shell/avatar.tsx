import { initials } from './initials.ts';
import '../messages/avatar.css';

/** Of the colours in messages/avatar.css: everybody has theirs wherever they are shown. */
const COLOURS = 6n;

/** Somebody's picture, in any size (px): initials on a colour of their own. It stands beside the name, and says nothing. */
export function Avatar({ id, name, size = 32 }: { id: string; name: string; size?: number }) {
  const style = { width: `${size}px`, height: `${size}px`, fontSize: `${size * 0.4}px` };
  return (
    <span class={`avatar avatar-${BigInt(id) % COLOURS}`} style={style} aria-hidden="true">
      {initials(name, 2).toUpperCase()}
    </span>
  );
}
