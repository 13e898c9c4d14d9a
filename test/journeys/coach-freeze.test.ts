import { describe, expect, it } from 'vitest';
import { lastPost } from '../scheduler/support.ts';
import { enrolled, openScene, textOf } from '../support/scene.ts';

describe('/coach freeze', () => {
  it('makes days count for nobody: a missed session ends no streak, and the post says so', async () => {
    const scene = await openScene();
    const ana = await enrolled(scene, 'Ana');
    const freeze = (options = {}) => scene.admin.slash(scene.training, 'coach freeze', options);
    expect(textOf(await freeze())).toContain('There are none. `/coach freeze from:` adds some');
    const added = textOf(await freeze({ from: 'Wed', until: '2026-01-09' }));
    expect(added).toContain('**Wed 7 Jan to Fri 9 Jan count for nobody.**');
    expect(added).toContain('no streak ends, no freeze is used, nothing has to be made up');
    expect(added).toContain('- Wed 7 Jan to Fri 9 Jan');

    await scene.at('2026-01-05', '18:00');
    await ana.slash(scene.training, 'checkin workout');
    expect(lastPost(scene)).not.toContain('free day');
    await scene.at('2026-01-07', '08:00');
    expect(lastPost(scene)).toMatch(/^# Wed 7 Jan\n\*\*A free day for everybody\*\*, by your admin’s choice/);
    expect(textOf(await ana.slash(scene.training, 'today'))).toContain('A free day in this server');
    await scene.at('2026-01-12', '07:00');
    const streak = await scene.store().members.file(scene.server.id, ana.id);
    expect([...(streak?.frozenDays ?? [])]).toEqual(['2026-01-07', '2026-01-08', '2026-01-09']);
    expect(textOf(await ana.slash(scene.training, 'streak'))).toContain('1 session');
  });

  it('takes days back, but none that is too long ago', async () => {
    const scene = await openScene({ opens: '2026-01-12 12:00' });
    const freeze = (options = {}) => scene.admin.slash(scene.training, 'coach freeze', options);
    await freeze({ from: '2026-01-09', until: '2026-01-14' });
    await freeze({ from: '2026-01-20' });
    const offered = await scene.admin.autocomplete(scene.training, 'coach freeze', { remove: '' }, 'remove');
    expect(offered.kind === 'choices' && offered.choices.map(({ name }) => name)).toEqual([
      'Tue 20 Jan',
      'Fri 9 Jan to Wed 14 Jan',
    ]);
    expect(textOf(await freeze({ remove: '2026-01-20' }))).toContain('**Tue 20 Jan counts again.**');
    await scene.at('2026-01-13', '12:00');
    expect(textOf(await freeze({ remove: '2026-01-09' }))).toContain('**Sat 10 Jan to Wed 14 Jan count again.**');
    expect(textOf(await freeze())).toContain('\n- Fri 9 Jan\n');
    expect(textOf(await freeze({ remove: '2026-01-09' }))).toContain('days can be changed back to Sat 10 Jan');
    expect(textOf(await freeze({ remove: 'Christmas' }))).toContain('There are no such days.');
  });

  it('says what to do about days that cannot be', async () => {
    const scene = await openScene({ opens: '2026-01-12 12:00' });
    const freeze = async (options = {}) => textOf(await scene.admin.slash(scene.training, 'coach freeze', options));
    expect(await freeze({ from: '2026-01-08' })).toContain('days can be changed back to Fri 9 Jan');
    expect(await freeze({ from: '2026-01-14', until: '2026-01-13' })).toContain('Tue 13 Jan comes before Wed 14 Jan');
    expect(await freeze({ from: '2026-01-14', until: '2026-02-14' })).toContain('more than 31 days at once');
    expect(await freeze({ from: '2027-01-14' })).toContain('more than a year ahead');
    expect(await freeze({ until: '2026-01-14' })).toContain('Say with `from`');
    expect(await freeze({ from: 'someday' })).toContain('“someday”');
    expect(await scene.store().freezes.of(scene.server.id)).toEqual([]);
  });

  it('comes after the set-up, whose zone tells which day it is', async () => {
    const scene = await openScene({ setUp: false });
    const answer = await scene.admin.slash(scene.training, 'coach freeze', { from: 'today' });
    expect(textOf(answer)).toContain('I am not set up here yet.');
  });
});
