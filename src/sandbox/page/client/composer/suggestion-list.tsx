import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';

export const rowId = (listId: string, index: number) => `${listId}-${index}`;

/** Where the cursor goes in a list of so many; from nowhere (-1) down to the first, up to the last. */
export const moved = (index: number, count: number, by: 1 | -1): number =>
  index < 0 ? (by === 1 ? 0 : count - 1) : (index + by + count) % count;

/** A list above the box. The box keeps the focus; it points at the row that Enter would take. */
export function SuggestionList<T>(props: {
  id: string;
  label: string;
  items: readonly T[];
  active: number;
  row: (item: T) => ComponentChildren;
  onChoose: (item: T) => void;
  onPoint: (index: number) => void;
}) {
  const { id, label, items, active, row, onChoose, onPoint } = props;
  useEffect(() => {
    document.getElementById(rowId(id, active))?.scrollIntoView({ block: 'nearest' });
  }, [id, active]);
  return (
    <div id={id} class="composer-list" role="listbox" aria-label={label}>
      {items.map((item, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the box has the focus, and takes Enter for this row
        <div
          key={index}
          id={rowId(id, index)}
          class="composer-row"
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          // The list scrolls under a resting pointer too; only a moving one points.
          onMouseMove={({ movementX, movementY }) => (movementX !== 0 || movementY !== 0) && onPoint(index)}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onChoose(item)}
        >
          {row(item)}
        </div>
      ))}
    </div>
  );
}
