import { type APIModalInteractionResponseCallbackData, ComponentType, TextInputStyle } from 'discord-api-types/v10';
import type { Text } from '../en.ts';
import { button, card, customId, type MessageBody, row, words } from '../parts.ts';

/** The evening's reminder; `key` makes the post findable again. */
export function sleepNudge(text: Text, key: string): MessageBody {
  return card('rest', words(text.nudges.sleep), row(button('log-sleep', key, text.nudges.sleepButton)));
}

/** The sentences take turns; `turn` is any whole number that goes up from one reminder to the next. */
export function waterNudge(text: Text, key: string, turn: number): MessageBody {
  const sentence = text.nudges.water[turn % text.nudges.water.length];
  return card('rest', words(sentence), row(button('log-water', key, text.nudges.waterButton)));
}

/** Asks for the hours of a night; `argument` is handed back with the answer. */
export function sleepForm(text: Text, argument: string): APIModalInteractionResponseCallbackData {
  return {
    title: text.nudges.sleepForm,
    custom_id: customId('sleep', argument),
    components: [
      {
        type: ComponentType.Label,
        label: text.nudges.sleepField,
        description: text.nudges.sleepHint,
        component: {
          type: ComponentType.TextInput,
          style: TextInputStyle.Short,
          custom_id: 'hours',
          min_length: 1,
          max_length: 5,
          required: true,
        },
      },
    ],
  };
}
