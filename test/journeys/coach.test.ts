import { describe, expect, it } from 'vitest';
import coach from '../../src/commands/coach.ts';
import { textOf as textOfMessage } from '../../src/sandbox/world/content.ts';
import { enrolled, messageOf, openScene, postsIn, type Scene, textOf } from '../support/scene.ts';

type Run = (context: { readonly isAdmin: boolean }) => Promise<unknown>;

describe('/coach setup', () => {
  it('is for those who manage the server, by what Discord shows and by what the bot does', async () => {
    const scene = await openScene();
    const ana = scene.server.member('Ana');
    await expect(ana.slash(scene.training, 'coach status')).rejects.toThrow('Ana cannot');
    const manager = scene.server.role('manager', { permissions: ['ManageGuild'] });
    const mod = scene.server.member('Mod', { roles: [manager] });
    const panel = await mod.slash(scene.training, 'coach setup');
    const preview = await mod.slash(scene.training, 'coach preview');
    expect(textOf(panel)).toContain('Set up the coach');
    const goal = await mod.click(messageOf(panel), 'Show a weekly goal');
    const form = await mod.click(messageOf(goal), 'Zone and time');
    if (form.kind !== 'modal') throw new Error(textOf(form));

    manager.permissions();
    const refused = [
      await mod.click(messageOf(goal), 'Save'),
      await mod.submit(form.modal, { time: '06:00' }),
      await mod.click(messageOf(preview), 'Day after'),
    ];
    for (const answer of refused) expect(textOf(answer)).toContain('for people who have **Manage Server** here');
    expect((await scene.store().servers.settings(scene.server.id))?.weeklyGoal).toBe(false);
  });

  it('runs nothing of it for anybody else, whatever reaches the bot', async () => {
    const { actions, buttons, forms } = coach as unknown as Record<string, Record<string, { run: Run }>>;
    const all = [actions, buttons, forms].flatMap((listeners = {}) => Object.entries(listeners));
    expect(all.length).toBeGreaterThan(15);
    for (const [name, { run }] of all) {
      await expect(run({ isAdmin: false }), name).rejects.toMatchObject({ code: 'adminOnly' });
    }
  });

  it('needs the zone once, and then changes only what is said', async () => {
    const scene = await openScene({ setUp: false });
    const without = await scene.admin.slash(scene.training, 'coach setup', { time: '08:00' });
    expect(textOf(without)).toContain('Tell me the server’s time zone once');

    const first = await scene.admin.slash(scene.training, 'coach setup', { zone: 'Europe/Lisbon', water: 2 });
    expect(textOf(first)).toContain('I post every day at **07:30** (Europe/Lisbon)');
    expect(textOf(first)).toContain('Wind-down reminder: off.');
    expect(textOf(first)).toContain('Water reminders: 12:00 and 16:00.');
    expect(textOf(first)).toContain('Nobody is enrolled yet, so I stay quiet.');

    const second = await scene.admin.slash(scene.training, 'coach setup', { sleep: '21:30', time: '6:45' });
    expect(textOf(second)).toContain('**06:45** (Europe/Lisbon)');
    expect(textOf(second)).toContain('Wind-down reminder: 21:30.');
    expect(textOf(second)).toContain('Water reminders: 12:00 and 16:00.');

    const third = await scene.admin.slash(scene.training, 'coach setup', { sleep: 'off', water: 0 });
    expect(textOf(third)).toContain('Wind-down reminder: off.');
    expect(textOf(third)).toContain('Water reminders: off.');
  });

  it.each([
    [{ zone: 'Mars/Olympus' }, 'I do not know the time zone “Mars/Olympus”'],
    [{ time: '25:00' }, '“25:00” is not a time of day'],
    [{ sleep: 'late' }, '“late” is not a time of day'],
    [{ sleep: '23:15' }, 'Reminders keep quiet from 22:00 to 07:00, so 23:15 would never come.'],
  ])('says what to do about %o', async (wishes, answer) => {
    const scene = await openScene();
    expect(textOf(await scene.admin.slash(scene.training, 'coach setup', wishes))).toContain(answer);
  });

  it('names the permissions that a channel lacks, in Discord’s words, and changes nothing', async () => {
    const scene = await openScene();
    const hall = scene.server.channel('hall', { deny: [['bot', 'SendMessages', 'ReadMessageHistory']] });
    const refused = await scene.admin.slash(scene.training, 'coach setup', { channel: hall });
    expect(textOf(refused)).toContain('**Send Messages** and **Read Message History**');
    expect(textOf(refused)).toContain('Nothing was changed');
    const here = await scene.admin.slash(hall, 'coach setup', { channel: hall });
    expect(textOf(here)).toContain('**Send Messages** and **Read Message History**');
    expect(textOf(await scene.admin.slash(scene.training, 'coach status'))).toContain(
      `Posts in <#${scene.training.id}>`,
    );
    hall.permit({});
    expect(textOf(await scene.admin.slash(scene.training, 'coach setup', { channel: hall }))).toContain(
      `<#${hall.id}>`,
    );
  });

  it('moves the post to another channel and time, from the next one on', async () => {
    const scene = await openScene();
    await enrolled(scene, 'Ana');
    await scene.at('2026-01-05', '07:30');
    const hall = scene.server.channel('hall');
    await scene.admin.slash(scene.training, 'coach setup', { channel: hall, time: '18:00' });
    await scene.at('2026-01-06', '18:00');
    expect(postsIn(scene).length).toBe(1);
    // The same day’s post is not posted twice, though its new time came after it.
    expect(postsIn(scene, hall).map((post) => textOfMessage(post).split('\n')[0])).toEqual(['# Tue 6 Jan']);
  });
});

