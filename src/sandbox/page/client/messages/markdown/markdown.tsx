import type { ComponentChildren } from 'preact';
import { memo } from 'preact/compat';
import { useMemo } from 'preact/hooks';
import { ChannelMention, CommandMention, Everyone, NavigationMention, PersonMention, RoleMention } from './mention.tsx';
import { parseMarkdown } from './parse.ts';
import { hostOf } from './safe-link.ts';
import { Spoiler } from './spoiler.tsx';
import { Timestamp } from './timestamp.tsx';
import type { Mark } from './tree.ts';
import './markdown.css';

/** A text with Discord's markdown. `after` follows on its last line. */
export const Markdown = memo(function Markdown({ text, after }: { text: string; after?: ComponentChildren }) {
  const marks = useMemo(() => parseMarkdown(text), [text]);
  const isJumbo = marks.length <= 27 && marks.every(isEmojiOrBlank) && marks.some(({ kind }) => kind === 'emoji');
  return (
    <div class={isJumbo ? 'md md-jumbo' : 'md'}>
      <Marks marks={marks} />
      {after}
    </div>
  );
});

const isEmojiOrBlank = (mark: Mark) => mark.kind === 'emoji' || (mark.kind === 'text' && mark.text.trim() === '');

const IS_BLOCK: ReadonlySet<Mark['kind']> = new Set(['code block', 'quote', 'list', 'heading', 'subtext']);

export function Marks({ marks }: { marks: readonly Mark[] }) {
  // A block ends its line by itself; the line break that ends it in the text would add an empty one.
  return marks.map((mark, index) =>
    mark.kind === 'break' && IS_BLOCK.has(marks[index - 1]?.kind ?? 'text') ? null : <One key={index} mark={mark} />,
  );
}

function One({ mark }: { mark: Mark }) {
  switch (mark.kind) {
    case 'text':
      return mark.text;
    case 'break':
      return <br />;
    case 'strong':
      return <Span as="strong" marks={mark.children} />;
    case 'emphasis':
      return <Span as="em" marks={mark.children} />;
    case 'underline':
      return <Span as="u" marks={mark.children} />;
    case 'strike':
      return <Span as="s" marks={mark.children} />;
    case 'spoiler':
      return (
        <Spoiler>
          <Marks marks={mark.children} />
        </Spoiler>
      );
    case 'quote':
      return (
        <blockquote class="md-quote">
          <Marks marks={mark.children} />
        </blockquote>
      );
    case 'subtext':
      return (
        <small class="md-subtext">
          <Marks marks={mark.children} />
        </small>
      );
    case 'heading':
      return (
        <h3 class={`md-heading md-heading-${mark.level}`}>
          <Marks marks={mark.children} />
        </h3>
      );
    case 'code':
      return <code class="md-code">{mark.text}</code>;
    case 'code block':
      return (
        <pre class="md-block">
          {mark.language !== '' && <span class="md-language">{mark.language}</span>}
          <code>{mark.text}</code>
        </pre>
      );
    case 'link':
      return (
        <a class="md-link" href={mark.href} target="_blank" rel="noopener noreferrer" title={mark.href}>
          <Marks marks={mark.children} />
          <span class="visually-hidden"> (opens {hostOf(mark.href)} in a new tab)</span>
        </a>
      );
    case 'list': {
      const items = mark.items.map((item, index) => (
        <li key={index}>
          <Marks marks={item} />
        </li>
      ));
      return mark.start === undefined ? (
        <ul class="md-list">{items}</ul>
      ) : (
        <ol class="md-list" start={mark.start}>
          {items}
        </ol>
      );
    }
    case 'person':
      return <PersonMention id={mark.id} />;
    case 'role':
      return <RoleMention id={mark.id} />;
    case 'channel':
      return <ChannelMention id={mark.id} />;
    case 'everyone':
    case 'here':
      return <Everyone who={mark.kind} />;
    case 'command':
      return <CommandMention name={mark.name} />;
    case 'navigation':
      return <NavigationMention place={mark.place} />;
    case 'timestamp':
      return <Timestamp seconds={mark.seconds} style={mark.style} />;
    case 'emoji':
      return <span class="md-emoji">{mark.text}</span>;
    case 'custom emoji':
      return <span>:{mark.name}:</span>;
  }
}

const Span = ({ as: As, marks }: { as: 'strong' | 'em' | 'u' | 's'; marks: readonly Mark[] }) => (
  <As>
    <Marks marks={marks} />
  </As>
);
