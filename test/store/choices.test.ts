import { describe, expect, it } from 'vitest';
import { changeClock } from '../../src/coach/clock.ts';
import { day, zone } from '../../src/coach/day.ts';
import { BEN } from './people.ts';
import { anaEnrols, at, opened } from './world.ts';

describe('what a member chooses anew', () => {
  it('adds terms from a day on, in the place of those that were to begin then or later, and of nobody else’s', async () => {
    const store = await opened();
    const { member, enrolment } = await anaEnrols(store);
    const ben = await anaEnrols(store, { userId: BEN });
    const termsNow = async () => (await store.members.fileOf(member.id))?.enrolment.terms;
    const first = enrolment.terms[0];

    const four = { fromDay: day('2026-01-12'), level: 'standard', trainingDays: [1, 2, 4, 6] } as const;
    await store.choices.setTerms(enrolment.id, four);
    const strong = { ...four, fromDay: day('2026-01-13'), level: 'strong' } as const;
    await store.choices.setTerms(enrolment.id, strong);
    expect((await store.members.fileOf(ben.member.id))?.enrolment.terms).toEqual(ben.enrolment.terms);
    expect(await termsNow()).toEqual([first, four, strong]);

    const earlier = { ...four, level: 'gentle' } as const;
    await store.choices.setTerms(enrolment.id, earlier);
    expect(await termsNow()).toEqual([first, earlier]);
  });

  it('keeps the clock as it is given, with and without the one before', async () => {
    const store = await opened();
    const { member } = await anaEnrols(store);
    const clockOf = async () => (await store.members.fileOf(member.id))?.member.clock;
    const moved = changeClock(member.clock, { zone: zone('Asia/Tokyo'), dayEndsAt: 4 }, at('2026-01-05T20:00'));
    await store.choices.setClock(member.id, moved);
    expect(await clockOf()).toEqual(moved);
    await store.choices.setClock(member.id, { zone: zone('Asia/Tokyo'), dayEndsAt: 4 });
    expect(await clockOf()).toEqual({ zone: 'Asia/Tokyo', dayEndsAt: 4 });
  });

  it('keeps kit, notice and privacy, each by itself', async () => {
    const store = await opened();
    const { member } = await anaEnrols(store);
    const found = async () => (await store.members.fileOf(member.id))?.member;
    await store.choices.setKit(member.id, ['rope', 'band', 'rope']);
    await store.choices.setNotice(member.id, 'dm');
    expect(await found()).toEqual({ ...member, kit: ['band', 'rope'], notice: 'dm' });
    await store.choices.setKit(member.id, []);
    await store.choices.setPrivacy(member.id, { hideBody: true });
    await store.choices.setPrivacy(member.id, { onLeaderboard: true });
    expect(await found()).toEqual({ ...member, kit: [], notice: 'dm', hideBody: true, onLeaderboard: true });
    await store.choices.setPrivacy(member.id, { hideBody: false, onLeaderboard: false, shareMilestones: true });
    expect(await found()).toEqual({ ...member, kit: [], notice: 'dm', shareMilestones: true });
  });
});