describe('/coach status', () => {
  it('brings the posts to where the admin runs it, when their channel was deleted', async () => {
    const scene = await openScene();
    await enrolled(scene, 'Ana');
    const hall = scene.server.channel('hall');
    scene.training.delete();
    const answer = textOf(await scene.admin.slash(hall, 'coach setup', { time: '08:00' }));
    expect(answer).toContain(`<#${hall.id}>`);
    await scene.at('2026-01-05', '08:00');
    expect(postsIn(scene, hall).map((post) => textOfMessage(post).split('\n')[0])).toEqual(['# Mon 5 Jan']);
  });

  it('tells an admin what to do before the first set-up', async () => {
    const scene = await openScene({ setUp: false });
    expect(textOf(await scene.admin.slash(scene.training, 'coach status'))).toContain('**Set up** takes a minute');
  });

  it('shows what was posted and what comes next', async () => {
    const scene = await openScene({ setup: { sleep: '21:30' } });
    await enrolled(scene, 'Ana');
    await scene.at('2026-01-05', '12:00');
    const status = textOf(await scene.admin.slash(scene.training, 'coach status'));
    const at = (iso: string) => Date.parse(iso) / 1000;
    expect(status).toContain('Enrolled: 1 member.');
    expect(status).toContain('Nothing needs mending.');
    expect(status).toContain(`- Daily post, <t:${at('2026-01-05T07:30:00Z')}:f>: posted`);
    expect(status).toContain(
      `- Wind-down <t:${at('2026-01-05T21:30:00Z')}:R>\n- Daily post <t:${at('2026-01-06T07:30:00Z')}:R>`,
    );
  });

  it('says what fails and how to mend it', async () => {
    const scene = await openScene();
    await enrolled(scene, 'Ana');
    scene.training.permit({ deny: [['bot', 'SendMessages']] });
    await scene.at('2026-01-05', '07:31');
    const status = textOf(await scene.admin.slash(scene.training, 'coach status'));
    expect(status).toContain('I may not write in the channel. Give me **Send Messages** there.');
    scene.training.permit({});
    await scene.at('2026-01-06', '07:30');
    expect(postsIn(scene).map((post) => textOfMessage(post).split('\n')[0])).toEqual(['# Tue 6 Jan']);
    expect(textOf(await scene.admin.slash(scene.training, 'coach status'))).toContain('Nothing needs mending.');
  });
});

async function savesAnew(scene: Scene): Promise<void> {
  const panel = await scene.admin.slash(scene.training, 'coach setup');
  await scene.admin.click(messageOf(panel), 'Save');
}

describe('a channel that was mended', () => {
  it('gets the day’s post as soon as the admin saves in /coach setup, and none that is too late', async () => {
    const scene = await openScene();
    await enrolled(scene, 'Ana');
    scene.training.permit({ deny: [['bot', 'SendMessages']] });
    await scene.at('2026-01-05', '09:00');
    expect(postsIn(scene)).toEqual([]);
    scene.training.permit({});
    await savesAnew(scene);
    expect(postsIn(scene).map((post) => textOfMessage(post).split('\n')[0])).toEqual(['# Mon 5 Jan']);

    scene.training.permit({ deny: [['bot', 'SendMessages']] });
    await scene.at('2026-01-06', '13:31');
    scene.training.permit({});
    await savesAnew(scene);
    expect(postsIn(scene).length).toBe(1);
  });
});

describe('/help', () => {
  it('fits one message and names every command', async () => {
    const scene = await openScene();
    const help = textOf(await scene.server.member('Ana').slash(scene.training, 'help'));
    for (const command of ['/enroll', '/today', '/checkin', '/streak', '/leave', '/coach setup'])
      expect(help).toContain(command);
  });
});
