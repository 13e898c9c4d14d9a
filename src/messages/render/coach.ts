import type { Instant, LocalTime, Zone } from '../../coach/day.ts';
import type { Text } from '../en.ts';
import { card, divider, type MessageBody, words } from '../parts.ts';

/** How a server is set up, as the admin chose it. */
interface Settings {
  readonly channelId: string;
  readonly zone: Zone;
  readonly postAt: LocalTime;
  readonly nudges: { readonly sleep: readonly LocalTime[]; readonly water: readonly LocalTime[] };
}

interface Due {
  readonly kind: keyof Text['coach']['kinds'];
  readonly nextAt: Instant;
}

export interface SetupView {
  readonly settings: Settings;
  readonly schedules: readonly Due[];
  readonly members: number;
}

export function setupCard(text: Text, { settings, schedules, members }: SetupView): MessageBody {
  const { coach: t } = text;
  const first = schedules.find(({ kind }) => kind === 'daily');
  return card(
    'train',
    words(
      t.saved(settings.channelId, settings.postAt, settings.zone),
      t.sleep(settings.nudges.sleep[0]),
      t.water(settings.nudges.water),
      first && t.firstPost(first.nextAt),
      members === 0 ? t.nobody : t.enrolled(members),
    ),
  );
}

export interface StatusView {
  readonly settings: Settings & { readonly parked?: { readonly code: number; readonly since: Instant } };
  /** Permissions that the channel lacks, in Discord's words. */
  readonly missing: readonly string[];
  readonly latest: readonly {
    readonly kind: Due['kind'];
    readonly dueAt: Instant;
    readonly sentAt?: Instant;
    readonly status: keyof Text['coach']['results'];
    readonly error?: string;
  }[];
  readonly schedules: readonly Due[];
  readonly members: number;
  readonly version: string;
}

export function statusCard(text: Text, view: StatusView): MessageBody {
  const { coach: t } = text;
  const { settings, missing, latest, schedules, members, version } = view;
  const trouble = [
    ...(settings.parked === undefined ? [] : [t.parked(settings.parked.code, settings.parked.since)]),
    ...(missing.length === 0 ? [] : [t.missing(missing)]),
  ];
  const next = [...schedules].sort((a, b) => a.nextAt - b.nextAt);
  return card(
    trouble.length === 0 ? 'train' : 'celebrate',
    words(
      t.title,
      t.where(settings.channelId, settings.postAt, settings.zone),
      t.sleep(settings.nudges.sleep[0]),
      t.water(settings.nudges.water),
      members === 0 ? t.nobody : t.enrolled(members),
      ...(trouble.length === 0 ? [t.allWell] : trouble),
    ),
    divider(),
    words(
      t.latest,
      ...(latest.length === 0 ? [t.nothingYet] : []),
      ...latest.map(({ kind, dueAt, sentAt, status }) => t.line(t.kinds[kind], sentAt ?? dueAt, t.results[status])),
      t.upNext,
      ...next.map(({ kind, nextAt }) => t.nextLine(t.kinds[kind], nextAt)),
      t.version(version),
    ),
  );
}
