import { z } from 'zod';
import { todayOf } from '../coach/clock.ts';
import { type Content, TIP_TOPICS } from '../coach/content.ts';
import { type Day, dayNumber, dayOf, zone } from '../coach/day.ts';
import { type TipReader, tipFor, tipsFor } from '../coach/rest-day.ts';
import { type Context, defineCommand, press } from '../discord/define-command.ts';
import { en } from '../messages/en.ts';
import { note } from '../messages/render/note.ts';
import { tipCard } from '../messages/render/tip.ts';

const t = en.commands.tip;

/** Which tips are walked through. */
const WALKS = ['any', ...TIP_TOPICS] as const;
type Walk = (typeof WALKS)[number];

/** `any.12`, `nutrition.0`: a place in the order of a walk. */
const place = z.string().transform((argument, issues): { walk: Walk; index: number } => {
  const [first, index, ...more] = argument.split('.');
  const walk = WALKS.find((name) => name === first);
  if (walk !== undefined && more.length === 0 && /^\d{1,6}$/.test(index ?? '')) return { walk, index: Number(index) };
  issues.issues.push({ code: 'custom', input: argument, message: 'no place among the tips' });
  return z.NEVER;
});

export default defineCommand({
  description: t.description,
  options: z.object({
    topic: z.enum(TIP_TOPICS).meta({ description: t.topic, labels: en.tips.topics }).optional(),
  }),
  async run(context, { topic }) {
    const walk = topic ?? 'any';
    const reader = await readerOf(context);
    return { to: 'member', body: tipAt(context, walk, firstOf(context.content, walk, reader), reader) };
  },
  buttons: {
    tip: press({
      argument: place,
      run: async (context, { walk, index }) => ({
        to: 'update',
        body: tipAt(context, walk, index, await readerOf(context)),
      }),
    }),
  },
});

interface Reader extends TipReader {
  /** The member's own; UTC's for somebody who is not in the programme. */
  readonly today: Day;
}

async function readerOf({ store, serverId, userId, now }: Context): Promise<Reader> {
  const file = await store.members.file(serverId, userId);
  if (file === undefined) return { today: dayOf(now, zone('UTC')) };
  return { today: todayOf(file.member.clock, now), hideBody: file.member.hideBody ?? false };
}

/** The day's tip, which the daily post shows too, or the topic's own turn by the date. */
function firstOf(content: Content, walk: Walk, reader: Reader): number {
  if (walk !== 'any') return dayNumber(reader.today);
  return tipsFor(content.tips, reader).indexOf(tipFor(content, reader.today, reader));
}

/** The tip at a place of the order, which begins again after the last. */
function tipAt({ content, text }: Context, walk: Walk, index: number, reader: TipReader) {
  const tips = tipsFor(content.tips, reader).filter(({ topic }) => walk === 'any' || topic === walk);
  const at = index % tips.length;
  const tip = tips[at];
  if (tip === undefined) return note(text.tips.none);
  return tipCard(text, { tip, number: at + 1, of: tips.length, next: `${walk}.${(at + 1) % tips.length}` });
}
