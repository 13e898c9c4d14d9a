import { describe, expect, it, onTestFinished } from 'vitest';
import { HOUR } from '../../src/coach/day.ts';
import { createLog } from '../../src/log.ts';
import type { Actor } from '../../src/sandbox/actors/actor.ts';
import type { Channel } from '../../src/sandbox/builders.ts';
import { directorOf } from '../../src/sandbox/director.ts';
import type { Sandbox } from '../../src/sandbox/sandbox.ts';
import { buttonsOf, dayOfButton } from '../../src/simulation/answer.ts';
import { openStage } from '../../src/simulation/stage.ts';
import { type StoryOptions, storyIn } from '../../src/simulation/story.ts';

const DAY = 24 * HOUR;
/** A Wednesday evening; the story opens on the Monday after. */
const WEDNESDAY = Date.UTC(2026, 0, 7, 20);
const MONDAY = Date.UTC(2026, 0, 12);

async function scene(options: Partial<StoryOptions> = {}) {
  const stage = await openStage({
    ...{ version: '0.0.0-test', databasePath: ':memory:', startsAt: WEDNESDAY },
    log: createLog('silent', false),
    ...{ rateLimits: 'generous', settleActs: false, keepTranscript: false },
  });
  onTestFinished(() => stage.close());
  const gym = stage.sandbox.server({ name: 'Garden Gym' });
  const training = gym.channel('training');
  const sam = gym.member('Sam');
  await stage.startBot();
  const director = directorOf(stage.sandbox);
  onTestFinished(() => director.close());
  const failures: unknown[] = [];
  const story = storyIn({
    stage,
    weeks: 1,
    members: 3,
    seed: 1,
    onFailure: (error) => failures.push(error),
    ...options,
  });
  return { ...{ stage, sandbox: stage.sandbox, gym, training, sam, director, story, failures } };
}

function channelOf(sandbox: Sandbox, name: string): Channel {
  const found = [...sandbox.world.channels.values()].find(
    (channel) => channel.name === name && channel.server?.name !== 'Garden Gym',
  );
  if (found === undefined) throw new Error(`there is no #${name}`);
  return sandbox.channelOf(found.id);
}

function personIn(sandbox: Sandbox, name: string): Actor {
  const found = [...sandbox.world.users.values()].find((user) => user.name === name);
  if (found === undefined) throw new Error(`${name} is nobody`);
  return sandbox.personOf(found.id);
}

/** The days of the daily posts that stand in a channel, in order. */
function postedDays(who: Actor, channel: Channel): (string | undefined)[] {
  return who
    .sees(channel)
    .filter(({ flags = 0 }) => (flags & 64) === 0)
    .flatMap((message) => buttonsOf(message).filter(({ name }) => name === 'workout'))
    .map(dayOfButton);
}

/** The days that somebody was told are logged. */
function loggedDays(who: Actor, channel: Channel): (string | undefined)[] {
  return who
    .sees(channel)
    .flatMap((message) => buttonsOf(message).filter(({ name }) => name === 'undo'))
    .map(({ argument }) => argument);
}

