import { type Choice, matching, OPTION, type OptionEntry } from './commands.ts';
import { type Places, placesFor } from './places.ts';
import { BOOLEANS, type Field, pickedIn } from './values.ts';

/** Something that is offered for an option. */
export interface Suggestion extends Choice {
  readonly detail?: string;
}

/** How many are offered at once, as in Discord. */
const MOST = 25;

/** Whether an option comes with a list to pick from. */
export const hasList = ({ type, choices, autocomplete }: OptionEntry): boolean =>
  autocomplete || choices.length > 0 || (type >= OPTION.boolean && type <= OPTION.mentionable);

/** What is offered for what is typed; all of it where something was picked. Autocomplete is the bot's to answer. */
export function suggestionsFor(field: Field, places: Places): Suggestion[] {
  const { option } = field;
  const all: readonly Suggestion[] =
    option.choices.length > 0 ? option.choices : option.type === OPTION.boolean ? BOOLEANS : placesFor(option, places);
  const typed = pickedIn(field) === undefined ? field.text.replace(/^[@#]/, '') : '';
  return matching(all, typed, ({ label, detail }) => [label.replace(/^[@#]/, ''), ...(detail ? [detail] : [])]).slice(
    0,
    MOST,
  );
}
