import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { WireDetail, WireLine } from '../../protocol.ts';
import { ApiError, fetchWireDetail } from '../api.ts';
import { CrossIcon } from '../icon.tsx';
import { copy } from './copy.ts';
import { markOf, WAYS } from './wire-lines.ts';

/** What was said in one line: what was sent, and what came back. */
export function WireDetailPane({ line, onClose }: { line: WireLine; onClose: () => void }) {
  const detail = useSignal<WireDetail | undefined>(undefined);
  const trouble = useSignal<string | undefined>(undefined);
  useEffect(() => {
    let isWanted = true;
    fetchWireDetail(line.n).then(
      (found) => {
        if (isWanted) detail.value = found;
      },
      (error: unknown) => {
        if (isWanted) trouble.value = error instanceof ApiError ? error.message : 'This line could not be opened.';
      },
    );
    return () => {
      isWanted = false;
    };
  }, [line.n, detail, trouble]);

  const { sent, got } = detail.value ?? {};
  const mark = markOf(line);
  return (
    <section class="wire-detail" aria-label="Detail">
      <header class="wire-detail-head">
        <h3 class="wire-detail-title">{line.what}</h3>
        <button type="button" class="drawer-close" aria-label="Close detail" onClick={onClose}>
          <CrossIcon />
        </button>
      </header>
      <p class="wire-about">
        <span class="wire-label">{WAYS[line.way]}</span>
        <time dateTime={new Date(line.at).toISOString()}>{new Date(line.at).toISOString()}</time>
        {mark !== undefined && <span class={`drawer-mark ${mark.tone}`}>{mark.text}</span>}
      </p>
      {trouble.value !== undefined && <p class="wire-none">{trouble.value}</p>}
      {detail.value !== undefined && sent === undefined && got === undefined && (
        <p class="wire-none">There is no more to it than this line.</p>
      )}
      {sent !== undefined && <Body title={line.way === 'rest' ? 'Sent' : 'Said'} text={sent} />}
      {got !== undefined && <Body title="Got" text={got} />}
    </section>
  );
}

function Body({ title, text }: { title: string; text: string }) {
  return (
    <section class="wire-body" aria-label={title}>
      <header class="wire-body-head">
        <h4 class="wire-body-title">{title}</h4>
        <button type="button" class="drawer-button" onClick={() => void copy(text, title)}>
          Copy<span class="visually-hidden"> {title.toLowerCase()}</span>
        </button>
      </header>
      <pre class="wire-json">{text}</pre>
    </section>
  );
}
