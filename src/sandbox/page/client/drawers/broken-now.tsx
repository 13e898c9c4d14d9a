import { useRef } from 'preact/hooks';
import type { FaultView } from '../../protocol.ts';
import { setFault } from '../actions.ts';
import { faults } from '../store.ts';
import { FAULT_WORDS, howLong } from './fault-words.ts';

/** What is broken now, and a way out of it. */
export function BrokenNow() {
  const broken = faults.value;
  const heading = useRef<HTMLHeadingElement>(null);
  const mendThese = async (views: readonly FaultView[]) => {
    for (const view of views) await mend(view);
    // The button that was pressed is gone with what it mended.
    heading.current?.focus();
  };
  return (
    <section class="faults-now" aria-labelledby="faults-now">
      <h3 class="faults-title" id="faults-now" ref={heading} tabIndex={-1}>
        Broken now
      </h3>
      {broken.length === 0 ? (
        <p class="faults-none">Nothing is broken.</p>
      ) : (
        <>
          <ul class="faults-list">
            {broken.map((view) => (
              <li class="faults-broken" key={`${view.fault} ${view.on}`}>
                <span>
                  <strong>{titleOf(view)}</strong>, {howLong(view.left)}
                </span>
                <button type="button" class="drawer-button" onClick={() => mendThese([view])}>
                  Mend<span class="visually-hidden"> {titleOf(view)}</span>
                </button>
              </li>
            ))}
          </ul>
          <button type="button" class="drawer-button faults-all" onClick={() => mendThese(broken)}>
            Mend all
          </button>
        </>
      )}
    </section>
  );
}

/** Ends one fault; what went wrong is said in the corner. */
export const mend = ({ fault, on }: FaultView) => setFault({ do: 'mend', fault, ...(on === null ? {} : { on }) });

const titleOf = ({ fault, label }: FaultView) =>
  label === undefined ? FAULT_WORDS[fault].name : `${FAULT_WORDS[fault].name}: ${label}`;
