import { useSignal } from '@preact/signals';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import type { WireLine } from '../../protocol.ts';
import { me } from '../store.ts';
import { markOf, shortened, timeOf, WAYS, windowOf } from './wire-lines.ts';

/** The height of a row in px; wire.css has it too. */
const ROW = 48;

interface WireListProps {
  readonly lines: readonly WireLine[];
  readonly picked: WireLine | undefined;
  /** Stays with the latest line. */
  readonly isFollowing: boolean;
  /** Somebody looks at what was before: it should hold still. */
  readonly onLeave: () => void;
  readonly onPick: (line: WireLine) => void;
}

/** Lines by thousands, of which those in sight are drawn. Arrow keys go from one to the next. */
export function WireList({ lines, picked, isFollowing, onLeave, onPick }: WireListProps) {
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const top = useSignal(0);
  const height = useSignal(600);

  useLayoutEffect(() => {
    const { current } = box;
    if (current === null) return;
    const observer = new ResizeObserver(() => {
      height.value = current.clientHeight;
    });
    observer.observe(current);
    return () => observer.disconnect();
  }, [height, lines.length === 0]);
  useLayoutEffect(() => {
    const { current } = box;
    if (current === null || !isFollowing) return;
    current.scrollTop = current.scrollHeight;
    top.value = current.scrollTop;
  }, [lines, isFollowing, height.value, top]);

  const at = picked === undefined ? -1 : lines.findIndex(({ n }) => n === picked.n);
  // The one that was picked stays in sight, also when its detail takes room away.
  useLayoutEffect(() => {
    const { current } = box;
    if (current === null || at < 0) return;
    const [start, end] = [at * ROW, (at + 1) * ROW];
    if (start < current.scrollTop) current.scrollTop = start;
    else if (end > current.scrollTop + current.clientHeight) current.scrollTop = end - current.clientHeight;
    top.value = current.scrollTop;
  }, [at, height.value, top]);

  if (lines.length === 0) return <p class="wire-none">No line fits. What the bot and Discord say shows here.</p>;

  const { from, until } = windowOf(lines.length, ROW, top.value, height.value);
  const isDrawn = at >= from && at < until;

  const pick = (index: number) => {
    const line = lines[index];
    if (line === undefined) return;
    onLeave();
    onPick(line);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = Math.max(Math.floor(height.value / ROW) - 1, 1);
    const last = lines.length - 1;
    const goal = {
      ArrowDown: at < 0 ? last : at + 1,
      ArrowUp: at < 0 ? last : at - 1,
      PageDown: at + step,
      PageUp: at - step,
      Home: 0,
      End: last,
    }[event.key];
    if (goal === undefined) return;
    event.preventDefault();
    pick(Math.min(Math.max(goal, 0), last));
  };

  return (
    <div
      class="wire-lines"
      ref={box}
      role="listbox"
      tabIndex={0}
      aria-label="Lines"
      aria-activedescendant={isDrawn ? `${id}-${picked?.n}` : undefined}
      onKeyDown={onKeyDown}
      onScroll={({ currentTarget: { scrollTop, scrollHeight, clientHeight } }) => {
        top.value = scrollTop;
        if (isFollowing && scrollHeight - scrollTop - clientHeight > 2 * ROW) onLeave();
      }}
    >
      <div
        class="wire-all"
        role="presentation"
        style={{ height: `${lines.length * ROW}px`, paddingTop: `${from * ROW}px` }}
      >
        {lines.slice(from, until).map((line, index) => (
          <Row
            key={line.n}
            id={`${id}-${line.n}`}
            line={line}
            place={from + index + 1}
            count={lines.length}
            isPicked={line.n === picked?.n}
            onPick={() => pick(from + index)}
          />
        ))}
      </div>
    </div>
  );
}

interface RowProps {
  readonly id: string;
  readonly line: WireLine;
  readonly place: number;
  readonly count: number;
  readonly isPicked: boolean;
  readonly onPick: () => void;
}

function Row({ id, line, place, count, isPicked, onPick }: RowProps) {
  const mark = markOf(line);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list has the keys.
    // biome-ignore lint/a11y/useFocusableInteractive: the list has the focus, and names the option that is on.
    <div
      id={id}
      class="wire-line"
      role="option"
      aria-selected={isPicked}
      aria-posinset={place}
      aria-setsize={count}
      onClick={onPick}
    >
      <span class="wire-what" title={line.what}>
        {shortened(line.what)}
      </span>
      <span class="wire-about">
        <span class="wire-label">{WAYS[line.way]}</span>
        <time dateTime={new Date(line.at).toISOString()}>{timeOf(line.at, me.value?.zone ?? 'UTC')}</time>
        {mark !== undefined && <span class={`drawer-mark ${mark.tone}`}>{mark.text}</span>}
      </span>
    </div>
  );
}
