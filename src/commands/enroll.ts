import { z } from 'zod';
import { DAY_ENDS_AT, todayOf } from '../coach/clock.ts';
import { KITS, type Kit, LEVELS, type Level } from '../coach/content.ts';
import { type Day, nextMonday, WEEKDAYS, type Weekday, type Zone } from '../coach/day.ts';
import { READINESS_VERSION } from '../coach/readiness.ts';
import { type Context, defineCommand, form, type Reply } from '../discord/define-command.ts';
import { kitInput, suggestZones, weekdaysInput, zoneInput } from '../discord/inputs.ts';
import { en } from '../messages/en.ts';
import { enrollForm, welcomeCard } from '../messages/render/enroll.ts';
import { UserError } from '../messages/user-error.ts';

const STARTS = ['today', 'monday'] as const;
const t = en.commands.enroll;

/** What was said so far; what is absent is asked by the form. */
interface Said {
  readonly zone: Zone;
  readonly level: Level;
  readonly days?: readonly Weekday[] | undefined;
  readonly kit?: readonly Kit[] | undefined;
  readonly start?: (typeof STARTS)[number] | undefined;
  readonly mention?: boolean | undefined;
  readonly share?: boolean | undefined;
}

export default defineCommand({
  description: t.description,
  options: z.object({
    zone: zoneInput(t.zone),
    level: z.enum(LEVELS).meta({ description: t.level, labels: en.levels }),
    days: weekdaysInput(t.days).optional(),
    kit: kitInput(t.kit).optional(),
    start: z.enum(STARTS).meta({ description: t.start, labels: t.starts }).optional(),
    mention: z.boolean().describe(t.mention).optional(),
    share: z.boolean().describe(t.share).optional(),
    ready: z.boolean().describe(t.ready).optional(),
  }),
  suggest: { zone: (typed, { now }) => suggestZones(typed, now) },

  async run(context, { ready, ...said }): Promise<Reply> {
    const standing = await context.store.members.file(context.serverId, context.userId);
    if (standing !== undefined) throw new UserError('alreadyEnrolled', { startsOn: standing.enrolment.startsOn });
    if (ready === false) throw new UserError('notReady');
    const unasked = {
      days: said.days === undefined,
      kit: said.kit === undefined,
      start: said.start === undefined,
      share: said.share === undefined,
      mention: said.mention === undefined,
    };
    const complete = ready === true && !unasked.days && !unasked.kit && !unasked.start;
    if (complete) return enroll(context, said);
    return { to: 'form', form: enrollForm(context.text, pack(said), unasked) };
  },

  forms: {
    enroll: form({
      argument: z.string().transform((argument, issues) => {
        const said = unpack(argument);
        if (said === undefined) issues.issues.push({ code: 'custom', input: argument, message: 'not an enrolment' });
        return said ?? z.NEVER;
      }),
      fields: z.object({
        days: z
          .array(z.string())
          .transform((picked) => WEEKDAYS.filter((day) => picked.includes(String(day))))
          .refine((days) => days.length >= 3 && days.length <= 5)
          .optional(),
        kit: z.array(z.enum(KITS)).default([]),
        start: z.enum(STARTS).optional(),
        agreed: z.array(z.string()).default([]),
      }),
      run: (context, said, { days, kit, start, agreed }) => {
        if (!agreed.includes('ready')) throw new UserError('notReady');
        return enroll(context, {
          ...said,
          days: said.days ?? days,
          kit: said.kit ?? kit,
          start: said.start ?? start,
          share: said.share ?? agreed.includes('share'),
          mention: said.mention ?? agreed.includes('mention'),
        });
      },
    }),
  },
});

async function enroll(context: Context, said: Said): Promise<Reply> {
  const { store, serverId, userId, now, content, text } = context;
  const { days, start } = said;
  if (days === undefined) throw new UserError('badInput', { field: 'days' });
  const today = todayOf({ zone: said.zone, dayEndsAt: DAY_ENDS_AT.byDefault }, now);
  const startsOn: Day = start === 'monday' ? nextMonday(today) : today;
  const settings = await store.transaction(async (inside) => {
    const standing = await inside.members.file(serverId, userId);
    if (standing !== undefined) throw new UserError('alreadyEnrolled', { startsOn: standing.enrolment.startsOn });
    await inside.members.enroll({
      serverId,
      userId,
      zone: said.zone,
      level: said.level,
      trainingDays: days,
      kit: said.kit ?? [],
      notice: said.mention ? 'mention' : 'nothing',
      shareMilestones: said.share ?? false,
      programmeId: content.programme.id,
      startsOn,
      readinessVersion: READINESS_VERSION,
      now,
    });
    return inside.servers.settings(serverId);
  });
  const fifthDayFromWeek = content.programme.fiveDaysFromWeek[said.level];
  const waits = days.length === 5 && fifthDayFromWeek > 1;
  const hasChannel = settings !== undefined;
  const welcome = { days, startsOn, today, hasChannel, ...(waits && { fifthDayFromWeek }) };
  return { to: 'member', body: welcomeCard(text, welcome) };
}

/** Into a custom id, which holds 100 characters: `Europe/Lisbon;1;135;02;today;1;`. Absent is empty, no kit is `-`. */
function pack({ zone, level, days, kit, start, mention, share }: Said): string {
  const kits = kit === undefined ? '' : kit.length === 0 ? '-' : kit.map((name) => KITS.indexOf(name)).join('');
  const flags = [mention, share].map((flag) => (flag === undefined ? '' : Number(flag)));
  return [zone, LEVELS.indexOf(level), days?.join('') ?? '', kits, start ?? '', ...flags].join(';');
}

const flag = z.enum(['', '0', '1']).transform((text) => (text === '' ? undefined : text === '1'));
const packed = z.tuple([
  zoneInput(t.zone),
  z.coerce
    .number()
    .transform((index) => LEVELS[index])
    .pipe(z.enum(LEVELS)),
  z
    .string()
    .regex(/^[1-7]{0,5}$/)
    .transform((days) => (days === '' ? undefined : WEEKDAYS.filter((day) => days.includes(String(day))))),
  z
    .string()
    .regex(/^(-|\d{0,5})$/)
    .transform((kits) => (kits === '' ? undefined : KITS.filter((_, index) => kits.includes(String(index))))),
  z.enum(['', ...STARTS]).transform((start) => (start === '' ? undefined : start)),
  flag,
  flag,
]);

function unpack(argument: string): Said | undefined {
  const parsed = packed.safeParse(argument.split(';'));
  if (!parsed.success) return undefined;
  const [zone, level, days, kit, start, mention, share] = parsed.data;
  return { zone, level, days, kit, start, mention, share };
}
