import { parseNodes } from './rules.ts';
import { safeLink } from './safe-link.ts';
import { LAST_SECOND, type Mark, type TimestampStyle } from './tree.ts';

type Node = ReturnType<typeof parseNodes>[number];

/** Texts that were read lately: what scrolls back into sight is not read again. */
const CACHE_SIZE = 500;
const cache = new Map<string, readonly Mark[]>();

/** Reads Discord's markdown. Every text can be read; what is no markup is text. */
export function parseMarkdown(text: string): readonly Mark[] {
  const known = cache.get(text);
  if (known !== undefined) return known;
  const marks = read(text);
  if (cache.size >= CACHE_SIZE) for (const oldest of [...cache.keys()].slice(0, CACHE_SIZE / 2)) cache.delete(oldest);
  cache.set(text, marks);
  return marks;
}

function read(text: string): readonly Mark[] {
  try {
    return marksOf(parseNodes(text, { inline: true }));
  } catch {
    // Nested deeper than the parser can go: it is shown as it was written.
    return [{ kind: 'text', text }];
  }
}

function marksOf(nodes: unknown): readonly Mark[] {
  const marks: Mark[] = [];
  for (const node of Array.isArray(nodes) ? (nodes as readonly Node[]) : []) {
    const mark = markOf(node);
    const last = marks.at(-1);
    if (mark.kind === 'text' && last?.kind === 'text')
      marks[marks.length - 1] = { kind: 'text', text: last.text + mark.text };
    else marks.push(mark);
  }
  return marks;
}

type SpanKind = 'strong' | 'emphasis' | 'underline' | 'strike' | 'spoiler' | 'subtext';
const SPANS: Readonly<Record<string, SpanKind>> = {
  strong: 'strong',
  em: 'emphasis',
  underline: 'underline',
  strikethrough: 'strike',
  spoiler: 'spoiler',
  subtext: 'subtext',
};
const PLAIN: Readonly<Record<string, 'person' | 'channel' | 'role'>> = {
  user: 'person',
  channel: 'channel',
  role: 'role',
};

function markOf(node: Node): Mark {
  const { type } = node;
  const span = SPANS[type];
  const children = () => marksOf(node['content']);
  if (span !== undefined) return { kind: span, children: children() };
  const mention = PLAIN[type];
  if (mention !== undefined) return { kind: mention, id: String(node['id']) };
  switch (type) {
    case 'br':
    case 'newline':
      return { kind: 'break' };
    case 'everyone':
    case 'here':
      return { kind: type };
    case 'blockQuote':
      return { kind: 'quote', children: withoutLastBreak(children()) };
    case 'heading':
      return { kind: 'heading', level: levelOf(node['level']), children: children() };
    case 'inlineCode':
      return { kind: 'code', text: String(node['content']) };
    case 'codeBlock':
      return { kind: 'code block', language: String(node['lang']), text: String(node['content']) };
    case 'link':
    case 'autolink':
    case 'url': {
      const href = safeLink(String(node['target']));
      const inner = children();
      return href === undefined ? { kind: 'underline', children: inner } : { kind: 'link', href, children: inner };
    }
    case 'list':
      return { kind: 'list', start: numberOf(node['start']), items: (node['items'] as unknown[]).map(marksOf) };
    case 'slashCommand':
      return { kind: 'command', name: String(node['fullName']), id: String(node['id']) };
    case 'timestamp':
      return timestampOf(String(node['timestamp']), node['format']);
    case 'emoji':
      return { kind: 'custom emoji', name: String(node['name']) };
    case 'twemoji':
      return { kind: 'emoji', text: String(node['name']) };
    case 'guildNavigation':
      return { kind: 'navigation', place: String(node['place']) };
    default:
      return { kind: 'text', text: typeof node['content'] === 'string' ? node['content'] : '' };
  }
}

const withoutLastBreak = (marks: readonly Mark[]) => (marks.at(-1)?.kind === 'break' ? marks.slice(0, -1) : marks);
const levelOf = (level: unknown): 1 | 2 | 3 => (level === 1 || level === 2 ? level : 3);
const numberOf = (value: unknown) => (typeof value === 'number' ? value : undefined);

function timestampOf(digits: string, format: unknown): Mark {
  const seconds = Number(digits);
  const style = format === undefined ? 'f' : (String(format) as TimestampStyle);
  if (Math.abs(seconds) <= LAST_SECOND) return { kind: 'timestamp', seconds, style };
  return { kind: 'text', text: `<t:${digits}${format === undefined ? '' : `:${style}`}>` };
}
