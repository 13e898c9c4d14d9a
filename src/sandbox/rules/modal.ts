import { component, componentList, componentType, duplicates, everyComponent, type Kinds } from './components.ts';
import {
  type Fields,
  isAbsent,
  isFields,
  itemsOf,
  missing,
  type Path,
  record,
  text,
  type Violation,
  violation,
} from './fields.ts';
import { inputKinds, textInput } from './modal-inputs.ts';
import { selectKinds } from './selects.ts';

const inLabel: Kinds = new Map([...inputKinds, ...selectKinds('modal')]);

/** A label holds one thing to fill in; a text input in it has no label of its own. */
function checkLabel(label: Fields, at: Path): readonly Violation[] {
  const inside = label['component'];
  const path = [...at, 'component'];
  const message = 'The label of a text input in a label component stands on that component';
  return [
    ...text(label, 'label', at, { required: true, min: 1, max: 45 }),
    ...text(label, 'description', at, { min: 1, max: 100 }),
    ...(isAbsent(inside) ? [missing(path)] : component(inside, path, inLabel)),
    ...(isFields(inside) && inside['type'] === componentType.textInput && !isAbsent(inside['label'])
      ? [violation([...path, 'label'], 'TEXT_INPUT_COMPONENT_LABEL_NOT_ALLOWED', message)]
      : []),
  ];
}

/** Deprecated, still taken: a row with one text input, which carries its own label. */
function checkRow(row: Fields, at: Path): readonly Violation[] {
  const wrong = componentList(row, at, { required: true, min: 1, max: 1 }, new Map([textInput]));
  const [input] = itemsOf(row, 'components');
  if (wrong.length > 0 || !isFields(input) || !isAbsent(input['label'])) return wrong;
  return [missing([...at, 'components', 0, 'label'])];
}

const atTop: Kinds = new Map([
  [componentType.actionRow, checkRow],
  [componentType.textDisplay, (display, at) => text(display, 'content', at, { required: true, min: 1, max: 4000 })],
  [componentType.label, checkLabel],
]);

/** Everything that Discord's rules refuse in a modal, given the `data` of the callback that opens it. */
export function checkModal(data: unknown): readonly Violation[] {
  return record(data, [], checkFields);
}

function checkFields(data: Fields): readonly Violation[] {
  const wrong = [
    ...text(data, 'title', [], { required: true, min: 1, max: 45 }),
    ...text(data, 'custom_id', [], { required: true, min: 1, max: 100 }),
    ...componentList(data, [], { required: true, min: 1, max: 5 }, atTop),
  ];
  return wrong.length > 0 ? wrong : duplicates(everyComponent(data, []));
}
