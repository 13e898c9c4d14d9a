import { useComputed, useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { WireLine } from '../../protocol.ts';
import { watchWire, wire } from '../wire-store.ts';
import { copy } from './copy.ts';
import { WireDetailPane } from './wire-detail.tsx';
import { asText, filtered, WAYS, type Way } from './wire-lines.ts';
import { WireList } from './wire-list.tsx';
import './wire.css';

/** All that went between the bot and Discord, live: to filter, to open and to copy. */
export function Wire() {
  useEffect(watchWire, []);
  const room = useRef<HTMLDivElement>(null);
  const text = useSignal('');
  const ways = useSignal<readonly Way[]>([]);
  const picked = useSignal<WireLine | undefined>(undefined);
  /** The lines as they were when somebody stopped following; undefined while they follow. */
  const held = useSignal<readonly WireLine[] | undefined>(undefined);
  const shown = useComputed(() => filtered(held.value ?? wire.value, { text: text.value, ways: ways.value }));
  const isFollowing = held.value === undefined;
  const missed = useComputed(() => {
    const last = held.value?.at(-1)?.n;
    return last === undefined ? 0 : Math.max((wire.value.at(-1)?.n ?? 0) - last, 0);
  });

  const hold = () => {
    held.value ??= wire.value;
  };
  const toggle = (way: Way) => {
    const { value } = ways;
    ways.value = value.includes(way) ? value.filter((each) => each !== way) : [...value, way];
  };

  return (
    <div class="wire" ref={room}>
      <div class="wire-tools">
        <input
          class="wire-filter"
          type="search"
          placeholder="Filter"
          aria-label="Filter the wire"
          value={text.value}
          onInput={({ currentTarget }) => {
            text.value = currentTarget.value;
          }}
          onKeyDown={(event) => {
            // Escape empties the field first, and closes the drawer after that.
            if (event.key !== 'Escape' || text.value === '') return;
            event.preventDefault();
            text.value = '';
          }}
        />
        <fieldset class="wire-ways">
          <legend class="visually-hidden">Show only</legend>
          {(Object.keys(WAYS) as Way[]).map((way) => (
            <button
              type="button"
              class="wire-way"
              key={way}
              aria-pressed={ways.value.includes(way)}
              onClick={() => toggle(way)}
            >
              {WAYS[way]}
            </button>
          ))}
        </fieldset>
        <div class="wire-row-of-tools">
          <button
            type="button"
            class="drawer-button"
            onClick={() => {
              if (isFollowing) hold();
              else held.value = undefined;
            }}
          >
            {isFollowing ? 'Hold still' : `Follow${missed.value === 0 ? '' : ` (${missed.value} new)`}`}
          </button>
          <button
            type="button"
            class="drawer-button"
            disabled={shown.value.length === 0}
            onClick={() => void copy(asText(shown.value), linesOf(shown.value.length))}
          >
            Copy all shown
          </button>
          <span class="wire-count">{linesOf(shown.value.length)}</span>
        </div>
      </div>
      <WireList
        lines={shown.value}
        picked={picked.value}
        isFollowing={isFollowing}
        onLeave={hold}
        onPick={(line) => {
          picked.value = line;
        }}
      />
      {picked.value !== undefined && (
        <WireDetailPane
          key={picked.value.n}
          line={picked.value}
          onClose={() => {
            picked.value = undefined;
            room.current?.querySelector<HTMLElement>('[role=listbox]')?.focus();
          }}
        />
      )}
    </div>
  );
}

const linesOf = (count: number) => (count === 1 ? '1 line' : `${count} lines`);