describe('the story', { timeout: 60_000 }, () => {
  it('opens on the next Monday, and each day’s post comes once while the clock is moved by whatever', async () => {
    let ended = 0;
    const { sandbox, director, story, failures, stage } = await scene({ onEnd: () => (ended += 1) });
    await story.begin();
    expect(story.view()).toEqual({ from: MONDAY, until: MONDAY + 7 * DAY + 20 * HOUR, weeks: 1 });

    await director.advanceBy(4 * DAY);
    for (let day = 0; day < 3; day += 1) await director.advanceToNextEvent();
    expect(ended).toBe(0);
    await director.advanceTo(MONDAY + 8 * DAY);
    expect(ended).toBe(1);
    expect(failures).toEqual([]);
    const ana = personIn(sandbox, 'Ana');
    const days = Array.from({ length: 8 }, (_, day) => new Date(MONDAY + day * DAY).toISOString().slice(0, 10));
    expect(postedDays(ana, channelOf(sandbox, 'training'))).toEqual(days);
    expect(postedDays(personIn(sandbox, 'Ben'), channelOf(sandbox, 'back-room'))).toEqual(days);
    const logged = loggedDays(ana, channelOf(sandbox, 'training'));
    expect(logged.length).toBeGreaterThan(3);
    expect(new Set(logged).size).toBe(logged.length);
    // Led set by set: what they did of each move is there.
    const { members, trainingFiles } = stage.store();
    const file = await members.file(channelOf(sandbox, 'training').state.server?.id ?? '', ana.id);
    const performances = await trainingFiles.performances(file?.member.id ?? 0);
    expect(performances.filter(({ move }) => move === 'row').map(({ sets }) => sets.length)).toContain(2);
  });

  it('takes somebody who steps in half way, and goes on around them', async () => {
    const { sandbox, director, story, failures, gym, training, sam, stage } = await scene();
    await director.turn(() => gym.owner.slash(training, 'coach setup', { zone: 'UTC', time: '07:30' }));
    await story.begin();
    const lifters = channelOf(sandbox, 'training');
    // Wednesday noon of the week: Ana's session is in the evening.
    await director.advanceTo(MONDAY + 2 * DAY + 12 * HOUR);
    const ana = personIn(sandbox, 'Ana');
    const done = await director.turn(() => ana.slash(lifters, 'checkin workout'));
    expect(done).toMatchObject({ kind: 'message', text: expect.stringContaining('Session logged.') });
    const joined = await director.turn(() =>
      sam.slash(training, 'enroll', {
        zone: 'UTC',
        level: 'gentle',
        days: 'Wed Thu Fri',
        kit: 'none',
        start: 'today',
        ready: true,
      }),
    );
    expect(joined).toMatchObject({ kind: 'message' });
    await director.advanceTo(MONDAY + 8 * DAY);

    expect(failures).toEqual([]);
    const file = await stage.store().members.file(lifters.state.server?.id ?? '', ana.id);
    expect(file?.workouts.map(({ day }) => day)).toEqual([...new Set(file?.workouts.map(({ day }) => day))]);
    expect(file?.workouts.map(({ day }) => day)).toContain('2026-01-14');
    expect(postedDays(sam, training)).toEqual(['15', '16', '17', '18', '19'].map((day) => `2026-01-${day}`));
    expect(postedDays(ana, lifters)).toHaveLength(8);
  });

  it('is played no further than the people in it can be: a server that is gone stops nobody else', async () => {
    const { sandbox, director, story } = await scene();
    await story.begin();
    await director.advanceTo(MONDAY + 2 * DAY);
    const lifters = channelOf(sandbox, 'training').state.server;
    if (lifters === undefined) throw new Error('the channel is nowhere');
    await director.turn(() => sandbox.serverOf(lifters.id).leave());
    await director.advanceTo(MONDAY + 8 * DAY);
    expect(postedDays(personIn(sandbox, 'Ben'), channelOf(sandbox, 'back-room'))).toHaveLength(8);
    expect(postedDays(personIn(sandbox, 'Ana'), channelOf(sandbox, 'training'))).toHaveLength(2);
  });

  it('is begun once, and is over after a restart', async () => {
    const { story, stage, sandbox } = await scene();
    await story.begin();
    await expect(story.begin()).rejects.toThrow('the story was begun already');
    const after = storyIn({ stage, weeks: 1, members: 3, seed: 1, begunBefore: story.view() });
    expect(after.view()).toMatchObject({ until: sandbox.clock.now() });
    await expect(after.begin()).rejects.toThrow('the story was begun already');
  });

  it('opens a week later when it is begun on a Sunday', async () => {
    const { story, director } = await scene();
    await director.advanceTo(MONDAY - 2 * HOUR);
    await story.begin();
    expect(story.view()?.from).toBe(MONDAY + 7 * DAY);
  });
});
