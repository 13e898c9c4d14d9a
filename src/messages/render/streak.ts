import type { Day } from '../../coach/day.ts';
import type { Standing } from '../../coach/streak.ts';
import type { Text } from '../en.ts';
import { button, card, divider, type MessageBody, row, words } from '../parts.ts';
import { reviewButton } from './review.ts';

/** How many steps are told at once. */
const LEDGER_LINES = 12;

export interface StreakView {
  readonly standing: Standing;
  /** A missed day that ten minutes today would make good. */
  readonly repairable?: Day;
  /** The plan's week that has begun, to look back on. */
  readonly week?: number;
  /** From 0, the newest; as far as there are. */
  readonly page: number;
}

/** The streak, and the steps that made it, the latest first. */
export function streakCard(text: Text, { standing, repairable, week, page }: StreakView): MessageBody {
  const { streakCard: t } = text;
  const { ledger } = standing;
  if (ledger.length === 0) return card('plain', words(t.title(0), t.none));
  const pages = Math.ceil(ledger.length / LEDGER_LINES);
  const at = Math.min(page, pages - 1);
  const lines = [...ledger]
    .reverse()
    .slice(at * LEDGER_LINES, (at + 1) * LEDGER_LINES)
    .map((line) => t.line(line.day, text.ledger[line.event](line)));
  const buttons = [...pageButtons(text, at, pages), ...(week === undefined ? [] : [reviewButton(text, week)])];
  return card(
    standing.comeback ? 'celebrate' : 'train',
    words(
      t.title(standing.streak),
      t.facts(standing.longest, standing.freezes, standing.keptSessions, standing.dueSessions),
      standing.dueSessions === 0 ? undefined : t.consistency(Math.round(standing.consistency * 100)),
      standing.comeback ? t.comeback : undefined,
      standing.openToday ? t.openToday : undefined,
      repairable === undefined ? undefined : t.repairable(repairable),
    ),
    divider(),
    words(pages === 1 ? t.why : t.page(at + 1, pages), ...lines),
    words(t.rules),
    ...(buttons.length === 0 ? [] : [row(...buttons)]),
  );
}

function pageButtons({ streakCard: t }: Text, at: number, pages: number) {
  return [
    ...(at < pages - 1 ? [button('streak-page', String(at + 1), t.olderButton)] : []),
    ...(at > 0 ? [button('streak-page', String(at - 1), t.newerButton)] : []),
  ];
}
