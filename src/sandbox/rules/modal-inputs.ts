import { componentType, type Kinds } from './components.ts';
import {
  badLength,
  choice,
  type Fields,
  isFields,
  itemsOf,
  list,
  number,
  type Path,
  text,
  tooLarge,
  type Violation,
  violation,
  yesOrNo,
} from './fields.ts';
import { selectCounts, selectOptions, zeroWhenRequired } from './selects.ts';

const maxTextLength = 4000;
const groupLimit = 10;

const customId = (owner: Fields, at: Path): Violation[] =>
  text(owner, 'custom_id', at, { required: true, min: 1, max: 100 });

function checkTextInput(input: Fields, at: Path): Violation[] {
  const wrong = [
    ...customId(input, at),
    ...choice(input, 'style', at, [1, 2]),
    ...text(input, 'label', at, { min: 1, max: 45 }),
    ...text(input, 'placeholder', at, { max: 100 }),
    ...text(input, 'value', at, { max: maxTextLength }),
    ...number(input, 'min_length', at, { min: 0, max: maxTextLength }),
    ...number(input, 'max_length', at, { min: 1, max: maxTextLength }),
    ...yesOrNo(input, 'required', at),
  ];
  return wrong.length > 0 ? wrong : checkLengths(input, at);
}

/** The bounds agree with each other, and what is filled in already keeps them. */
function checkLengths(input: Fields, at: Path): Violation[] {
  const { min_length: min, max_length: max, value } = input;
  if (typeof min === 'number' && typeof max === 'number' && min > max) return [tooLarge([...at, 'min_length'], max)];
  if (typeof value !== 'string' || value === '') return [];
  return badLength([...at, 'value'], value.length, {
    ...(typeof min === 'number' && value.length < min ? { min } : {}),
    ...(typeof max === 'number' && value.length > max ? { max } : {}),
  });
}

/** One of two to ten. */
function checkRadioGroup(group: Fields, at: Path): Violation[] {
  const wrong = [
    ...customId(group, at),
    ...yesOrNo(group, 'required', at),
    ...selectOptions(group, at, { min: 2, max: groupLimit }),
  ];
  if (wrong.length > 0) return wrong;
  const chosen = itemsOf(group, 'options').filter((option) => isFields(option) && option['default'] === true);
  if (chosen.length <= 1) return [];
  const message = 'The specified number of default values exceeds the specified maximum values';
  return [violation([...at, 'options'], 'SELECT_COMPONENT_TOO_MANY_DEFAULT_VALUES', message)];
}

/** Any of one to ten; as many as there are, unless said otherwise. */
function checkCheckboxGroup(group: Fields, at: Path): Violation[] {
  const wrong = [
    ...customId(group, at),
    ...number(group, 'min_values', at, { min: 0, max: groupLimit }),
    ...number(group, 'max_values', at, { min: 1, max: groupLimit }),
    ...yesOrNo(group, 'required', at),
    ...zeroWhenRequired(group, at, 'modal'),
    ...selectOptions(group, at, { min: 1, max: groupLimit }),
  ];
  return wrong.length > 0 ? wrong : selectCounts(group, at, itemsOf(group, 'options').length, groupLimit);
}

const checkCheckbox = (box: Fields, at: Path): Violation[] => [...customId(box, at), ...yesOrNo(box, 'default', at)];

function checkFileUpload(upload: Fields, at: Path): Violation[] {
  const wrong = [
    ...customId(upload, at),
    ...number(upload, 'min_values', at, { min: 0, max: 10 }),
    ...number(upload, 'max_values', at, { min: 1, max: 10 }),
    ...yesOrNo(upload, 'required', at),
    ...zeroWhenRequired(upload, at, 'modal'),
    ...list(upload, 'file_types', at, { max: 10 }, () => []),
  ];
  const { min_values: min, max_values: max } = upload;
  const most = typeof max === 'number' ? max : 1;
  return wrong.length === 0 && typeof min === 'number' && min > most ? [tooLarge([...at, 'min_values'], most)] : wrong;
}

export const textInput = [componentType.textInput, checkTextInput] as const;

/** What people fill in, selects apart. */
export const inputKinds: Kinds = new Map<number, (input: Fields, at: Path) => readonly Violation[]>([
  textInput,
  [componentType.fileUpload, checkFileUpload],
  [componentType.radioGroup, checkRadioGroup],
  [componentType.checkboxGroup, checkCheckboxGroup],
  [componentType.checkbox, checkCheckbox],
]);
