import { describe, expect, it } from 'vitest';
import { enrolled, messageOf, openScene, textOf } from '../support/scene.ts';

describe('/programme', () => {
  it('shows Ana the twelve weeks on her own days, and the week that she is in', async () => {
    const scene = await openScene();
    const ana = await enrolled(scene, 'Ana');
    await scene.at('2026-01-21', '09:00');
    const card = await ana.slash(scene.training, 'programme');
    expect(card).toMatchObject({ kind: 'message', ephemeral: true });
    expect(textOf(card)).toContain('## Twelve weeks to a stronger back');
    for (const line of [
      '**Base** · stop each set with 3–4 left in you',
      '- **Week 1** · Mon 5 Jan to Fri 9 Jan · 2 sets',
      '- **Week 3 · you are here** · Mon 19 Jan to Fri 23 Jan · 2 sets · 1 circuit of 2 rounds',
      '**Lighter** · stop each set with 4 or more left in you',
      '- **Week 5** · Mon 2 Feb to Fri 6 Feb · about half the sets',
      '- **Week 12** · Mon 23 Mar to Fri 27 Mar · 3 sets · 2 circuits of 3 rounds · retest',
    ])
      expect(textOf(card).split('\n')).toContain(line);
  });

  it('walks through the weeks in place', async () => {
    const scene = await openScene();
    const ana = await enrolled(scene, 'Ana');
    const card = messageOf(await ana.slash(scene.training, 'programme'));
    const week = await ana.select(card, 'A week in detail…', 'Week 11 · Consolidate');
    expect(messageOf(week).id).toBe(card.id);
    expect(textOf(week)).toContain('## Week 11 · Consolidate\nMon 16 Mar to Fri 20 Mar');
    const last = await ana.click(card, 'Week 12 →');
    expect(textOf(last)).toContain('Retest: note your best clean sets');
    expect(textOf(last)).not.toContain('Week 13');
    expect(textOf(await ana.click(card, '← Week 11'))).toContain('## Week 11');
    expect(textOf(await ana.click(card, 'All weeks'))).toContain('- **Week 1 · you are here**');
    const first = await ana.select(card, 'A week in detail…', '1');
    expect(textOf(first)).toContain('## Week 1 · Base');
    expect(textOf(first)).not.toContain('←');
    expect(messageOf(first).id).toBe(card.id);
  });

  it('shows a week as Ana will meet it: her kit, her level, and her loads as they stand now', async () => {
    const scene = await openScene();
    const ana = await enrolled(scene, 'Ana', { level: 'gentle', kit: 'dumbbells' });
    await ana.slash(scene.training, 'checkin workout', { sets: 'row 2x15@10; squat 2x12', effort: '3-4' });
    const week = await ana.slash(scene.training, 'programme', { week: 1 });
    const lines = textOf(week).split('\n');
    expect(lines).toContain('**Mon 5 Jan · Session A** · done');
    expect(lines).toContain('- **Bent-over dumbbell row** 2 × 15 at 10 kg each');
    expect(lines).toContain('**Wed 7 Jan · Session B** · about 20 minutes');
    expect(textOf(week)).toContain('-# Towel pulldown 2 × 10–12, hold 1–2 s, easier; Hip hinge at the wall 2 × 10–15');
    expect(textOf(week)).toContain('-# Bent-over dumbbell row 2 × 12–15, 11 kg each, easier;');
    expect(textOf(week)).toContain('What is still to come is as it stands now');

    const friday = await ana.select(messageOf(week), 'Another session in full…', 'Fri 9 Jan · Session A');
    expect(messageOf(friday).id).toBe(messageOf(week).id);
    expect(textOf(friday)).toContain('- **Bent-over dumbbell row** 2 × 12–15, aim for 12 · 11 kg each');
    expect(textOf(friday)).toContain('10 kg each → 11 kg each.');
    expect(textOf(friday)).toContain('-# Bent-over dumbbell row 2 × 15 at 10 kg each; Squat 2 × 12');
  });

  it('tells the circuit with its rounds, and the light day after it', async () => {
    const scene = await openScene();
    const ana = await enrolled(scene, 'Ana', { days: 'Mon Tue Wed Fri Sat' });
    const week = await ana.slash(scene.training, 'programme', { week: 10 });
    expect(textOf(week)).toContain('Mon 9 Mar to Sat 14 Mar · 3 sets · 2 circuits of 3 rounds');
    expect(textOf(week)).toMatch(/\*\*Tue 10 Mar · Session B\*\* · about \d+ minutes\n.*; circuit of 3 rounds/);
    expect(textOf(week)).toContain('**Wed 11 Mar · Cardio day** · light · about');
    const tuesday = await ana.select(messageOf(week), 'Another session in full…', 'Tue 10 Mar · Session B');
    expect(textOf(tuesday)).toContain('**Circuit: 3 rounds, 60 s rest between rounds**\n- Jump rope 30 s, ');
    const light = await ana.select(messageOf(week), 'Another session in full…', 'Wed 11 Mar · Cardio day');
    expect(textOf(light)).toContain('-# Light, as the circuit is the day before: stop with 4 or more left.');
  });

  it('shows a swap for good in every week, and one for today on its day alone', async () => {
    const scene = await openScene();
    const ana = await enrolled(scene, 'Ana');
    const today = messageOf(await ana.slash(scene.training, 'today'));
    await ana.click(today, 'Swap a move');
    await ana.select(today, 'The move to swap', 'Bent-over dumbbell row');
    await ana.select(today, 'From now on…', 'Band row');
    await ana.click(today, 'Swap a move');
    await ana.select(today, 'The move to swap', 'Squat');
    await ana.select(today, 'Just today…', 'Sit to stand');
    const week = textOf(await ana.slash(scene.training, 'programme', { week: 1 }));
    expect(week).toContain('- **Sit to stand** 2 × 8–12, aim for 8 (in place of Squat)');
    expect(week).toContain('-# Band row 2 × 12–15; Squat 2 × 10–15');
    expect(textOf(await ana.slash(scene.training, 'programme', { week: 12 }))).toContain('Band row 3 × 12–15');
  });

  it('tells of a week that is repeated after an absence, on its new days', async () => {
    const scene = await openScene();
    const ana = await enrolled(scene, 'Ana');
    await ana.slash(scene.training, 'checkin workout', { effort: '3-4' });
    await scene.at('2026-01-07', '18:00');
    await ana.slash(scene.training, 'checkin workout', { effort: '3-4' });
    await scene.at('2026-01-26', '09:00');
    await ana.slash(scene.training, 'today');
    const card = await ana.slash(scene.training, 'programme');
    expect(textOf(card)).toContain('- **Week 1 · you are here** · again Mon 26 Jan to Fri 30 Jan · 2 sets');
    expect(textOf(card)).toContain('- **Week 2** · again Mon 2 Feb to Fri 6 Feb · 2 sets');
    const week = textOf(await ana.select(messageOf(card), 'A week in detail…', '1'));
    expect(week).toContain('Before your plan went back: Mon 5 Jan done, Wed 7 Jan done and Fri 9 Jan not done.');
    expect(week).toContain('**Mon 26 Jan · Session A** · today · about');
  });

  it('is as written, without days, for somebody who is not in the plan', async () => {
    const scene = await openScene({ setUp: false });
    const zoe = scene.server.member('Zoe');
    const card = await zoe.slash(scene.training, 'programme');
    expect(textOf(card)).toContain('the standard level, all kit, 3 days a week. `/enroll` makes it yours.');
    expect(textOf(card)).toContain('\n- **Week 1** · 2 sets\n');
    const week = await zoe.select(messageOf(card), 'A week in detail…', '6');
    expect(textOf(week)).toContain('- **Lat pulldown** 3 × 10–12\n');
    expect(textOf(week)).toContain('**2 · Session A** · about 35 minutes\n-# Bent-over dumbbell row 3 × 12–15;');
    for (const text of [textOf(card), textOf(week)]) expect(text).not.toMatch(/you are here|Jan|Feb|done|as it stands/);
  });

  it('says that it is still to begin, and that it is over', async () => {
    const scene = await openScene();
    const ana = await enrolled(scene, 'Ana', { start: 'monday' });
    const before = textOf(await ana.slash(scene.training, 'programme'));
    expect(before).toContain('Your plan begins on **Mon 12 Jan**.');
    expect(before).not.toContain('you are here');
    await scene.at('2026-04-10', '09:00');
    const after = textOf(await ana.slash(scene.training, 'programme'));
    expect(after).toContain('All twelve weeks are behind you.');
    expect(textOf(await ana.slash(scene.training, 'programme', { week: 12 }))).toContain('· not done');
  });
});
