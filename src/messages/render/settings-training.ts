import { KITS, type Kit, LEVELS } from '../../coach/content.ts';
import { type Day, WEEKDAYS } from '../../coach/day.ts';
import type { Units } from '../../coach/load.ts';
import type { Terms } from '../../coach/member.ts';
import type { TermsAhead } from '../../coach/terms.ts';
import type { NextTime } from '../../coach/training/personal.ts';
import type { Text } from '../en.ts';
import { type MessageBody, menuOfMany, words } from '../parts.ts';
import { nextLines } from './settings-gear.ts';
import { pickOne, pickSome, settingsPage, type Told } from './settings-parts.ts';

export interface TrainingView {
  readonly today: Day;
  /** Those that were said last. */
  readonly terms: Terms;
  readonly startsOn: Day;
  readonly kit: readonly Kit[];
}

/** What the plan is made of: days, level and kit. */
export function trainingPage(text: Text, view: TrainingView, told?: Told): MessageBody {
  const { training: t } = text.settings;
  const { terms, kit, today, startsOn } = view;
  // Whoever has just changed it reads that already.
  const isLater = told === undefined && terms.fromDay > today && terms.fromDay > startsOn;
  const days = WEEKDAYS.map((day) => ({ label: text.weekdays[day], value: String(day) }));
  const levels = LEVELS.map((level) => ({ label: text.levels[level], value: level }));
  const kits = KITS.map((each) => ({ label: text.kits[each], value: each }));
  return settingsPage(text, 'training', told, [
    words(t.days(terms.trainingDays), isLater ? t.holdsFrom(terms.fromDay) : undefined),
    pickSome('settings-days', 'mine', t.daysMenu, days, terms.trainingDays.map(String), [3, 5]),
    words(t.level),
    pickOne('settings-level', 'mine', t.levelMenu, levels, terms.level),
    words(t.kit),
    menuOfMany('settings-kit', 'mine', t.kitMenu, kits, kit),
  ]);
}

export interface TermsChange extends TermsAhead {
  readonly what: 'days' | 'level';
  readonly terms: Terms;
  readonly today: Day;
  readonly tomorrow: Day;
  /** The next session as it then is. */
  readonly session?: { readonly name: string; readonly minutes: number };
}

/** From when on other days or another level hold, and which session is the next. */
export function termsTold(text: Text, change: TermsChange): Told {
  const { training: t } = text.settings;
  const { what, terms, next, session, fifthDayFromWeek, standing } = change;
  const { fromDay, trainingDays, level } = terms;
  const first = what === 'days' ? t.daysNow(fromDay, change, trainingDays) : t.levelNow(fromDay, change, level);
  const ahead = next && session && t.nextSession(next.day, session.name, session.minutes);
  const instead = { going: t.noneAheadNow, paused: t.whilePaused, finished: t.whenFinished };
  return {
    lines: [
      first,
      ...(standing === 'going' ? [] : [instead[standing]]),
      ...(ahead === undefined ? (standing === 'going' ? [instead.going] : []) : [ahead]),
      ...(fifthDayFromWeek === undefined ? [] : [t.fifthLater(fifthDayFromWeek)]),
    ],
  };
}

export interface KitChange {
  /** The next time of each move that is another with this kit. */
  readonly next: readonly NextTime[];
  readonly units: Units;
  readonly isCircuitOther: boolean;
  /** A session stands open, which was planned before. */
  readonly isOpen: boolean;
}

/** Which moves of the sessions ahead are others with this kit. */
export function kitTold(text: Text, change: KitChange): Told {
  const { settings: t } = text;
  const { next, units, isCircuitOther, isOpen } = change;
  const isSame = next.length === 0 && !isCircuitOther;
  return {
    lines: [
      t.saved,
      ...(next.length === 0 ? [] : [t.next(nextLines(text, units, next))]),
      ...(isCircuitOther ? [t.training.circuitOther] : []),
      ...(isSame ? [t.training.movesSame] : []),
      ...(isOpen ? [t.openStays] : []),
    ],
  };
}
