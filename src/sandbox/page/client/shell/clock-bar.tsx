import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { moveTime } from '../actions.ts';
import { clock, me, now, page, place } from '../store.ts';
import { ClockFaces } from './clock-faces.tsx';
import { MoreIcon, NextIcon, PauseIcon, PlayIcon } from './icons.tsx';
import { Speeds, speedToPlay } from './speeds.tsx';
import { StoryControls } from './story-controls.tsx';
import { clockFaces } from './wall-clock.ts';
import './clock-bar.css';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Time is in hand: what time it is, what is next, and the ways to get there. */
export function ClockBar() {
  const isOpen = useSignal(false);
  return (
    <header class={`clock ${isOpen.value ? 'is-open' : ''}`}>
      <ClockFaces />
      <Hands>
        <button
          type="button"
          class="shell-icon-button clock-more"
          aria-label="More of time"
          aria-expanded={isOpen.value}
          aria-controls="clock-rest"
          onClick={() => {
            isOpen.value = !isOpen.value;
          }}
        >
          <MoreIcon />
        </button>
      </Hands>
    </header>
  );
}

function Hands({ children }: { children: ComponentChildren }) {
  const isBusy = useSignal(false);
  const said = useSignal('');
  const jump = async (act: Parameters<typeof moveTime>[0]) => {
    if (isBusy.value) return;
    isBusy.value = true;
    await moveTime(act);
    isBusy.value = false;
    said.value = whereTimeIs();
  };
  const isPlaying = clock.value.speed > 0;
  const turn = () => moveTime(isPlaying ? { do: 'pause' } : { do: 'play', speed: speedToPlay() });
  const jumpTo = (name: string, act: Parameters<typeof moveTime>[0]) => (
    <button type="button" class="clock-button" aria-disabled={isBusy.value} onClick={() => jump(act)}>
      {name}
    </button>
  );
  return (
    <>
      <fieldset class="shell-group clock-hands" aria-label="Time" aria-busy={isBusy.value}>
        <button type="button" class="clock-button" onClick={turn}>
          {isPlaying ? <PauseIcon size={16} /> : <PlayIcon size={16} />}
          {isPlaying ? 'Pause' : 'Play'}
        </button>
        <button
          type="button"
          class="clock-button is-first"
          aria-disabled={isBusy.value}
          onClick={() => jump({ do: 'next' })}
        >
          <NextIcon size={16} />
          Next event
        </button>
      </fieldset>
      {children}
      <div class="clock-rest" id="clock-rest">
        <fieldset class="shell-group clock-hands" aria-label="Jumps" aria-busy={isBusy.value}>
          {jumpTo('+1 hour', { do: 'by', ms: HOUR })}
          {jumpTo('+1 day', { do: 'by', ms: DAY })}
          {jumpTo('+1 week', { do: 'by', ms: 7 * DAY })}
        </fieldset>
        <Speeds />
        <StoryControls />
      </div>
      <p class="visually-hidden" role="status">
        {said.value}
      </p>
    </>
  );
}

/** Where time has come to, in a sentence. */
function whereTimeIs(): string {
  const person = me.value;
  if (person === undefined) return '';
  const server = place.value?.server ?? page.value?.servers[0];
  const [face] = clockFaces(now.value, server, person);
  return face === undefined ? '' : `It is ${face.day}, ${face.time} for ${face.whose}.`;
}
