import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { zone } from '../../src/coach/day.ts';
import { ConfigError } from '../../src/config.ts';
import { createLog } from '../../src/log.ts';
import type { Shown } from '../../src/sandbox/page/host.ts';
import { textOf } from '../../src/sandbox/world/content.ts';
import { type LogLine, logLines } from '../../src/simulation/log-lines.ts';
import { openPlayground, type Playground, type PlaygroundOptions } from '../../src/simulation/playground.ts';

/** A Monday, at noon in Lisbon. */
const NOON = Date.UTC(2026, 0, 5, 12);

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'playground-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return join(path, 'sandbox');
}

interface Opened extends Playground {
  readonly told: string[];
  readonly logged: LogLine[];
}

async function open(path: string, options: Partial<PlaygroundOptions> = {}): Promise<Opened> {
  const lines = logLines();
  const told: string[] = [];
  const logged: LogLine[] = [];
  lines.on((line) => logged.push(line));
  const playground = await openPlayground({
    ...{ version: '0.0.0-test', path, lines, pace: 0, home: zone('Europe/Lisbon'), clock: () => NOON },
    log: createLog('silent', false, [], { write: () => undefined }, { level: 'info', write: lines.write }),
    write: (line) => told.push(line),
    ...options,
  });
  onTestFinished(() => playground.close());
  return { ...playground, told, logged };
}

/** What the host reads of a folder that cannot be used. */
async function complaint(path: string): Promise<string> {
  const error = await open(path).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof ConfigError)) throw new Error(`it was no complaint: ${error}`);
  expect(error.message).not.toContain('\n');
  return error.message;
}

function people({ sandbox }: Shown) {
  const find = (name: string) => {
    const user = [...sandbox.world.users.values()].find((each) => each.name === name);
    if (user === undefined) throw new Error(`${name} is nobody`);
    return sandbox.personOf(user.id);
  };
  const channel = [...sandbox.world.channels.values()].find(({ name }) => name === 'training');
  if (channel === undefined) throw new Error('there is no #training');
  return { ana: find('Ana'), sam: find('Sam'), olivia: find('Olivia'), training: sandbox.channelOf(channel.id) };
}

function seenBy(who: 'ana' | 'sam', shown: Shown): string[] {
  const all = people(shown);
  return all[who].sees(all.training).map(textOf);
}

