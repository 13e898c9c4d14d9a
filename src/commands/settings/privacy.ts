import { z } from 'zod';
import { press } from '../../discord/define-command.ts';
import { languagePage, PRIVACIES, type PrivacyId, privacyPage } from '../../messages/render/settings-privacy.ts';
import type { Privacy } from '../../store/interfaces/members.ts';
import { presentMember } from '../training/session.ts';
import { change, type Show } from './panel.ts';

export const showPrivacy: Show = async (context, store, told) => {
  const { member } = (await presentMember(context, store)).file;
  const { shareMilestones: share, onLeaderboard: board = false, hideBody: body = false } = member;
  return privacyPage(context.text, { share, board, body }, told);
};

export const showLanguage: Show = async (context, store) => {
  await presentMember(context, store);
  return languagePage(context.text);
};

const COLUMNS = { share: 'shareMilestones', board: 'onLeaderboard', body: 'hideBody' } satisfies Record<
  PrivacyId,
  keyof Privacy
>;

/** `share.yes`: a press does what its button said, however old its panel is. */
const choosing = z.templateLiteral([z.enum(PRIVACIES), '.', z.enum(['yes', 'no'])]).transform((argument) => {
  const [what, to] = argument.split('.');
  return { what: what as PrivacyId, to: to === 'yes' ? ('yes' as const) : ('no' as const) };
});

export const privacyButtons = {
  'settings-privacy': press({
    argument: choosing,
    run: (context, { what, to }) =>
      change(context, showPrivacy, async (store, { file }) => {
        await store.choices.setPrivacy(file.member.id, { [COLUMNS[what]]: to === 'yes' });
        return { lines: [context.text.settings.privacy[`${what}Now`][to]] };
      }),
  }),
};
