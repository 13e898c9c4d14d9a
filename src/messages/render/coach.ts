import type { Tone } from '../../coach/admin.ts';
import type { Instant, LocalTime, Zone } from '../../coach/day.ts';
import type { WeekGoal } from '../../coach/goal.ts';
import type { Text } from '../en.ts';
import { button, card, divider, type MessageBody, row, words } from '../parts.ts';

/** How a server is set up, as the admin chose it. */
interface Settings {
  readonly channelId: string;
  readonly zone: Zone;
  readonly postAt: LocalTime;
  readonly nudges: { readonly sleep: readonly LocalTime[]; readonly water: readonly LocalTime[] };
  readonly tone: Tone;
  readonly weeklyGoal: boolean;
  readonly alertUser?: string;
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
      t.tone(settings.tone),
      settings.weeklyGoal ? t.goalOn : undefined,
      settings.alertUser && text.coachPanel.alertUser(settings.alertUser),
      first && t.firstPost(first.nextAt),
      members === 0 ? t.nobody : t.enrolled(members),
    ),
    row(button('coach-refresh', 'status', t.statusButton), button('coach-preview', 'post', t.previewButton)),
  );
}

export interface StatusView {
  readonly settings: Settings & { readonly parked?: { readonly code: number; readonly since: Instant } };
  /** Permissions that the channel lacks, in Discord's words. */
  readonly missing: readonly string[];
  /** The channel is not there any more. */
  readonly isGone: boolean;
  readonly latest: readonly {
    readonly kind: Due['kind'];
    readonly dueAt: Instant;
    readonly sentAt?: Instant;
    readonly status: keyof Text['coach']['results'];
    readonly error?: string;
  }[];
  readonly schedules: readonly Due[];
  readonly members: number;
  /** Those who trained this week, and those whose plan stands still. */
  readonly active: number;
  readonly paused: number;
  /** Absent where it is off, or too few people are in it. */
  readonly goal?: WeekGoal;
  /** How many people a shared goal takes. */
  readonly fewest: number;
  readonly isWritable: boolean;
  readonly backup: {
    readonly made?: { readonly at: Instant; readonly bytes: number };
    readonly failed?: { readonly at: Instant };
  };
  readonly version: string;
}

export function statusCard(text: Text, view: StatusView): MessageBody {
  const { coach: t } = text;
  const { settings, latest, schedules, members, active, paused, version } = view;
  const trouble = troubleLines(text, view);
  const next = [...schedules].sort((a, b) => a.nextAt - b.nextAt);
  return card(
    trouble.length === 0 ? 'train' : 'celebrate',
    words(
      t.title,
      ...(trouble.length === 0 ? [t.allWell] : trouble),
      '',
      t.where(settings.channelId, settings.postAt, settings.zone),
      t.sleep(settings.nudges.sleep[0]),
      t.water(settings.nudges.water),
      t.tone(settings.tone),
      '',
      ...(members === 0 ? [t.nobody] : [t.enrolled(members), t.week(active, paused)]),
      settings.weeklyGoal ? (view.goal === undefined ? t.goalWaits(view.fewest) : t.goal(view.goal)) : undefined,
    ),
    divider(),
    words(
      t.latest,
      ...(latest.length === 0 ? [t.nothingYet] : []),
      ...latest.map((each) => t.line(t.kinds[each.kind], each.sentAt ?? each.dueAt, resultOf(text, each))),
      t.upNext,
      ...next.map(({ kind, nextAt }) => t.nextLine(t.kinds[kind], nextAt)),
    ),
    divider(),
    words(...hostLines(text, view), t.version(version)),
    row(
      button('coach-refresh', 'status', t.refreshButton),
      button('coach-open', 'setup', t.setUpButton),
      button('coach-preview', 'post', t.previewButton),
    ),
  );
}

/** What an admin is to mend. A refusal of Discord's says more than what we remember of the channel. */
function troubleLines({ coach: t }: Text, { settings, missing, isGone }: StatusView): string[] {
  const { parked, channelId } = settings;
  return [
    ...(parked === undefined ? [] : [t.parked(parked.code, parked.since)]),
    ...(isGone && parked === undefined ? [t.gone] : []),
    ...(missing.length === 0 ? [] : [t.grant(missing, channelId)]),
  ];
}

function resultOf({ coach: t }: Text, { status, error }: StatusView['latest'][number]): string {
  const result = t.results[status];
  return status === 'failed' && error !== undefined ? t.because(result, error) : result;
}

function hostLines({ coach: t }: Text, { isWritable, backup: { made, failed } }: StatusView): string[] {
  return [
    isWritable ? t.database.fine : t.database.failing,
    made === undefined ? t.noBackup : t.backup(made.at, (made.bytes / 1e6).toFixed(1)),
    ...(failed === undefined ? [] : [t.backupFailed(failed.at)]),
  ];
}

export function notSetUpCard({ coach: t }: Text, version: string): MessageBody {
  return card(
    'plain',
    words(t.notSetUp, t.version(version)),
    row(button('coach-open', 'setup', t.setUpButton, 'main'), button('coach-preview', 'post', t.previewButton)),
  );
}

/** A failure that no admin was told of, above whatever they asked for. */
export function alertOnTop(
  text: Text,
  { code, since }: { readonly code: number; readonly since: Instant },
  body: MessageBody,
): MessageBody {
  const alert = card('celebrate', words(text.coachAlert.top(code, since)));
  return { ...body, components: [...alert.components, ...body.components] };
}
