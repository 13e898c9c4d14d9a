import type { APIModalInteractionResponseCallbackData } from 'discord-api-types/v10';
import type { DefaultStep, Kit, Move } from '../../coach/content.ts';
import { type Ladder, LOADED_KITS, type LoadedKit, type Loads, UNITS, type Units } from '../../coach/load.ts';
import { ladderText } from '../../coach/notation/load-notation.ts';
import type { NextTime } from '../../coach/training/personal.ts';
import type { Text } from '../en.ts';
import { button, type MessageBody, menu, menuOfMany, row, words } from '../parts.ts';
import { formOf, settingsPage, type Told, textField } from './settings-parts.ts';
import { aimedText } from './short-exercise.ts';

/** A move that a member does in place of a planned one until they say otherwise. */
export interface Swapped {
  readonly planned: Move;
  readonly to: Move;
}

/** What a sentence about a change needs. */
export interface GearChange {
  /** The move that is planned again; absent where anything else was changed. */
  readonly back?: Move;
  /** What comes of the moves that it is about; none where no plan depends on it. */
  readonly next: readonly NextTime[];
  /** Whether anything of that is other than it was. */
  readonly isOther: boolean;
  /** Moves ahead depend on it, but nobody knows yet with what they are done. */
  readonly isUnknown: boolean;
  /** A session stands open, which was planned before. */
  readonly isOpen: boolean;
}

export interface GearView {
  readonly kit: readonly Kit[];
  /** As the next session is planned with them. */
  readonly loads: Loads;
  /** What the member said themselves. */
  readonly ladders: { readonly [kit in LoadedKit]?: Ladder };
  readonly bands: readonly string[];
  /** What the programme goes up by where a member did not say. */
  readonly steps: Readonly<Record<LoadedKit, DefaultStep>>;
  /** Every colour that there is, the lightest first. */
  readonly colours: readonly string[];
  readonly swapped: readonly Swapped[];
}

/** The longest list of loads that can be typed. */
export const LADDER_LENGTH = 600;

/** What a member's sessions are planned with: only what their kit asks for, and what they swapped for good. */
export function gearPage(text: Text, view: GearView, told?: Told): MessageBody {
  const { settings: t } = text;
  const { swapped } = view;
  const loaded = loadedKits(view);
  const hasBands = view.kit.includes('band');
  const isEmpty = loaded.length === 0 && !hasBands && swapped.length === 0;
  return settingsPage(
    text,
    'gear',
    told,
    [words(isEmpty ? t.nothing : t.about)],
    ...(loaded.length === 0 ? [] : [loadParts(text, view, loaded)]),
    ...(hasBands ? [bandParts(text, view)] : []),
    ...(swapped.length === 0 ? [] : [swapParts(text, swapped)]),
  );
}

/** What comes of a change of all this, in one line. */
export function gearTold(text: Text, { loads }: Pick<GearView, 'loads'>, change: GearChange): string {
  const { settings: t } = text;
  const { back, isOther, isUnknown, isOpen } = change;
  const lines = nextLines(text, loads.units, change.next);
  const without = isUnknown ? t.nothingKnown : t.noneAhead;
  const then = lines.length === 0 ? without : isOther ? t.next(lines) : t.nextSame(lines);
  const saved = back === undefined ? t.saved : t.savedBack(back.name);
  return [saved, then, ...(isOpen ? [t.openStays] : [])].join(' ');
}

export function nextLines(text: Text, units: Units, next: readonly NextTime[]): string[] {
  return next.map(({ day, exercise }) =>
    text.settings.nextLine(exercise.move.name, day, aimedText(text, units, exercise)),
  );
}

function loadParts(text: Text, view: GearView, loaded: readonly LoadedKit[]) {
  const { settings: t } = text;
  const { units } = view.loads;
  const unitButtons = UNITS.map((each) =>
    button('settings-units', each, t.unitButtons[each], each === units ? 'main' : 'quiet'),
  );
  return [
    words(t.units(units), ...loaded.map((kit) => t.ladder(kit, ladderLine(text, view, kit)))),
    row(...unitButtons, button('settings-loads', 'mine', t.loadsButton)),
  ];
}

function loadedKits({ kit }: Pick<GearView, 'kit'>): LoadedKit[] {
  return LOADED_KITS.filter((each) => kit.includes(each));
}

function ladderLine(text: Text, view: GearView, kit: LoadedKit): string {
  const { settings: t, amounts } = text;
  const { units } = view.loads;
  const said = view.ladders[kit];
  if (said === undefined) return t.ladderByDefault(stepText(text, view, kit));
  const typed = ladderText(said, units);
  // What pounds would round away is written in kilograms.
  const isInKilos = typed.endsWith('kg');
  return t.ladderSaid(typed.replace(/kg$/, ''), amounts.unit(isInKilos ? 'metric' : units));
}

/** The programme's own step, as members of these units know it. */
function stepText(text: Text, { loads: { units }, steps }: GearView, kit: LoadedKit): string {
  return text.amounts.load(steps[kit][units === 'metric' ? 'kg' : 'lb'], units);
}

function bandParts(text: Text, { bands, colours }: GearView) {
  const { settings: t } = text;
  const options = colours.map((colour) => ({ label: text.amounts.band(colour), value: colour }));
  return [
    words(bands.length === 0 ? t.bandsByDefault : t.bands(bands)),
    menuOfMany('settings-bands', 'mine', t.bandsMenu, options, bands),
  ];
}

function swapParts(text: Text, swapped: readonly Swapped[]) {
  const { settings: t } = text;
  const options = swapped.map(({ planned, to }) => ({
    label: planned.name,
    value: planned.id,
    description: t.swapNow(to.name),
  }));
  return [
    words(t.swaps, ...swapped.map(({ planned, to }) => t.swap(to.name, planned.name))),
    menu('settings-swap-back', 'mine', t.swapMenu, options),
  ];
}

/** What was typed for each kit, in the place of what was said before. */
export type TypedLoads = { readonly [kit in LoadedKit]?: string };

/** Asks which loads they have of what they can load, filled in as they said it before, or as they typed it last. */
export function loadsForm(text: Text, view: GearView, typed?: TypedLoads): APIModalInteractionResponseCallbackData {
  const { settings: t, amounts } = text;
  const { units } = view.loads;
  const components = loadedKits(view).map((kit) => {
    const said = view.ladders[kit];
    return textField({
      id: kit,
      label: t.loadsField[kit],
      hint: t.loadsHint(kit, amounts.unit(units), stepText(text, view, kit)),
      example: t.loadsExample,
      most: LADDER_LENGTH,
      required: false,
      value: typed === undefined ? said && ladderText(said, units) : typed[kit],
    });
  });
  return formOf('settings-loads', 'mine', t.loadsForm, components);
}
