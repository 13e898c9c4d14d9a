import type { APIModalInteractionResponseCallbackData } from 'discord-api-types/v10';
import { DAY_ENDS_AT } from '../../coach/clock.ts';
import { type Day, type LocalTime, localTime, type Zone } from '../../coach/day.ts';
import type { Text } from '../en.ts';
import { button, type MessageBody, menu, type Option, row, words } from '../parts.ts';
import { formOf, pickOne, settingsPage, type Told, textField } from './settings-parts.ts';

/** What the clocks of a member's own zone show. */
export interface Moment {
  readonly day: Day;
  readonly time: LocalTime;
}

export interface MyDayView {
  readonly zone: Zone;
  readonly now: Moment;
  /** The hour. */
  readonly dayEndsAt: number;
  readonly trainsAt?: LocalTime;
  readonly today: Day;
  /** Where the day is held over a change of clock: until then it stays what it is. */
  readonly heldUntil?: Moment;
}

/** When a member's day is. */
export function myDayPage(text: Text, view: MyDayView, told?: Told): MessageBody {
  const { myDay: t } = text.settings;
  const { zone, now, dayEndsAt } = view;
  const hours = Array.from({ length: DAY_ENDS_AT.latest - DAY_ENDS_AT.earliest + 1 }, (_, hour) => {
    return { label: t.dayEnd(hourTime(hour)), value: String(DAY_ENDS_AT.earliest + hour) };
  });
  return settingsPage(
    text,
    'day',
    told,
    [
      words(t.zone(zone, now), told === undefined ? heldLine(text, view) : undefined),
      row(button('settings-zone', 'mine', t.zoneButton)),
    ],
    [
      words(t.dayEnds(hourTime(dayEndsAt))),
      pickOne('settings-day-end', 'mine', t.dayEndMenu, hours, String(dayEndsAt)),
    ],
    [words(t.trainsAt(view.trainsAt)), row(button('settings-trains', 'day', t.trainsButton))],
  );
}

/** That today stays what it is; undefined where it ends as it always does. */
export function heldLine(text: Text, { today, heldUntil }: Pick<MyDayView, 'today' | 'heldUntil'>): string | undefined {
  return heldUntil && text.settings.myDay.held(today, heldUntil);
}

export function hourTime(hour: number): LocalTime {
  return localTime(`${hour}:00`);
}

/** The longest name of a place that can be typed. */
const PLACE_LENGTH = 64;

export function zoneForm(text: Text, typed?: string): APIModalInteractionResponseCallbackData {
  const { myDay: t } = text.settings;
  return formOf('settings-zone', 'mine', t.zoneForm, [
    textField({ id: 'zone', label: t.zoneField, example: t.zoneExample, most: PLACE_LENGTH, value: typed }),
  ]);
}

/** Several places are called so: one is picked. */
export function whichZone(text: Text, typed: string, zones: readonly Option[]): Told {
  const { myDay: t } = text.settings;
  return { lines: [t.zoneWhich(typed)], parts: [menu('settings-zone-pick', 'mine', t.zoneMenu, zones)] };
}

/** The longest time of day that can be typed. */
export const TIME_LENGTH = 8;

/** @param origin where the form is opened from, and what it turns on */
export function trainsForm(
  text: Text,
  origin: string,
  value: string | undefined,
): APIModalInteractionResponseCallbackData {
  const { myDay: t } = text.settings;
  return formOf('settings-trains', origin, t.trainsForm, [
    textField({ id: 'at', label: t.trainsField, example: t.timeExample, most: TIME_LENGTH, value }),
  ]);
}