describe('the playground', { timeout: 30_000 }, () => {
  it('plays a first day in which Sam is in no plan yet, and lets time go on', async () => {
    const playground = await open(folder());
    await playground.begin();
    const shown = playground.host.shown();
    const { sam, ana, training } = people(shown);

    expect(playground.isRestored).toBe(false);
    expect(playground.logged.filter(({ level }) => level !== 'info')).toEqual([]);
    expect(playground.told[0]).toMatch(/^Mon 5 Jan 07:00 {2}Olivia uses \/coach setup zone:Europe\/Lisbon/);
    expect(playground.told.at(-1)).toContain('That was the first day. It is 21:30 in the sandbox');
    expect(seenBy('sam', shown).filter((text) => text.startsWith('# Mon 5 Jan'))).toHaveLength(1);
    expect(seenBy('ana', shown).some((text) => text.startsWith('**Session logged.**'))).toBe(true);
    expect(shown.guestId).toBe(sam.id);
    expect(shown.director.pace.speed).toBe(1);
    const streak = await shown.director.turn(() => sam.slash(training, 'streak'));
    expect(streak).toMatchObject({ kind: 'message', ephemeral: true });
    const announcements = [...shown.sandbox.world.channels.values()].find(({ name }) => name === 'announcements');
    if (announcements === undefined) throw new Error('there is no #announcements');
    expect(() => ana.say(shown.sandbox.channelOf(announcements.id), 'hello')).toThrow('cannot');
  });

  it('takes Sam in while time goes on, between two milliseconds', async () => {
    const playground = await open(folder());
    await playground.begin();
    const { director, sandbox } = playground.host.shown();
    const { sam, training } = people(playground.host.shown());
    director.play(0);
    await director.advanceTo(Math.floor(sandbox.clock.now()) + 1.5);
    const plan = { zone: 'UTC', level: 'gentle', days: 'Mon Wed Fri', kit: 'none', start: 'today', ready: true };
    const joined = await director.turn(() => sam.slash(training, 'enroll', plan));
    expect(joined).toMatchObject({ kind: 'message', text: expect.stringContaining('You are in.') });
    const logged = await director.turn(() => sam.slash(training, 'checkin workout'));
    expect(logged).toMatchObject({ text: expect.stringContaining('Session logged.') });
    expect(playground.logged.filter(({ level }) => level !== 'info')).toEqual([]);
  });

  it('is as it was left when it is started again: the same address, the same world, the same streak', async () => {
    const path = folder();
    const before = await open(path);
    await before.begin();
    const { worldId, sandbox } = before.host.shown();
    const [seen, now] = [seenBy('ana', before.host.shown()), sandbox.clock.now()];
    await before.close();

    const after = await open(path, { clock: () => NOON + 3 * 86_400_000 });
    await after.begin();
    const shown = after.host.shown();
    expect(after.told).toEqual(['Everything is as you left it; it is Mon 5 Jan, 21:30 there.']);
    expect([after.key, shown.worldId, after.isRestored]).toEqual([before.key, worldId, true]);
    expect(shown.sandbox.clock.now()).toBeGreaterThanOrEqual(now);
    expect(seenBy('ana', shown)).toEqual(seen);
    const { ana, training } = people(shown);
    const post = ana.sees(training).find((message) => textOf(message).startsWith('# Mon 5 Jan'));
    if (post === undefined) throw new Error('the post is gone');
    const again = await shown.director.turn(() => ana.click(post, 'Done'));
    expect(again).toMatchObject({ kind: 'message', text: expect.stringContaining('already') });
  });

  it('begins again with a new world, one after another however often it is asked', async () => {
    const path = folder();
    const playground = await open(path);
    await playground.begin();
    const first = playground.host.shown();
    await first.director.turn(() => people(first).sam.say(people(first).training, 'I was here'));
    const [second, third] = await Promise.all([playground.host.beginAgain(), playground.host.beginAgain()]);

    expect(new Set([first, second, third].map(({ worldId }) => worldId)).size).toBe(3);
    expect(playground.host.shown()).toBe(third);
    await third.director.advanceTo(NOON);
    expect(seenBy('sam', third)).not.toContain('I was here');
    expect(JSON.parse(readFileSync(join(path, 'sandbox.json'), 'utf8'))).toEqual({
      key: playground.key,
      worldId: third.worldId,
    });
    await playground.close();
    const restored = await open(path);
    expect(restored.host.shown().worldId).toBe(third.worldId);
    expect(restored.isRestored).toBe(true);
  });

  it('goes on when somebody makes the first day impossible, and says so in the log', async () => {
    const playground = await open(folder(), {
      write: (line) => {
        if (!line.includes('Ben uses /enroll')) return;
        const { ana, training } = people(playground.host.shown());
        const server = training.state.server?.id ?? '';
        playground.host.shown().sandbox.serverOf(server).remove(ana);
      },
    });
    await playground.begin();
    const trouble = playground.logged.filter(({ level }) => level === 'error');
    expect(trouble.map(({ text }) => text.split(' (')[0])).toEqual([
      'first day failed: the first day was not played to its end',
    ]);
    expect(playground.host.shown().director.pace.speed).toBe(1);
  });

  it('plays its first day around somebody who turns the clock ahead', async () => {
    let turned: Promise<void> | undefined;
    const playground = await open(folder(), {
      write: () => {
        turned ??= playground.host.shown().director.advanceTo(Date.UTC(2026, 0, 5, 9));
      },
    });
    await playground.begin();
    await turned;
    expect(playground.logged.filter(({ level }) => level === 'error')).toEqual([]);
    // The day's post was left out, as nobody was in the plan when it was due: they go by commands.
    const seen = seenBy('ana', playground.host.shown());
    expect(seen.filter((text) => text.startsWith('**Session logged.**'))).toHaveLength(1);
  });

  it('tells its story once in a world, and that it is over after a restart', async () => {
    const path = folder();
    const before = await open(path);
    const { story, shown } = before.host;
    expect(story?.view()).toBeUndefined();
    await story?.begin();
    expect(story?.view()).toMatchObject({ weeks: 12, from: Date.UTC(2026, 0, 12) });
    await expect(story?.begin()).rejects.toThrow('begun already');
    // The people who are there already are told apart from the story's.
    const names = [...shown().sandbox.world.users.values()].map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names).toContain('Ana (Lisbon)');
    await before.close();

    const after = await open(path);
    const { sandbox } = after.host.shown();
    expect(after.host.story?.view()?.until).toBe(Math.floor(sandbox.clock.now()));
    expect([...sandbox.world.servers.values()].map(({ name }) => name)).toContain('Lisbon Lifters');
    await after.host.beginAgain();
    expect(after.host.story?.view()).toBeUndefined();
  });
});

