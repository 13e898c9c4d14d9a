import { type APIComponentInContainer, ButtonStyle, ComponentType } from 'discord-api-types/v10';
import type { Day, Instant, LocalTime } from '../../coach/day.ts';
import type { Pace } from '../../coach/reminders/pace.ts';
import type { Text } from '../en.ts';
import { button, card, type MessageBody, row, words } from '../parts.ts';

/** What a reminder asks; `key` makes the message findable again, and tells a press whose it is. */
export type ReminderView = { readonly key: string; readonly pace?: Pace } & (
  | { readonly kind: 'workout'; readonly session: string; readonly minutes: number }
  | {
      readonly kind: 'sleep';
      readonly lightsOut: LocalTime;
      readonly hours: number;
      readonly wakesAt: LocalTime;
    }
  /** `turn` goes up from one to the next: the sentences take turns. */
  | { readonly kind: 'water'; readonly turn: number }
);

/** `pace` is said when it is the first at a slower one. */
export function reminderCard(text: Text, view: ReminderView): MessageBody {
  const { reminders: t } = text;
  const rarer = view.pace === 3 || view.pace === 7 ? t.rarer[view.pace] : undefined;
  return card(
    view.kind === 'workout' ? 'train' : 'rest',
    words(sentence(text, view), rarer),
    row(
      button('remind-done', view.key, t.done[view.kind], 'good'),
      button('remind-later', view.key, t.laterButton),
      button('remind-stop', view.key, t.stopButton),
    ),
  );
}

function sentence(text: Text, view: ReminderView): string | undefined {
  const { reminders: t, nudges } = text;
  if (view.kind === 'workout') return t.workout(view.session, view.minutes);
  if (view.kind === 'sleep') return t.sleep(view.lightsOut, view.hours, view.wakesAt);
  return nudges.water[view.turn % nudges.water.length];
}

/** A member's own day, when the daily post is there. */
export interface DayLineView {
  readonly key: string;
  readonly day: Day;
  readonly week: number;
  /** Absent on a rest day. */
  readonly session?: { readonly name: string; readonly minutes: number };
  /** Where `/today` may be typed. */
  readonly serverId: string;
  readonly channelId: string;
}

export function dayLine(text: Text, { key, day, week, session, serverId, channelId }: DayLineView): MessageBody {
  const { reminders: t } = text;
  const line = session ? t.lineSession(day, week, session.name, session.minutes) : t.lineRest(day, week);
  const buttons: APIComponentInContainer = {
    type: ComponentType.ActionRow,
    components: [
      ...(session ? [button('remind-done', key, t.done.line, 'good')] : []),
      {
        type: ComponentType.Button,
        style: ButtonStyle.Link,
        label: t.openButton,
        url: `https://discord.com/channels/${serverId}/${channelId}`,
      },
      button('remind-stop', key, t.stopButton),
    ],
  };
  return card(session ? 'train' : 'rest', words(line), buttons);
}

/** To the admin who asked to be told when posting fails: since when, and Discord's code. */
export function alertCard(
  text: Text,
  channelId: string,
  failure: { readonly code: number; readonly since: Instant },
): MessageBody {
  const { reminders: t, coach } = text;
  return card('celebrate', words(t.alert(channelId), coach.parked(failure.code, failure.since), t.alertWhy));
}
