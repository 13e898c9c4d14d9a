import { type APIComponentInContainer, ComponentType } from 'discord-api-types/v10';
import type { Dose, Move } from '../../coach/content.ts';
import type { Text } from '../en.ts';
import { button, card, divider, type MessageBody, menu, row, words } from '../parts.ts';
import { doseOf } from './exercise.ts';

type Moves = ReadonlyMap<string, Move>;

/** Of what a content file may list without end, a card names so many: it has to stay within two screens of a phone. */
const MOST_NAMED = 4;
/** Discord's limits for the name of a choice and for a custom id. */
const CHOICE_LENGTH = 100;
const CUSTOM_ID_LENGTH = 100;

/** How a move is done, with its relatives among `moves` one press away. */
export function moveCard(text: Text, move: Move, moves: Moves): MessageBody {
  const { moves: t } = text;
  const swaps = named(move.swaps, moves);
  const standsInFor = [...moves.values()].filter(({ swaps }) => swaps.includes(move.id)).slice(0, MOST_NAMED);
  const buttons = [...stationsOf(move.dose, moves).map((station) => station.move), ...swaps, ...standsInFor]
    .filter((other, index, all) => all.indexOf(other) === index)
    .map((other) => button('how-to-turn', other.id, other.name))
    .filter(({ custom_id }) => custom_id.length <= CUSTOM_ID_LENGTH)
    .slice(0, MOST_NAMED);
  return card(
    'train',
    ...pictureOf(move),
    words(
      t.title(move.name),
      t.facts(move.targets.slice(0, MOST_NAMED), move.kitAny, move.kitAll),
      t.dose(usualDose(text, move, moves)),
    ),
    divider(),
    words(...move.steps.map((step, index) => t.step(index + 1, step)), '', t.cue(move.cue), t.fault(move.fault)),
    divider(),
    words(
      t.easier(move.easier),
      t.harder(move.harder),
      swaps.length === 0 ? undefined : t.swaps(swaps.map((swap) => t.swap(swap.name, swap.kitAny, swap.kitAll))),
      standsInFor.length === 0 ? undefined : t.standsInFor(standsInFor.map(({ name }) => name)),
      move.correction && t.correction(move.correction),
      t.stopSigns,
    ),
    ...(buttons.length === 0 ? [] : [row(...buttons)]),
  );
}

/** What is offered for a move while somebody types: its name, what it trains and what it takes, cut to fit. */
export function moveChoice(text: Text, { id, name, targets, kitAny, kitAll }: Move): { name: string; value: string } {
  const line = text.moves.choice(name, targets, kitAny, kitAll);
  return { name: line.length > CHOICE_LENGTH ? `${line.slice(0, CHOICE_LENGTH - 1)}…` : line, value: id };
}

/** The picture of a move, where the content has one. */
export function pictureOf({ picture }: Move): APIComponentInContainer[] {
  if (picture === undefined) return [];
  return [{ type: ComponentType.MediaGallery, items: [{ media: { url: picture.url }, description: picture.alt }] }];
}

/** The dose as the content states it, before week and level change it. */
function usualDose(text: Text, move: Move, moves: Moves): string {
  const { dose } = move;
  if (dose.kind === 'circuit') {
    const stations = stationsOf(dose, moves).map((station) => ({ ...station, name: station.move.name }));
    return text.moves.circuitDose(dose.rounds, stations, dose.restSeconds);
  }
  return doseOf(text, { move, perSide: false, ...dose });
}

function stationsOf(dose: Dose, moves: Moves) {
  if (dose.kind !== 'circuit') return [];
  return dose.stations.slice(0, 2 * MOST_NAMED).flatMap(({ move: id, seconds }) => {
    const move = moves.get(id);
    return move === undefined ? [] : [{ move, seconds }];
  });
}

function named(ids: readonly string[], moves: Moves): Move[] {
  const found = ids.map((id) => moves.get(id)).filter((move) => move !== undefined);
  return found.slice(0, MOST_NAMED);
}

/** Each of these moves one pick away from its how-to. */
export function howToMenu(text: Text, moves: readonly Move[]): APIComponentInContainer {
  const options = moves.map(({ id, name, targets }) => ({
    label: name,
    value: id,
    description: text.moves.targets(targets),
  }));
  return menu('how-to-pick', 'today', text.training.howToMenu, options);
}

/** Asks which move somebody would like to see. */
export function howTosCard(text: Text, moves: readonly Move[]): MessageBody {
  return card('train', words(text.training.howTos), howToMenu(text, moves));
}
