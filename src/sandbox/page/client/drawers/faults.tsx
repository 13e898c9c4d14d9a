import { useSignal } from '@preact/signals';
import { useEffect, useId } from 'preact/hooks';
import { FAULT_KINDS, type FaultKind } from '../../protocol.ts';
import { setFault } from '../actions.ts';
import { faults, me, place } from '../store.ts';
import { watchWire } from '../wire-store.ts';
import { Aftermath } from './aftermath.tsx';
import { noteBreak } from './broken.ts';
import { BrokenNow, mend } from './broken-now.tsx';
import { FAULT_WORDS, type FaultScope } from './fault-words.ts';
import './faults.css';

const GROUPS: readonly { readonly scope: FaultScope; readonly title: string }[] = [
  { scope: 'answers', title: 'Discord’s answers' },
  { scope: 'line', title: 'The line to Discord' },
  { scope: 'server', title: 'This server' },
  { scope: 'channel', title: 'This channel' },
  { scope: 'person', title: 'This person' },
];

/** Breaks things as a host would meet them, mends them, and shows what the bot did about it. */
export function Faults() {
  useEffect(watchWire, []);
  const times = useSignal(4);
  const isStanding = useSignal(false);

  const breakIt = (fault: FaultKind) => {
    const target = targetOf(fault);
    noteBreak();
    const isCounted = FAULT_WORDS[fault].scope === 'answers' && !isStanding.value;
    void setFault({
      do: 'break',
      fault,
      ...(target === undefined ? {} : { on: target.id }),
      ...(isCounted ? { times: times.value } : {}),
    });
  };

  return (
    <div class="faults">
      <BrokenNow />
      <div class="faults-tools">
        <p class="faults-lead">Break something as a host would meet it, and see what the bot does about it.</p>
        {GROUPS.map(({ scope, title }) => (
          <section class="faults-group" key={scope} aria-labelledby={`faults-${scope}`}>
            <h3 class="faults-title" id={`faults-${scope}`}>
              {title}
              <ScopeName scope={scope} />
            </h3>
            {scope === 'answers' && <HowLong times={times} isStanding={isStanding} />}
            <ul class="faults-list">
              {FAULT_KINDS.filter((fault) => FAULT_WORDS[fault].scope === scope).map((fault) => (
                <FaultRow key={fault} fault={fault} onBreak={() => breakIt(fault)} />
              ))}
            </ul>
          </section>
        ))}
      </div>
      <Aftermath />
    </div>
  );
}

/** What a fault would befall now: undefined for those about the whole bot, and where nothing of the kind is open. */
function targetOf(fault: FaultKind): { readonly id: string; readonly name: string } | undefined {
  const { channel, server } = place.value ?? {};
  switch (FAULT_WORDS[fault].scope) {
    case 'server':
      return server;
    case 'channel':
      return server === undefined || channel === undefined ? undefined : { id: channel.id, name: `#${channel.name}` };
    case 'person':
      return me.value;
    default:
      return undefined;
  }
}

const isAboutSomething = (fault: FaultKind) => !['answers', 'line'].includes(FAULT_WORDS[fault].scope);

function ScopeName({ scope }: { scope: FaultScope }) {
  const fault = FAULT_KINDS.find((each) => FAULT_WORDS[each].scope === scope);
  const name = fault === undefined ? undefined : targetOf(fault)?.name;
  return name === undefined ? null : <span class="faults-about"> {name}</span>;
}

function FaultRow({ fault, onBreak }: { fault: FaultKind; onBreak: () => void }) {
  const { name, story, mending, lasts } = FAULT_WORDS[fault];
  const id = useId();
  const target = targetOf(fault);
  const on = target?.id ?? null;
  const view = faults.value.find((each) => each.fault === fault && each.on === on);
  const isBroken = lasts && view !== undefined;
  return (
    <li class="faults-row">
      <div class="faults-words">
        <strong class="faults-name">{name}</strong>
        <p class="faults-story" id={id}>
          {story} {isBroken && mending}
        </p>
      </div>
      <button
        type="button"
        class={`drawer-button ${isBroken ? '' : 'faults-break'}`}
        aria-describedby={id}
        disabled={isAboutSomething(fault) && target === undefined}
        onClick={() => (isBroken ? mend(view) : onBreak())}
      >
        {isBroken ? 'Mend' : 'Break'}
        <span class="visually-hidden"> {name}</span>
      </button>
    </li>
  );
}

interface Lasting {
  readonly times: { value: number };
  readonly isStanding: { value: boolean };
}

/** For how many requests Discord's answers go wrong. */
function HowLong({ times, isStanding }: Lasting) {
  const MOST = 1_000;
  return (
    <fieldset class="faults-long">
      <legend class="visually-hidden">How long</legend>
      <label class="faults-choice">
        <input type="radio" name="faults-long" checked={!isStanding.value} onChange={() => set(isStanding, false)} />
        for the next
      </label>
      <input
        class="faults-times"
        type="number"
        min={1}
        max={MOST}
        aria-label="Requests"
        value={times.value}
        onInput={({ currentTarget }) => {
          const wanted = Math.round(currentTarget.valueAsNumber);
          if (wanted >= 1 && wanted <= MOST) times.value = wanted;
          isStanding.value = false;
        }}
      />
      <span>requests</span>
      <label class="faults-choice">
        <input type="radio" name="faults-long" checked={isStanding.value} onChange={() => set(isStanding, true)} />
        until I mend it
      </label>
    </fieldset>
  );
}

function set<T>(box: { value: T }, value: T): void {
  box.value = value;
}
