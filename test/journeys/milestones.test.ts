import { describe, expect, it } from 'vitest';
import { addDays, type Day, day, zone } from '../../src/coach/day.ts';
import type { SetDone } from '../../src/coach/performance.ts';
import { plannedSessions } from '../../src/coach/programme.ts';
import type { Actor } from '../../src/sandbox/actors/actor.ts';
import { textOf as textOfMessage } from '../../src/sandbox/world/content.ts';
import { loadContent } from '../../src/store/content.ts';
import type { NewEnrolment } from '../../src/store/interfaces/members.ts';
import { messageOf, openScene, postsIn, type Scene, textOf } from '../support/scene.ts';
import { linesWith } from '../support/train.ts';

const { programme } = loadContent();
/** A Monday; twelve weeks later the plan ends with Friday's session. */
const BEGAN = day('2026-01-05');
const LAST = addDays(BEGAN, 81);
/** The next Monday. */
const AFTER = addDays(BEGAN, 84);

/** Somebody who has been in the plan since January, and kept every session before today but those of `missed`. */
async function trainedSince(
  scene: Scene,
  name: string,
  { missed = [], ...changes }: Partial<NewEnrolment> & { readonly missed?: readonly Day[] } = {},
  setsOf: (at: number) => readonly { readonly move: string; readonly sets: readonly SetDone[] }[] = () => [],
): Promise<Actor> {
  const member = scene.server.member(name);
  const now = scene.sandbox.clock.now();
  const store = scene.store();
  const file = await store.members.enroll({
    serverId: scene.server.id,
    userId: member.id,
    zone: zone('Europe/Lisbon'),
    level: 'standard',
    trainingDays: [1, 3, 5],
    kit: ['mat', 'dumbbells'],
    notice: 'nothing',
    shareMilestones: true,
    programmeId: programme.id,
    startsOn: BEGAN,
    readinessVersion: 1,
    now,
    ...changes,
  });
  const today = day(new Date(now).toISOString().slice(0, 10));
  const done = plannedSessions(programme, file.enrolment, addDays(today, -1)).filter(
    (each) => !missed.includes(each.day),
  );
  for (const [at, planned] of done.entries()) {
    const memberId = file.member.id;
    const said = { kind: 'workout', size: 'full', day: planned.day, madeAt: now, sourceId: `${name}.${at}` } as const;
    const checkIn = await store.checkIns.add({ memberId, ...said });
    if (checkIn === undefined) throw new Error('not added');
    await store.trainingFiles.addSets(
      checkIn.id,
      setsOf(at).map((each) => ({ ...each, held: false })),
    );
  }
  return member;
}

const badges = (text: string) => linesWith(text, '🏅');

