import { checkNames } from './command-names.ts';
import { checkOptions } from './command-options.ts';
import {
  badLength,
  choice,
  type Fields,
  isAbsent,
  isFields,
  items,
  itemsOf,
  type Path,
  record,
  text,
  type Violation,
  violation,
  yesOrNo,
} from './fields.ts';
import { checkLocalizations, longestOf } from './localizations.ts';

const commandType = { chatInput: 1, user: 2, message: 3, entryPoint: 4 } as const;
const maxOfType: ReadonlyMap<unknown, number> = new Map([
  [commandType.chatInput, 100],
  [commandType.user, 15],
  [commandType.message, 15],
  [commandType.entryPoint, 1],
]);
const maxSize = 8000;

/** Everything that Discord's rules refuse in a list of commands that overwrites all there are. */
export function checkCommands(list: readonly unknown[]): readonly Violation[] {
  const wrong = items(list, [], {}, (command, at) => record(command, at, checkFields));
  if (wrong.length > 0) return wrong;
  const tooMany = checkCounts(list);
  return tooMany.length > 0 ? tooMany : checkUnique(list);
}

/** The same for one command; that its name is not taken by another is for the caller to know. */
export function checkCommand(command: unknown): readonly Violation[] {
  return record(command, [], checkFields);
}

const typeOf = (command: Fields): unknown => command['type'] ?? commandType.chatInput;

function checkFields(command: Fields, at: Path): readonly Violation[] {
  const type = typeOf(command);
  const wrong = [
    ...(isAbsent(command['type']) ? [] : choice(command, 'type', at, Object.values(commandType))),
    ...yesOrNo(command, 'nsfw', at),
    ...yesOrNo(command, 'dm_permission', at),
    ...(type === commandType.chatInput
      ? [...checkNames(command, at), ...checkOptions(command, at)]
      : checkMenuEntry(command, at)),
  ];
  if (wrong.length > 0) return wrong;
  if (sizeOf(command) <= maxSize) return [];
  return [violation(at, 'APPLICATION_COMMAND_TOO_LARGE', `Command exceeds maximum size (${maxSize})`)];
}

/** An entry of a context menu is called what it likes, but is neither described nor given options. */
function checkMenuEntry(command: Fields, at: Path): Violation[] {
  const refuse = (key: string, code: string): Violation[] => {
    const value = command[key];
    const isEmpty = isAbsent(value) || value === '' || (Array.isArray(value) && value.length === 0);
    return isEmpty ? [] : [violation([...at, key], code, `Context menu commands cannot have ${key}`)];
  };
  return [
    ...text(command, 'name', at, { required: true, min: 1, max: 32 }),
    ...checkLocalizations(command, 'name_localizations', at, { min: 1, max: 32 }),
    ...refuse('description', 'APPLICATION_COMMAND_CONTEXT_MENU_DESCRIPTION_NOT_ALLOWED'),
    ...refuse('options', 'APPLICATION_COMMAND_CONTEXT_MENU_OPTIONS_NOT_ALLOWED'),
  ];
}

function checkCounts(list: readonly unknown[]): Violation[] {
  return [...maxOfType].flatMap(([type, max]) => {
    const count = list.filter((command) => isFields(command) && typeOf(command) === type).length;
    return badLength([], count, { max });
  });
}

/** Names are unique within a type. */
function checkUnique(list: readonly unknown[]): Violation[] {
  const seen = new Set<string>();
  return list.filter(isFields).flatMap((command, index) => {
    const key = `${String(typeOf(command))} ${String(command['name'])}`;
    if (!seen.has(key)) {
      seen.add(key);
      return [];
    }
    return [violation([index], 'APPLICATION_COMMANDS_DUPLICATE_NAME', 'Application command names must be unique')];
  });
}

/** The sum that may not exceed 8,000: every name, description and value, each with its longest translation. */
function sizeOf(command: Fields): number {
  const own = longestOf(command, 'name') + longestOf(command, 'description') + valueLength(command['value']);
  const inner = [...itemsOf(command, 'options'), ...itemsOf(command, 'choices')].filter(isFields);
  return inner.reduce((sum, part) => sum + sizeOf(part), own);
}

const valueLength = (value: unknown): number => (typeof value === 'string' ? value.length : 0);
