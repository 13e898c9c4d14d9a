import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { beginAgain, notify, tellStory } from '../actions.ts';
import { confirm } from '../forms/confirm.tsx';
import { drawer, now, page, story } from '../store.ts';
import { playIn } from './go.ts';
import { isOver, progressOf } from './story-progress.ts';

/** The button that lets twelve weeks be lived, how far they are, and the way back to the beginning. */
export function StoryControls() {
  const isBusy = useSignal(false);
  const isReady = story.value.state === 'ready';
  const tell = async () => {
    const isWanted = await confirm({
      title: 'Tell me a story',
      text:
        'Eight people join, in two servers of their own, and live twelve weeks with the coach in about a minute. You will ' +
        'play one of them and watch; step in whenever you like, and hold time with Pause.',
      action: 'Begin the story',
    });
    if (!isWanted) return;
    isBusy.value = true;
    await begin();
    isBusy.value = false;
  };
  const again = async () => {
    const isWanted = await confirm({
      title: 'Begin again',
      text: 'All that happened here is forgotten: messages, people, and what the coach knows. Time goes back to the first day.',
      action: 'Begin again',
      isDanger: true,
    });
    if (!isWanted) return;
    isBusy.value = true;
    const { worldId: before } = page.value ?? {};
    const { value: beside } = drawer;
    await beginAgain();
    isBusy.value = false;
    drawer.value = beside;
    if (page.value?.worldId !== before) notify('All begins again: it is the first day.');
  };
  return (
    <div class="clock-story">
      <StoryBar />
      {isReady && (
        <button type="button" class="clock-button" disabled={isBusy.value} onClick={tell}>
          Tell me a story
        </button>
      )}
      <button type="button" class="clock-button" disabled={isBusy.value} onClick={again}>
        Begin again
      </button>
    </div>
  );
}

/** Whoever came with the story is played from then on: nobody else sees the servers it is told in. */
async function begin(): Promise<void> {
  const before = new Set(page.value?.rosters.map(({ id }) => id));
  await tellStory();
  const stage = page.value?.rosters.find(({ id }) => !before.has(id));
  const person = stage?.memberIds.find((id) => id !== stage.ownerId);
  if (stage !== undefined && person !== undefined) await playIn(person, stage.id);
}

function StoryBar() {
  const progress = progressOf(story.value, now.value);
  const wasTold = useSignal(false);
  const over = isOver(story.value, now.value);
  useEffect(() => {
    if (progress !== undefined) wasTold.value = true;
    else if (wasTold.value && over) {
      wasTold.value = false;
      notify('That was the story. Look around, or begin again.');
    }
  }, [progress === undefined, over]);
  if (progress === undefined) return null;
  const words = `week ${progress.week} of ${progress.weeks}`;
  return (
    <p class="clock-progress">
      <span>{words}</span>
      <progress aria-label={`The story: ${words}`} max={1} value={progress.share} />
    </p>
  );
}
