import { z } from 'zod';
import { TONES, type Tone } from '../../coach/admin.ts';
import { type LocalTime, parseLocalTime, parseZone, type Zone } from '../../coach/day.ts';
import { inQuietHours, MOST_A_DAY, waterTimes } from '../../coach/nudges.ts';
import type { Context } from '../../discord/define-command.ts';
import { UserError } from '../../messages/user-error.ts';
import type { ServerSettings } from '../../store/interfaces/servers.ts';

/** What an admin wants to be otherwise; what is absent stays as it is when it is saved, whoever changed it meanwhile. */
export interface Wishes {
  readonly channel?: string | undefined;
  readonly zone?: Zone | undefined;
  readonly time?: LocalTime | undefined;
  /** Null turns it off. */
  readonly sleep?: LocalTime | null | undefined;
  readonly water?: number | undefined;
  readonly tone?: Tone | undefined;
  readonly goal?: boolean | undefined;
  readonly alerts?: boolean | undefined;
}

export const WISHES = ['channel', 'zone', 'time', 'sleep', 'water', 'tone', 'goal', 'alerts'] as const;
export type WishName = (typeof WISHES)[number];

const DEFAULT_POST_AT = '07:30' as LocalTime;

/** Settings that may still lack their zone. */
export type Draft = Omit<ServerSettings, 'parked' | 'zone'> & { readonly zone?: Zone };

/** What is not wished stays as it was; the first time, it gets the default. */
export function draftOf(context: Context, wishes: Wishes, before: ServerSettings | undefined): Draft {
  const { sleep, water, alerts } = wishes;
  const zone = wishes.zone ?? before?.zone;
  const alertUser = alerts === undefined ? before?.alertUser : alerts ? context.userId : undefined;
  return {
    serverId: context.serverId,
    channelId: wishes.channel ?? channelOf(context, before) ?? context.channelId,
    ...(zone !== undefined && { zone }),
    postAt: wishes.time ?? before?.postAt ?? DEFAULT_POST_AT,
    nudges: {
      sleep: sleep === undefined ? (before?.nudges.sleep ?? []) : sleep === null ? [] : [sleep],
      water: water === undefined ? (before?.nudges.water ?? []) : waterTimes(water),
    },
    tone: wishes.tone ?? before?.tone ?? 'warm',
    weeklyGoal: wishes.goal ?? before?.weeklyGoal ?? false,
    ...(alertUser !== undefined && { alertUser }),
  };
}

/** @throws UserError `zoneNeeded`, `badInput` */
export function whole({ zone, ...draft }: Draft): Omit<ServerSettings, 'parked'> {
  if (zone === undefined) throw new UserError('zoneNeeded');
  // Discord may leave out where the command was used.
  if (draft.channelId === '') throw new UserError('badInput', { field: 'channel' });
  return { ...draft, zone };
}

/** Where posts went so far; undefined when that channel is gone, so that they come where the admin says so. */
function channelOf({ places, serverId }: Context, before?: ServerSettings): string | undefined {
  return before === undefined || places.isGone(serverId, before.channelId) ? undefined : before.channelId;
}

/** The wishes that would change something, so that what was put back as it was is no wish any more. */
export function unlike(context: Context, wishes: Wishes, before: ServerSettings | undefined): Wishes {
  const shown = (settings: Draft) => ({
    channel: settings.channelId,
    zone: settings.zone,
    time: settings.postAt,
    sleep: settings.nudges.sleep[0],
    water: settings.nudges.water.length,
    tone: settings.tone,
    goal: settings.weeklyGoal,
    alerts: settings.alertUser,
  });
  const [was, will] = [shown(draftOf(context, {}, before)), shown(draftOf(context, wishes, before))];
  return Object.fromEntries(
    WISHES.filter((name) => wishes[name] !== undefined && was[name] !== will[name]).map((name) => [name, wishes[name]]),
  );
}

const minutes = (time: LocalTime) => time.replace(':', '');

/**
 * Wishes as the custom ids of a panel carry them, so that they outlive a restart and belong to one panel alone: at
 * most 80 characters.
 */
export function wishesText({ channel, zone, time, sleep, water, tone, goal, alerts }: Wishes): string {
  return [
    channel && `c${channel}`,
    zone && `z${zone}`,
    time && `t${minutes(time)}`,
    sleep === null ? 's-' : sleep && `s${minutes(sleep)}`,
    water === undefined ? undefined : `w${water}`,
    tone && `m${TONES.indexOf(tone)}`,
    goal === undefined ? undefined : `g${Number(goal)}`,
    alerts === undefined ? undefined : `a${Number(alerts)}`,
  ]
    .filter((part) => part !== undefined)
    .join(';');
}

/** The inverse of {@link wishesText}; refuses what it would never write. */
export const wishesArgument = z.string().transform((text, context): Wishes => {
  const wishes = readWishes(text);
  if (wishes !== undefined) return wishes;
  context.issues.push({ code: 'custom', input: text, message: 'not wishes' });
  return z.NEVER;
});

function readWishes(text: string): Wishes | undefined {
  let wishes: Wishes = {};
  for (const part of text === '' ? [] : text.split(';')) {
    const wish = readWish(part.slice(0, 1), part.slice(1));
    if (wish === undefined) return undefined;
    wishes = { ...wishes, ...wish };
  }
  return wishes;
}

function readWish(what: string, said: string): Wishes | undefined {
  switch (what) {
    case 'c':
      return /^\d{1,20}$/.test(said) ? { channel: said } : undefined;
    case 'z':
      return known('zone', parseZone(said));
    case 't':
      return known('time', timeOf(said));
    case 's': {
      const time = timeOf(said);
      if (said === '-') return { sleep: null };
      return time === undefined || inQuietHours(time) ? undefined : { sleep: time };
    }
    case 'w':
      return known('water', /^\d$/.test(said) && Number(said) <= MOST_A_DAY.water ? Number(said) : undefined);
    case 'm':
      return known('tone', TONES[Number(said)]);
    case 'g':
      return known('goal', yesOrNo(said));
    case 'a':
      return known('alerts', yesOrNo(said));
    default:
      return undefined;
  }
}

function known<Name extends WishName>(name: Name, value: Wishes[Name]): Wishes | undefined {
  return value === undefined ? undefined : { [name]: value };
}

function timeOf(said: string): LocalTime | undefined {
  return parseLocalTime(`${said.slice(0, 2)}:${said.slice(2)}`);
}

function yesOrNo(said: string): boolean | undefined {
  return said === '1' ? true : said === '0' ? false : undefined;
}
