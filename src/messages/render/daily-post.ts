import type { Tone } from '../../coach/admin.ts';
import type { Content, Tip } from '../../coach/content.ts';
import type { DailyPost, DailySection } from '../../coach/daily.ts';
import type { WeekGoal } from '../../coach/goal.ts';
import type { Exercise } from '../../coach/plan.ts';
import { restDayFor, tipFor } from '../../coach/rest-day.ts';
import type { Text } from '../en.ts';
import { button, card, divider, MESSAGE_TEXT_LIMIT, type MessageBody, row, words } from '../parts.ts';
import { circuitLines, doseOf, exerciseLine } from './exercise.ts';

/** What a post carries besides its sections. */
export interface DailyExtras {
  readonly tip: Tip;
  readonly restIdea: Exercise;
  /** Carried by the buttons, so that the post can be found again in its channel. */
  readonly key: string;
  /** `warm` when absent. */
  readonly tone?: Tone;
  /** What everybody has done of the week together; told where the admin wants it. */
  readonly goal?: WeekGoal;
  /** The day counts for nobody. */
  readonly isFrozen?: boolean;
}

/** The same, with the day's own tip and idea. */
export function dailyPostOf(
  text: Text,
  content: Content,
  post: DailyPost,
  extras: Omit<DailyExtras, 'tip' | 'restIdea'>,
): MessageBody {
  const week = post.sections[0]?.weeks[0] ?? 1;
  const block = content.programme.weeks.find((entry) => entry.week === week)?.block ?? 'base';
  const restIdea = restDayFor(content, post.day, week, block).idea;
  return dailyPostBody(text, post, { tip: tipFor(content, post.day), restIdea, ...extras });
}

/** More than this many pings in one message are not told apart from noise, and Discord takes 100. */
const MOST_MENTIONS = 100;

/** One message for everybody in the server. Sections that would go past Discord's limit are left to the button. */
export function dailyPostBody(text: Text, post: DailyPost, extras: DailyExtras): MessageBody {
  // Nobody is called for a day that counts for nobody.
  const mentions = extras.isFrozen ? [] : post.mentions.slice(0, MOST_MENTIONS);
  const title = [text.daily.title(post.day), ...(extras.isFrozen ? [text.daily.frozen] : [])].join('\n');
  const session = post.sections.find((section) => section.session !== undefined)?.session;
  const closing = [
    ...(session === undefined ? [] : [text.daily.warmUp(session.warmUp.map(({ move }) => move.name))]),
    ...(extras.tone === 'brief' ? [] : [text.today.tip(extras.tip.title, extras.tip.text)]),
    ...(extras.goal === undefined ? [] : [text.daily.goal(extras.goal)]),
    text.daily.yours,
    ...(mentions.length === 0 ? [] : [text.daily.callFor(mentions.map((id) => `<@${id}>`))]),
  ];
  const sections = post.sections.map((section) => sectionText(text, section, extras));
  const more = text.daily.more(sections.length);
  const room = MESSAGE_TEXT_LIMIT - title.length - closing.join('\n').length - more.length;
  const shown = fitting(sections, room);
  const hidden = sections.length - shown.length;
  const accent = session === undefined ? 'rest' : 'train';
  return {
    ...card(
      accent,
      words(title),
      ...shown.flatMap((section) => [words(section), divider()]),
      words(...(hidden > 0 ? [text.daily.more(hidden)] : []), ...closing),
      row(
        button('workout', extras.key, text.today.workoutButton, 'main'),
        ...(session === undefined ? [] : [button('done', extras.key, text.today.doneButton, 'good')]),
        button('how-tos', extras.key, text.training.howTosButton),
      ),
    ),
    mentions,
  };
}

function sectionText(text: Text, { weeks, blockName, session }: DailySection, { restIdea, tone }: DailyExtras): string {
  if (session === undefined) {
    const idea = text.daily.restIdea(restIdea.move.name, doseOf(text, restIdea));
    return [text.daily.rest(weeks), ...(tone === 'brief' ? [] : [idea])].join('\n');
  }
  return [
    text.daily.session(weeks, blockName, session.name),
    ...session.main.map((exercise) => exerciseLine(text, exercise)),
    ...(session.circuit === undefined ? [] : circuitLines(text, session.circuit)),
  ].join('\n');
}

/** The first sections that fit together into `room` characters, in at most twelve parts: Discord counts 40 components. */
function fitting(sections: readonly string[], room: number): readonly string[] {
  let left = room;
  const last = sections.slice(0, 12).findIndex((section) => {
    left -= section.length + 1;
    return left < 0;
  });
  return last === -1 ? sections.slice(0, 12) : sections.slice(0, last);
}
