import { onTestFinished } from 'vitest';
import { directorOf } from '../../../src/sandbox/director.ts';
import type { PageHost, Shown } from '../../../src/sandbox/page/host.ts';
import { openPage } from '../../../src/sandbox/page/page.ts';
import type { Act, ActReply, MessagesPage, PageState, StreamEvent } from '../../../src/sandbox/page/protocol.ts';
import { textOf } from '../../../src/sandbox/world/content.ts';
import { openScene, type Scene, type SceneOptions } from '../../support/scene.ts';

/** A page on which the real bot is met, and what a browser asks of it. */
export interface Visit extends Scene {
  readonly shown: Shown;
  ask<T>(path: string, body?: object): Promise<{ status: number; body: T }>;
  state(as: string): Promise<PageState>;
  act(as: string, act: Act): Promise<ActReply>;
  /** What somebody reads in a channel, a text for each message. */
  reads(as: string, channelId: string): Promise<string[]>;
  /** Listens as somebody does. */
  listen(as: string): Promise<Listening>;
}

export interface Listening {
  readonly events: readonly StreamEvent[];
  /** The first event that fits, also one that came already. */
  until<K extends StreamEvent['kind']>(
    kind: K,
    fits?: (event: Extract<StreamEvent, { kind: K }>) => boolean,
  ): Promise<Extract<StreamEvent, { kind: K }>>;
  /** Resolves when the server ends the stream. */
  readonly ended: Promise<void>;
}

const KEY = 'the-key';

export async function openVisit(options: SceneOptions & Partial<PageHost> = {}): Promise<Visit> {
  const { story, beginAgain, ...sceneOptions } = options;
  const scene = await openScene({ settleActs: false, rateLimits: 'generous', ...sceneOptions });
  const director = directorOf(scene.sandbox);
  const shown: Shown = { worldId: 'one', sandbox: scene.sandbox, director };
  const host: PageHost = {
    shown: () => shown,
    beginAgain: beginAgain ?? (async () => ({ ...shown, worldId: 'two' })),
    onLog: () => () => undefined,
    ...(story && { story }),
  };
  const page = await openPage(host, { port: 0, hostname: '127.0.0.1', key: KEY });
  onTestFinished(async () => {
    await director.close();
    await page.close();
  });
  const origin = new URL(page.address).origin;

  const visit: Visit = {
    ...scene,
    shown,
    async ask<T>(path: string, body?: object) {
      const response = await fetch(`${origin}/api${path}`, {
        method: body === undefined ? 'GET' : 'POST',
        headers: { 'x-page-key': KEY, 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      return { status: response.status, body: (await response.json()) as T };
    },
    state: async (as) => (await visit.ask<PageState>(`/state?as=${as}`)).body,
    act: async (as, act) => (await visit.ask<ActReply>(`/act?as=${as}`, act)).body,
    async reads(as, channelId) {
      const { body } = await visit.ask<MessagesPage>(`/channels/${channelId}/messages?as=${as}`);
      return body.messages.map(textOf);
    },
    async listen(as) {
      const stop = new AbortController();
      onTestFinished(() => stop.abort());
      const response = await fetch(`${origin}/api/stream?as=${as}&key=${KEY}`, { signal: stop.signal });
      if (response.body === null) throw new Error(`no stream: ${response.status}`);
      return listening(response.body);
    },
  };
  return visit;
}

function listening(body: ReadableStream<Uint8Array>): Listening {
  const events: StreamEvent[] = [];
  let waiting: (() => void)[] = [];
  const read = async () => {
    let text = '';
    const decoder = new TextDecoder();
    for await (const chunk of body) {
      text += decoder.decode(chunk, { stream: true });
      const blocks = text.split('\n\n');
      text = blocks.pop() ?? '';
      for (const block of blocks) events.push(JSON.parse(/^data: (.*)$/m.exec(block)?.[1] ?? '') as StreamEvent);
      for (const wake of waiting.splice(0)) wake();
    }
  };
  const ended = read().catch(() => undefined);
  return {
    events,
    ended,
    async until(kind, fits = () => true) {
      type Wanted = Extract<StreamEvent, { kind: typeof kind }>;
      for (;;) {
        const found = events.find((event): event is Wanted => event.kind === kind && fits(event as Wanted));
        if (found !== undefined) return found;
        await new Promise<void>((resolve) => {
          waiting = [...waiting, resolve];
        });
      }
    },
  };
}
