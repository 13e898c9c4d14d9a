import type { Day } from '../../coach/day.ts';
import type { Text } from '../en.ts';
import { card, type MessageBody, words } from '../parts.ts';

interface Span {
  readonly from: Day;
  readonly to: Day;
}

export type FreezeChange = { readonly added: Span } | { readonly removed: Span };

/** Of many, the latest: Discord takes 4,000 characters. */
const MOST_SHOWN = 40;

/** The days that count for nobody, ascending, and what was changed of them. */
export function freezeCard(text: Text, spans: readonly Span[], change?: FreezeChange): MessageBody {
  const { coachFreeze: t } = text;
  const changed =
    change === undefined
      ? []
      : 'added' in change
        ? [t.added(change.added.from, change.added.to), '']
        : [t.removed(change.removed.from, change.removed.to), ''];
  return card(
    'plain',
    words(
      ...changed,
      t.title,
      t.meaning,
      '',
      ...(spans.length === 0 ? [t.none] : []),
      ...spans.slice(-MOST_SHOWN).map(({ from, to }) => t.line(from, to)),
      spans.length === 0 ? undefined : t.takeBack,
    ),
  );
}
