import { type APIContainerComponent, ComponentType } from 'discord-api-types/v10';
import { describe, expect, it, onTestFinished } from 'vitest';
import { KITS, type Move } from '../../src/coach/content.ts';
import { wire } from '../../src/discord/outbox.ts';
import { en } from '../../src/messages/en.ts';
import { MESSAGE_TEXT_LIMIT, type MessageBody } from '../../src/messages/parts.ts';
import { moveCard, moveChoice } from '../../src/messages/render/move.ts';
import { checkMessage } from '../../src/sandbox/rules/message.ts';
import { loadContent } from '../../src/store/content.ts';
import { copyContent } from '../store/content-copy.ts';

const { moves } = loadContent();

const refusals = (body: MessageBody) => checkMessage(wire(body), { kind: 'create', files: [] });
const partsOf = (body: MessageBody) => (body.components[0] as APIContainerComponent).components;
const textOf = (body: MessageBody) =>
  partsOf(body)
    .flatMap((part) => (part.type === ComponentType.TextDisplay ? [part.content] : []))
    .join('\n');
const buttonsOf = (body: MessageBody) =>
  partsOf(body).flatMap((part) => (part.type === ComponentType.ActionRow ? part.components : []));

function move(id: string): Move {
  const found = moves.get(id);
  if (found === undefined) throw new RangeError(`no move "${id}"`);
  return found;
}

/** Lines of a phone that is 45 letters wide; some 28 of them are a screen. */
const linesOnPhone = (text: string) =>
  text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / 45)), 0);

/** As long as a content file may make it, and longer in the lists that have no end. */
function longest(id: string, swaps: readonly string[]): Move {
  const words = (length: number) => 'm'.repeat(length);
  return {
    ...move('row'),
    id,
    name: words(50),
    targets: Array.from({ length: 40 }, () => words(40)),
    kitAny: KITS,
    kitAll: KITS,
    cue: words(120),
    steps: Array.from({ length: 4 }, () => words(110)),
    fault: words(140),
    easier: words(140),
    harder: words(140),
    correction: words(280),
    picture: { url: `https://pictures.example/${words(2000)}`, alt: words(200) },
    swaps,
  };
}

describe('a picture in moves.json', () => {
  const told = (picture: object) => {
    const copy = copyContent();
    onTestFinished(() => copy.remove());
    return copy.told('moves.json', '"name": "Squat",', `"name": "Squat", "picture": ${JSON.stringify(picture)},`);
  };
  const alt = 'Hips back, knees over the toes';

  it.each(['https://pictures.example/squat.png', 'https://cdn.pictures.example/a/b.gif?size=600'])(
    'may stand at %s',
    (url) => {
      expect(told({ url, alt })).toEqual([]);
    },
  );

  it.each(['http://pictures.example/squat.png', 'https:squat.png', 'https://localhost/squat.png', 'squat.png'])(
    'may not stand at %s',
    (url) => {
      expect(told({ url, alt })).toEqual([
        `moves.json: [9].picture.url ("squat"): got "${url}", takes a web address that begins with https://`,
      ]);
    },
  );

  it('is told in words', () => {
    const url = 'https://pictures.example/squat.png';
    expect(told({ url })).toEqual(['moves.json: [9].picture.alt ("squat"): got nothing, takes text']);
    expect(told({ url, alt: 'm'.repeat(201) })).toEqual([
      'moves.json: [9].picture.alt ("squat"): got 201 characters, takes 200 characters or fewer',
    ]);
  });
});

describe('the card of a move', () => {
  it('is taken by Discord, and no longer than two screens of a phone, for every move of the programme', () => {
    expect(moves.size).toBeGreaterThan(40);
    for (const each of moves.values()) {
      const body = moveCard(en, each, moves);
      expect(refusals(body), each.id).toEqual([]);
      expect(linesOnPhone(textOf(body)), each.id).toBeLessThanOrEqual(56);
      expect(moveChoice(en, each).name.length, each.id).toBeLessThanOrEqual(100);
    }
  });

  it('is taken when a content file is as long as it may be', () => {
    const ids = Array.from({ length: 30 }, (_, index) => `${'m'.repeat(80)}-${index}`);
    const all = new Map(ids.map((id) => [id, longest(id, ids)]));
    const [first] = all.values();
    if (first === undefined) throw new Error('no move');
    const body = moveCard(en, first, all);
    expect(refusals(body)).toEqual([]);
    expect(textOf(body).length).toBeLessThanOrEqual(MESSAGE_TEXT_LIMIT);
    expect(moveChoice(en, first).name).toMatch(/^m{50} · m{40}, mmmm…$/);
  });

  it('says all that somebody needs to do it', () => {
    const superman = move('superman');
    const text = textOf(moveCard(en, superman, moves));
    const { name, steps, cue, fault, easier, harder, correction = 'a correction' } = superman;
    for (const words of [name, ...steps, cue, fault, easier, harder, correction]) expect(text).toContain(words);
    expect(text).toContain('Trains lower back, core · Kit: mat or carpet');
    expect(text).toContain('**Usual dose:** 3 × 15, hold 2–3 s');
    expect(text).toContain('1. Lie face down');
    expect(text).toContain('Bird-dog (mat or carpet); Standing bird-dog (no kit)');
    expect(text).toMatch(/-# Stop for chest, jaw or arm pressure, fainting, .* numbness\./);
  });

  it('offers its swaps, and what it stands in for, one press away', () => {
    const labels = (id: string) =>
      buttonsOf(moveCard(en, move(id), moves)).map((part) => 'label' in part && part.label);
    expect(labels('row')).toEqual(['Band row', 'Towel row']);
    expect(labels('band-row')).toEqual(['Towel row', 'Bent-over dumbbell row']);
    expect(labels('hiit-circuit')).toEqual([
      'Jump rope',
      'Bent-over dumbbell row',
      'Reverse fly',
      'Plank with shoulder taps',
    ]);
    expect(labels('easy-walk')).toEqual([]);
    expect(textOf(moveCard(en, move('band-row'), moves))).toContain('**Stands in for:** Bent-over dumbbell row');
  });

  it('tells a circuit by its stations', () => {
    expect(textOf(moveCard(en, move('hiit-circuit'), moves))).toContain(
      '**Usual dose:** 3–4 × (Jump rope 30 s, Bent-over dumbbell row 30 s, Reverse fly 30 s, Plank with shoulder taps 30 s), 60 s rest after each round',
    );
  });

  it('begins with the picture, in words too, when the content has one', () => {
    const picture = { url: 'https://pictures.example/row.png', alt: 'Elbows past the ribs, back long' };
    const [first] = partsOf(moveCard(en, { ...move('row'), picture }, moves));
    expect(first).toEqual({
      type: ComponentType.MediaGallery,
      items: [{ media: { url: picture.url }, description: picture.alt }],
    });
    expect(partsOf(moveCard(en, move('row'), moves)).map(({ type }) => type)).not.toContain(ComponentType.MediaGallery);
  });
});
