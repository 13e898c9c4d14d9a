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
  lengthOf,
  list,
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
export function checkCommands(commands: readonly unknown[]): readonly Violation[] {
  const wrong = items(commands, [], {}, (command, at) => record(command, at, checkFields));
  if (wrong.length > 0) return wrong;
  const tooMany = checkCounts(commands);
  return tooMany.length > 0 ? tooMany : checkUnique(commands);
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
  const wrong = [
    ...text(command, 'name', at, { required: true, min: 1, max: 32 }),
    ...checkLocalizations(command, 'name_localizations', at, { min: 1, max: 32 }),
    ...text(command, 'description', at, {}),
    ...list(command, 'options', at, {}, () => []),
  ];
  if (wrong.length > 0) return wrong;
  return [
    ...(lengthOf(command, 'description') > 0 ? [notInMenu(at, 'description')] : []),
    ...(itemsOf(command, 'options').length > 0 ? [notInMenu(at, 'options')] : []),
  ];
}

function notInMenu(at: Path, key: string): Violation {
  const code = `APPLICATION_COMMAND_CONTEXT_MENU_${key.toUpperCase()}_NOT_ALLOWED`;
  return violation([...at, key], code, `Context menu commands cannot have ${key}`);
}

function checkCounts(commands: readonly unknown[]): Violation[] {
  return [...maxOfType].flatMap(([type, max]) => {
    const count = commands.filter((command) => isFields(command) && typeOf(command) === type).length;
    return badLength([], count, { max });
  });
}

/** Names are unique within a type. */
function checkUnique(commands: readonly unknown[]): Violation[] {
  const seen = new Set<string>();
  return commands.filter(isFields).flatMap((command, index) => {
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
