import type { APIEmbed } from 'discord-api-types/v10';
import type { ComponentChildren } from 'preact';
import { fileUrl } from '../api.ts';
import { colourOf } from './colour.ts';
import { fieldRows } from './embed-fields.ts';
import { Markdown } from './markdown/markdown.tsx';
import { hostOf, safeLink } from './markdown/safe-link.ts';
import { fileName, type Media } from './media.ts';
import { isHere, Picture } from './picture.tsx';
import { reader, today } from './reading.ts';
import { sentWords } from './time-words.ts';
import './embed.css';

/** An embed with all that it may have. */
export function Embed({ embed }: { embed: APIEmbed }) {
  const { author, title, url, description, fields = [], image, thumbnail, footer, timestamp, color } = embed;
  return (
    <div class="embed" style={{ borderInlineStartColor: colourOf(color) }}>
      <div class="embed-main">
        {author !== undefined && (
          <div class="embed-author">
            <SmallPicture url={author.icon_url} />
            <Linked url={author.url}>{author.name}</Linked>
          </div>
        )}
        {title !== undefined && (
          <div class="embed-title">
            <Linked url={url}>
              <Markdown text={title} />
            </Linked>
          </div>
        )}
        {description !== undefined && (
          <div class="embed-text">
            <Markdown text={description} />
          </div>
        )}
        {fields.length > 0 && (
          <div class="embed-fields">
            {fieldRows(fields).flatMap((row, line) =>
              row.map((field, index) => (
                <div key={`${line} ${index}`} class={`embed-field embed-field-${row.length}`}>
                  <div class="embed-field-name">
                    <Markdown text={field.name} />
                  </div>
                  <Markdown text={field.value} />
                </div>
              )),
            )}
          </div>
        )}
      </div>
      {thumbnail !== undefined && (
        <div class="embed-thumbnail">
          <Picture items={[pictureOf(thumbnail.url, embed)]} index={0} isSmall />
        </div>
      )}
      {image !== undefined && (
        <div class="embed-image">
          <Picture items={[pictureOf(image.url, embed)]} index={0} />
        </div>
      )}
      {(footer !== undefined || timestamp !== undefined) && (
        <div class="embed-footer">
          <SmallPicture url={footer?.icon_url} />
          <span>
            {footer?.text}
            {footer !== undefined && timestamp !== undefined && ' • '}
            {timestamp !== undefined && <Sent at={Date.parse(timestamp)} />}
          </span>
        </div>
      )}
    </div>
  );
}

const Sent = ({ at }: { at: number }) => <time>{sentWords(at, today.value, reader.value)}</time>;

const pictureOf = (url: string, { title }: APIEmbed): Media => ({
  url,
  alt: title ?? fileName(url),
  type: 'image',
  isSpoiler: false,
});

/** Beside a name; left out when it is elsewhere, for nothing is fetched from there. */
const SmallPicture = ({ url }: { url: string | undefined }) =>
  url === undefined || !isHere(url) ? null : <img class="embed-small" src={fileUrl(url)} alt="" />;

function Linked({ url, children }: { url: string | undefined; children: ComponentChildren }) {
  const href = url === undefined ? undefined : safeLink(url);
  if (href === undefined) return <>{children}</>;
  return (
    <a class="md-link" href={href} target="_blank" rel="noopener noreferrer" title={href}>
      {children}
      <span class="visually-hidden"> (opens {hostOf(href)} in a new tab)</span>
    </a>
  );
}
