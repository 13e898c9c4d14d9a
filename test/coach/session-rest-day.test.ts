import { describe, expect, it } from 'vitest';
import { day, daysFrom } from '../../src/coach/day.ts';
import { canDo } from '../../src/coach/kit.ts';
import { planOn } from '../../src/coach/programme.ts';
import { restDayFor, tipFor } from '../../src/coach/rest-day.ts';
import { loadContent } from '../../src/store/content.ts';
import { enrolled } from './plan-people.ts';

const content = loadContent();
const twelveWeeks = daysFrom(day('2026-01-05'), day('2026-03-29'));

describe('a rest day', () => {
  it('says the same to everybody, and something else the next day', () => {
    const tuesday = restDayFor(content, day('2026-01-06'), 1, 'base');
    expect(restDayFor(content, day('2026-01-06'), 1, 'base')).toEqual(tuesday);
    const wednesday = restDayFor(content, day('2026-01-07'), 1, 'base');
    expect(wednesday.idea.move.id).not.toBe(tuesday.idea.move.id);
    expect(wednesday.tip.id).not.toBe(tuesday.tip.id);
  });

  it('offers mobility that needs no kit, and a thought about recovery', () => {
    for (const date of twelveWeeks) {
      const { idea, tip } = restDayFor(content, date, 1, 'base');
      expect(canDo(idea.move, [])).toBe(true);
      expect(idea.move.role).toBe('mobility');
      expect(tip.topic).toBe('recovery');
    }
  });

  it('brings Ana, who trains on Monday, Wednesday and Friday, every idea and every thought in twelve weeks', () => {
    const rests = twelveWeeks
      .filter((date) => planOn(content.programme, enrolled(), date).kind === 'rest')
      .map((date) => restDayFor(content, date, 1, 'base'));
    expect(new Set(rests.map(({ idea }) => idea.move.id))).toEqual(new Set(content.programme.restDay));
    const recovery = content.tips.filter((tip) => tip.topic === 'recovery').map((tip) => tip.id);
    expect(new Set(rests.map(({ tip }) => tip.id))).toEqual(new Set(recovery));
  });
});

describe('the tip of the day', () => {
  it('comes in turn, so that as many Mondays as there are tips show them all', () => {
    const others = content.tips.filter((tip) => tip.topic !== 'recovery').map((tip) => tip.id);
    const year = daysFrom(day('2026-01-05'), day('2026-12-31'));
    const mondays = year.filter((_, index) => index % 7 === 0).slice(0, others.length);
    expect(new Set(mondays.map((date) => tipFor(content, date).id))).toEqual(new Set(others));
  });

  it('is never the tip of the rest day', () => {
    for (const date of twelveWeeks) {
      expect(tipFor(content, date).id).not.toBe(restDayFor(content, date, 1, 'base').tip.id);
    }
  });
});
