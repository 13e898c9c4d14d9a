import type { Standing } from '../../coach/streak.ts';
import type { Text } from '../en.ts';
import { card, divider, type MessageBody, words } from '../parts.ts';

/** How many of the latest steps are told; older ones are settled. */
const LEDGER_LINES = 12;

/** The streak, and the steps that made it, the latest first. */
export function streakCard(text: Text, standing: Standing): MessageBody {
  const { streakCard: t } = text;
  if (standing.ledger.length === 0) return card('plain', words(t.title(0), t.none));
  const lines = standing.ledger
    .slice(-LEDGER_LINES)
    .reverse()
    .map(({ day, event, streak, freezes }) => t.line(day, text.ledger[event](streak, freezes)));
  return card(
    'train',
    words(
      t.title(standing.streak),
      t.facts(standing.longest, standing.freezes, standing.keptSessions, standing.dueSessions),
      standing.dueSessions === 0 ? undefined : t.consistency(Math.round(standing.consistency * 100)),
      standing.openToday ? t.openToday : undefined,
    ),
    divider(),
    words(t.why, ...lines),
    words(t.rules),
  );
}
