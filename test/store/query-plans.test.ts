import { join } from 'node:path';
import { type CompiledQuery, Kysely } from 'kysely';
import { describe, expect, it, onTestFinished } from 'vitest';
import { day } from '../../src/coach/day.ts';
import { NO_WISHES } from '../../src/coach/reminders/reminders.ts';
import { openStore, storeOn } from '../../src/store/database.ts';
import { sqliteDialect } from '../../src/store/dialect.ts';
import { openFile, prepare } from '../../src/store/sqlite.ts';
import type { Store } from '../../src/store/store.ts';
import type { Tables } from '../../src/store/tables.ts';
import { ANA, LISBON } from './people.ts';
import { anaEnrols, at, mondaysPost, SETTINGS, schedule, temporaryFolder, workout } from './world.ts';

const NOON = at('2026-01-05T12:00');
const MONDAY = day('2026-01-05');

const TRAINING = { memberId: 1, enrolmentId: 1, day: MONDAY, plan: '{}', startedAt: NOON };

/** How SQLite goes about each query of `work`, as `explain query plan` tells it. */
async function plansOf(work: (store: Store) => Promise<unknown>): Promise<string[]> {
  const path = join(temporaryFolder(), 'coach.db');
  const before = await openStore(path);
  await anaEnrols(before);
  await before.servers.saveSettings(SETTINGS, [schedule()]);
  await before.close();

  const raw = openFile(path);
  const queries: CompiledQuery[] = [];
  const db = new Kysely<Tables>({
    dialect: sqliteDialect(raw, path),
    log: (event) => {
      queries.push(event.query);
    },
  });
  onTestFinished(() => db.destroy());
  await work(storeOn(db));
  return queries
    .filter((query) => /^(select|update|insert|delete)/.test(query.sql))
    .flatMap((query) => {
      const plan = prepare(raw, `explain query plan ${query.sql}`);
      return (plan.all(...query.parameters) as { detail: string }[]).map((row) => row.detail);
    });
}

describe('what a tick asks', () => {
  it('of the schedules reads the due ones from their index, in order', async () => {
    expect(await plansOf((store) => store.schedules.due(NOON, 500))).toEqual([
      'SEARCH schedules USING INDEX schedules_due (next_at<?)',
    ]);
    expect(await plansOf((store) => store.schedules.earliest())).toEqual([
      'SCAN schedules USING COVERING INDEX schedules_due',
    ]);
  });

  it('of the reminders reads the due ones from their index, in order, and looks up whose they are', async () => {
    expect(await plansOf((store) => store.reminders.due(NOON, 500))).toEqual([
      'SEARCH reminders USING INDEX reminders_due (next_at<?)',
      'SEARCH members USING INTEGER PRIMARY KEY (rowid=?)',
      'SEARCH servers USING PRIMARY KEY (server_id=?)',
    ]);
    expect(await plansOf((store) => store.reminders.earliest())).toEqual([
      'SCAN reminders USING COVERING INDEX reminders_due',
    ]);
  });

  it('of the deliveries reads the open ones from their index, in order', async () => {
    expect(await plansOf((store) => store.deliveries.open(NOON, 500))).toEqual([
      'SEARCH deliveries USING INDEX deliveries_open (retry_at<?)',
    ]);
    expect(await plansOf((store) => store.deliveries.earliestRetry())).toEqual([
      'SCAN deliveries USING INDEX deliveries_open',
    ]);
  });
});

describe('what the clearing-up asks each minute', () => {
  it('reads posts to clear, members who are away and servers that are gone from their indexes', async () => {
    const clearings = await plansOf((store) => store.clearings.open(NOON, 5));
    const presence = await plansOf(async (store) => {
      await store.presence.unseen({ before: NOON, askedBefore: NOON, since: NOON, most: 20 });
      await store.presence.leftBefore(NOON, NOON);
      await store.presence.removeServers(NOON);
    });
    expect(clearings[0]).toBe('SEARCH clearings USING INDEX clearings_due (retry_at<?)');
    expect(presence).toContain('SEARCH members USING INDEX members_unseen (<expr><?)');
    expect(presence).toContain('SEARCH others USING COVERING INDEX members_asked (server_id=? AND asked_at>?)');
    expect(presence).toContain('SEARCH servers USING INDEX servers_removed (removed_at>? AND removed_at<?)');
    expect([...clearings, ...presence].filter((plan) => /SCAN|TEMP B-TREE/.test(plan))).toEqual([]);
  });
});

