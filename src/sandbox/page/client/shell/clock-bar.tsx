import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import type { TimeAct } from '../../protocol.ts';
import { moveTime } from '../actions.ts';
import { clock } from '../store.ts';
import { ClockFaces } from './clock-faces.tsx';
import { MoreIcon, NextIcon, PauseIcon, PlayIcon } from './icons.tsx';
import { arrivedAt, isJumping, jump } from './jump.ts';
import { Speeds, speedToPlay } from './speeds.tsx';
import { StoryControls } from './story-controls.tsx';
import './clock-bar.css';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Time is in hand: what time it is, what is next, and the ways to get there. */
export function ClockBar() {
  // Where there is little room, all but the most needed is folded away.
  const isOpen = useSignal(false);
  return (
    <header class={`clock ${isOpen.value ? 'is-open' : ''}`}>
      <ClockFaces />
      <fieldset class="shell-group clock-hands" aria-label="Time" aria-busy={isJumping.value}>
        <PlayButton />
        <JumpButton act={{ do: 'next' }} isFirst>
          <NextIcon size={16} />
          Next event
        </JumpButton>
      </fieldset>
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
      <div class="clock-rest" id="clock-rest">
        <fieldset class="shell-group clock-hands" aria-label="Jumps" aria-busy={isJumping.value}>
          <JumpButton act={{ do: 'by', ms: HOUR }}>+1 hour</JumpButton>
          <JumpButton act={{ do: 'by', ms: DAY }}>+1 day</JumpButton>
          <JumpButton act={{ do: 'by', ms: 7 * DAY }}>+1 week</JumpButton>
        </fieldset>
        <Speeds />
        <StoryControls />
      </div>
      <p class="visually-hidden" role="status">
        {arrivedAt.value}
      </p>
    </header>
  );
}

function PlayButton() {
  const isPlaying = clock.value.speed > 0;
  const turn = () => moveTime(isPlaying ? { do: 'pause' } : { do: 'play', speed: speedToPlay() });
  return (
    <button type="button" class="clock-button" onClick={turn}>
      {isPlaying ? <PauseIcon size={16} /> : <PlayIcon size={16} />}
      {isPlaying ? 'Pause' : 'Play'}
    </button>
  );
}

interface JumpButtonProps {
  readonly act: TimeAct;
  readonly isFirst?: boolean;
  readonly children: ComponentChildren;
}

/** Disabled for hands, not for the focus, which would be lost with each jump. */
function JumpButton({ act, isFirst = false, children }: JumpButtonProps) {
  return (
    <button
      type="button"
      class={`clock-button ${isFirst ? 'is-first' : ''}`}
      aria-disabled={isJumping.value}
      onClick={() => jump(act)}
    >
      {children}
    </button>
  );
}
