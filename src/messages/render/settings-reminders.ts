import { type APIModalInteractionResponseCallbackData, ComponentType } from 'discord-api-types/v10';
import { NOTICES, type Notice } from '../../coach/member.ts';
import { MOST_A_DAY } from '../../coach/nudges.ts';
import type { ReminderKind, ReminderTime, Wishes } from '../../coach/reminders/reminders.ts';
import type { Text } from '../en.ts';
import { button, type MessageBody, row, words } from '../parts.ts';
import { type Moment, TIME_LENGTH } from './settings-day.ts';
import { formOf, pickOne, settingsPage, type Told, textField } from './settings-parts.ts';

export interface RemindersView {
  readonly notice: Notice;
  readonly wishes: Wishes;
  /** What comes of them. */
  readonly times: readonly ReminderTime[];
  /** Discord would not deliver to them. */
  readonly isRefused: boolean;
}

/** The reminders that are on or off; water has a number. */
export const SWITCHED = ['workout', 'sleep', 'review'] as const;

/** How many direct messages a day somebody may be content with. */
export const MOST_DMS: readonly number[] = [1, 2, 3, 4, 5, 6];

/** What a member is told, and when. */
export function remindersPage(text: Text, view: RemindersView, told?: Told): MessageBody {
  const { reminders: t } = text.settings;
  const { notice, wishes, isRefused } = view;
  const { quiet, mostADay, water } = wishes;
  const notices = NOTICES.map((each) => ({ label: t.notices[each], value: each }));
  const glasses = Array.from({ length: MOST_A_DAY.water + 1 }, (_, times) => times);
  const numbered = (numbers: readonly number[], label: (number: number) => string) =>
    numbers.map((number) => ({ label: label(number), value: String(number) }));
  const switches = SWITCHED.map((kind) =>
    wishes[kind]
      ? button('settings-remind', `${kind}.off`, t.turnOff[kind])
      : button('settings-remind', `${kind}.on`, t.on[kind]),
  );
  return settingsPage(
    text,
    'reminders',
    told,
    [
      words(isRefused ? t.refused : undefined, t.post),
      pickOne('settings-notice', 'mine', t.noticeMenu, notices, notice),
    ],
    [
      words(
        t.mine,
        ...(['workout', 'sleep', 'water', 'review'] as const).map((kind) => reminderLine(text, view, kind)),
        t.small(t.quiet(quiet.from, quiet.to), t.most(mostADay)),
      ),
      row(...switches),
      pickOne('settings-water', 'mine', t.waterMenu, numbered(glasses, t.waterTimes), String(water)),
      pickOne('settings-most', 'mine', t.mostMenu, numbered(MOST_DMS, t.mostADay), String(mostADay)),
      row(
        button('settings-trains', 'reminders', text.settings.myDay.trainsButton),
        button('settings-sleep', 'times', t.sleepButton),
        button('settings-water-hours', 'mine', t.waterButton),
        button('settings-quiet', 'mine', t.quietButton),
      ),
    ],
  );
}

function reminderLine(text: Text, { wishes, times }: RemindersView, kind: ReminderKind): string {
  const { reminders: t } = text.settings;
  const isOn = kind === 'water' ? wishes.water > 0 : wishes[kind];
  if (!isOn) return t.off[kind];
  const own = times.filter((time) => time.kind === kind).map(({ at }) => at);
  const [first] = own;
  if (first === undefined) return t.allQuiet(t.names[kind]);
  if (kind === 'sleep') return t.sleep(first, wishes.sleepHours, wishes.wakesAt ?? first);
  return kind === 'water' ? t.water(own) : t[kind](first);
}

export interface ReminderChange {
  readonly kind: ReminderKind;
  readonly wishes: Wishes;
  readonly times: readonly ReminderTime[];
  /** When the next one of its kind falls; absent where none does. */
  readonly next?: Moment;
  /** The wind-down comes earlier than it would, for the sake of quiet hours. */
  readonly isMoved: boolean;
}

/** What comes of a change of one kind of reminder. */
export function reminderTold(text: Text, change: ReminderChange): string[] {
  const { reminders: t } = text.settings;
  const { kind, wishes, next } = change;
  const own = change.times.filter((time) => time.kind === kind);
  const wanted = kind === 'water' ? wishes.water : Number(wishes[kind]);
  if (wanted === 0) return [t.isOff[kind]];
  const [first] = own;
  if (first === undefined) return [t.isQuiet(kind)];
  if (kind === 'review') return [t.nextReview(first.at)];
  return [
    next === undefined ? t.nextNone(kind) : t.next(kind, next),
    ...(change.isMoved ? [t.movedEarlier] : []),
    ...(own.length < wanted ? [t.leftOut(wanted - own.length)] : []),
  ];
}

const HOURS = [7, 7.5, 8, 8.5, 9];

/** What is typed of somebody's sleep. */
export interface TypedSleep {
  readonly wakes: string | undefined;
  readonly hours: string;
}

export function sleepForm(
  text: Text,
  argument: string,
  { wakes, hours }: TypedSleep,
): APIModalInteractionResponseCallbackData {
  const { reminders: t, myDay } = text.settings;
  return formOf('settings-sleep', argument, t.sleepForm, [
    textField({ id: 'wakes', label: t.wakesField, example: myDay.timeExample, most: TIME_LENGTH, value: wakes }),
    {
      type: ComponentType.Label,
      label: t.hoursField,
      description: t.hoursHint,
      component: {
        type: ComponentType.RadioGroup,
        custom_id: 'hours',
        required: true,
        options: HOURS.map((each) => ({
          label: t.hours(each),
          value: String(each),
          default: String(each) === hours,
        })),
      },
    },
  ]);
}

export type SpanForm = 'settings-water-hours' | 'settings-quiet';

/** Asks for two times of day: the hours of water, or quiet hours. */
export function spanForm(
  text: Text,
  form: SpanForm,
  { from, to }: { readonly from: string; readonly to: string },
): APIModalInteractionResponseCallbackData {
  const { reminders: t, myDay } = text.settings;
  const [title, hint] = form === 'settings-quiet' ? [t.quietForm, t.quietHint] : [t.waterForm, undefined];
  const field = (id: string, label: string, value: string) =>
    textField({ id, label, example: myDay.timeExample, most: TIME_LENGTH, value });
  return formOf(form, 'mine', title, [
    field('from', t.fromField, from),
    { ...field('to', t.toField, to), ...(hint !== undefined && { description: hint }) },
  ]);
}