describe('milestones', () => {
  it('are told in order when one check-in crosses several, in the channel or privately, and once for ever', async () => {
    const scene = await openScene({ opens: '2026-01-16 12:00' });
    const missed = ['2026-01-07', '2026-01-09', '2026-01-14'].map(day);
    const ana = await trainedSince(scene, 'Ana');
    const ben = await trainedSince(scene, 'Ben', { shareMilestones: false, missed });
    const before = postsIn(scene).length;
    const answer = await ana.slash(scene.training, 'checkin workout');
    expect(badges(textOf(answer))).toEqual([]);
    const posts = postsIn(scene).slice(before).map(textOfMessage);
    expect(posts.length).toBe(1);
    expect(posts[0]).toContain(`<@${ana.id}>: Two weeks in. About now moves begin to feel easier and steadier`);
    await ana.click(messageOf(answer), 'Undo');
    expect(badges(textOf(await ana.slash(scene.training, 'checkin workout')))).toEqual([]);
    expect(postsIn(scene).length).toBe(before + 1);
    // Two freezes were all that Ben had; with the Wednesday that he forgot to log, four are in a row.
    expect(badges(textOf(await ben.slash(scene.training, 'checkin workout')))).toEqual([
      '🏅 Back after a gap. Coming back is the hardest session, and the one that matters most.',
      '🏅 Two weeks in. About now moves begin to feel easier and steadier: your nerves learn them before your muscles grow.',
    ]);
    const joined = await ben.slash(scene.training, 'checkin workout', { day: '2026-01-14' });
    expect(badges(textOf(joined))).toEqual(['🏅 Three planned sessions in a row.']);
    expect(postsIn(scene).length).toBe(before + 1);
  });

  it('end with week 12: one’s own first and last numbers, privately, and what may come next, after a confirmation', async () => {
    const scene = await openScene({ opens: `${LAST} 12:00` });
    const ana = await trainedSince(scene, 'Ana', {}, (at) => [
      {
        move: 'row',
        sets: [
          { reps: 12, load: 8000 + 250 * at },
          { reps: 10, load: 8000 + 250 * at },
        ],
      },
    ]);
    const ben = await trainedSince(scene, 'Ben', { startsOn: addDays(BEGAN, 7) });
    const before = postsIn(scene).length;
    const last = await ana.slash(scene.training, 'checkin workout', { sets: 'row 3x12@20; plank 3x20' });
    expect(textOf(last)).toContain('That was the last planned session.');
    for (const label of ['[Week 12 in review]', '[Your twelve weeks]']) expect(textOf(last)).toContain(label);

    // Everybody sees that it is done, and nobody with what.
    const posts = postsIn(scene).slice(before);
    const told = posts.map(textOfMessage).join('\n');
    expect(badges(told).map((line) => line.split(': ')[1]?.slice(0, 20))).toEqual([
      'The plan is complete',
      'Week 12 is done. Put',
    ]);
    expect(told).not.toMatch(/\bkg\b|×/);
    const pressed = await ben.click(posts[0] ?? messageOf(last), 'Your twelve weeks');
    expect(textOf(pressed)).toContain('This opens when the last session of your plan is behind you.');

    const end = await ana.click(messageOf(last), 'Your twelve weeks');
    expect(end).toMatchObject({ kind: 'message', ephemeral: true });
    expect(textOf(end)).toContain('**Bent-over dumbbell row**: 12 at 8 kg each, then **12 at 20 kg each**');
    expect(textOf(end)).not.toContain('planned sessions kept');
    const other = await ana.click(messageOf(last), 'Your twelve weeks');
    const asked = await ana.click(messageOf(end), 'Stronger');
    expect(textOf(asked)).toContain(
      '**Stronger**: twelve weeks from **Mon 30 Mar**, level strong, on Mon, Wed and Fri.',
    );
    const back = await ana.click(messageOf(asked), 'Back');
    expect(textOf(back)).toContain('**What next?**');
    const stronger = await ana.click(messageOf(back), 'Stronger');
    const begun = await ana.click(messageOf(stronger), 'Begin');
    expect(textOf(begun)).toContain('Week 1 begins on **Mon 30 Mar**. You train on Mon, Wed and Fri.');
    const file = await scene.store().members.file(scene.server.id, ana.id);
    expect(file).toMatchObject({
      member: { kit: ['mat', 'dumbbells'], shareMilestones: true },
      enrolment: { startsOn: AFTER, terms: [{ level: 'strong', trainingDays: [1, 3, 5] }] },
    });
    expect(file?.workouts.length).toBe(36);
    // A card from before still stands; the plan that it spoke of does not.
    expect(textOf(await ana.click(messageOf(other), 'Maintain'))).toContain('This button is from an older message');
    expect(textOf(await ana.click(messageOf(last), 'Your twelve weeks'))).toContain('This opens when');
  });

  it('end without numbers with what the plan came to, and ask for the readiness questions again where they changed', async () => {
    const scene = await openScene({ opens: `${addDays(LAST, 1)} 12:00` });
    const missed = [LAST];
    const four = { level: 'strong', trainingDays: [1, 2, 4, 5] } as const;
    const eva = await trainedSince(scene, 'Eva', { ...four, missed, readinessVersion: 7 });
    const late = await eva.slash(scene.training, 'checkin workout', { day: 'yesterday' });
    const end = await eva.click(messageOf(late), 'Your twelve weeks');
    expect(textOf(end)).toMatch(
      /\*\*48 of 48 planned sessions kept\*\* · about \d{4} minutes of training · longest streak 48/,
    );
    expect(textOf(end)).not.toContain('[Stronger]');
    const asked = await eva.click(messageOf(end), 'Maintain');
    expect(textOf(asked)).toContain('level standard, on Mon, Tue and Fri.');
    expect(textOf(asked)).toContain('**Before you start.**');
    await eva.click(messageOf(asked), 'I have read this: begin');
    const file = await scene.store().members.file(scene.server.id, eva.id);
    expect(file?.enrolment).toMatchObject({ startsOn: AFTER, terms: [{ level: 'standard' }] });
    expect(await scene.store().boards.readinessOf(file?.enrolment.id ?? 0)).toBe(1);
  });
});
