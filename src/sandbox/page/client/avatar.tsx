import { initials } from './initials.ts';
import './avatar.css';

/** As many as there are in avatar.css. */
const COLOURS = 6n;

/** Somebody's picture, `size` px wide: initials on a colour of their own. It stands beside the name, and says nothing. */
export function Avatar({ id, name, size = 32 }: { id: string; name: string; size?: number }) {
  const style = { width: `${size}px`, height: `${size}px`, fontSize: `${size * 0.4}px` };
  return (
    <span class={`avatar avatar-${BigInt(id) % COLOURS}`} style={style} aria-hidden="true">
      {initials(name, size < 24 ? 1 : 2).toUpperCase()}
    </span>
  );
}
