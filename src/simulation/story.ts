import { HOUR, type Instant, zone } from '../coach/day.ts';
import type { Story, StoryProgress } from '../sandbox/page/host.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';
import type { Agenda, Entry } from './agenda.ts';
import { castOf } from './cast.ts';
import { bringCompany } from './company.ts';
import { live } from './life.ts';
import { setUp } from './other-acts.ts';
import { own } from './owner.ts';
import type { Part } from './part.ts';
import type { Stage } from './stage.ts';
import type { Transcripts } from './transcript.ts';
import { daysAfter, shownAt, weekdayIndex } from './wall-clock.ts';

export interface StoryOptions {
  readonly stage: Stage;
  readonly weeks: number;
  readonly members: number;
  readonly seed: number;
  /** As it was begun before the program was started again: its people stay, and do nothing more. */
  readonly begunBefore?: StoryProgress | undefined;
  /** Called when it is begun, to be noted for the next start. */
  readonly onBegin?: (progress: StoryProgress) => void;
  /** Called when the last week is over. */
  readonly onEnd?: () => unknown;
  /** An act failed outright; a person who stepped in may well be why. */
  readonly onFailure?: (error: unknown) => void;
}

const DAY = 24 * HOUR;
/** Saturday noon, by UTC: servers are set up, and on Sunday people join, before anybody's Monday. */
const LEAD = 36 * HOUR;
/** The Monday after the last week goes on until every zone has had its morning. */
const CLOSING = 20 * HOUR;

/**
 * The simulation's people in a sandbox that others are in too. All that they do is put on the sandbox's clock, so
 * whatever moves the clock plays them, in order; nobody else is kept from acting.
 */
export function storyIn(options: StoryOptions): Story {
  const { stage, weeks } = options;
  const { sandbox } = stage;
  let progress = options.begunBefore && cutShort(options.begunBefore, sandbox.clock.now());

  const fail = (error: unknown) => options.onFailure?.(error);

  return {
    view: () => progress,
    async begin() {
      if (progress !== undefined) throw new Error('the story was begun already: begin again for another');
      const now = sandbox.clock.now();
      const opensOn = nextOpening(now);
      const monday = Date.parse(`${opensOn}T00:00:00Z`);
      const until = monday + weeks * 7 * DAY + CLOSING;
      progress = { from: monday, until, weeks };
      options.onBegin?.(progress);
      const agenda = agendaOn(sandbox, until, fail);
      const play = bringCompany(stage, {
        parts: castOf(options.members, options.seed).map((part) => named(part, sandbox)),
        ...{ seed: options.seed, opensOn, agenda },
        transcripts: () => UNWRITTEN,
      });
      for (const ground of play.grounds)
        agenda.add({ at: monday - LEAD, needsBot: true, run: () => setUp(play, ground) });
      for (const person of play.people) live(play, person, weeks * 7);
      for (const ground of play.grounds) own(play, ground, weeks);
      agenda.add({ at: until, needsBot: false, run: () => void options.onEnd?.() });
    },
  };
}

function cutShort(story: StoryProgress, now: Instant): StoryProgress {
  return { ...story, until: Math.min(story.until, Math.floor(now)) };
}

/** The Monday of week 1: the next whose Saturday noon is still to come. */
function nextOpening(now: Instant): string {
  const { date } = shownAt(now + LEAD, 'UTC');
  return daysAfter(date, 7 - weekdayIndex(date));
}

/** People's plans, on the sandbox's clock: what fails there must not stop it. */
function agendaOn({ clock }: Sandbox, until: Instant, fail: (error: unknown) => void): Pick<Agenda, 'add'> {
  const run = async (entry: Entry) => {
    try {
      await entry.run();
    } catch (error) {
      fail(error);
    }
  };
  return {
    add(entry) {
      if (entry.at <= until) clock.at(entry.at, () => run(entry));
    },
  };
}

/** Whoever has the name of somebody who is there already is told apart by where they live. */
function named(part: Part, { world }: Sandbox): Part {
  const isTaken = [...world.users.values()].some(({ name }) => name === part.name);
  const city = zone(part.zone).split('/').at(-1)?.replaceAll('_', ' ');
  return isTaken ? { ...part, name: `${part.name} (${city})` } : part;
}

/** Twelve weeks of a story that everybody can look up on the page are not written down a second time. */
const UNWRITTEN: Transcripts = {
  note: () => undefined,
  together: (acts) => acts(),
  text: () => '',
};
