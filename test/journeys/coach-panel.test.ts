import { describe, expect, it } from 'vitest';
import type { Actor } from '../../src/sandbox/actors/actor.ts';
import type { Outcome } from '../../src/sandbox/interactions/outcome.ts';
import { lastingScene } from '../scheduler/support.ts';
import { enrolled, messageOf, openScene, postsIn, type Scene, textOf } from '../support/scene.ts';

const opens = (scene: Scene, who: Actor = scene.admin) => who.slash(scene.training, 'coach setup');
const presses = (who: Actor, panel: Outcome, label: string) => who.click(messageOf(panel), label);

async function saysWhen(who: Actor, panel: Outcome, zone: string, time: string): Promise<Outcome> {
  const form = await presses(who, panel, 'Zone and time');
  if (form.kind !== 'modal') throw new Error(textOf(form));
  return who.submit(form.modal, { zone, time });
}

const settings = (scene: Scene) => scene.store().servers.settings(scene.server.id);

describe('/coach setup without options', () => {
  it('walks an admin through everything in one private message, and keeps nothing before Save', async () => {
    const scene = await openScene({ setUp: false });
    const { admin } = scene;
    const hall = scene.server.channel('hall');
    const first = await opens(scene);
    expect(textOf(first)).toContain('Until then nothing is kept and nothing is posted.');
    expect(textOf(first)).toContain(`One post a day in <#${scene.training.id}>, at **07:30**. In which time zone?`);
    expect(first.kind === 'message' && first.ephemeral).toBe(true);
    await expect(presses(admin, first, 'Save')).rejects.toThrow('it is disabled');

    let panel = await saysWhen(admin, first, 'Lisbon', '8:15');
    expect(panel.kind).toBe('update');
    expect(textOf(panel)).toContain('at **08:15** in Europe/Lisbon, where it is 07:00 now');
    panel = await admin.select(messageOf(panel), 'Post in…', hall);
    expect(textOf(panel)).toContain(`One post a day in <#${hall.id}>`);
    panel = await admin.select(messageOf(panel), 'Wind-down reminder…', 'Wind-down at 21:00');
    panel = await admin.select(messageOf(panel), 'Water reminders…', 'Water at 12:00 and 16:00');
    panel = await presses(admin, panel, 'Brief');
    expect(textOf(panel)).toContain('Posts: brief, the session alone.');
    panel = await presses(admin, panel, 'Show a weekly goal');
    expect(textOf(panel)).toContain('Shared weekly goal: on.');
    panel = await presses(admin, panel, 'Tell me by DM when posting fails');
    expect(textOf(panel)).toContain(`<@${admin.id}> gets a direct message.`);
    expect(await settings(scene)).toBeUndefined();

    const saved = await presses(admin, panel, 'Save');
    expect(saved.kind).toBe('update');
    expect(textOf(saved)).toContain(`**All set.** I post every day at **08:15** (Europe/Lisbon) in <#${hall.id}>.`);
    expect(await settings(scene)).toEqual({
      serverId: scene.server.id,
      channelId: hall.id,
      zone: 'Europe/Lisbon',
      postAt: '08:15',
      nudges: { sleep: ['21:00'], water: ['12:00', '16:00'] },
      tone: 'brief',
      weeklyGoal: true,
      alertUser: admin.id,
    });
    await enrolled(scene, 'Ana');
    await scene.at('2026-01-05', '08:15');
    expect(postsIn(scene, hall).length).toBe(1);
    expect(textOf(await presses(admin, saved, 'Status'))).toContain('How the coach is doing');
  });

  it('asks which zone is meant, says what it does not know, and forgets what is cancelled', async () => {
    const scene = await openScene();
    const { admin } = scene;
    const panel = await opens(scene);
    const asked = await saysWhen(admin, panel, 'new', '06:00');
    expect(textOf(asked)).toContain('“new” could be more than one. Which is it?');
    const chosen = await admin.select(messageOf(asked), 'Time zone…', 'America/New York (02:00 now)');
    expect(textOf(chosen)).toContain('at **06:00** in America/New_York, where it is 02:00 now');
    expect(textOf(chosen)).toContain('Not saved yet: time zone and time.');

    expect(textOf(await saysWhen(admin, chosen, 'Mars', '06:00'))).toContain('“Mars”');
    expect(textOf(await saysWhen(admin, chosen, 'Lisbon', '25:00'))).toContain('“25:00” is not a time of day');
    const back = await saysWhen(admin, chosen, 'Lisbon', '07:30');
    expect(textOf(back)).not.toContain('Not saved yet');
    expect(textOf(await presses(admin, chosen, 'Cancel'))).toContain('Nothing was changed.');
    expect(await settings(scene)).toMatchObject({ zone: 'Europe/Lisbon', postAt: '07:30' });
  });

  it('names what is missing and where to find it, as soon as a channel is picked and once more at Save', async () => {
    const scene = await openScene();
    const { admin } = scene;
    const hall = scene.server.channel('hall', { deny: [['bot', 'SendMessages', 'ReadMessageHistory']] });
    let panel = await admin.select(messageOf(await opens(scene)), 'Post in…', hall);
    const lack = `I cannot post in <#${hall.id}> yet: I lack **Send Messages** and **Read Message History** there.`;
    expect(textOf(panel)).toContain(`${lack} Open that channel’s **Edit Channel**, then **Permissions**`);
    panel = await presses(admin, panel, 'Save');
    expect(textOf(panel)).toContain(lack);
    expect((await settings(scene))?.channelId).toBe(scene.training.id);
    hall.permit({});
    expect(textOf(await presses(admin, panel, 'Save'))).toContain('**All set.**');
    expect((await settings(scene))?.channelId).toBe(hall.id);
  });

  it('outlives a restart, and leaves what another admin changed meanwhile as they left it', async () => {
    const scene = await lastingScene();
    const { admin } = scene;
    const mod = scene.server.member('Mod', { permissions: ['ManageGuild'] });
    const mine = await saysWhen(admin, await opens(scene), 'Lisbon', '06:15');
    const theirs = await presses(mod, await opens(scene, mod), 'Brief');
    await scene.stopBot();
    await scene.startBot();
    expect(textOf(await presses(mod, theirs, 'Save'))).toContain('Posts: brief');
    await mod.slash(scene.training, 'coach setup', { water: 1, goal: true, alerts: true });

    const looked = await presses(admin, mine, 'Tell me by DM when posting fails');
    expect(textOf(looked)).toContain('Posts: brief');
    expect(textOf(looked)).toContain('Not saved yet: time and alerts.');
    await presses(admin, looked, 'Save');
    expect(await settings(scene)).toMatchObject({
      postAt: '06:15',
      tone: 'brief',
      weeklyGoal: true,
      nudges: { sleep: [], water: ['14:00'] },
      alertUser: admin.id,
    });
    // Nobody is told by DM who only looked: the button turns one's own off.
    const off = await presses(admin, await opens(scene), 'No DM when posting fails');
    await presses(admin, off, 'Save');
    expect((await settings(scene))?.alertUser).toBeUndefined();
  });

  it('offers the channel that it is run in when the old one is gone', async () => {
    const scene = await openScene();
    const hall = scene.server.channel('hall');
    scene.training.delete();
    const panel = await scene.admin.slash(hall, 'coach setup');
    expect(textOf(panel)).toContain(`One post a day in <#${hall.id}>`);
    expect(textOf(panel)).toContain('The channel that I posted in is gone, so this one stands in.');
    expect(textOf(await scene.admin.slash(hall, 'coach status'))).toContain('The channel for the posts is gone');
    const corner = scene.server.channel('corner');
    const picked = await scene.admin.select(messageOf(panel), 'Post in…', corner);
    corner.delete();
    const refused = await presses(scene.admin, picked, 'Save');
    expect(textOf(refused)).toContain('⚠️ That channel is gone: pick another.');
    expect((await settings(scene))?.channelId).toBe(scene.training.id);
    await presses(scene.admin, await scene.admin.select(messageOf(refused), 'Post in…', hall), 'Save');
    expect((await settings(scene))?.channelId).toBe(hall.id);
  });
});
