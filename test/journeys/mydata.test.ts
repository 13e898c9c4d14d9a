import type { APIMessage } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import { textOf as textOfMessage } from '../../src/sandbox/world/content.ts';
import { keysIn } from '../scheduler/support.ts';
import { EVERYTHING, enrolled, messageOf, openScene, postsIn, type Scene, textOf } from '../support/scene.ts';

/** The files of a message, by their ending, as whoever presses on them gets them. */
async function filesOf(message: APIMessage): Promise<Record<string, string>> {
  const files = message.attachments.map(async ({ filename, url }) => {
    const text = await (await fetch(url)).text();
    return [filename.split('.').at(-1) ?? '', text];
  });
  return Object.fromEntries(await Promise.all(files));
}

const textsIn = (scene: Scene) => postsIn(scene).map((message) => textOfMessage(message));
const pings = (scene: Scene) => scene.sandbox.transcript.text('ping');

/** Ana and Ben are mentioned in the daily post; Ana has trained, slept, and reached a milestone. */
async function aDayWithAnaAndBen() {
  const scene = await openScene();
  const ana = await enrolled(scene, 'Ana', { mention: true });
  const ben = await enrolled(scene, 'Ben', { mention: true });
  await scene.at('2026-01-05', '12:00');
  const sets = { effort: '1-2', sets: 'row 12,11@10', note: 'Felt good, "really"' };
  await ana.slash(scene.training, 'checkin workout', sets);
  await ana.slash(scene.training, 'checkin sleep', { hours: 7.5 });
  await ben.slash(scene.training, 'checkin water', { glasses: 3 });
  await scene.at('2026-01-05', '12:05');
  return { scene, ana, ben };
}

describe('what is kept of a member', () => {
  it('is given as two files that only they see, with all of theirs and nothing of others', async () => {
    const { scene, ana, ben } = await aDayWithAnaAndBen();
    const carla = scene.server.member('Carla');
    expect(textOf(await carla.slash(scene.training, 'mydata export'))).toContain('I keep nothing of you');
    expect(textOf(await carla.slash(scene.training, 'mydata delete'))).toContain('I keep nothing of you');

    const outcome = await ana.slash(scene.training, 'mydata export');
    expect(outcome).toMatchObject({ kind: 'message', ephemeral: true });
    expect(textOf(outcome)).toContain('with 2 check-ins, 2 sets and ');
    const message = messageOf(outcome);
    expect(message.attachments.map(({ filename }) => filename)).toEqual([
      'my-data-2026-01-05.json',
      'my-check-ins-2026-01-05.csv',
    ]);
    const { json = '', csv = '' } = await filesOf(message);
    const all = JSON.parse(json);
    expect(all.profile.rows).toMatchObject([{ userId: ana.id, zone: 'Europe/Lisbon', shareMilestones: true }]);
    expect(all.terms.rows).toMatchObject([{ fromDay: '2026-01-05', trainingDays: ['Mon', 'Wed', 'Fri'] }]);
    expect(all.mentions.rows).toMatchObject([{ day: '2026-01-05', channelId: scene.training.id }]);
    expect(all.profile.about).toContain('what you chose');
    expect(json).not.toContain(ben.id);
    expect(csv.split('\r\n').slice(0, 2)).toEqual([
      'id,day,kind,madeAt,undoneAt,size,effort,repairs,hours,glasses,note,replaces,moveId,setNo,reps,seconds,loadKg,band,variation,held',
      '1,2026-01-05,workout,2026-01-05T12:00:00.000Z,,full,1-2,,,,"Felt good, ""really""",,row,1,12,,10,,,false',
    ]);
    expect(csv).toContain('2,2026-01-05,sleep,2026-01-05T12:00:00.000Z,,,,,7.5,');
  });
});

describe('a deletion', () => {
  it('asks once, takes everything out of the tables and the channel, and proves it', async () => {
    const { scene, ana, ben } = await aDayWithAnaAndBen();
    expect(keysIn(scene)).toContain('milestone.1.first-check-in');
    const [post] = postsIn(scene);
    expect(textOfMessage(post as APIMessage)).toContain(`<@${ana.id}> <@${ben.id}>`);
    const pingsBefore = pings(scene);

    const before = await ana.slash(scene.training, 'mydata delete');
    const asked = await ana.slash(scene.training, 'mydata delete');
    expect(asked).toMatchObject({ ephemeral: true });
    expect(textOf(asked)).toContain('It cannot be taken back');
    const done = await ana.click(messageOf(asked), 'Delete everything');
    expect(done.kind).toBe('update');
    expect(textOf(done)).toContain('with 2 check-ins, 2 sets and ');
    expect(textOf(done)).toContain('found nothing');
    expect(textOf(done)).toContain('posts that name you are being cleared');
    await scene.sandbox.settled();

    expect(keysIn(scene)).toEqual(['daily.2026-01-05', 'milestone.2.first-check-in']);
    const [cleared = ''] = textsIn(scene);
    expect(cleared).toContain(`<@${ben.id}>`);
    expect(cleared).not.toContain(ana.id);
    expect(cleared).toContain('Warm-up');
    expect(pings(scene)).toBe(pingsBefore);
    expect(await scene.store().clearings.open(scene.sandbox.clock.now(), 10)).toEqual([]);
    const told = scene.logged.filter(({ event }) => event === 'done');
    expect(told).toMatchObject([{ msg: 'somebody had all that was kept of them deleted', what: 'mydata-delete' }]);
    expect(JSON.stringify(told)).not.toContain(ana.id);

    expect(textOf(await ana.slash(scene.training, 'streak'))).toContain('You are not in the programme here');
    expect(textOf(await ana.slash(scene.training, 'mydata delete'))).toContain('I keep nothing of you');
    await ana.slash(scene.training, 'enroll', EVERYTHING);
    expect(textOf(await ana.slash(scene.training, 'mydata export'))).not.toContain('check-in,');
    // What was asked of what she had is not answered with what she has now.
    expect(textOf(await ana.click(messageOf(before), 'Delete everything'))).toContain('from an older message');
    expect(textOf(await ana.slash(scene.training, 'today'))).toContain('Week 1');
  });

  it('waits for Discord to take back what it shows, and keeps nothing for that', async () => {
    const { scene, ana, ben } = await aDayWithAnaAndBen();
    const left = await ben.slash(scene.training, 'leave');
    await ben.click(messageOf(left), 'End my plan');
    scene.sandbox.faults.next({ method: 'DELETE', times: 2 }, { status: 503 });
    const asked = await ana.slash(scene.training, 'mydata delete');
    expect(textOf(await ana.click(messageOf(asked), 'Delete everything'))).toContain('found nothing');
    await scene.sandbox.settled();
    expect(textsIn(scene).some((text) => text.includes(ana.id))).toBe(true);
    expect((await scene.store().myData.rows(scene.server.id, ana.id)).profile).toEqual([]);
    await scene.at('2026-01-05', '14:00');
    expect(textsIn(scene).some((text) => text.includes(ana.id))).toBe(false);
    expect(keysIn(scene)).toEqual(['daily.2026-01-05', 'milestone.2.first-check-in']);

    // Ben left the plan before he asks. Nobody is named any more, and the post is as useful as it was.
    const gone = await ben.slash(scene.training, 'mydata delete');
    expect(textOf(await ben.click(messageOf(gone), 'Delete everything'))).toContain('2 posts that name you');
    await scene.sandbox.settled();
    expect(textsIn(scene).join()).not.toContain('<@');
    expect(textsIn(scene).join()).toContain('shows your own version');
  });
});
