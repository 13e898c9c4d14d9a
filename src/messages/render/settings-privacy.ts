import type { Text } from '../en.ts';
import { button, type MessageBody, row, words } from '../parts.ts';
import { settingsPage, type Told } from './settings-parts.ts';

/** What a member may show or hide. */
export const PRIVACIES = ['share', 'board', 'body'] as const;
export type PrivacyId = (typeof PRIVACIES)[number];

/** What others see of a member, and what is kept from them: yes or no. */
export function privacyPage(text: Text, view: Readonly<Record<PrivacyId, boolean>>, told?: Told): MessageBody {
  const { privacy: t } = text.settings;
  const lines = PRIVACIES.map((each) => t[each][view[each] ? 'yes' : 'no']);
  // A button says and carries what it sets: pressed on an old panel, it does no other thing.
  const buttons = PRIVACIES.map((each) => {
    const to = view[each] ? 'no' : 'yes';
    return button('settings-privacy', `${each}.${to}`, t[`${each}Button`][to]);
  });
  return settingsPage(text, 'privacy', told, [words(...lines, t.everybody), row(...buttons)]);
}

/** There is one language: a choice is offered, and kept, once there are more. */
export function languagePage(text: Text): MessageBody {
  return settingsPage(text, 'language', undefined, [words(text.settings.language.onlyEnglish)]);
}
