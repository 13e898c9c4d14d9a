import { type APIModalInteractionResponseCallbackData, ComponentType } from 'discord-api-types/v10';
import { KITS } from '../../coach/content.ts';
import { type Day, WEEKDAYS, type Weekday } from '../../coach/day.ts';
import type { Text } from '../en.ts';
import { button, card, customId, type MessageBody, row, words } from '../parts.ts';

type FormParts = APIModalInteractionResponseCallbackData['components'];

/** What the form still has to ask: nothing that was said already. */
export interface Unasked {
  readonly days: boolean;
  readonly kit: boolean;
  readonly start: boolean;
  readonly share: boolean;
  readonly mention: boolean;
}

/** The rest of an enrolment; `argument` hands back what was said in the command. */
export function enrollForm(text: Text, argument: string, unasked: Unasked): APIModalInteractionResponseCallbackData {
  const { enroll: t, commands } = text;
  const components: FormParts = [{ type: ComponentType.TextDisplay, content: t.readiness }];
  if (unasked.days) {
    components.push({
      type: ComponentType.Label,
      label: t.daysLabel,
      description: t.daysHint,
      component: {
        type: ComponentType.CheckboxGroup,
        custom_id: 'days',
        min_values: 3,
        max_values: 5,
        required: true,
        options: WEEKDAYS.map((day) => ({ label: text.weekdays[day], value: String(day) })),
      },
    });
  }
  if (unasked.kit) {
    components.push({
      type: ComponentType.Label,
      label: t.kitLabel,
      description: t.kitHint,
      component: {
        type: ComponentType.CheckboxGroup,
        custom_id: 'kit',
        min_values: 0,
        max_values: KITS.length,
        required: false,
        options: KITS.map((kit) => ({ label: text.kits[kit], value: kit })),
      },
    });
  }
  if (unasked.start) {
    components.push({
      type: ComponentType.Label,
      label: t.startLabel,
      component: {
        type: ComponentType.RadioGroup,
        custom_id: 'start',
        required: true,
        options: Object.entries(commands.enroll.starts).map(([value, label]) => ({
          label,
          value,
          default: value === 'today',
        })),
      },
    });
  }
  components.push({
    type: ComponentType.Label,
    label: t.agreeLabel,
    component: {
      type: ComponentType.CheckboxGroup,
      custom_id: 'agreed',
      min_values: 1,
      required: true,
      options: [
        { value: 'ready', label: t.agree.ready },
        ...(unasked.share ? [{ value: 'share', label: t.agree.share, default: true }] : []),
        ...(unasked.mention ? [{ value: 'mention', label: t.agree.mention }] : []),
      ],
    },
  });
  return { title: t.formTitle, custom_id: customId('enroll', argument), components };
}

export interface Welcome {
  readonly days: readonly Weekday[];
  readonly startsOn: Day;
  readonly today: Day;
  /** The week in which a fifth training day joins, when it does not from the start. */
  readonly fifthDayFromWeek?: number;
  readonly hasChannel: boolean;
}

export function welcomeCard(text: Text, welcome: Welcome): MessageBody {
  const { enroll: t } = text;
  const { fifthDayFromWeek } = welcome;
  return card(
    'celebrate',
    words(
      `## ${t.welcome}`,
      t.plan(welcome.days, welcome.startsOn),
      fifthDayFromWeek === undefined ? undefined : t.fiveLater(fifthDayFromWeek),
      welcome.hasChannel ? undefined : t.noChannel,
      t.next,
    ),
    row(button('workout', `day.${welcome.today}`, text.today.workoutButton, 'main')),
  );
}
