import type { Tip } from '../../coach/content.ts';
import type { Text } from '../en.ts';
import { button, card, type MessageBody, row, words } from '../parts.ts';

/** One of several tips that are walked through in turn. */
export interface TipView {
  readonly tip: Tip;
  /** From 1. */
  readonly number: number;
  readonly of: number;
  /** The argument of the button that shows the next one. */
  readonly next: string;
}

export function tipCard(text: Text, { tip, number, of, next }: TipView): MessageBody {
  const { tips: t } = text;
  return card(
    tip.topic === 'recovery' ? 'rest' : 'train',
    words(
      t.title(tip.title),
      tip.text,
      tip.correction && t.correction(tip.correction),
      t.place(t.topics[tip.topic], number, of),
    ),
    ...(of > 1 ? [row(button('tip', next, t.anotherButton))] : []),
  );
}
