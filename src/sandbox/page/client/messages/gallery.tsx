import type { Media } from './media.ts';
import { Picture, Playable } from './picture.tsx';
import './media.css';

/** One to ten pictures and films, laid out as Discord lays them out: rows of two or three, a large one where one is over. */
export function Gallery({ items }: { items: readonly Media[] }) {
  const pictures = items.filter(({ type }) => type !== 'video');
  return (
    <ul class={`gallery gallery-${Math.min(items.length, 10)}`} aria-label={items.length > 1 ? 'Gallery' : undefined}>
      {items.map((item, index) => (
        <li key={index} class="gallery-cell">
          {item.type === 'video' ? (
            <Playable media={item} />
          ) : (
            <Picture items={pictures} index={pictures.indexOf(item)} />
          )}
        </li>
      ))}
    </ul>
  );
}
