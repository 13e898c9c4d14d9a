import { describe, expect, it } from 'vitest';
import { KITS, LEVELS } from '../../src/coach/content.ts';
import { day, zone } from '../../src/coach/day.ts';
import { NOTICES } from '../../src/coach/member.ts';
import { ANA, BEN, LISBON, OSLO } from './people.ts';
import { anaEnrols, at, opened, SETTINGS, workout } from './world.ts';

describe('a member', () => {
  it('enrols in a server that nothing was known of, and is found with all that was chosen', async () => {
    const store = await opened();
    const file = await anaEnrols(store, { kit: ['rope', 'mat'], trainingDays: [2, 4, 6, 7], notice: 'mention' });

    expect(file).toEqual({
      member: {
        id: file.member.id,
        serverId: LISBON,
        userId: ANA,
        clock: { zone: 'Europe/Lisbon', dayEndsAt: 3 },
        kit: ['mat', 'rope'],
        notice: 'mention',
        shareMilestones: false,
      },
      enrolment: {
        id: file.enrolment.id,
        startsOn: '2026-01-05',
        terms: [{ fromDay: '2026-01-05', level: 'standard', trainingDays: [2, 4, 6, 7] }],
        pauses: [],
        repeats: [],
      },
      workouts: [],
    });
    expect(await store.members.file(LISBON, ANA)).toEqual(file);
    expect(await store.members.fileOf(file.member.id)).toEqual(file);
    expect(await store.servers.present()).toEqual([LISBON]);
  });

  it('is unknown elsewhere, and so is somebody who never enrolled', async () => {
    const store = await opened();
    await anaEnrols(store);
    expect(await store.members.file(OSLO, ANA)).toBeUndefined();
    expect(await store.members.file(LISBON, BEN)).toBeUndefined();
    expect(await store.members.fileOf(4711)).toBeUndefined();
  });

  it('may choose everything that the coach offers', async () => {
    const store = await opened();
    for (const level of LEVELS) {
      for (const notice of NOTICES) {
        const file = await anaEnrols(store, { level, notice, kit: KITS });
        expect(file.enrolment.terms[0]?.level).toBe(level);
        expect(file.member.notice).toBe(notice);
        expect(file.member.kit).toEqual(KITS);
      }
    }
  });

  it('is two members in two servers', async () => {
    const store = await opened();
    const lisbon = await anaEnrols(store);
    const oslo = await anaEnrols(store, { serverId: OSLO, level: 'gentle' });
    expect(oslo.member.id).not.toBe(lisbon.member.id);
    expect((await store.members.file(LISBON, ANA))?.enrolment.terms[0]?.level).toBe('standard');
  });

  it('who enrols again begins anew with the history kept', async () => {
    const store = await opened();
    const first = await anaEnrols(store, { shareMilestones: true });
    await store.checkIns.add(workout(first.member.id));
    const second = await anaEnrols(store, {
      startsOn: day('2026-02-02'),
      level: 'gentle',
      kit: [],
      now: at('2026-02-01T18:00'),
    });

    expect(second.member.id).toBe(first.member.id);
    expect(second.enrolment.id).not.toBe(first.enrolment.id);
    expect(second.enrolment.terms).toEqual([{ fromDay: '2026-02-02', level: 'gentle', trainingDays: [1, 3, 5] }]);
    expect(second.member.kit).toEqual([]);
    expect(second.member.shareMilestones).toBe(true);
    expect(second.workouts.map((done) => done.day)).toEqual(['2026-01-05']);
    expect(await store.members.countEnrolled(LISBON)).toBe(1);
  });

  it('who moved keeps the clock from before beside the new one, until the next move', async () => {
    const store = await opened();
    await anaEnrols(store);
    const movedAt = at('2026-02-01T18:00');
    const moved = await anaEnrols(store, { zone: zone('Asia/Tokyo'), now: movedAt });
    const clock = {
      zone: 'Asia/Tokyo',
      dayEndsAt: 3,
      previous: { zone: 'Europe/Lisbon', dayEndsAt: 3, changedAt: movedAt },
    };
    expect(moved.member.clock).toEqual(clock);

    const stayed = await anaEnrols(store, { zone: zone('Asia/Tokyo'), now: at('2026-03-01T18:00') });
    expect(stayed.member.clock).toEqual(clock);
  });

  it('who left is no longer enrolled, and may come back to the history', async () => {
    const store = await opened();
    const { member } = await anaEnrols(store);
    await store.checkIns.add(workout(member.id));

    expect(await store.members.leave(member.id, day('2026-01-20'))).toBe(true);
    expect(await store.members.leave(member.id, day('2026-01-21'))).toBe(false);
    expect(await store.members.file(LISBON, ANA)).toBeUndefined();
    expect(await store.members.countEnrolled(LISBON)).toBe(0);
    expect(await store.checkIns.workouts(member.id)).toHaveLength(1);

    const back = await anaEnrols(store, { startsOn: day('2026-03-02'), now: at('2026-03-01T18:00') });
    expect(back.member.id).toBe(member.id);
    expect(back.workouts).toHaveLength(1);
  });

  it('may leave before the first day has come', async () => {
    const store = await opened();
    const { member } = await anaEnrols(store, { startsOn: day('2026-01-12') });
    expect(await store.members.leave(member.id, day('2026-01-06'))).toBe(true);
  });

  it('cannot be given two training days or all seven', async () => {
    const store = await opened();
    await expect(anaEnrols(store, { trainingDays: [1, 4] })).rejects.toThrow(/CHECK/);
    await expect(anaEnrols(store, { trainingDays: [1, 2, 3, 4, 5, 6, 7] })).rejects.toThrow(/CHECK/);
    expect(await store.members.file(LISBON, ANA)).toBeUndefined();
  });
});

describe('those who are enrolled in a server', () => {
  it('are all there, each with their own kit and terms, and nobody from elsewhere', async () => {
    const store = await opened();
    await store.servers.saveSettings(SETTINGS, []);
    const ana = await anaEnrols(store);
    const ben = await anaEnrols(store, { userId: BEN, kit: ['band'], trainingDays: [2, 4, 6], level: 'strong' });
    await anaEnrols(store, { serverId: OSLO });
    const gone = await anaEnrols(store, { userId: '2200000000000000003' });
    await store.members.leave(gone.member.id, day('2026-01-06'));

    const withoutWorkouts = [ana, ben].map(({ member, enrolment }) => ({ member, enrolment }));
    expect(await store.members.enrolled(LISBON)).toEqual(withoutWorkouts);
    expect(await store.members.countEnrolled(LISBON)).toBe(2);
  });

  it('are nobody where nobody enrolled', async () => {
    const store = await opened();
    expect(await store.members.enrolled(LISBON)).toEqual([]);
    expect(await store.members.countEnrolled(LISBON)).toBe(0);
  });
});
