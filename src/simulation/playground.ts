import type { PageHost } from '../sandbox/page/host.ts';
import { openFolder } from './kept-folder.ts';
import type { LogLines } from './log-lines.ts';
import { openScene, type Scene, type SceneOptions } from './scene.ts';

export interface PlaygroundOptions extends SceneOptions {
  readonly lines: Pick<LogLines, 'on'>;
}

/** A sandbox with the bot in it that is kept between starts, for people to be in. */
export interface Playground {
  readonly host: PageHost;
  /** Of the page's address; the same at each start. */
  readonly key: string;
  readonly isRestored: boolean;
  /** Lets time go on, after the first day where the world is new. Resolves when it does. */
  begin(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Opens what is kept in the folder, or a new world there, and starts the bot in it.
 * @throws ConfigError when the folder is in use, is not ours, or holds what cannot be read
 */
export async function openPlayground(options: PlaygroundOptions): Promise<Playground> {
  const folder = openFolder(options.path);
  let scene: Scene;
  try {
    scene = await openScene(folder, options);
  } catch (error) {
    folder.close();
    throw error;
  }
  let last: Promise<unknown> = Promise.resolve();
  let isClosed = false;
  /** One world ends before another begins, whoever asks for it and however often. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = last.then(work);
    last = mine.catch(() => undefined);
    return mine;
  };

  return {
    key: folder.keeping.key,
    isRestored: scene.shown.sandbox.isRestored,
    host: {
      shown: () => scene.shown,
      story: {
        view: () => scene.story.view(),
        begin: () => scene.story.begin(),
      },
      onLog: (listener) => options.lines.on(listener),
      beginAgain: () =>
        inTurn(async () => {
          if (isClosed) throw new Error('the sandbox is being stopped');
          await scene.close();
          folder.clear();
          scene = await openScene(folder, options);
          void scene.begin();
          return scene.shown;
        }),
    },
    begin: () => scene.begin(),
    close: () =>
      inTurn(async () => {
        if (isClosed) return;
        isClosed = true;
        await scene.close();
        folder.close();
      }),
  };
}
