import { describe, expect, it } from 'vitest';
import { EVERYTHING, enrolled, messageOf, openScene, textOf } from '../support/scene.ts';

describe('/enroll', () => {
  it('asks in one form what Ana left out, and nothing that she said', async () => {
    const scene = await openScene();
    const ana = scene.server.member('Ana');
    const asked = await ana.slash(scene.training, 'enroll', {
      zone: 'Europe/Lisbon',
      level: 'gentle',
      days: 'mon, wed, fri',
    });
    if (asked.kind !== 'modal') throw new Error(`no form, but ${textOf(asked)}`);
    const ids = JSON.stringify(asked.modal.data);
    expect(ids).toContain('"kit"');
    expect(ids).toContain('"start"');
    expect(ids).not.toContain('"days"');
    expect(ids).toContain('heart disease or high blood pressure');

    const welcome = await ana.submit(asked.modal, {
      kit: ['mat', 'band'],
      start: 'monday',
      agreed: ['ready', 'share'],
    });
    expect(welcome).toMatchObject({ kind: 'message', ephemeral: true });
    expect(textOf(welcome)).toContain('Week 1 begins on **Mon 12 Jan**. You train on Mon, Wed and Fri.');

    const before = await ana.slash(scene.training, 'today');
    expect(textOf(before)).toContain('Your plan begins on **Mon 12 Jan**');
  });

  it('asks the days, kit and start of somebody who only says where they are', async () => {
    const scene = await openScene();
    const ben = scene.server.member('Ben');
    const asked = await ben.slash(scene.training, 'enroll', { zone: 'America/Sao_Paulo', level: 'strong' });
    if (asked.kind !== 'modal') throw new Error(`no form, but ${textOf(asked)}`);
    const welcome = await ben.submit(asked.modal, {
      days: ['1', '2', '4', '6'],
      kit: [],
      start: 'today',
      agreed: ['ready'],
    });
    // At 07:00 in Lisbon it is four in the night in São Paulo, and a day ends at three.
    expect(textOf(welcome)).toContain('Week 1 begins on **Mon 5 Jan**. You train on Mon, Tue, Thu and Sat.');
    const today = await ben.click(messageOf(welcome), 'My workout');
    expect(textOf(today)).toContain('in place of Bent-over dumbbell row');
  });

  it('does not enrol Ana before she has confirmed the readiness questions', async () => {
    const scene = await openScene();
    const ana = scene.server.member('Ana');
    const refused = await ana.slash(scene.training, 'enroll', { ...EVERYTHING, ready: false });
    expect(textOf(refused)).toContain('once you have confirmed the readiness questions');
    const asked = await ana.slash(scene.training, 'enroll', { zone: 'Europe/Lisbon', level: 'gentle' });
    if (asked.kind !== 'modal') throw new Error(`no form, but ${textOf(asked)}`);
    const shareAlone = await ana.submit(asked.modal, {
      days: ['1', '3', '5'],
      kit: [],
      start: 'today',
      agreed: ['share'],
    });
    expect(textOf(shareAlone)).toContain('once you have confirmed the readiness questions');
    expect(textOf(await ana.slash(scene.training, 'today'))).toContain('You are not in the programme here.');
  });

  it('offers zones by the city that Ana types, with the time there', async () => {
    const scene = await openScene();
    const ana = scene.server.member('Ana');
    const offered = await ana.autocomplete(scene.training, 'enroll', { zone: 'lisb' }, 'zone');
    expect(offered).toMatchObject({
      kind: 'choices',
      choices: [{ name: 'Europe/Lisbon (07:00 now)', value: 'Europe/Lisbon' }],
    });
    const spaced = await ana.autocomplete(scene.training, 'enroll', { zone: 'sao pau' }, 'zone');
    expect(spaced).toMatchObject({ choices: [{ value: 'America/Sao_Paulo' }] });
    const accented = await ana.autocomplete(scene.training, 'enroll', { zone: 'São Pau' }, 'zone');
    expect(accented).toEqual({ ...spaced, took: accented.took });
    const all = await ana.autocomplete(scene.training, 'enroll', { zone: '' }, 'zone');
    expect(all.kind === 'choices' && all.choices.length).toBe(25);
  });

  it.each([
    [{ zone: 'Atlantis/Poseidonis' }, 'I do not know the time zone “Atlantis/Poseidonis”'],
    [{ days: 'Mon Tue' }, 'I could not read training days from “Mon Tue”'],
    [{ days: 'every day' }, 'Name three to five different weekdays'],
    [{ kit: 'mat, trampoline' }, 'I could not read “mat, trampoline” as kit'],
  ])('says what to do about %o', async (said, answer) => {
    const scene = await openScene();
    const ana = scene.server.member('Ana');
    const refused = await ana.slash(scene.training, 'enroll', { ...EVERYTHING, ...said });
    expect(textOf(refused)).toContain(answer);
    expect(refused).toMatchObject({ ephemeral: true });
  });

  it('tells somebody who is in already since when, and how to begin again', async () => {
    const scene = await openScene();
    const ana = await enrolled(scene, 'Ana');
    await scene.at('2026-01-07', '12:00');
    const again = await ana.slash(scene.training, 'enroll', EVERYTHING);
    expect(textOf(again)).toContain('You are already in, since Mon 5 Jan.');
  });

  it('takes Ana back after she left, from week 1, with the new plan’s streak', async () => {
    const scene = await openScene();
    const ana = await enrolled(scene, 'Ana');
    await ana.slash(scene.training, 'checkin workout');
    const ask = await ana.slash(scene.training, 'leave');
    const left = await ana.click(messageOf(ask), 'End my plan');
    expect(textOf(left)).toContain('What you did stays done.');
    expect(textOf(await ana.slash(scene.training, 'today'))).toContain('You are not in the programme here.');
    await scene.at('2026-01-12', '06:00');
    await ana.slash(scene.training, 'enroll', EVERYTHING);
    expect(textOf(await ana.slash(scene.training, 'today'))).toContain('Week 1 · Base');
    expect(textOf(await ana.slash(scene.training, 'streak'))).toContain('Streak: 0 sessions');
  });

  it('keeps Ana in when she thinks better of leaving', async () => {
    const scene = await openScene();
    const ana = await enrolled(scene, 'Ana');
    const ask = await ana.slash(scene.training, 'leave');
    expect(textOf(await ana.click(messageOf(ask), 'Stay'))).toContain('Nothing changed');
    expect(textOf(await ana.slash(scene.training, 'today'))).toContain('Week 1 · Base');
  });

  it('tells a gentle member with five days when the fifth one joins', async () => {
    const scene = await openScene();
    const ana = scene.server.member('Ana');
    const said = { ...EVERYTHING, level: 'gentle', days: 'Mon Tue Wed Thu Fri' };
    expect(textOf(await ana.slash(scene.training, 'enroll', said))).toContain('The fifth day joins in week 5');
  });

  it('lets Ana enrol in a server without a daily post, and says so', async () => {
    const scene = await openScene({ setUp: false });
    const ana = scene.server.member('Ana');
    const welcome = await ana.slash(scene.training, 'enroll', EVERYTHING);
    expect(textOf(welcome)).toContain('An admin can turn it on with `/coach setup`');
  });
});
