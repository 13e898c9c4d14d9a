import { DiscordAPIError, REST, Routes } from 'discord.js';
import { afterEach, describe, expect, it } from 'vitest';
import { rateLimits } from '../../src/sandbox/rate-limits.ts';
import { closeAll, type Gym, gym } from './support.ts';

afterEach(closeAll);

/** Posts as a client would that knows nothing of limits. */
function post({ sandbox }: Gym, route: string, body: object = { content: 'x' }): Promise<Response> {
  const headers = { authorization: `Bot ${sandbox.token}`, 'content-type': 'application/json' };
  return fetch(`${sandbox.apiUrl}/v10${route}`, { method: 'POST', headers, body: JSON.stringify(body) });
}

const statuses = async (calls: readonly Promise<Response>[]) => (await Promise.all(calls)).map(({ status }) => status);
const times = <T>(count: number, call: () => T): T[] => Array.from({ length: count }, call);

describe('limits', () => {
  it('let five messages through a channel in five seconds, and say so', async () => {
    const scene = await gym();
    const route = Routes.channelMessages(scene.training.id);
    const answers: Response[] = [];
    for (let i = 0; i < 6; i += 1) answers.push(await post(scene, route));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 429]);
    expect(answers.map(({ headers }) => headers.get('x-ratelimit-remaining'))).toEqual(['4', '3', '2', '1', '0', '0']);
    const [refused] = answers.slice(-1);
    expect(refused?.headers.get('x-ratelimit-limit')).toBe('5');
    expect(refused?.headers.get('x-ratelimit-scope')).toBe('user');
    const after = Number(refused?.headers.get('x-ratelimit-reset-after'));
    expect(after > 0 && after <= 5).toBe(true);
    expect(Number(refused?.headers.get('retry-after'))).toBe(Math.ceil(after));
    expect(await refused?.json()).toMatchObject({
      message: 'You are being rate limited.',
      retry_after: after,
      global: false,
    });
  });

  it('are of each channel by itself, and of one name', async () => {
    const scene = await gym();
    const [first, second] = [scene.training, scene.server.channel('other')].map(({ id }) => Routes.channelMessages(id));
    expect(await statuses(times(6, () => post(scene, first ?? '')))).toContain(429);
    const answer = await post(scene, second ?? '');
    expect(answer.status).toBe(200);
    expect(answer.headers.get('x-ratelimit-bucket')).toBe(
      (await post(scene, first ?? '')).headers.get('x-ratelimit-bucket'),
    );
  });

  it('end when the sandbox clock has passed them', async () => {
    const scene = await gym();
    const route = Routes.channelMessages(scene.training.id);
    expect((await statuses(times(6, () => post(scene, route)))).filter((status) => status === 429).length).toBe(1);
    await scene.sandbox.clock.advanceBy(5_000);
    expect((await post(scene, route)).status).toBe(200);
  });

  it('hold for all routes together at fifty a second', () => {
    let real = 1_000_000;
    const limits = rateLimits(
      'discord',
      () => 0,
      () => real,
    );
    const verdicts = times(51, () => limits.count('POST:/x', undefined, true));
    expect(verdicts.filter(({ retryAfter }) => retryAfter !== undefined)).toEqual([
      {
        retryAfter: 1,
        global: true,
        headers: { 'retry-after': '1', 'x-ratelimit-global': 'true', 'x-ratelimit-scope': 'global' },
      },
    ]);
    real += 1_000;
    expect(limits.count('POST:/x', undefined, true)).toEqual({ headers: {} });
  });

  it('do not hold for answers to interactions', async () => {
    const { training, ana } = await gym((interaction) =>
      interaction.isChatInputCommand() ? interaction.reply('pong') : undefined,
    );
    const outcomes = await Promise.all(times(60, () => ana.slash(training, 'ping')));
    expect(outcomes.every(({ kind }) => kind === 'message')).toBe(true);
  });

  it('can be made so generous that nothing ever waits', async () => {
    const scene = await gym(undefined, { rateLimits: 'generous' });
    const answers = await Promise.all(times(200, () => post(scene, Routes.channelMessages(scene.training.id))));
    expect(answers.every(({ status }) => status === 200)).toBe(true);
    expect(Number(answers[0]?.headers.get('x-ratelimit-remaining'))).toBeGreaterThan(100_000);
  });
});

it('are respected by discord.js without a single refusal', async () => {
  const scene = await gym();
  const rest = new REST({ api: scene.sandbox.apiUrl }).setToken(scene.sandbox.token);
  rest.on('rateLimited', () => undefined);
  const sends = times(5, () => rest.post(Routes.channelMessages(scene.training.id), { body: { content: 'x' } }));
  await Promise.all(sends);
  expect(scene.sandbox.transcript.text('rest')).not.toContain('429');
});

it('throws at a client that asks not to wait', async () => {
  const { sandbox, training } = await gym();
  sandbox.faults.next({ route: '/channels/{channel_id}/messages' }, { status: 429, retryAfter: 60 });
  const rest = new REST({ api: sandbox.apiUrl, rejectOnRateLimit: () => true }).setToken(sandbox.token);
  const sent = rest.post(Routes.channelMessages(training.id), { body: { content: 'x' } });
  await expect(sent).rejects.not.toBeInstanceOf(DiscordAPIError);
});
