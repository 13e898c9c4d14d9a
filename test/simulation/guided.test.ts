import { describe, expect, it, onTestFinished } from 'vitest';
import { HOUR } from '../../src/coach/day.ts';
import { createLog } from '../../src/log.ts';
import { textOf } from '../../src/sandbox/world/content.ts';
import { enrol, openCard } from '../../src/simulation/acts.ts';
import { newAgenda } from '../../src/simulation/agenda.ts';
import { castOf } from '../../src/simulation/cast.ts';
import { bringCompany } from '../../src/simulation/company.ts';
import { beginGuided } from '../../src/simulation/guided.ts';
import { setUp } from '../../src/simulation/other-acts.ts';
import type { Going, Person, Play } from '../../src/simulation/person.ts';
import { openStage } from '../../src/simulation/stage.ts';
import { lookUp } from '../../src/simulation/standing.ts';

/** A Monday evening in Lisbon and in Madrid. */
const EVENING = Date.UTC(2026, 1, 2, 18);
const UNTOLD = { note: () => undefined, together: <T>(acts: () => Promise<T>) => acts(), text: () => '' };

/** Somebody of the cast who begins their first session, led set by set, and goes through to its end. */
async function trained(name: string, leaves?: Going['leaves']): Promise<{ play: Play; person: Person }> {
  const stage = await openStage({
    ...{ version: '0.0.0-test', log: createLog('silent', false), databasePath: ':memory:' },
    ...{ startsAt: EVENING, rateLimits: 'generous' },
  });
  onTestFinished(() => stage.close());
  const agenda = newAgenda();
  const parts = castOf(12, 1).filter((part) => part.name === name);
  const play = bringCompany(stage, { parts, seed: 1, opensOn: '2026-02-02', agenda, transcripts: () => UNTOLD });
  const [person] = play.people;
  if (person === undefined) throw new Error(`${name} is nobody`);
  await stage.startBot();
  await setUp(play, person.ground);
  await enrol(play, person, 'today');
  const card = await openCard(play, person);
  if (card === undefined || !(await beginGuided(play, person, card, 'start', leaves))) throw new Error('nothing began');
  for (let entry = agenda.take(); entry !== undefined; entry = agenda.take()) {
    await stage.sandbox.clock.advanceTo(entry.at);
    await entry.run();
  }
  return { play, person };
}

describe('somebody who is led set by set', { timeout: 30_000 }, () => {
  it('goes through to the end, and the coach has each set as they did it, which is checked', async () => {
    const { play, person } = await trained('Ana');
    expect(play.differences).toEqual([]);
    const [note] = person.notes;
    expect(note).toMatchObject({ kind: 'workout', day: '2026-02-02' });
    expect(new Set(note?.sets?.map(({ move }) => move)).size).toBeGreaterThan(3);
    const standing = await lookUp(play, person);
    expect(standing?.wrong).toEqual([]);
    expect(standing?.moves.find(({ move }) => move === 'row')?.first.load).toBeGreaterThan(5000);

    // Had they been told of one more than there is, it would be found.
    if (note?.sets === undefined) throw new Error('nothing was logged');
    person.notes.splice(0, 1, { ...note, sets: [...note.sets, { move: 'row', set: { reps: 99 } }] });
    const wrong = (await lookUp(play, person))?.wrong;
    expect(wrong?.[0]).toMatch(/^on 2026-02-02 they did .*row .* 99.*; the coach has /);
    expect(wrong?.[1]).toMatch(/^Ana said \d+ sets in all; the coach has \d+$/);
  });

  it('leaves it for an hour or more, and goes on with all that was done', async () => {
    const { play, person } = await trained('Ana', { after: 6, until: 'hours' });
    expect(play.differences).toEqual([]);
    expect(play.stage.sandbox.clock.now()).toBeGreaterThan(EVENING + HOUR);
    const cards = person.actor.sees(person.ground.channel).map(textOf);
    expect(cards.filter((text) => text.startsWith('**Session logged.**'))).toHaveLength(1);
    expect((await lookUp(play, person))?.wrong).toEqual([]);
  });

  it('says in /settings what there is, and trains with it', async () => {
    const { play, person } = await trained('Ines');
    expect(play.differences).toEqual([]);
    const { members, trainingFiles } = play.stage.store();
    const file = await members.file(person.ground.server.id, person.actor.id);
    const said = await trainingFiles.loads(file?.member.id ?? 0);
    expect(said.ladders).toEqual({ dumbbells: { kind: 'list', loads: [5000] } });
    const loads = person.notes.flatMap(({ sets = [] }) => sets.flatMap(({ set }) => set.load ?? []));
    expect(new Set(loads)).toEqual(new Set([5000]));
  });
});
