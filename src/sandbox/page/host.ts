import type { Director } from '../director.ts';
import type { Sandbox } from '../sandbox.ts';

/** A sandbox with somebody's bot in it, as it stands on a page until the page begins again. */
export interface Shown {
  /** Another for each world that was ever begun. */
  readonly worldId: string;
  readonly sandbox: Sandbox;
  readonly director: Director;
  /** Whom somebody plays who opens the page for the first time; whoever came first when absent. */
  readonly guestId?: string;
}

/** The story that a program can tell on its page. */
export interface Story {
  readonly view: () => StoryProgress | undefined;
  /** Lets it begin; the clock must then be played for it to go on. @throws Error when it was begun already */
  begin(): Promise<void>;
}

export interface StoryProgress {
  readonly from: number;
  readonly until: number;
  readonly weeks: number;
}

/** What the page needs of the program that shows it. */
export interface PageHost {
  /** What is on now. */
  shown(): Shown;
  /** Ends the world that is on, and begins one anew; {@link shown} is another from then on. */
  beginAgain(): Promise<Shown>;
  /** Absent where there is none to tell. */
  readonly story?: Story;
  /** Calls `listener` with each line of the bot's log; returns what stops it. */
  onLog(listener: (line: LogLine) => void): () => void;
}

export interface LogLine {
  /** `info`, `warn`, … */
  readonly level: string;
  readonly text: string;
}
