import {
  type Fields,
  isAbsent,
  isFields,
  list,
  number,
  type Path,
  record,
  tuple,
  type Violation,
  violation,
} from './fields.ts';

/** The types of component that the sandbox knows, by Discord's numbers. */
export const componentType = {
  actionRow: 1,
  button: 2,
  stringSelect: 3,
  textInput: 4,
  userSelect: 5,
  roleSelect: 6,
  mentionableSelect: 7,
  channelSelect: 8,
  section: 9,
  textDisplay: 10,
  thumbnail: 11,
  mediaGallery: 12,
  file: 13,
  separator: 14,
  container: 17,
  label: 18,
  fileUpload: 19,
  radioGroup: 21,
  checkboxGroup: 22,
  checkbox: 23,
} as const;

/** What may stand in one place, and how each is checked there. */
export type Kinds = ReadonlyMap<number, (component: Fields, at: Path) => readonly Violation[]>;

/** One component in a place that takes only `kinds`. */
export function component(value: unknown, at: Path, kinds: Kinds): readonly Violation[] {
  return record(value, at, (fields) => {
    const kind = fields['type'];
    if (isAbsent(kind)) return [violation(at, 'TAG_FIELD_MISSING', 'Field "type" is required')];
    const check = typeof kind === 'number' ? kinds.get(kind) : undefined;
    if (check) return [...number(fields, 'id', at, { min: 0, max: 2 ** 31 - 1 }), ...check(fields, at)];
    const allowed = tuple([...kinds.keys()].toSorted((a, b) => a - b));
    return [violation(at, 'UNION_TYPE_CHOICES', `Value of field "type" must be one of ${allowed}.`)];
  });
}

/** The list of components at `components`. */
export function componentList(
  owner: Fields,
  at: Path,
  bounds: { readonly min?: number; readonly max?: number; readonly required?: boolean },
  kinds: Kinds,
): Violation[] {
  return list(owner, 'components', at, bounds, (item, path) => component(item, path, kinds));
}

/** A component and where it stands. */
export interface Placed {
  readonly component: Fields;
  readonly at: Path;
}

/** Every component under `owner`, outermost first: lists, a section's accessory, what a label holds. */
export function everyComponent(owner: Fields, at: Path): Placed[] {
  const children = Array.isArray(owner['components'])
    ? owner['components'].map((child, index) => ({ child, at: [...at, 'components', index] }))
    : [];
  const single = ['accessory', 'component'].map((key) => ({ child: owner[key], at: [...at, key] }));
  return [...children, ...single].flatMap((place) =>
    isFields(place.child) ? [{ component: place.child, at: place.at }, ...everyComponent(place.child, place.at)] : [],
  );
}

/** Within one message or modal each custom_id stands once, and so does each id that the application gave. */
export function duplicates(placed: readonly Placed[]): Violation[] {
  return [
    ...repeated(placed, 'custom_id', 'COMPONENT_CUSTOM_ID_DUPLICATED', 'Component custom id cannot be duplicated'),
    ...repeated(placed, 'id', 'COMPONENT_ID_DUPLICATED', 'Component id cannot be duplicated'),
  ];
}

function repeated(placed: readonly Placed[], key: string, code: string, message: string): Violation[] {
  const seen = new Set<unknown>();
  return placed.flatMap(({ component, at }) => {
    const value = component[key];
    // An id of 0 is one that Discord is to give.
    if (isAbsent(value) || value === 0) return [];
    if (seen.has(value)) return [violation([...at, key], code, message)];
    seen.add(value);
    return [];
  });
}
