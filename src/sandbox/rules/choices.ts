import {
  badLength,
  type Fields,
  isAbsent,
  isFields,
  items,
  itemsOf,
  missing,
  type Path,
  record,
  text,
  type Violation,
  violation,
} from './fields.ts';
import { checkLocalizations } from './localizations.ts';

/** The types of option whose value is one of choices. */
export const choiceTypes = { string: 3, integer: 4, number: 10 } as const;

/**
 * Everything that Discord's rules refuse in a list of choices: of an option, or of an answer to autocomplete. Paths
 * begin at `at`; without the type of the option any value will do.
 */
export function checkChoices(choices: unknown, optionType?: number, at: Path = []): readonly Violation[] {
  return items(choices, at, { max: 25 }, (item, path) =>
    record(item, path, (choice, inner) => [
      ...text(choice, 'name', inner, { required: true, min: 1, max: 100 }),
      ...checkLocalizations(choice, 'name_localizations', inner, { min: 1, max: 100 }),
      ...checkValue(choice['value'], [...inner, 'value'], optionType),
    ]),
  );
}

function checkValue(value: unknown, at: Path, optionType: number | undefined): Violation[] {
  if (isAbsent(value)) return [missing(at)];
  const isText = optionType === choiceTypes.string || (optionType === undefined && typeof value === 'string');
  if (isText) {
    if (typeof value === 'string') return badLength(at, value.length, { max: 100 });
    return [violation(at, 'STRING_TYPE_CONVERT', `Could not interpret "${JSON.stringify(value)}" as string.`)];
  }
  const whole = optionType === choiceTypes.integer;
  if (typeof value !== 'number' || (whole && !Number.isInteger(value))) {
    return [violation(at, 'NUMBER_TYPE_COERCE', `Value ${JSON.stringify(value)} is not ${whole ? 'int' : 'float'}.`)];
  }
  return [];
}

/** In a command each choice has a name of its own; in an answer to autocomplete names may repeat. */
export function uniqueChoiceNames(option: Fields, at: Path): Violation[] {
  const seen = new Set<unknown>();
  return itemsOf(option, 'choices').flatMap((choice, index) => {
    const name = isFields(choice) ? choice['name'] : undefined;
    if (!seen.has(name)) {
      seen.add(name);
      return [];
    }
    const message = `Option choice name ${String(name)} is already used in these choices`;
    return [violation([...at, 'choices', index], 'APPLICATION_COMMAND_OPTIONS_CHOICE_NAME_INVALID', message)];
  });
}
