import { useLayoutEffect, useRef } from 'preact/hooks';
import { me } from '../store.ts';
import { wire } from '../wire-store.ts';
import { brokenSince } from './broken.ts';
import { type Deed, deedsAfter } from './deeds.ts';
import { markOf, shortened, timeOf } from './wire-lines.ts';

/** So many of the latest are shown. */
const MOST = 100;
/** So close to the end (px) somebody is reading along. */
const NEAR = 40;

/** What the bot did since something was last broken; follows live while its end is in sight. */
export function Aftermath() {
  const since = brokenSince.value;
  const deeds = since === undefined ? [] : deedsAfter(wire.value, since).slice(-MOST);
  const list = useRef<HTMLOListElement>(null);
  const isAtEnd = useRef(true);
  useLayoutEffect(() => {
    const { current } = list;
    if (current !== null && isAtEnd.current) current.scrollTop = current.scrollHeight;
  }, [deeds.length]);

  return (
    <section class="faults-after" aria-labelledby="faults-deeds">
      <h3 class="faults-title" id="faults-deeds">
        What the bot did about it
      </h3>
      {deeds.length === 0 ? (
        <p class="faults-none">Nothing yet. Break something, then let somebody use the bot or move the clock.</p>
      ) : (
        <ol
          class="faults-deeds"
          ref={list}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: whoever has no mouse scrolls it by keys.
          tabIndex={0}
          aria-labelledby="faults-deeds"
          onScroll={({ currentTarget: { scrollTop, scrollHeight, clientHeight } }) => {
            isAtEnd.current = scrollHeight - scrollTop - clientHeight < NEAR;
          }}
        >
          {deeds.map((deed) => (
            <DeedLine key={deed.line.n} deed={deed} />
          ))}
        </ol>
      )}
    </section>
  );
}

function DeedLine({ deed: { line, words } }: { deed: Deed }) {
  const mark = markOf(line);
  return (
    <li class="faults-deed">
      <span class="faults-deed-words">
        {words}
        {mark !== undefined && <span class={`drawer-mark ${mark.tone}`}>{mark.text}</span>}
      </span>
      <span class="faults-deed-what">
        <time dateTime={new Date(line.at).toISOString()}>{timeOf(line.at, me.value?.zone ?? 'UTC')}</time>
        {!words.endsWith(`${line.what.slice(1)}.`) && <code title={line.what}>{shortened(line.what)}</code>}
      </span>
    </li>
  );
}
