import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findMove, searchMoves } from '../../src/coach/notation/move-search.ts';
import { loadContent } from '../../src/store/content.ts';

const { moves } = loadContent();
const SESSION_A = ['row', 'squat', 'push-up', 'reverse-fly', 'bird-dog', 'jump-rope'];
const WITH_BANDS = ['band-row', 'squat', 'push-up', 'band-pull-apart', 'standing-bird-dog', 'high-knees'];

const search = (typed: string, prefer: readonly string[] = []) =>
  searchMoves(moves, typed, { prefer }).map((move) => move.id);

/** The id that a name means, or the ids that it might mean. */
function meaning(typed: string, prefer: readonly string[] = []): string | string[] {
  const found = findMove(moves, typed, prefer);
  return 'move' in found ? found.move.id : found.candidates.map((move) => move.id);
}

describe('the search for a move', () => {
  it.each([
    ['row', ['row', 'band-row', 'towel-row']],
    ['ROWS', ['row', 'band-row', 'towel-row']],
    ['band row', ['band-row']],
    ['row band', ['band-row']],
    ['pushup', ['push-up', 'wall-push-up']],
    ['push ups', ['push-up', 'wall-push-up']],
    ['fly', ['reverse-fly']],
    ['flies', ['reverse-fly']],
    ['Réverse Flý', ['reverse-fly']],
    ['pull down', ['band-pulldown', 'lat-pulldown', 'towel-pulldown']],
    ['child’s', ['childs-pose']],
    ['bird', ['bird-dog', 'standing-bird-dog']],
    ['machine', ['lat-pulldown']],
    ['hamstrings', ['hamstring-stretch', 'glute-bridge', 'hip-hinge']],
  ])('finds for "%s" %j', (typed, ids) => {
    expect(search(typed)).toEqual(ids);
  });

  it.each([
    ['squta', 'squat'],
    ['pulldwon', 'lat-pulldown'],
    ['bridgee', 'glute-bridge'],
    ['revers', 'reverse-fly'],
    ['dumbell', 'row'],
    ['rhomboids', 'row'],
    ['jumpp rope', 'jump-rope'],
  ])('finds for "%s" the %s among others', (typed, id) => {
    expect(search(typed)).toContain(id);
  });

  it('tells a move without kit, and a mat from a machine', () => {
    expect(search('no kit')).toContain('squat');
    expect(search('no kit')).not.toContain('row');
    expect(search('mat core')).toEqual(expect.arrayContaining(['bird-dog', 'shoulder-taps', 'superman']));
    expect(search('mat core')).not.toContain('squat');
  });

  it('forgives no typo in a short word, and not two in a long one', () => {
    expect(search('rwo')).toEqual([]);
    expect(search('sqaaut')).toEqual([]);
    expect(search('swimming bicycle')).toEqual([]);
  });

  it('puts warm-up and cool-down moves below what is trained', () => {
    const shoulders = search('shoulder');
    expect(shoulders.indexOf('shoulder-taps')).toBeLessThan(shoulders.indexOf('shoulder-rolls'));
    expect(shoulders.indexOf('wall-shoulder-taps')).toBeLessThan(shoulders.indexOf('cross-body-stretch'));
  });

  it("puts today's move before the one whose whole name was typed", () => {
    expect(search('row', WITH_BANDS)).toEqual(['band-row', 'row', 'towel-row']);
    expect(search('row', SESSION_A)).toEqual(['row', 'band-row', 'towel-row']);
  });

  it('gives all for nothing typed: the preferred in their order, then by name', () => {
    expect(search('').length).toBe(moves.size);
    expect(search('  ', SESSION_A).slice(0, 8)).toEqual([...SESSION_A, 'ankle-rocks', 'arm-circles']);
  });

  it('finds each move by its id, its name and its name backwards', () => {
    for (const move of moves.values()) {
      expect(search(move.id)[0]).toBe(move.id);
      expect(search(move.name)[0]).toBe(move.id);
      expect(search(move.name.split(' ').reverse().join(' '))).toContain(move.id);
    }
  });

  it('takes any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (typed) => {
        const found = search(typed);
        expect(new Set(found).size).toBe(found.length);
      }),
    );
  });
});

describe('the name of a move in a log', () => {
  it.each([
    ['row', [], 'row'],
    ['row', WITH_BANDS, 'band-row'],
    ['row', ['row', 'band-row'], 'row'],
    ['band rows', SESSION_A, 'band-row'],
    ['push-ups', SESSION_A, 'push-up'],
    ['pushups', ['wall-push-up'], 'wall-push-up'],
    ['taps', ['shoulder-taps'], 'shoulder-taps'],
    ['plank taps', [], 'shoulder-taps'],
    ['kicks', ['swimming-kicks'], 'swimming-kicks'],
    ['rope', [], 'jump-rope'],
    ['rope', ['jump-rope', 'hiit-circuit'], 'jump-rope'],
    ['walk', ['brisk-walk'], 'brisk-walk'],
    ['pull down', ['lat-pulldown'], 'lat-pulldown'],
    ['machine pulldown', [], 'lat-pulldown'],
    ['bridge', [], 'glute-bridge'],
    ['rev', SESSION_A, 'reverse-fly'],
    ['sqaut', [], 'squat'],
    ['bird dog', WITH_BANDS, 'standing-bird-dog'],
    ['circuit', [], 'hiit-circuit'],
    ['shoulder', ['shoulder-taps'], 'shoulder-taps'],
  ])('"%s" with %j today is the %s', (typed, prefer, id) => {
    expect(meaning(typed, prefer)).toBe(id);
  });

  it.each([
    ['walk', [], ['brisk-walk', 'easy-walk']],
    ['kicks', [], ['standing-back-kick', 'swimming-kicks']],
    ['pulldown', SESSION_A, ['band-pulldown', 'lat-pulldown', 'towel-pulldown']],
    ['pulldown', ['lat-pulldown', 'band-pulldown'], ['band-pulldown', 'lat-pulldown', 'towel-pulldown']],
    ['machine', [], ['lat-pulldown']],
    ['rang', [], ['superman']],
    ['deadlift', [], []],
    ['', SESSION_A, []],
    ['!?', SESSION_A, []],
  ])('"%s" with %j today could be %j', (typed, prefer, ids) => {
    expect(meaning(typed, prefer)).toEqual(ids);
  });

  it('is clear for every id and every whole name', () => {
    for (const move of moves.values()) {
      expect(meaning(move.id)).toBe(move.id);
      expect(meaning(move.name, [move.id])).toBe(move.id);
    }
  });
});
