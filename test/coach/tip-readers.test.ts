import { describe, expect, it } from 'vitest';
import type { Content } from '../../src/coach/content.ts';
import { addDays, day } from '../../src/coach/day.ts';
import { restDayFor, tipFor } from '../../src/coach/rest-day.ts';
import { loadContent } from '../../src/store/content.ts';

const content = loadContent();
const days = Array.from({ length: 60 }, (_, ahead) => addDays(day('2026-01-05'), ahead));
const HIDES = { hideBody: true };

describe('who hides tips about looks', () => {
  it('has the day’s tip of everybody, unless it is about looks; then another', () => {
    const about = days.filter((date) => tipFor(content, date).body === true);
    expect(about.length).toBeGreaterThan(0);
    for (const date of days) {
      const theirs = tipFor(content, date, HIDES);
      expect(theirs.body).not.toBe(true);
      expect(theirs === tipFor(content, date)).toBe(!about.includes(date));
    }
  });

  it('rests without them, too', () => {
    const tips = content.tips.map((tip, index) => ({ ...tip, body: tip.topic === 'recovery' && index % 2 === 0 }));
    const other: Content = { ...content, tips };
    const shown = (reader?: typeof HIDES) => days.map((date) => restDayFor(other, date, 1, 'base', reader).tip.body);
    expect(shown()).toContain(true);
    expect(shown(HIDES)).not.toContain(true);
  });
});
