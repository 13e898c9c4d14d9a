import type { PageHost, Shown } from '../host.ts';
import type { StoryView, WireLine } from '../protocol.ts';
import { type Acts, actsOn } from './acts.ts';
import { type Audience, audienceOf } from './audience.ts';
import { type FaultDesk, faultsOf } from './faults.ts';
import { seldom } from './seldom.ts';
import { type WireLog, wireLog } from './wire.ts';

/** What the page's server has open for the world that is on. */
export interface Stage {
  readonly shown: Shown;
  readonly acts: Acts;
  readonly audience: Audience;
  readonly wire: WireLog;
  readonly faults: FaultDesk;
  close(): void;
}

export function stageOf(host: PageHost, shown: Shown, build: string): Stage {
  const audience = audienceOf(shown, build);
  const wire = wireLog(shown, host.onLog);
  const faults = faultsOf(shown);
  let lines: WireLine[] = [];
  const wireSoon = seldom(WIRE_EVERY, () => {
    audience.tellAll({ kind: 'wire', lines });
    lines = [];
  });
  let story = storyView(host, shown);
  const storySoon = seldom(STORY_EVERY, () => {
    const before = JSON.stringify(story);
    story = storyView(host, shown);
    if (JSON.stringify(story) === before) return;
    audience.tellAll({ kind: 'story', story });
    // Told to its end: time goes on as it does.
    if (story.state === 'over' && shown.director.pace.speed > 0) shown.director.play(1);
  });
  const stops = [
    shown.director.onPace(storySoon.ask),
    storySoon.cancel,
    wireSoon.cancel,
    wire.on((line) => {
      lines.push(line);
      wireSoon.ask();
    }),
    faults.on(() => audience.tellAll({ kind: 'faults', faults: faults.view() })),
  ];
  return {
    shown,
    acts: actsOn(shown),
    audience,
    wire,
    faults,
    close() {
      for (const stop of stops) stop();
      wire.close();
      faults.close();
      audience.close();
    },
  };
}

/** Real milliseconds between two words on the wire, and on how far the story has come. */
const WIRE_EVERY = 100;
const STORY_EVERY = 500;
const WEEK = 7 * 86_400_000;

export function storyView({ story }: PageHost, { sandbox }: Shown): StoryView {
  if (story === undefined) return { state: 'none' };
  const progress = story.view();
  if (progress === undefined) return { state: 'ready' };
  const { from, until, weeks } = progress;
  const now = sandbox.clock.now();
  if (now >= until) return { state: 'over' };
  const week = Math.min(Math.max(Math.floor((now - from) / WEEK) + 1, 1), weeks);
  return { state: 'playing', week, weeks, from, until };
}
