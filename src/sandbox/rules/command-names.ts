import { type Fields, isFields, type Path, text, type Violation, violation } from './fields.ts';
import { checkLocalizations } from './localizations.ts';

/** What a chat-input command or an option may be called, in any language that has no capitals or uses none. */
const namePattern = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;

/** The name and description of a chat-input command or of an option, and their translations. */
export function checkNames(owner: Fields, at: Path): Violation[] {
  return [
    ...checkName(owner, at),
    ...text(owner, 'description', at, { required: true, min: 1, max: 100 }),
    ...checkLocalizations(owner, 'description_localizations', at, { min: 1, max: 100 }),
  ];
}

function checkName(owner: Fields, at: Path): Violation[] {
  const wrong = [
    ...text(owner, 'name', at, { required: true, min: 1, max: 32 }),
    ...checkLocalizations(owner, 'name_localizations', at, { min: 1, max: 32 }),
  ];
  if (wrong.length > 0) return wrong;
  const translations = owner['name_localizations'];
  const names = isFields(translations) ? Object.entries(translations) : [];
  return [
    ...matchesPattern(owner['name'], [...at, 'name']),
    ...names.flatMap(([locale, name]) => matchesPattern(name, [...at, 'name_localizations', locale])),
  ];
}

function matchesPattern(name: unknown, at: Path): Violation[] {
  if (typeof name !== 'string') return [];
  const hasPattern = namePattern.test(name);
  if (hasPattern && name === name.toLowerCase()) return [];
  return [
    ...(hasPattern ? [] : [violation(at, 'STRING_TYPE_REGEX', 'String value did not match validation regex.')]),
    violation(at, 'APPLICATION_COMMAND_INVALID_NAME', 'Command name is invalid'),
  ];
}
