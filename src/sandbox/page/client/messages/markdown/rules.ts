import { rulesExtended, SimpleMarkdown } from 'discord-markdown-parser';
import { listAt } from './list-rule.ts';
import { safeLink } from './safe-link.ts';

/*
 * The rules of discord-markdown-parser, and beside them what it lacks (lists, `<id:guide>`, timestamps `s` and `S`) or
 * gets wrong: headings right after a quote, a command without a name (it throws), links to anywhere.
 */

type Rule = Parameters<typeof SimpleMarkdown.parserFor>[0][string];
type State = Parameters<Rule['match']>[1];
type Capture = NonNullable<ReturnType<Rule['match']>>;

const TIMESTAMP = /^<t:(-?\d{1,17})(?::([RtTdDfFsS]))?>/;
const NAVIGATION = /^<id:(customize|browse|guide|linked-roles)(?::\d{17,20})?>/;
/** `[words](<address> "title")`; unlike the parser's own, it is done in no time with thousands of opening brackets. */
const LINK =
  /^\[((?:\\.|\[[^[\]]*\]|[^[\]\\])+)\]\(\s*<?((?:\([^()\s]*\)|[^\s()<>\\]|\\.)*)>?(?:\s+["']([^"'\n]*)["'])?\s*\)/;
const EMOJI = /^<(a)?:(\w{2,32}):(\d{17,21})>/;

const startsLine = (state: State, before: string) => state['prevCapture'] == null || /\n *$/.test(before);
/** Within a line already: what only begins lines does not begin here. */
const within = (state: State): State => ({ ...state, prevCapture: ['.'] as unknown as Capture });
/** As if at the beginning of a text. */
const afresh = (state: State): State => ({ ...state, prevCapture: null as unknown as Capture });

function rule(name: string): Rule {
  const found = rulesExtended[name];
  if (found === undefined) throw new Error(`discord-markdown-parser has no rule "${name}"`);
  return found;
}

/** The same rule, for matches that pass. */
const only = (name: string, passes: (capture: Capture) => boolean): Rule => {
  const known = rule(name);
  return {
    ...known,
    match(source, state, before) {
      const capture = known.match(source, state, before);
      return capture != null && passes(capture) ? capture : null;
    },
  };
};

/** Something that has a line for itself. */
const line = (name: string, pattern: RegExp): Rule => {
  const known = rule(name);
  return {
    ...known,
    match: (source, state, before) => (startsLine(state, before) ? pattern.exec(source) : null),
    parse: (capture, parse, state) => known.parse(capture, parse, within(state)),
  };
};

const list: Rule = {
  order: rule('heading').order,
  match(source, state, before) {
    if (!startsLine(state, before)) return null;
    const found = listAt(source);
    return found === undefined ? null : ([found.source] as unknown as Capture);
  },
  parse(capture, parse, state) {
    const { start, items = [] } = listAt(String(capture[0])) ?? {};
    return { start, items: items.map((item) => parse(item, afresh(state))) };
  },
};

/** Text to nodes, as the parser gives them. */
export const parseNodes = SimpleMarkdown.parserFor({
  ...rulesExtended,
  heading: line('heading', /^ *(#{1,3}) +([^\n]+?)(\n|$)/),
  subtext: line('subtext', /^ *-# +([^\n]+?)(\n|$)/),
  list,
  link: {
    ...rule('link'),
    match(source) {
      const capture = LINK.exec(source);
      return safeLink(capture?.[2] ?? '') === undefined ? null : capture;
    },
  },
  autolink: only('autolink', ([, target]) => safeLink(target ?? '') !== undefined),
  url: only('url', ([, target]) => safeLink(target ?? '') !== undefined),
  slashCommand: only('slashCommand', ([, name]) => name !== undefined),
  timestamp: { ...rule('timestamp'), match: (source) => TIMESTAMP.exec(source) },
  emoji: { ...rule('emoji'), match: (source) => EMOJI.exec(source) },
  guildNavigation: {
    ...rule('guildNavigation'),
    match: (source) => NAVIGATION.exec(source),
    parse: ([, place]) => ({ place }),
  },
});
