import { checkChoices, choiceTypes, uniqueChoiceNames } from './choices.ts';
import { checkNames } from './command-names.ts';
import {
  choice,
  type Fields,
  isAbsent,
  isFields,
  itemsOf,
  list,
  number,
  type Path,
  record,
  tooLarge,
  type Violation,
  violation,
  yesOrNo,
} from './fields.ts';

const optionType = { subcommand: 1, group: 2, channel: 7 } as const;
const groups: readonly unknown[] = [optionType.subcommand, optionType.group];
const valueTypes = [3, 4, 5, 6, 7, 8, 9, 10, 11];
const maxOptions = 25;

/** The options of a command: values to give, or subcommands and groups of them. */
export function checkOptions(owner: Fields, at: Path, allowed = [1, 2, ...valueTypes]): readonly Violation[] {
  const wrong = list(owner, 'options', at, { max: maxOptions }, (item, path) =>
    record(item, path, (option, inner) => checkOption(option, inner, allowed)),
  );
  return wrong.length > 0 ? wrong : checkTogether(owner, at);
}

function checkOption(option: Fields, at: Path, allowed: readonly number[]): readonly Violation[] {
  const wrong = choice(option, 'type', at, allowed);
  if (wrong.length > 0) return wrong;
  const common = [...checkNames(option, at), ...yesOrNo(option, 'required', at)];
  switch (option['type']) {
    case optionType.subcommand:
      return [...common, ...checkOptions(option, at, valueTypes)];
    case optionType.group:
      return [...common, ...checkOptions(option, at, [optionType.subcommand])];
    default:
      return [...common, ...checkBounds(option, at), ...checkSuggestions(option, at)];
  }
}

/** What holds over the options of one list. */
function checkTogether(owner: Fields, at: Path): Violation[] {
  const options = itemsOf(owner, 'options').filter(isFields);
  const path = [...at, 'options'];
  const grouped = options.filter((option) => groups.includes(option['type'])).length;
  if (grouped > 0 && grouped < options.length) {
    const message = 'Sub-command and sub-command group option types are mutually exclusive to all other types';
    return [violation(path, 'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID', message)];
  }
  const names = new Set<unknown>();
  let optionalSeen = false;
  return options.flatMap((option, index) => {
    const wrong: Violation[] = [];
    if (names.has(option['name'])) {
      const message = `Option name ${String(option['name'])} is already used in these options`;
      wrong.push(violation([...path, index], 'APPLICATION_COMMAND_OPTIONS_NAME_INVALID', message));
    }
    if (optionalSeen && option['required'] === true) {
      const message = 'Required options must be placed before non-required options';
      wrong.push(violation([...path, index], 'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID', message));
    }
    names.add(option['name']);
    optionalSeen ||= option['required'] !== true;
    return wrong;
  });
}

/** Bounds of the value, on the types that have them. */
function checkBounds(option: Fields, at: Path): Violation[] {
  const kind = option['type'];
  const isNumber = kind === choiceTypes.integer || kind === choiceTypes.number;
  const whole = kind === choiceTypes.integer;
  const limit = whole ? Number.MAX_SAFE_INTEGER : 2 ** 53;
  const wrong = [
    ...(isNumber
      ? ['min_value', 'max_value'].flatMap((key) => number(option, key, at, { min: -limit, max: limit, whole }))
      : forbidden(option, at, ['min_value', 'max_value'])),
    ...(kind === choiceTypes.string
      ? [
          ...number(option, 'min_length', at, { min: 0, max: 6000 }),
          ...number(option, 'max_length', at, { min: 1, max: 6000 }),
        ]
      : forbidden(option, at, ['min_length', 'max_length'])),
    ...(kind === optionType.channel
      ? list(option, 'channel_types', at, {}, () => [])
      : forbidden(option, at, ['channel_types'])),
  ];
  return wrong.length > 0 ? wrong : ['value', 'length'].flatMap((of) => ordered(option, at, of));
}

function ordered(option: Fields, at: Path, of: string): Violation[] {
  const min = option[`min_${of}`];
  const max = option[`max_${of}`];
  return typeof min === 'number' && typeof max === 'number' && min > max ? [tooLarge([...at, `min_${of}`], max)] : [];
}

/** Choices or autocomplete, never both, and only where a value can be one of some. */
function checkSuggestions(option: Fields, at: Path): Violation[] {
  const kind = Number(option['type']);
  const isSuggestible = Object.values<number>(choiceTypes).includes(kind);
  if (!isSuggestible) {
    return forbidden(option, at, option['autocomplete'] === true ? ['choices', 'autocomplete'] : ['choices']);
  }
  const wrong = [...checkChoices(option['choices'], kind, [...at, 'choices']), ...yesOrNo(option, 'autocomplete', at)];
  if (wrong.length > 0) return wrong;
  if (option['autocomplete'] === true && itemsOf(option, 'choices').length > 0) {
    const message = 'Choices and autocomplete are mutually exclusive';
    return [violation([...at, 'choices'], 'APPLICATION_COMMAND_OPTION_CHOICES_AUTOCOMPLETE_EXCLUSIVE', message)];
  }
  return uniqueChoiceNames(option, at);
}

function forbidden(option: Fields, at: Path, keys: readonly string[]): Violation[] {
  return keys
    .filter((key) => !isAbsent(option[key]))
    .map((key) => {
      const message = `Field "${key}" cannot be used with options of type ${String(option['type'])}`;
      return violation([...at, key], 'APPLICATION_COMMAND_OPTION_FIELD_INVALID', message);
    });
}
