import { en, type Text } from './en.ts';

/** One entry a language; Discord's locale code, or the part before its dash. */
const LANGUAGES: Readonly<Record<string, Text>> = { en };

/** The sentences in the language of `locale`; English when there is none yet. */
export function textFor(locale: string | undefined): Text {
  return LANGUAGES[locale ?? 'en'] ?? LANGUAGES[locale?.split('-')[0] ?? 'en'] ?? en;
}