describe('the folder of the playground', { timeout: 30_000 }, () => {
  it('is nobody else’s to read', async () => {
    const path = folder();
    await open(path);
    expect(statSync(path).mode & 0o077).toBe(0);
    expect(statSync(join(path, 'sandbox.json')).mode & 0o077).toBe(0);
  });

  it('is refused to a second start while the first is running, and given to the next', async () => {
    const path = folder();
    const first = await open(path);
    expect(await complaint(path)).toMatch(/^SANDBOX_PATH: .* is in use by process \d+; stop that one, or set /);
    expect(first.host.shown().sandbox.gateway.sessions.size).toBe(1);
    await first.close();
    expect((await open(path)).isRestored).toBe(true);
  });

  it('is taken over from a process that was killed', async () => {
    const path = folder();
    await (await open(path)).close();
    const { pid } = spawnSync(process.execPath, ['--version']);
    writeFileSync(join(path, 'running.pid'), String(pid));
    await open(path);
    expect(readFileSync(join(path, 'running.pid'), 'utf8')).toBe(String(process.pid));
  });

  it('is left alone when it holds something else', async () => {
    const path = folder();
    mkdirSync(path);
    writeFileSync(join(path, 'coach.db'), 'somebody’s own');
    expect(await complaint(path)).toBe(
      `SANDBOX_PATH: ${path} holds something else already; takes a folder that is new or empty`,
    );
    expect(readdirSync(path)).toEqual(['coach.db']);
    expect(readFileSync(join(path, 'coach.db'), 'utf8')).toBe('somebody’s own');
  });

  it.each([
    ['world.ndjson', 'not a world\n', /^SANDBOX_PATH: .*world\.ndjson, line 1: .* Or delete the whole folder, or set /],
    [
      'coach.db',
      'eggs, flour, milk\n'.repeat(100),
      /cannot be used \(coach\.db is not a database\); delete the folder/,
    ],
    ['sandbox.json', '{', /cannot be used \(sandbox\.json is damaged\); delete the folder, or set SANDBOX_PATH to/],
  ])('says what to do when %s cannot be read, and leaves it as it is', async (name, text, words) => {
    const path = folder();
    await (await open(path)).close();
    writeFileSync(join(path, name), text);
    expect(await complaint(path)).toMatch(words);
    expect(readFileSync(join(path, name), 'utf8')).toBe(text);
    expect(existsSync(join(path, 'running.pid'))).toBe(false);
  });

  it('says it when it cannot be a folder at all', async () => {
    const path = folder();
    writeFileSync(path, '');
    expect(await complaint(path)).toMatch(
      /^SANDBOX_PATH: got .* \(E[A-Z]+\), takes a folder that can be read and written$/,
    );
  });
});
