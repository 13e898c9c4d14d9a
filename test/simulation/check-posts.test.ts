import { describe, expect, it } from 'vitest';
import { checkPosts, type FoundPost } from '../../src/simulation/check-posts.ts';
import { wantedPosts } from '../../src/simulation/wanted-posts.ts';

const utc = (text: string) => Date.parse(`${text}Z`);
const LISBON = 'Europe/Lisbon';

/** The daily posts of a week, around the night in which Lisbon’s clocks go forward. */
const wanted = wantedPosts(
  {
    zone: LISBON,
    setUpAt: utc('2026-03-20T12:00'),
    postAt: '07:30',
    waterAt: [],
    people: [{ enrolledAt: utc('2026-03-20T13:00'), startsOn: '2026-03-26', endsOn: '2026-06-18', notes: [] }],
  },
  utc('2026-04-01T12:00'),
);
const asWanted = wanted.map(({ key, at }): FoundPost => ({ key, at }));
const without = (key: string) => asWanted.filter((post) => post.key !== key);

describe('the check of the posts', () => {
  it('finds nothing when each post came once and at its time', () => {
    expect(checkPosts(wanted, asWanted, [], LISBON)).toEqual({ wanted: 7, onTime: 7, excused: [], differences: [] });
  });

  it('finds the post that somebody took out of the channel', () => {
    const check = checkPosts(wanted, without('daily.2026-03-28'), [], LISBON);
    expect(check.differences).toEqual(['daily.2026-03-28 is missing; it was due 2026-03-28 07:30']);
  });

  it('finds the post that came twice', () => {
    const again = { key: 'daily.2026-03-28', at: utc('2026-03-28T07:31') };
    const check = checkPosts(wanted, [...asWanted, again], [], LISBON);
    expect(check.differences).toEqual(['daily.2026-03-28 came 2 times: 2026-03-28 07:30, 2026-03-28 07:31']);
  });

  it('finds the post that came by winter time on the first day of summer time', () => {
    const late = { key: 'daily.2026-03-29', at: utc('2026-03-29T07:30') };
    const check = checkPosts(wanted, [...without('daily.2026-03-29'), late], [], LISBON);
    expect(check.differences).toEqual(['daily.2026-03-29 came at 2026-03-29 08:30; it was due 2026-03-29 07:30']);
  });

  it('finds the post of a day on which nobody was in the plan', () => {
    const early = { key: 'daily.2026-03-25', at: utc('2026-03-25T07:30') };
    const check = checkPosts(wanted, [early, ...asWanted], [], LISBON);
    expect(check.differences).toEqual(['daily.2026-03-25 came at 2026-03-25 07:30, and nobody was there for it']);
  });

  const down = { from: utc('2026-03-30T06:00'), to: utc('2026-03-30T07:10'), why: 'the bot was down' };
  const at = (time: string) => [
    ...without('daily.2026-03-30'),
    { key: 'daily.2026-03-30', at: utc(`2026-03-30T${time}`) },
  ];

  it('excuses a post that comes when the bot is up again, and says why it is late', () => {
    const check = checkPosts(wanted, at('07:10'), [down], LISBON);
    expect(check).toMatchObject({ onTime: 6, differences: [] });
    expect(check.excused).toEqual(['daily.2026-03-30 came 40 min late, at 2026-03-30 08:10: the bot was down']);
  });

  it('does not excuse one that takes its time even then, or that does not come at all', () => {
    expect(checkPosts(wanted, at('08:30'), [down], LISBON).differences).toHaveLength(1);
    expect(checkPosts(wanted, without('daily.2026-03-30'), [down], LISBON).differences).toHaveLength(1);
  });

  it('excuses one that is left out when the bot was down for longer than it is worth sending', () => {
    const forHours = { ...down, to: utc('2026-03-30T13:00') };
    const check = checkPosts(wanted, without('daily.2026-03-30'), [forHours], LISBON);
    expect(check.differences).toEqual([]);
    expect(check.excused).toEqual(['daily.2026-03-30, due 2026-03-30 07:30, was left out: the bot was down']);
  });
});
