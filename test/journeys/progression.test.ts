import { describe, expect, it } from 'vitest';
import type { Actor } from '../../src/sandbox/actors/actor.ts';
import { textOf as textOfMessage } from '../../src/sandbox/world/content.ts';
import { enrolled, openScene, postsIn, type Scene } from '../support/scene.ts';
import { linesWith, type OtherSet, started, todayOf, trained } from '../support/train.ts';

const ROW = 'Bent-over dumbbell row';

/** Trains on each of these days at 18:00; the row is done as said, where the session has it. Returns the summaries. */
async function through(
  scene: Scene,
  member: Actor,
  days: readonly (readonly [day: string, row: OtherSet, effort?: string])[],
): Promise<string[]> {
  const summaries: string[] = [];
  for (const [day, row, effort = '3–4 more'] of days) {
    await scene.at(`2026-${day}`, '18:00');
    summaries.push((await trained(scene, member, effort, { [ROW]: row })).text());
  }
  return summaries;
}

/** Logs a workout, and nothing of it, on each of these days. */
async function checkedIn(scene: Scene, member: Actor, month: string, dates: readonly string[]): Promise<void> {
  for (const date of dates) {
    await scene.at(`2026-${month}-${date}`, '18:00');
    await member.slash(scene.training, 'checkin workout');
  }
}

const row = (amount: number, resistance?: string): OtherSet => ({
  amount: String(amount),
  ...(resistance !== undefined && { resistance }),
});

describe('what comes next of a move', () => {
  it('is one more repetition, session by session, and at the top of the range a heavier load, with the reason', async () => {
    const scene = await openScene();
    const ana = await enrolled(scene, 'Ana', { share: false });
    const summaries = await through(scene, ana, [
      ['01-05', row(12, '10')],
      ['01-07', {}],
      ['01-09', row(13)],
      ['01-12', {}],
      ['01-14', row(14)],
      ['01-16', {}],
    ]);
    expect(linesWith(summaries[0] ?? '', 'At least 12 in every set: aim for 13 repetitions now.')).toHaveLength(1);
    expect(linesWith(summaries[2] ?? '', ROW).join()).toContain(
      'At least 13 in every set: aim for 14 repetitions now.',
    );

    await scene.at('2026-01-19', '18:00');
    const before = await todayOf(scene, ana);
    expect(before.text()).toContain(`- **${ROW}** 2 × 12–15, aim for 15 · 10 kg each\n`);
    const [up] = await through(scene, ana, [['01-19', {}]]);
    expect(up).toContain(`- **${ROW}** 2 × 15 at 10 kg each`);
    expect(up).toContain(`- **${ROW}**: Both sets of 15 with three or four to spare: 10 kg each → 11 kg each.`);

    await through(scene, ana, [['01-21', {}]]);
    await scene.at('2026-01-23', '18:00');
    const after = await todayOf(scene, ana);
    expect(after.text()).toContain(`- **${ROW}** 2 × 12–15, aim for 12 · 11 kg each\n`);
    expect(after.text()).toContain('  -# Both sets of 15 with three or four to spare: 10 kg each → 11 kg each.');
  });

  it('is more repetitions first where the next load is a big step', async () => {
    const scene = await openScene();
    const ana = await enrolled(scene, 'Ana');
    const [summary] = await through(scene, ana, [['01-05', row(15, '4')]]);
    expect(summary).toContain('first up to 18 repetitions with this one, before anything harder.');
    await through(scene, ana, [['01-07', {}]]);
    await scene.at('2026-01-09', '18:00');
    expect((await todayOf(scene, ana)).text()).toContain(`- **${ROW}** 2 × 12–18, aim for 16 · 4 kg each`);
    const [heavier] = await through(scene, ana, [['01-09', row(18)]]);
    expect(heavier).toContain('4 kg each → 5 kg each.');
  });

  it('is once more the same with one or two to spare, and then a heavier load', async () => {
    const scene = await openScene();
    const ana = await enrolled(scene, 'Ana');
    const summaries = await through(scene, ana, [
      ['01-05', row(15, '20'), '1–2 more'],
      ['01-07', {}],
      ['01-09', row(15), '1–2 more'],
    ]);
    expect(summaries[0]).toContain('Both sets of 15 with one or two to spare: once more like that, then it goes up.');
    expect(summaries[2]).toContain('(twice now): 20 kg each → 21 kg each.');
  });

  it('is a tenth less after two sessions in a row that fell short', async () => {
    const scene = await openScene();
    const ana = await enrolled(scene, 'Ana');
    const summaries = await through(scene, ana, [
      ['01-05', row(9, '20'), '0: nothing left'],
      ['01-07', {}],
      ['01-09', row(8), '0: nothing left'],
      ['01-12', {}],
    ]);
    expect(summaries[0]).toContain('Your lowest set was 9, short of 12 repetitions: the same again.');
    expect(summaries[2]).toContain(
      'Your lowest set was 8, twice in a row: 20 kg each → 18 kg each, to build up again.',
    );
    await scene.at('2026-01-14', '18:00');
    const card = await todayOf(scene, ana);
    expect(card.text()).toContain(`- **${ROW}** 2 × 12–15, aim for 12 · 18 kg each`);
    expect(card.text()).toContain('twice in a row: 20 kg each → 18 kg each, to build up again.');
  });

  it('is not a step where nobody said how hard it was, until they do', async () => {
    const scene = await openScene();
    const ana = await enrolled(scene, 'Ana');
    const hand = await trained(scene, ana, 'Not sure', { [ROW]: row(15, '20') });
    expect(hand.text()).toContain('Both sets of 15. Tell me how hard it was, and it can go up.');
    expect(hand.text()).not.toContain('→');
    expect(await hand.press('3–4 more')).toContain('20 kg each → 21 kg each.');
  });

  it('is no step in a lighter week, nor from one', async () => {
    const scene = await openScene();
    const ana = await enrolled(scene, 'Ana');
    await through(scene, ana, [['01-05', row(13, '20')]]);
    await checkedIn(scene, ana, '01', ['07', '09', '12', '14', '16', '19', '21', '23', '26', '28', '30']);
    await scene.at('2026-02-02', '18:00');
    const card = await todayOf(scene, ana);
    expect(card.text()).toContain('## Week 5 · Lighter');
    expect(card.text()).toContain(`- **${ROW}** 2 × 12–15, aim for 12 · 20 kg each\n`);
    const [summary] = await through(scene, ana, [['02-02', row(15), '5 or more']]);
    expect(linesWith(summary ?? '', 'Light on purpose: nothing goes up, and you stop early.')).toHaveLength(1);
    expect(summary).not.toContain('→');
    await checkedIn(scene, ana, '02', ['04', '06', '09']);
    await scene.at('2026-02-11', '18:00');
    const hand = await started(scene, ana);
    expect(hand.text()).toContain('**Set 1 of 3 · 12–15 reps, aim for 13 · 20 kg each**');
    expect(hand.text()).toContain('Last time was light, cut short or set aside, so it is the same as before.');
  });

  it('is the same on the light day after a circuit', async () => {
    const scene = await openScene({ setUp: false });
    const ana = await enrolled(scene, 'Ana', { days: 'Mon Tue Wed Thu Fri' });
    await scene.at('2026-02-25', '18:00');
    expect((await trained(scene, ana, '3–4 more')).text()).toContain('- **Brisk walk** 20 min\n');
    await checkedIn(scene, ana, '02', ['26', '27']);
    await checkedIn(scene, ana, '03', ['02', '03', '05', '06', '09', '10']);
    expect((await todayOf(scene, ana)).text()).toContain('**Circuit: 3 rounds, 60 s rest between rounds**');
    await scene.at('2026-03-11', '18:00');
    expect((await todayOf(scene, ana)).text()).toContain('A light day, after yesterday’s circuit.');
    const hand = await started(scene, ana);
    expect(hand.text()).toContain('## Brisk walk\n**Set 1 of 1 · 20 min**');
    expect(hand.text()).toContain('Light on purpose: nothing goes up, and you stop early.');
  });
});

