import { Locale } from 'discord-api-types/v10';
import {
  type Bounds,
  badLength,
  type Fields,
  isAbsent,
  isFields,
  type Path,
  type Violation,
  violation,
} from './fields.ts';

const locales: ReadonlySet<string> = new Set(Object.values(Locale));

/** Texts by Discord's locales. */
export function checkLocalizations(owner: Fields, key: string, at: Path, bounds: Bounds): Violation[] {
  const value = owner[key];
  const path = [...at, key];
  if (isAbsent(value)) return [];
  if (!isFields(value)) return [violation(path, 'DICT_TYPE_CONVERT', 'Only dictionaries may be used in a DictType')];
  return Object.entries(value).flatMap(([locale, translation]) => {
    const inner = [...path, locale];
    if (!locales.has(locale)) return [violation(inner, 'BASE_TYPE_CHOICES', `"${locale}" is not a known locale.`)];
    if (isAbsent(translation)) return [];
    if (typeof translation === 'string') return badLength(inner, translation.length, bounds);
    return [violation(inner, 'STRING_TYPE_CONVERT', `Could not interpret "${JSON.stringify(translation)}" as string.`)];
  });
}

/** The length of a text, or of its longest translation if that is longer: what Discord counts of a command. */
export function longestOf(owner: Fields, key: string): number {
  const translations = owner[`${key}_localizations`];
  const texts = [owner[key], ...(isFields(translations) ? Object.values(translations) : [])];
  return Math.max(0, ...texts.map((text) => (typeof text === 'string' ? text.length : 0)));
}