/** The lists that grow for as long as the coach is used. */
describe('what grows is read in order from its index:', () => {
  it('the latest posts of a server', async () => {
    expect(await plansOf((store) => store.deliveries.latest(LISBON, 5))).toEqual([
      'SEARCH deliveries USING INDEX deliveries_of_server (server_id=?)',
    ]);
  });

  it('the workouts of a member', async () => {
    expect(await plansOf((store) => store.checkIns.workouts(1))).toEqual([
      'SEARCH check_ins USING INDEX check_ins_of_member (member_id=? AND kind=?)',
    ]);
  });
});

describe('what a week is told from is read from its indexes:', () => {
  it('the workouts of a server', async () => {
    const plans = await plansOf((store) => store.checkIns.workoutsOfServer(LISBON, MONDAY, day('2026-01-13')));
    expect(plans).toEqual([
      'SEARCH members USING INDEX sqlite_autoindex_members_1 (server_id=?)',
      'SEARCH enrolments USING INDEX enrolments_standing (member_id=?)',
      'SEARCH check_ins USING INDEX check_ins_of_member (member_id=? AND kind=? AND day>? AND day<?)',
      'USE TEMP B-TREE FOR ORDER BY',
    ]);
  });

  it('the nights and water days of a member', async () => {
    expect(await plansOf((store) => store.boards.bodyLogs(1, MONDAY, day('2026-01-11')))).toEqual([
      'SEARCH check_ins USING INDEX check_ins_of_member (member_id=? AND kind=? AND day>? AND day<?)',
      'USE TEMP B-TREE FOR ORDER BY',
    ]);
  });
});

describe('what was trained is read from its indexes:', () => {
  it('the performances of a member', async () => {
    const plans = await plansOf((store) => store.trainingFiles.performances(1));
    // By day they come from the index; what is sorted besides is a day's.
    expect(plans.map((plan) => plan.replace(/LAST \d/, 'LAST n'))).toEqual([
      'SEARCH check_ins USING INDEX check_ins_of_member (member_id=? AND kind=?)',
      'SEARCH sets_done USING PRIMARY KEY (check_in_id=?)',
      'USE TEMP B-TREE FOR LAST n TERMS OF ORDER BY',
    ]);
  });

  it('the sets of a workout', async () => {
    expect(await plansOf((store) => store.trainingFiles.ofCheckIn(1))).toEqual([
      'SEARCH check_ins USING INTEGER PRIMARY KEY (rowid=?)',
      'SEARCH sets_done USING PRIMARY KEY (check_in_id=?)',
    ]);
  });

  it('the open session of a member, and its steps in order', async () => {
    const plans = await plansOf(async (store) => {
      const begun = await store.trainings.begin(TRAINING);
      await store.trainings.take(begun?.id ?? 0, 0, '{}', NOON, 'press');
      await store.trainings.open(1);
    });
    expect(plans.slice(-2)).toEqual([
      'SEARCH trainings USING INDEX trainings_open (member_id=?)',
      'SEARCH training_steps USING PRIMARY KEY (training_id=?)',
    ]);
  });

  it('the swaps of a member', async () => {
    expect(await plansOf((store) => store.trainingFiles.swaps(1))).toEqual([
      'SEARCH swaps USING INDEX swaps_of_member (member_id=?)',
    ]);
  });
});

