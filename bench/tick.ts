import { join } from 'node:path';
import Database from 'better-sqlite3';
import { pino } from 'pino';
import { addDays, type Day, day, dayNumber, HOUR, instantOf, localTime, MINUTE, zone } from '../src/coach/day.ts';
import type { Posts } from '../src/discord/outbox.ts';
import { textFor } from '../src/messages/text.ts';
import { createScheduler } from '../src/scheduler/tick.ts';
import { loadContent } from '../src/store/content.ts';
import { openStore } from '../src/store/database.ts';
import type { Bench, Findings } from './bench.ts';
import { fill } from './fill.ts';
import type { Figure } from './report.ts';
import { summary } from './statistics.ts';

const MEMBERS_EACH = 5;
const HOME = zone('Europe/Lisbon');
const MONDAY = day('2026-01-05');
/** Server 0 posts at one time and the twenty after it at another; all others, at no time that comes. */
const [ONE_AT, TWENTY_AT, NONE_AT] = [localTime('07:00'), localTime('08:00'), localTime('12:00')];
const TWENTY = 20;
/** Beats with nothing due, on each day. */
const IDLE_BEATS = 10;
const FAR = Date.UTC(2100, 0, 1);

const SIZES = [
  { enrolled: 105, days: { full: 40, quick: 10 } },
  { enrolled: 100_000, days: { full: 40, quick: 10 } },
];

interface Beats {
  readonly none: number[];
  readonly one: number[];
  readonly twenty: number[];
}

/** A beat of the scheduler on a database on disk; posts are taken at once, so it is the coach's own time. */
export async function tick(bench: Bench): Promise<Findings> {
  const figures: Figure[] = [];
  for (const { enrolled, days } of SIZES) {
    bench.say(`ticks: with ${enrolled} enrolled`);
    const beats = await beatsWith(enrolled, bench.quick ? days.quick : days.full, bench.folder);
    const who = `${enrolled} enrolled`;
    const figure = (what: string, values: readonly number[]): Figure => ({
      section: 'a beat of the scheduler',
      what,
      who,
      unit: 'ms',
      ...summary(values),
    });
    figures.push(figure('nothing due', beats.none), figure('one server due', beats.one));
    figures.push(figure('twenty servers due', beats.twenty));
  }
  return { figures };
}

async function beatsWith(enrolled: number, days: number, folder: string): Promise<Beats> {
  const path = join(folder, `tick-${enrolled}.db`);
  const serverIds = Array.from(
    { length: enrolled / MEMBERS_EACH },
    (_, index) => `${10_000_000_000_000_000n + BigInt(index)}`,
  );
  const servers = new Map(
    serverIds.map((id) => [id, Array.from({ length: MEMBERS_EACH }, (_, member) => `${id}${member}`)]),
  );
  await fill(path, { servers, today: MONDAY, zone: HOME, daysBehind: 0 });
  addSchedules(path, serverIds);

  const store = await openStore(path);
  let now = 0;
  let posted = 0;
  const posts: Posts = {
    post: async () => ({ act: 'posted', messageId: String(posted++) }),
    find: async () => {
      throw new Error('nothing was interrupted here');
    },
    openDm: async () => {
      throw new Error('nobody is written to here');
    },
    removePost: async () => ({ act: 'cleared' }),
    editPost: async () => ({ act: 'cleared' }),
    seek: async () => ({ act: 'there' }),
  };
  const scheduler = createScheduler({
    store,
    content: loadContent(),
    text: textFor('en'),
    posts,
    places: { missingIn: () => [], isGone: () => false },
    log: pino({ level: 'silent' }),
    clock: () => now,
  });
  const beatAt = async (instant: number, due: number) => {
    now = instant;
    const before = posted;
    const begun = performance.now();
    await scheduler.beat();
    const took = performance.now() - begun;
    if (posted - before !== due) throw new Error(`${posted - before} posts where ${due} were due`);
    return took;
  };

  const beats: Beats = { none: [], one: [], twenty: [] };
  for (let ahead = 0; ahead <= days; ahead += 1) {
    const today = addDays(MONDAY, ahead);
    const one = await beatAt(instantAt(today, ONE_AT), 1);
    const twenty = await beatAt(instantAt(today, TWENTY_AT), TWENTY);
    const none: number[] = [];
    for (let beat = 0; beat < IDLE_BEATS; beat += 1)
      none.push(await beatAt(instantAt(today, NONE_AT) + beat * MINUTE, 0));
    // The first day warms up.
    if (ahead === 0) continue;
    beats.one.push(one);
    beats.twenty.push(twenty);
    beats.none.push(...none);
  }
  await store.close();
  return beats;
}

function instantAt(today: Day, time: typeof ONE_AT): number {
  const instant = instantOf(today, time, HOME);
  if (instant === undefined) throw new RangeError(`no ${time} on ${today} in ${HOME}`);
  return instant;
}

function addSchedules(path: string, serverIds: readonly string[]): void {
  const db = new Database(path);
  db.pragma('synchronous = off');
  const addSettings = db.prepare(
    'insert into server_settings (server_id, channel_id, zone, post_at) values (?, ?, ?, ?)',
  );
  const addSchedule = db.prepare(
    `insert into schedules (server_id, kind, slot, at, next_day, next_at) values (?, 'daily', 0, ?, ?, ?)`,
  );
  db.transaction(() => {
    for (const [index, id] of serverIds.entries()) {
      const at = index === 0 ? ONE_AT : TWENTY_AT;
      const nextAt = index <= TWENTY ? instantAt(MONDAY, at) : FAR + (index % 1440) * MINUTE + HOUR;
      addSettings.run(id, `${id}9`, HOME, at);
      addSchedule.run(id, at, dayNumber(MONDAY), nextAt);
    }
    // Everybody wants to be reminded, at no time that comes.
    db.prepare(
      `insert into reminders (member_id, kind, slot, at, next_day, next_at)
       select members.id, 'water', slot.value, '12:00', ?, ? + members.id from members, json_each('[0, 1, 2, 3]') as slot`,
    ).run(dayNumber(MONDAY), FAR);
  })();
  db.close();
}
