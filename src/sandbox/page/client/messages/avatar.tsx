import './avatar.css';

const COLOURS = 6;

/** A picture for somebody: the beginnings of their name, on a colour that goes with their id. */
export function Avatar({ id, name, size }: { id: string; name: string; size: 'small' | 'large' }) {
  const colour = Number(BigInt(id) % BigInt(COLOURS));
  return (
    <span class={`avatar avatar-${size} avatar-${colour}`} aria-hidden="true">
      {size === 'large' ? initialsOf(name) : initialsOf(name).slice(0, 1)}
    </span>
  );
}

function initialsOf(name: string): string {
  const [first = '', second = ''] = name.trim().split(/\s+/);
  return `${[...first][0] ?? ''}${[...second][0] ?? ''}`.toUpperCase();
}