describe('no query reads a whole table:', () => {
  const stories: Record<string, (store: Store) => Promise<unknown>> = {
    'moving a schedule on': (store) => store.schedules.advance(schedule(), MONDAY, NOON),
    'the schedules of a server': (store) => store.schedules.ofServer(LISBON),
    'owing and claiming': async (store) => {
      await store.deliveries.owe(mondaysPost());
      await store.deliveries.claim(1, 'channel', NOON, 0);
      await store.deliveries.postpone(1, NOON, '130000');
      await store.deliveries.sent(1, 'message', NOON);
      await store.deliveries.close(1, 'failed');
    },
    'reminding one member': async (store) => {
      await store.reminders.save(1, { ...NO_WISHES, water: 4 }, NOON);
      await store.reminders.toldByDm(LISBON);
      await store.reminders.lastLogged(1, 'water');
      await store.reminders.checkInOf('done');
      await store.reminders.whose(1);
      await store.deliveries.toMember(1, MONDAY);
      await store.deliveries.answered(LISBON, 'key', NOON);
      await store.dms.state(ANA);
      await store.dms.opened(ANA, 'channel', NOON);
      await store.dms.refused(ANA, NOON);
      await store.dms.told(ANA);
      await store.dms.forgive(ANA);
    },
    "a server's settings": (store) => store.servers.settings(LISBON),
    'parking and mending': async (store) => {
      await store.servers.park(LISBON, 10003, NOON);
      await store.servers.unpark(LISBON);
      await store.servers.saveSettings(SETTINGS, [schedule()]);
    },
    'going and coming back': async (store) => {
      await store.servers.removed(LISBON, NOON);
      await store.servers.joined(LISBON, NOON);
    },
    'the check-ins of a member': async (store) => {
      const made = await store.checkIns.add(workout(1));
      await store.checkIns.byId(made?.id ?? 0);
      await store.checkIns.workouts(1);
      await store.checkIns.onDay(1, MONDAY);
      await store.checkIns.count(1);
      await store.checkIns.undo(made?.id ?? 0, NOON);
    },
    'the workouts of a server’s week': (store) => store.checkIns.workoutsOfServer(LISBON, MONDAY, MONDAY),
    'who is told that posting fails': async (store) => {
      await store.servers.saveSettings(SETTINGS, []);
      await store.servers.park(LISBON, 10003, NOON);
      await store.servers.takeAlert(LISBON);
    },
    'who logged water already': (store) => store.checkIns.loggedOn(LISBON, 'water', MONDAY),
    'a member, all of a server, enrolling and leaving': async (store) => {
      await store.members.file(LISBON, ANA);
      await store.members.fileOf(1);
      await store.members.enrolled(LISBON);
      await store.members.countEnrolled(LISBON);
      await anaEnrols(store);
      await store.members.leave(1, MONDAY);
    },
    'a session that is led': async (store) => {
      const begun = await store.trainings.begin(TRAINING);
      await store.trainings.take(begun?.id ?? 0, 0, '{}', NOON, 'press');
      await store.trainings.byId(begun?.id ?? 0);
      await store.trainings.open(1);
      await store.trainings.end(begun?.id ?? 0, NOON);
    },
    'what a member did, swapped and has': async (store) => {
      const made = await store.checkIns.add(workout(1));
      await store.trainingFiles.addSets(made?.id ?? 0, [{ move: 'row', sets: [{ reps: 12 }], held: false }]);
      await store.trainingFiles.performances(1);
      await store.trainingFiles.ofCheckIn(made?.id ?? 0);
      await store.trainingFiles.swap(1, { move: 'row', to: 'band-row', from: MONDAY });
      await store.trainingFiles.swaps(1);
      await store.trainingFiles.setUnits(1, 'imperial');
      await store.trainingFiles.setLadder(1, 'dumbbells', { kind: 'step', step: 1_000 });
      await store.trainingFiles.setLadder(1, 'dumbbells', { kind: 'list', loads: [1_000, 2_000] });
      await store.trainingFiles.setBands(1, ['red']);
      await store.trainingFiles.loads(1);
      await store.trainingFiles.repeat(1, { from: MONDAY, days: 7 });
      await store.checkIns.rate(made?.id ?? 0, '3-4');
    },
    milestones: async (store) => {
      const made = await store.checkIns.add(workout(1));
      await store.milestones.add(1, 'first-check-in', MONDAY, made?.id ?? 0);
      await store.milestones.reached(1);
    },
  };
  for (const [story, work] of Object.entries(stories)) {
    it(story, async () => {
      const plans = await plansOf(work);
      expect(plans).not.toEqual([]);
      expect(plans.filter((plan) => /^SCAN (?!\d+-ROW VALUES)/.test(plan))).toEqual([]);
    });
  }
});
