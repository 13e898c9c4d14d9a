import { z } from 'zod';
import { FREEZE_DAYS, leftOfFrozen, whyNotFrozen } from '../../coach/admin.ts';
import { addDays, type Day, dayOf, formatDay, parseDay } from '../../coach/day.ts';
import { action, type Choice, type Context, type Reply } from '../../discord/define-command.ts';
import { namedDayInput } from '../../discord/inputs.ts';
import { en } from '../../messages/en.ts';
import { type FreezeChange, freezeCard } from '../../messages/render/coach-freeze.ts';
import { UserError } from '../../messages/user-error.ts';
import type { DaySpan } from '../../store/interfaces/freezes.ts';
import type { Store } from '../../store/store.ts';
import { withAlert } from './told.ts';

const t = en.commands.coach;

export const freezeAction = action({
  description: t.freeze,
  options: z.object({
    from: namedDayInput(t.from).optional(),
    until: namedDayInput(t.until).optional(),
    remove: z.string().min(1).max(30).describe(t.remove).optional(),
  }),
  suggest: { from: suggestAhead, until: suggestAhead, remove: suggestFrozen },
  async run(context, { from: first, until: last, remove }) {
    const today = await serverToday(context);
    return context.store.transaction(async (store) => {
      const reply = (change?: FreezeChange) => answer(context, store, change);
      if (remove !== undefined) return reply({ removed: await takeBack(context, store, remove, today) });
      if (first === undefined && last === undefined) return reply();
      if (first === undefined) throw new UserError('freezeFromNeeded');
      const from = first(today);
      const span = { from, to: last?.(today) ?? from };
      refuseUnlessFrozen(span, today);
      return reply({ added: await store.freezes.add(context.serverId, span) });
    });
  },
});

async function answer(context: Context, store: Store, change?: FreezeChange): Promise<Reply> {
  const spans = await store.freezes.of(context.serverId);
  const inside = { ...context, store };
  return withAlert(inside, { to: 'member', body: freezeCard(context.text, spans, change) });
}

/** By the server's own clock. @throws UserError `setUpFirst` */
async function serverToday({ store, serverId, now }: Context): Promise<Day> {
  const settings = await store.servers.settings(serverId);
  if (settings === undefined) throw new UserError('setUpFirst');
  return dayOf(now, settings.zone);
}

function refuseUnlessFrozen({ from, to }: DaySpan, today: Day): void {
  switch (whyNotFrozen({ from, to }, today)) {
    case 'backwards':
      throw new UserError('freezeBackwards', { from, to });
    case 'tooOld':
      throw new UserError('freezeTooOld', { oldest: addDays(today, -FREEZE_DAYS.back) });
    case 'tooLong':
      throw new UserError('freezeTooLong', { most: FREEZE_DAYS.atOnce });
    case 'tooFar':
      throw new UserError('freezeTooFar');
    case undefined:
  }
}

/** What is too long ago stays. */
async function takeBack({ serverId }: Context, store: Store, typed: string, today: Day): Promise<DaySpan> {
  const from = parseDay(typed.trim());
  const span = (await store.freezes.of(serverId)).find((each) => each.from === from);
  if (span === undefined) throw new UserError('noSuchFreeze');
  const left = leftOfFrozen(span, today);
  if (left?.to === span.to) throw new UserError('freezeTooOld', { oldest: addDays(today, -FREEZE_DAYS.back) });
  await store.freezes.remove(serverId, span.from);
  if (left === undefined) return span;
  await store.freezes.add(serverId, left);
  return { from: addDays(left.to, 1), to: span.to };
}

const SUGGESTED_DAYS = 25;

async function suggestAhead(typed: string, context: Context): Promise<Choice[]> {
  const today = await serverToday(context);
  const days = Array.from({ length: SUGGESTED_DAYS }, (_, ahead) => addDays(today, ahead));
  const wanted = typed.trim().toLowerCase();
  const named = days.map((day) => ({ name: formatDay(day), value: day }));
  return named.filter(({ name, value }) => name.toLowerCase().includes(wanted) || value.startsWith(wanted));
}

async function suggestFrozen(_typed: string, { store, serverId, text }: Context): Promise<Choice[]> {
  const spans = await store.freezes.of(serverId);
  // The latest are the ones that somebody takes back.
  return spans.reverse().map(({ from, to }) => ({ name: text.coachFreeze.choice(from, to), value: from }));
}
