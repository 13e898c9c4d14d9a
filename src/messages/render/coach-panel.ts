import {
  type APIComponentInContainer,
  type APIModalInteractionResponseCallbackData,
  ChannelType,
  ComponentType,
  SelectMenuDefaultValueType,
  TextInputStyle,
} from 'discord-api-types/v10';
import { TONES, type Tone } from '../../coach/admin.ts';
import { type LocalTime, localTime, type Zone } from '../../coach/day.ts';
import { MOST_A_DAY, waterTimes } from '../../coach/nudges.ts';
import type { Text } from '../en.ts';
import { button, card, customId, divider, type MessageBody, row, words } from '../parts.ts';

export interface PanelView {
  /** What would be saved. */
  readonly settings: {
    readonly channelId: string;
    readonly zone?: Zone;
    readonly postAt: LocalTime;
    readonly nudges: { readonly sleep: readonly LocalTime[]; readonly water: readonly LocalTime[] };
    readonly tone: Tone;
    readonly weeklyGoal: boolean;
    readonly alertUser?: string;
  };
  /** What every custom id carries: all that was chosen here. */
  readonly wishes: string;
  /** What of it is not saved yet; none the first time, when nothing is. */
  readonly changed: readonly (keyof Text['coachPanel']['names'])[];
  /** Permissions that the channel lacks, in Discord's words. */
  readonly missing: readonly string[];
  /** The channel of the saved settings is gone, and another stands in. */
  readonly hasMoved: boolean;
  /** The channel that was picked is gone since. */
  readonly isGone: boolean;
  /** Whoever looks is the one who is told by direct message. */
  readonly isMine: boolean;
  /** How many people a shared goal takes. */
  readonly fewest: number;
  /** The time in the zone. */
  readonly there?: LocalTime;
  /** Several zones that what was typed may mean. */
  readonly search?: {
    readonly typed: string;
    readonly zones: readonly { readonly name: Zone; readonly there: LocalTime }[];
  };
}

const SLEEP_TIMES = ['19:30', '20:00', '20:30', '21:00', '21:30'].map(localTime);

export function panelCard(text: Text, view: PanelView): MessageBody {
  const { coachPanel: t, coach } = text;
  const { settings, wishes, changed, missing } = view;
  return card(
    missing.length === 0 && !view.isGone ? 'train' : 'celebrate',
    words(t.title, t.intro),
    divider(),
    ...whereParts(text, view),
    divider(),
    ...nudgeParts(text, view),
    divider(),
    words(t.style, coach.tone(settings.tone), t.goal(settings.weeklyGoal, view.fewest)),
    row(
      ...TONES.map((tone, index) => set(`m${index}`, wishes, t.tones[tone], tone === settings.tone)),
      set(`g${Number(!settings.weeklyGoal)}`, wishes, t.goalButton(!settings.weeklyGoal)),
    ),
    words(t.alerts, settings.alertUser === undefined ? t.alertNobody : t.alertUser(settings.alertUser)),
    row(set(`a${Number(!view.isMine)}`, wishes, t.alertButton(!view.isMine))),
    divider(),
    ...(changed.length === 0 ? [] : [words(t.unsaved(changed.map((name) => t.names[name])))]),
    row(
      { ...button('coach-save', wishes, t.saveButton, 'good'), disabled: settings.zone === undefined },
      button('coach-cancel', 'all', t.cancelButton),
    ),
  );
}

/** A button that chooses one thing; the chosen one is in colour. */
function set(change: string, wishes: string, label: string, isChosen = false) {
  return button('coach-set', `${change}|${wishes}`, label, isChosen ? 'main' : 'quiet');
}

function whereParts(text: Text, view: PanelView): APIComponentInContainer[] {
  const { coachPanel: t, coach } = text;
  const { settings, wishes, missing, hasMoved, isGone, there, search } = view;
  const { zone, channelId, postAt } = settings;
  const zones = search?.zones.map((each) => ({ label: t.zoneChoice(each.name, each.there), value: each.name })) ?? [];
  return [
    words(
      t.where,
      zone === undefined || there === undefined ? t.noZone(channelId, postAt) : t.time(channelId, postAt, zone, there),
      hasMoved ? t.moved : undefined,
      isGone ? t.gone : undefined,
      missing.length === 0 ? undefined : coach.grant(missing, channelId),
    ),
    ...(search === undefined
      ? []
      : [words(t.whichZone(search.typed)), select('coach-zone', wishes, t.zoneMenu, zones)]),
    {
      type: ComponentType.ActionRow,
      components: [
        {
          type: ComponentType.ChannelSelect,
          custom_id: customId('coach-channel', wishes),
          placeholder: t.channelMenu,
          channel_types: [ChannelType.GuildText, ChannelType.GuildAnnouncement],
          ...(channelId !== '' && { default_values: [{ id: channelId, type: SelectMenuDefaultValueType.Channel }] }),
        },
      ],
    },
    row(button('coach-time', wishes, t.timeButton, zone === undefined ? 'main' : 'quiet')),
  ];
}

function nudgeParts(text: Text, { settings, wishes }: PanelView): APIComponentInContainer[] {
  const { coachPanel: t } = text;
  const { sleep, water } = settings.nudges;
  const [bedtime] = sleep;
  const times = [...new Set([...SLEEP_TIMES, ...(bedtime === undefined ? [] : [bedtime])])].sort();
  const sleepOptions = [undefined, ...times].map((at) => ({
    label: t.sleepChoice(at),
    value: at === undefined ? '-' : at.replace(':', ''),
    default: at === bedtime,
  }));
  const waterOptions = Array.from({ length: MOST_A_DAY.water + 1 }, (_, count) => ({
    label: t.waterChoice(waterTimes(count)),
    value: String(count),
    default: count === water.length,
  }));
  return [
    words(t.nudges, t.nudgesHint),
    select('coach-sleep', wishes, t.sleepMenu, sleepOptions),
    select('coach-water', wishes, t.waterMenu, waterOptions),
  ];
}

function select(
  name: string,
  wishes: string,
  placeholder: string,
  options: { label: string; value: string; default?: boolean }[],
): APIComponentInContainer {
  return {
    type: ComponentType.ActionRow,
    components: [{ type: ComponentType.StringSelect, custom_id: customId(name, wishes), placeholder, options }],
  };
}

/** Asks for the zone and the time, filled in as they would be saved. */
export function zoneForm(
  text: Text,
  wishes: string,
  { zone, postAt }: { readonly zone: Zone | undefined; readonly postAt: LocalTime },
): APIModalInteractionResponseCallbackData {
  const { coachPanel: t } = text;
  const field = (id: string, label: string, hint: string, most: number, value: string | undefined) => ({
    type: ComponentType.Label as const,
    label,
    component: {
      type: ComponentType.TextInput as const,
      style: TextInputStyle.Short,
      custom_id: id,
      placeholder: hint,
      min_length: 1,
      max_length: most,
      ...(value !== undefined && { value }),
    },
  });
  return {
    title: t.timeForm,
    custom_id: customId('coach-time', wishes),
    components: [field('zone', t.zoneField, t.zoneHint, 64, zone), field('time', t.timeField, t.timeHint, 8, postAt)],
  };
}
