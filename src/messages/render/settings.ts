import { type APIModalInteractionResponseCallbackData, ComponentType, TextInputStyle } from 'discord-api-types/v10';
import type { DefaultStep, Kit, Move } from '../../coach/content.ts';
import { type Ladder, LOADED_KITS, type LoadedKit, type Loads, UNITS } from '../../coach/load.ts';
import { ladderText } from '../../coach/load-notation.ts';
import type { NextTime } from '../../coach/personal.ts';
import type { Text } from '../en.ts';
import { button, card, customId, divider, type MessageBody, menu, menuOfMany, row, words } from '../parts.ts';
import { aimedText } from './short-exercise.ts';

/** A move that a member does in place of a planned one until they say otherwise. */
export interface Swapped {
  readonly planned: Move;
  readonly to: Move;
}

/** What a sentence about a change needs. */
export interface SettingsChange {
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

export interface SettingsView {
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
  readonly change?: SettingsChange;
}

/** The longest list of loads that can be typed. */
export const LADDER_LENGTH = 600;

/** What a member's sessions are planned with: only what their kit asks for, and what they swapped for good. */
export function settingsCard(text: Text, view: SettingsView): MessageBody {
  const { settings: t } = text;
  const { swapped, change } = view;
  const loaded = loadedKits(view);
  const hasBands = view.kit.includes('band');
  const isEmpty = loaded.length === 0 && !hasBands && swapped.length === 0;
  return card(
    'plain',
    words(t.title, isEmpty ? t.nothing : t.about, change && changeText(text, view, change)),
    ...(loaded.length === 0 ? [] : [divider(), ...loadParts(text, view, loaded)]),
    ...(hasBands ? [divider(), ...bandParts(text, view)] : []),
    ...(swapped.length === 0 ? [] : [divider(), ...swapParts(text, swapped)]),
  );
}

function changeText(text: Text, { loads }: SettingsView, change: SettingsChange): string {
  const { settings: t } = text;
  const { back, next, isOther, isUnknown, isOpen } = change;
  const lines = next.map(({ day, exercise }) =>
    t.nextLine(exercise.move.name, day, aimedText(text, loads.units, exercise)),
  );
  const without = isUnknown ? t.nothingKnown : t.noneAhead;
  const then = lines.length === 0 ? without : isOther ? t.next(lines) : t.nextSame(lines);
  const saved = back === undefined ? t.saved : t.savedBack(back.name);
  return [saved, then, ...(isOpen ? [t.openStays] : [])].join(' ');
}

function loadParts(text: Text, view: SettingsView, loaded: readonly LoadedKit[]) {
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

function loadedKits({ kit }: Pick<SettingsView, 'kit'>): LoadedKit[] {
  return LOADED_KITS.filter((each) => kit.includes(each));
}

function ladderLine(text: Text, view: SettingsView, kit: LoadedKit): string {
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
function stepText(text: Text, { loads: { units }, steps }: SettingsView, kit: LoadedKit): string {
  return text.amounts.load(steps[kit][units === 'metric' ? 'kg' : 'lb'], units);
}

function bandParts(text: Text, { bands, colours }: SettingsView) {
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

/** Asks which loads they have of what they can load, filled in as they said it before. */
export function loadsForm(text: Text, view: SettingsView): APIModalInteractionResponseCallbackData {
  const { settings: t, amounts } = text;
  const { units } = view.loads;
  const components = loadedKits(view).map((kit) => {
    const said = view.ladders[kit];
    return {
      type: ComponentType.Label as const,
      label: t.loadsField[kit],
      description: t.loadsHint(kit, amounts.unit(units), stepText(text, view, kit)),
      component: {
        type: ComponentType.TextInput as const,
        style: TextInputStyle.Short,
        custom_id: kit,
        placeholder: t.loadsExample,
        max_length: LADDER_LENGTH,
        required: false,
        ...(said !== undefined && { value: ladderText(said, units) }),
      },
    };
  });
  return { title: t.loadsForm, custom_id: customId('settings-loads', 'mine'), components };
}
