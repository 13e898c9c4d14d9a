import { describe, expect, it } from 'vitest';
import type { Move } from '../../src/coach/content.ts';
import { day } from '../../src/coach/day.ts';
import { moveNamed } from '../../src/coach/kit.ts';
import type { Loads } from '../../src/coach/load.ts';
import type { Exercise } from '../../src/coach/plan.ts';
import { type LineProgress, progressOf } from '../../src/coach/training/progress.ts';
import { swapsFor } from '../../src/coach/training/swaps.ts';
import type { TrainingPlan } from '../../src/coach/training/training.ts';
import { en } from '../../src/messages/en.ts';
import { otherForm } from '../../src/messages/render/other-set.ts';
import { hurtsCard, swapPlannedCard, swapThisCard, whichMoveCard } from '../../src/messages/render/swap.ts';
import { openSessionCard, trainingCard } from '../../src/messages/render/training.ts';
import { checkModal } from '../../src/sandbox/rules/modal.ts';
import { content, planned, shortened } from '../coach/training-plans.ts';
import { aimed, Cards, cardsOf, LINES, longSet, NOW, REF, SESSIONS, WHYS } from './training-views.ts';

describe('the cards of a guided session', () => {
  it('are taken by Discord and fit on two screens: every place of every session, at every level, in every week', () => {
    const cards = new Cards();
    for (const { planned, session } of SESSIONS) {
      const plan: TrainingPlan = { planned, session, size: 'full', held: false };
      for (const body of cardsOf(plan)) cards.add(body);
      for (const body of cardsOf(shortened(plan))) cards.add(body);
    }
    expect(cards.count).toBeGreaterThan(2_000);
    expect(cards.complaints()).toEqual([]);
  });

  it('are so for every move, with every reason for what it asks for, in either units', () => {
    const cards = new Cards();
    const { session } = planned();
    for (const line of LINES) {
      const { kitAny } = line.move;
      const isLoaded = kitAny.includes('dumbbells') || kitAny.includes('machine');
      for (const why of WHYS) {
        const also = isLoaded ? { load: 102_500 } : kitAny.includes('band') ? { band: 'yellow' } : {};
        const main = [aimed({ ...line, sets: 5 }, why, also), line];
        const plan: TrainingPlan = { ...planned(), session: { ...session, warmUp: [], coolDown: [], main } };
        const progress = progressOf(plan, []);
        for (const units of ['metric', 'imperial'] as const) {
          cards.add(trainingCard(en, { ref: REF, plan, progress, units, now: NOW }));
        }
      }
    }
    expect(cards.count).toBeGreaterThan(LINES.length * 50);
    expect(cards.complaints()).toEqual([]);
  });

  it('that swap a move are so for every move of every session, with all that may take its place', () => {
    const cards = new Cards();
    for (const { kit, session } of SESSIONS) {
      cards.add(whichMoveCard(en, session.main));
      for (const line of session.main) {
        const offered = swapsFor(content, line, { kit, session: session.main });
        cards.add(swapThisCard(en, REF, line, offered));
        cards.add(hurtsCard(en, REF, line.move, offered));
        cards.add(swapPlannedCard(en, line, offered));
      }
    }
    for (const { move } of LINES) {
      cards.add(swapThisCard(en, REF, { move, sets: 3, perSide: false }, []));
      cards.add(hurtsCard(en, REF, move, []));
    }
    expect(cards.count).toBeGreaterThan(100);
    expect(cards.complaints()).toEqual([]);
  });

  it('that asks about a session left open is so, with and without sets', () => {
    const cards = new Cards();
    for (const sets of [0, 1, 99]) cards.add(openSessionCard(en, { ref: REF, day: day('2026-09-30'), sets }));
    expect(cards.complaints()).toEqual([]);
  });
});

describe('the form for another set', () => {
  it('is taken by Discord for every move, in either units, whatever the set before was done with', () => {
    const forms = LINES.flatMap((line) =>
      (['metric', 'imperial'] as const).flatMap((units) => {
        const loads: Loads = {
          units,
          ladders: { dumbbells: { kind: 'step', step: 1_000 }, machine: { kind: 'step', step: 5_000 } },
          bands: content.programme.bands,
        };
        const done = [{ exercise: line, set: longSet(line, 1) }];
        const before: LineProgress = { exercise: line, done: [], behind: 0, isSetAside: false };
        return [before, { ...before, done, behind: 1 }].map((progress) => otherForm(en, REF, progress, loads));
      }),
    );
    expect(forms).toHaveLength(LINES.length * 4);
    expect(forms.flatMap((form) => checkModal(form))).toEqual([]);
  });

  it('fits the longest name that a move may have', () => {
    const [line] = LINES;
    const move: Move = { ...moveNamed(content, 'row'), name: 'N'.repeat(80) };
    const progress = { exercise: { ...(line as Exercise), move }, done: [], behind: 0, isSetAside: false };
    const loads: Loads = {
      units: 'metric',
      ladders: { dumbbells: { kind: 'step', step: 1_000 }, machine: { kind: 'step', step: 5_000 } },
      bands: content.programme.bands,
    };
    expect(checkModal(otherForm(en, REF, progress, loads))).toEqual([]);
  });
});
