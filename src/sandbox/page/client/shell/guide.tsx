import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { CheckIcon } from '../icon.tsx';
import { type Drawer, drawer } from '../store.ts';
import { goAsHero, goAWeekOn, goOn, goSetUp, guide } from './guide.ts';
import { STEPS, type StepId } from './guide-steps.ts';
import './guide.css';

interface Step {
  readonly title: string;
  readonly text: ComponentChildren;
  readonly button: string;
  readonly go: () => Promise<void>;
}

/** Five steps in which a newcomer meets the coach, each ticked off once it has happened. */
export function Guide() {
  const { value } = guide;
  if (value === undefined) return null;
  const { hero, owner, bot, seen } = value;
  const steps = stepsFor(hero, owner);
  const current = STEPS.find((id) => seen[id] === undefined);
  return (
    <div class="guide">
      <p class="guide-lead">
        {bot} is a coach that lives in a Discord server. This page is a stand-in for one, with time in your hand. Five
        steps show what the coach does.
      </p>
      <ol class="guide-steps">
        {STEPS.map((id, index) => (
          <GuideStep
            key={id}
            step={steps[id]}
            number={index + 1}
            isDone={seen[id] !== undefined}
            isCurrent={id === current}
          />
        ))}
      </ol>
      <p class="guide-end">
        {current === undefined && 'That is the coach. '}
        From here on you can be anybody: play somebody else, break something, or watch what the bot says.
      </p>
      <p class="guide-ways">
        <button type="button" class="shell-button is-secondary" onClick={() => open('faults')}>
          Break something
        </button>
        <button type="button" class="shell-button is-secondary" onClick={() => open('wire')}>
          Watch the bot
        </button>
      </p>
    </div>
  );
}

function open(what: Drawer): void {
  drawer.value = what;
}

interface GuideStepProps {
  readonly step: Step;
  readonly number: number;
  readonly isDone: boolean;
  readonly isCurrent: boolean;
}

function GuideStep({ step, number, isDone, isCurrent }: GuideStepProps) {
  const isBusy = useSignal(false);
  const go = async () => {
    isBusy.value = true;
    await step.go();
    isBusy.value = false;
  };
  return (
    <li
      class={`guide-step ${isDone ? 'is-done' : ''} ${isCurrent ? 'is-current' : ''}`}
      aria-current={isCurrent ? 'step' : undefined}
    >
      <span class="guide-mark" aria-hidden="true">
        {isDone ? <CheckIcon size={16} /> : number}
      </span>
      <div>
        <h3>
          {step.title}
          {isDone && <span class="visually-hidden"> (done)</span>}
        </h3>
        <p>{step.text}</p>
        {!isDone && (
          <button
            type="button"
            class={`shell-button ${isCurrent ? '' : 'is-secondary'}`}
            disabled={isBusy.value}
            onClick={go}
          >
            {step.button}
          </button>
        )}
      </div>
    </li>
  );
}

const stepsFor = (hero: string, owner: string): Readonly<Record<StepId, Step>> => ({
  'set up': {
    title: 'Set the coach up',
    text: (
      <>
        {owner} owns the server and says once, with <code>/coach setup</code>, where and when the coach posts.
      </>
    ),
    button: `As ${owner}, type /coach setup`,
    go: goSetUp,
  },
  enrolled: {
    title: 'Join the plan',
    text: (
      <>
        {hero} is new here. Type <code>/enroll</code>, pick a time zone and a level, and answer the short form.
      </>
    ),
    button: `As ${hero}, type /enroll`,
    go: () => goAsHero('/enroll'),
  },
  posted: {
    title: 'Receive the day’s post',
    text: 'Nobody has to wait here: the clock at the top goes on to whatever happens next, until the post is there.',
    button: 'Turn the clock to what is next',
    go: goOn,
  },
  done: {
    title: 'Press Done',
    text: `Under the post, My workout shows ${hero} a version of their own, and Done says that it was kept. A rest day has no Done: go on to the next.`,
    button: `Look at it as ${hero}`,
    go: () => goAsHero(),
  },
  'looked back': {
    title: 'Look back on a week',
    text: (
      <>
        After a week, <code>/streak</code> says what was kept, what was missed, and why the number is what it is.
      </>
    ),
    button: 'Let a week pass and type /streak',
    go: goAWeekOn,
  },
});
