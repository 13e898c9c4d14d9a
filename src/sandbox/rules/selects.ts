import { checkEmoji } from './buttons.ts';
import { componentType, type Kinds } from './components.ts';
import {
  badLength,
  choice,
  type Fields,
  isAbsent,
  isFields,
  itemsOf,
  list,
  number,
  type Path,
  record,
  snowflake,
  text,
  tooLarge,
  type Violation,
  violation,
  yesOrNo,
} from './fields.ts';

/** Where a select stands: in a modal it cannot be disabled. */
type Place = 'message' | 'modal';

const defaultsOf: ReadonlyMap<number, readonly string[]> = new Map([
  [componentType.userSelect, ['user']],
  [componentType.roleSelect, ['role']],
  [componentType.mentionableSelect, ['user', 'role']],
  [componentType.channelSelect, ['channel']],
]);

/** The five selects, as they are checked in one place. */
export function selectKinds(place: Place): Kinds {
  const auto = [...defaultsOf.keys()].map((kind) => [kind, autoSelect(place)] as const);
  return new Map([[componentType.stringSelect, stringSelect(place)], ...auto]);
}

const stringSelect = (place: Place) => (select: Fields, at: Path) => {
  const wrong = [...common(select, at, place), ...selectOptions(select, at, { min: 1, max: 25 })];
  return wrong.length > 0 ? wrong : selectCounts(select, at, 1, 25);
};

const autoSelect = (place: Place) => (select: Fields, at: Path) => {
  const kinds = defaultsOf.get(Number(select['type'])) ?? [];
  const wrong = [
    ...common(select, at, place),
    ...list(select, 'default_values', at, { max: 25 }, (item, path) =>
      record(item, path, (value, inner) => [
        ...snowflake(value['id'], [...inner, 'id']),
        ...choice(value, 'type', inner, kinds),
      ]),
    ),
    ...list(select, 'channel_types', at, {}, () => []),
  ];
  if (wrong.length > 0) return wrong;
  const chosen = itemsOf(select, 'default_values').length;
  const min = typeof select['min_values'] === 'number' ? select['min_values'] : 1;
  const tooFew = chosen === 0 ? [] : badLength([...at, 'default_values'], chosen, { min });
  return [...minimum(select, at, 1), ...tooFew, ...defaults(select, at, chosen, 1)];
};

function common(select: Fields, at: Path, place: Place): Violation[] {
  const disabledInModal = place === 'modal' && select['disabled'] === true;
  return [
    ...text(select, 'custom_id', at, { required: true, min: 1, max: 100 }),
    ...text(select, 'placeholder', at, { max: 150 }),
    ...number(select, 'min_values', at, { min: 0, max: 25 }),
    ...number(select, 'max_values', at, { min: 1, max: 25 }),
    ...yesOrNo(select, 'required', at),
    ...yesOrNo(select, 'disabled', at),
    ...(disabledInModal
      ? [violation([...at, 'disabled'], 'SELECT_COMPONENT_DISABLED_NOT_ALLOWED', 'Cannot be disabled in a modal')]
      : []),
    ...zeroWhenRequired(select, at, place),
  ];
}

/**
 * What must be chosen cannot be nothing. In a modal `required` is true unless said otherwise; in a message it must be
 * said (discord-api-docs issue 7800).
 */
export function zeroWhenRequired(owner: Fields, at: Path, place: Place): Violation[] {
  const isRequired = place === 'modal' ? owner['required'] !== false : owner['required'] === true;
  if (!isRequired || owner['min_values'] !== 0) return [];
  const message = 'Select menus marked as required cannot have a min_values of 0';
  return [violation([...at, 'min_values'], 'SELECT_COMPONENT_REQUIRED_ZERO_MIN_VALUES', message)];
}

/** Labelled options, of which each value stands once. */
export function selectOptions(
  owner: Fields,
  at: Path,
  bounds: { readonly min: number; readonly max: number },
): Violation[] {
  if (isAbsent(owner['options'])) return badLength([...at, 'options'], 0, bounds);
  const wrong = list(owner, 'options', at, bounds, (item, path) =>
    record(item, path, (option, inner) => [
      ...text(option, 'label', inner, { required: true, min: 1, max: 100 }),
      ...text(option, 'value', inner, { required: true, min: 1, max: 100 }),
      ...text(option, 'description', inner, { max: 100 }),
      ...yesOrNo(option, 'default', inner),
      ...checkEmoji(option, inner),
    ]),
  );
  return wrong.length > 0 ? wrong : uniqueValues(owner, at);
}

function uniqueValues(owner: Fields, at: Path): Violation[] {
  const seen = new Set<unknown>();
  return itemsOf(owner, 'options').flatMap((option, index) => {
    const value = isFields(option) ? option['value'] : undefined;
    if (!seen.has(value)) {
      seen.add(value);
      return [];
    }
    const path = [...at, 'options', index];
    return [violation(path, 'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED', 'The specified option value is already used')];
  });
}

/** How many may be chosen, against how many there are and how many are chosen to begin with. */
export function selectCounts(owner: Fields, at: Path, defaultMax: number, limit: number): Violation[] {
  const options = itemsOf(owner, 'options');
  const max = typeof owner['max_values'] === 'number' ? owner['max_values'] : defaultMax;
  const tooFew = badLength([...at, 'options'], options.length, { min: max, max: limit });
  if (tooFew.length > 0) return tooFew;
  const chosen = options.filter((option) => isFields(option) && option['default'] === true).length;
  return [...minimum(owner, at, defaultMax), ...defaults(owner, at, chosen, defaultMax)];
}

function minimum(owner: Fields, at: Path, defaultMax: number): Violation[] {
  const max = typeof owner['max_values'] === 'number' ? owner['max_values'] : defaultMax;
  const min = owner['min_values'];
  return typeof min === 'number' && min > max ? [tooLarge([...at, 'min_values'], max)] : [];
}

function defaults(owner: Fields, at: Path, chosen: number, defaultMax: number): Violation[] {
  const max = typeof owner['max_values'] === 'number' ? owner['max_values'] : defaultMax;
  if (chosen <= max) return [];
  const message = 'The specified number of default values exceeds the specified maximum values';
  const path = [...at, isAbsent(owner['default_values']) ? 'options' : 'default_values'];
  return [violation(path, 'SELECT_COMPONENT_TOO_MANY_DEFAULT_VALUES', message)];
}