describe('a first step up', () => {
  it('is told in the channel once, several moves in one post', async () => {
    const scene = await openScene();
    const ana = await enrolled(scene, 'Ana');
    await trained(scene, ana, '3–4 more', { [ROW]: row(15, '20'), 'Reverse fly': row(15, '10') });
    const told = () =>
      postsIn(scene)
        .map((post) => textOfMessage(post))
        .filter((text) => text.includes('First step up'));
    expect(told()).toEqual([expect.stringContaining(`First step up: ${ROW}, Reverse fly and Jump rope.`)]);
    expect(told()[0]).toContain(`<@${ana.id}>`);
    await through(scene, ana, [
      ['01-07', {}],
      ['01-09', row(15)],
    ]);
    expect(told().filter((text) => text.includes(ROW))).toHaveLength(1);
  });

  it('is told to Ana alone when she keeps her milestones private', async () => {
    const scene = await openScene();
    const ana = await enrolled(scene, 'Ana', { share: false });
    const before = postsIn(scene).length;
    const hand = await trained(scene, ana, '3–4 more', { [ROW]: row(15, '20') });
    expect(hand.text()).toContain(`First step up: ${ROW} and Jump rope.`);
    expect(postsIn(scene).length).toBe(before);
  });
});

describe('a load that was never said', () => {
  it('is asked for, and goes up by a step that nobody needs to name', async () => {
    const scene = await openScene();
    const ana = await enrolled(scene, 'Ana');
    const [summary] = await through(scene, ana, [['01-05', row(15)]]);
    expect(summary).toContain('Both sets of 15 with three or four to spare: one step heavier.');
    await through(scene, ana, [['01-07', {}]]);
    await scene.at('2026-01-09', '18:00');
    const hand = await started(scene, ana);
    expect(hand.text()).toContain('aim for 12 · a step heavier than last time**');
  });
});
