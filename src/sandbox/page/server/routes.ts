import { type Context, Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import { z } from 'zod';
import type { UserState } from '../../world/state.ts';
import type { PageHost, Shown } from '../host.ts';
import { FAULT_KINDS, type FaultAct, type NewPerson, type StreamEvent, type TimeAct } from '../protocol.ts';
import { actSchema } from './acts.ts';
import { FaultError } from './faults.ts';
import { type Stage, storyView } from './stage.ts';
import { messagesFor, personView, stateFor } from './state.ts';

const DAY = 86_400_000;
/** Sandbox seconds in a real one: a week in a few seconds is as fast as eyes can follow. */
const FASTEST = 200_000;
/** The story is told in this time (real ms). */
const STORY_TAKES = 60_000;

const time: z.ZodType<TimeAct> = z.discriminatedUnion('do', [
  z.object({ do: z.literal('play'), speed: z.number().positive().max(FASTEST) }),
  z.object({ do: z.literal('pause') }),
  z.object({
    do: z.literal('by'),
    ms: z
      .number()
      .positive()
      .max(370 * DAY),
  }),
  z.object({ do: z.literal('next') }),
]);

const fault: z.ZodType<FaultAct> = z.object({
  do: z.enum(['break', 'mend']),
  fault: z.enum(FAULT_KINDS),
  on: z.string().max(20).exactOptional(),
  times: z.number().int().positive().max(1_000).exactOptional(),
});

const person = z.object({
  name: z.string().trim().min(1).max(32),
  zone: z.string().refine(isZone, 'is no time zone: Europe/Lisbon is one'),
  locale: z.enum(['en-US', 'en-GB', 'pt-BR', 'es-ES', 'fr', 'de', 'ja']),
  serverId: z.string().max(20),
}) satisfies z.ZodType<NewPerson>;

/** A request that cannot be done, with what to do about it. */
class PageError extends Error {
  override readonly name = 'PageError';
  readonly status: 400 | 404;
  constructor(status: 400 | 404, message: string) {
    super(message);
    this.status = status;
  }
}

/** The page's own interface, for `/api`. @param stage the world that is on */
export function routes(host: PageHost, stage: () => Stage, beginAgain: () => Promise<void>): Hono {
  const app = new Hono();
  app.onError((error, context) => {
    if (error instanceof PageError) return context.json({ error: error.message }, error.status);
    if (error instanceof FaultError) return context.json({ error: error.message }, 400);
    return context.json({ error: `Something broke in the sandbox: ${error.message}` }, 500);
  });

  app.get('/state', async (context) => {
    const { shown, audience, faults } = stage();
    const view = stateFor(shown, whoIn(context, stage()));
    const clock = await audience.clock();
    return context.json({ ...view, clock, story: storyView(host, shown), faults: faults.view() });
  });
  app.get('/channels/:id/messages', (context) => {
    const channel = stage().shown.sandbox.world.channels.get(context.req.param('id'));
    if (channel === undefined) throw new PageError(404, 'This channel is gone. Pick another.');
    const limit = Math.min(Number(context.req.query('limit') ?? 50) || 50, 200);
    return context.json(messagesFor(channel, whoIn(context, stage()), limit, context.req.query('before')));
  });
  app.get('/stream', (context) => {
    const { audience } = stage();
    const { id } = whoIn(context, stage());
    return streamSSE(context, (stream) => {
      // A browser that loses the line asks again after that time (ms).
      const send = (event: StreamEvent) =>
        void stream.writeSSE({ data: JSON.stringify(event), ...(event.kind === 'hello' && { retry: 1_000 }) });
      return new Promise((resolve) => {
        const leave = audience.join({ userId: id, send, end: resolve });
        stream.onAbort(() => {
          leave();
          resolve();
        });
      });
    });
  });

  app.post('/act', async (context) => {
    const { shown, acts } = stage();
    const act = await bodyOf(context, actSchema);
    return context.json(await acts.act(shown.sandbox.personOf(whoIn(context, stage()).id), act));
  });
  app.post('/time', async (context) => {
    const { shown, audience } = stage();
    await moveTime(shown, await bodyOf(context, time));
    return context.json(await audience.clock());
  });
  app.post('/faults', async (context) => {
    const { faults } = stage();
    await faults.act(await bodyOf(context, fault));
    return context.json(faults.view());
  });
  app.post('/story', async (context) => {
    const { shown, audience } = stage();
    const { story } = host;
    if (story === undefined) throw new PageError(404, 'There is no story to tell here.');
    if (story.view() !== undefined)
      throw new PageError(400, 'The story was told already. Begin again to hear it anew.');
    await story.begin();
    const { until = 0 } = story.view() ?? {};
    shown.director.play(Math.max((until - shown.sandbox.clock.now()) / STORY_TAKES, 1));
    const view = storyView(host, shown);
    audience.tellAll({ kind: 'story', story: view });
    return context.json(view);
  });
  app.post('/people', async (context) => {
    const { sandbox } = stage().shown;
    const { serverId, name, ...options } = await bodyOf(context, person);
    if (!sandbox.world.servers.has(serverId)) throw new PageError(404, 'This server is gone.');
    const { state } = sandbox.serverOf(serverId).member(name, options);
    return context.json(personView(state));
  });
  app.post('/begin-again', async (context) => {
    await beginAgain();
    return context.json({});
  });

  app.get('/wire', (context) => context.json(stage().wire.lines(Number(context.req.query('after') ?? 0) || 0)));
  app.get('/wire/:n', (context) => {
    const detail = stage().wire.detail(Number(context.req.param('n')));
    if (detail === undefined) throw new PageError(404, 'This is too long ago; it is no longer kept.');
    return context.json(detail);
  });
  return app;
}

async function moveTime({ director }: Shown, act: TimeAct): Promise<void> {
  switch (act.do) {
    case 'play':
      return director.play(act.speed);
    case 'pause':
      return director.play(0);
    case 'by':
      return director.advanceBy(act.ms);
    case 'next':
      await director.advanceToNextEvent();
  }
}

async function bodyOf<T>(context: Context, schema: z.ZodType<T>): Promise<T> {
  const parsed = schema.safeParse(await context.req.json().catch(() => undefined));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new PageError(400, `${issue?.path.join('.') || 'the request'}: ${issue?.message ?? 'cannot be read'}`);
}

/** Whom the one who asks plays. */
function whoIn(context: Context, { shown }: Stage): UserState {
  const { world } = shown.sandbox;
  const people = [...world.users.values()].filter((user) => !user.api.bot && user !== world.developer);
  const id = context.req.query('as') ?? shown.guestId ?? people[0]?.id ?? '';
  const user = world.users.get(id);
  if (user === undefined || user.api.bot) throw new PageError(404, 'Nobody has this id here.');
  return user;
}

function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }) !== undefined;
  } catch {
    return false;
  }
}
