import { describe, expect, it } from 'vitest';
import { day } from '../../src/coach/day.ts';
import { tipFor } from '../../src/coach/rest-day.ts';
import type { Outcome } from '../../src/sandbox/interactions/outcome.ts';
import { loadContent } from '../../src/store/content.ts';
import { enrolled, messageOf, openScene, textOf } from '../support/scene.ts';

const content = loadContent();
const titleOf = (outcome: Outcome) => textOf(outcome).split('\n')[0]?.replace('## ', '');
const tipOn = (date: string) => tipFor(content, day(date)).title;

describe('/tip', () => {
  it('begins with the day’s tip and walks through all of them, in place', async () => {
    const scene = await openScene();
    const zoe = scene.server.member('Zoe');
    let shown = await zoe.slash(scene.training, 'tip');
    expect(shown).toMatchObject({ kind: 'message', ephemeral: true });
    expect(titleOf(shown)).toBe(tipOn('2026-01-05'));
    const card = messageOf(shown).id;
    const titles = new Set([titleOf(shown)]);
    for (let press = 1; press < content.tips.length; press++) {
      shown = await zoe.click(messageOf(shown), 'Another');
      expect(messageOf(shown).id).toBe(card);
      titles.add(titleOf(shown));
    }
    expect([...titles].sort()).toEqual(content.tips.map(({ title }) => title).sort());
    expect(titleOf(await zoe.click(messageOf(shown), 'Another'))).toBe(tipOn('2026-01-05'));
  });

  it('keeps to a topic that was asked for', async () => {
    const scene = await openScene();
    const zoe = scene.server.member('Zoe');
    const ofTopic = content.tips.filter(({ topic }) => topic === 'recovery').map(({ title }) => title);
    let shown = await zoe.slash(scene.training, 'tip', { topic: 'Rest and recovery' });
    const titles = [titleOf(shown)];
    for (let press = 1; press < ofTopic.length; press++) {
      shown = await zoe.click(messageOf(shown), 'Another');
      titles.push(titleOf(shown));
    }
    expect(titles.sort()).toEqual(ofTopic.sort());
    expect(textOf(shown)).toMatch(new RegExp(`-# Rest and recovery · \\d of ${ofTopic.length}`));
  });

  it('says where evidence differs from what the plan was made from', async () => {
    const scene = await openScene();
    const zoe = scene.server.member('Zoe');
    let shown = await zoe.slash(scene.training, 'tip', { topic: 'lifestyle' });
    for (let press = 0; press < 10 && titleOf(shown) !== 'Sleep'; press++) {
      shown = await zoe.click(messageOf(shown), 'Another');
    }
    expect(textOf(shown)).toContain('7–9 hours of sleep');
    expect(textOf(shown)).toContain('**Where this plan departs from its source:** The source says 7–8 hours.');
  });

  it('goes by Ana’s own day when she is in, and by UTC for who is not', async () => {
    const scene = await openScene({ opens: '2026-01-05 12:00' });
    const ana = await enrolled(scene, 'Ana', { zone: 'Pacific/Auckland' });
    const zoe = scene.server.member('Zoe');
    // 20:00 UTC on Monday is 09:00 on Tuesday in Auckland.
    await scene.at('2026-01-05', '20:00');
    expect(titleOf(await ana.slash(scene.training, 'tip'))).toBe(tipOn('2026-01-06'));
    expect(titleOf(await zoe.slash(scene.training, 'tip'))).toBe(tipOn('2026-01-05'));
  });
});

describe('/safety', () => {
  it('tells somebody who is not in the programme when to stop, when to get help and how much to drink', async () => {
    const scene = await openScene({ setUp: false });
    const card = await scene.server.member('Zoe').slash(scene.training, 'safety');
    expect(card).toMatchObject({ kind: 'message', ephemeral: true });
    for (const words of [
      'chest, jaw or arm',
      'fainting',
      'severe breathlessness',
      'cold sweat',
      'irregular heartbeat',
      'new weakness or numbness',
      'numbness around the saddle',
      'bladder or bowel',
      'weakness in a leg',
      '2.0 L a day for women and 2.5 L for men',
      'food gives 20–30%',
      'about 1.4 L in an hour',
      'See a doctor before you start',
      'no doctor',
    ])
      expect(textOf(card)).toContain(words);
  });
});
