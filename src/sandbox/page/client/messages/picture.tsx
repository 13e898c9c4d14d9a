import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { fileUrl } from '../api.ts';
import { FileIcon, PictureIcon } from './icons.tsx';
import { lightbox } from './lightbox.tsx';
import { hostOf } from './markdown/safe-link.ts';
import { fileName, type Media, sizeWords } from './media.ts';
import './media.css';

/** Whether the sandbox itself has it: what is elsewhere is never asked for. */
export const isHere = (url: string): boolean => fileUrl(url) !== url;

interface PictureProps {
  readonly items: readonly Media[];
  readonly index: number;
  /** There is room for a sign in its place, but none for words. */
  readonly isSmall?: boolean;
}

/** A picture among others; pressing it shows it in full. */
export function Picture({ items, index, isSmall = false }: PictureProps) {
  const isGone = useSignal(false);
  const item = items[index];
  if (item === undefined) return null;
  const { url, alt, isSpoiler } = item;
  const name = alt === '' ? fileName(url) : alt;
  if (!isHere(url) || isGone.value) {
    const why = isGone.value ? 'This picture is gone.' : `A picture at ${hostOf(url)}; nothing is fetched from there.`;
    if (isSmall)
      return (
        <span class="media-absent media-absent-small" role="img" aria-label={`${alt} ${why}`.trim()} title={why}>
          <PictureIcon />
        </span>
      );
    return (
      <span class="media-absent">
        <PictureIcon />
        <span>
          {alt !== '' && <span class="media-absent-words">{alt}</span>}
          {why}
        </span>
      </span>
    );
  }
  return (
    <Covered isCovered={isSpoiler}>
      <button
        type="button"
        class="media-open"
        aria-label={`Open picture: ${name}`}
        onClick={() => {
          lightbox.value = { items: items.filter(({ url: each }) => isHere(each)), index: hereBefore(items, index) };
        }}
      >
        <img
          class="media-picture"
          src={fileUrl(url)}
          alt={alt}
          title={alt}
          onError={() => {
            isGone.value = true;
          }}
        />
      </button>
    </Covered>
  );
}

const hereBefore = (items: readonly Media[], index: number) =>
  items.slice(0, index).filter(({ url }) => isHere(url)).length;

/** Hides what is a spoiler until it is asked for; the focus goes on to what was hidden. */
export function Covered({ isCovered, children }: { isCovered: boolean; children: ComponentChildren }) {
  return isCovered ? <Cover>{children}</Cover> : children;
}

function Cover({ children }: { children: ComponentChildren }) {
  const isOpen = useSignal(false);
  const whole = useRef<HTMLDivElement>(null);
  return (
    <div ref={whole} class={isOpen.value ? 'media-uncovered' : 'media-covered'} tabIndex={-1}>
      <div class="media-beneath" inert={!isOpen.value}>
        {children}
      </div>
      {!isOpen.value && (
        <button
          type="button"
          class="media-uncover"
          onClick={() => {
            whole.current?.focus({ preventScroll: true });
            isOpen.value = true;
          }}
        >
          <span class="media-uncover-word">Spoiler</span>
          <span class="visually-hidden">, press to show</span>
        </button>
      )}
    </div>
  );
}

/** A film or a sound, with the browser's own controls: they are known, and work by keyboard. */
export function Playable({ media: { url, alt, type, isSpoiler } }: { media: Media }) {
  const name = alt === '' ? fileName(url) : alt;
  if (!isHere(url)) return <Elsewhere url={url} name={name} />;
  return (
    <Covered isCovered={isSpoiler}>
      {type === 'video' ? (
        // biome-ignore lint/a11y/useMediaCaption: what people send has no captions
        <video class="media-video" src={fileUrl(url)} controls preload="metadata" aria-label={name} />
      ) : (
        <div class="media-card media-sound">
          <span class="media-name">{fileName(url)}</span>
          {/* biome-ignore lint/a11y/useMediaCaption: what people send has no captions */}
          <audio class="media-audio" src={fileUrl(url)} controls preload="metadata" aria-label={name} />
        </div>
      )}
    </Covered>
  );
}

const Elsewhere = ({ url, name }: { url: string; name: string }) => (
  <span class="media-absent">
    <PictureIcon />
    <span>
      <span class="media-absent-words">{name}</span>
      It is at {hostOf(url)}; nothing is fetched from there.
    </span>
  </span>
);

/** Any other file, to be taken away. */
export function FileCard({
  url,
  name,
  size,
  isSpoiler,
}: {
  url: string;
  name: string;
  size?: number | null | undefined;
  isSpoiler: boolean;
}) {
  return (
    <Covered isCovered={isSpoiler}>
      <div class="media-card">
        <FileIcon />
        <span class="media-file">
          {isHere(url) ? (
            <a class="md-link media-name" href={fileUrl(url)} download={name}>
              {name}
            </a>
          ) : (
            <span class="media-name">{name}</span>
          )}
          {size != null && <span class="media-size">{sizeWords(size)}</span>}
        </span>
      </div>
    </Covered>
  );
}
