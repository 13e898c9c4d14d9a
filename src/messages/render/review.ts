import type { WeekReview } from '../../coach/review.ts';
import type { Text } from '../en.ts';
import { button, card, type MessageBody, row, words } from '../parts.ts';

/**
 * A week in review.
 * @param key of the direct message that it is; it then has a button that ends these
 */
export function reviewCard(text: Text, review: WeekReview, key?: string): MessageBody {
  const { review: t, reminders } = text;
  const { week, from, to, missed, sleep, waterDays, consistency, suggestion } = review;
  return card(
    missed.length === 0 && review.kept > 0 ? 'train' : 'plain',
    words(
      t.title(week, from, to),
      t.sessions(review),
      missed.length === 0 ? undefined : t.missed(missed),
      sleep && t.sleep(sleep.nights, sleep.average),
      waterDays === 0 ? undefined : t.water(waterDays),
      consistency === undefined ? undefined : t.consistency(Math.round(consistency * 100)),
      t.suggestion(suggestion),
    ),
    ...(key === undefined ? [] : [row(button('remind-stop', key, reminders.stopButton))]),
  );
}

/** The button under which a week's review is found. */
export function reviewButton(text: Text, week: number) {
  return button('review', String(week), text.review.button(week));
}
