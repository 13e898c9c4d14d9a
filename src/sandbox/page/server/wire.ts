import type { SandboxEvent } from '../../events.ts';
import type { PageHost, Shown } from '../host.ts';
import type { WireDetail, WireLine } from '../protocol.ts';
import { type Redact, redactor, shownJson } from './wire-json.ts';

/** What went over the wire, what happened besides, and what the bot said of itself: the latest of it. */
export interface WireLog {
  /** Those that are kept of the lines after this one, oldest first. */
  lines(after: number): WireLine[];
  /** With what was said; undefined when there is no such line, or it is no longer kept. */
  detail(n: number): WireDetail | undefined;
  /** Calls `listener` with each line as it is written; returns what stops it. */
  on(listener: (line: WireLine) => void): () => void;
  close(): void;
}

/** A line, and references to what was said: it becomes text only for who asks. */
interface Entry {
  readonly line: WireLine;
  readonly sent?: unknown;
  readonly got?: unknown;
}

/** A line that has not been given its number. */
type Said = Pick<Entry, 'sent' | 'got'> & { readonly line: Omit<WireLine, 'n'> };

/** A line of the log is one line, of so many characters; all of it is in its detail. */
const LINE = 300;

/** @param limit so many lines are kept */
export function wireLog(shown: Shown, onLog: PageHost['onLog'], limit = 2_000): WireLog {
  const { sandbox } = shown;
  const redact = redactor(sandbox.token);
  const listeners = new Set<(line: WireLine) => void>();
  /** A ring: line n has the place n modulo its length. */
  const ring = new Array<Entry | undefined>(limit);
  let last = 0;

  const write = ({ line, sent, got }: Said) => {
    last += 1;
    const numbered = { n: last, ...line };
    ring[last % limit] = { line: numbered, sent, got };
    for (const listener of listeners) listener(numbered);
  };

  const stops = [
    sandbox.on('event', (event) => {
      const said = saidOf(event, redact);
      if (said !== undefined) write(said);
    }),
    onLog(({ level, text }) => {
      const whole = redact(text);
      const what = (whole.split('\n', 1)[0] ?? '').slice(0, LINE);
      write({
        line: { at: sandbox.clock.now(), way: 'log', what, level },
        ...(what === whole ? {} : { sent: whole }),
      });
    }),
  ];

  const entry = (n: number) => (n > last - limit && n >= 1 && n <= last ? ring[n % limit] : undefined);

  return {
    lines(after) {
      const found: WireLine[] = [];
      for (let n = Math.max(Math.floor(after) + 1, last - limit + 1, 1); n <= last; n += 1) {
        const line = entry(n)?.line;
        if (line !== undefined) found.push(line);
      }
      return found;
    },
    detail(n) {
      const found = entry(n);
      if (found === undefined) return undefined;
      const sent = shownJson(found.sent, redact);
      const got = shownJson(found.got, redact);
      return { ...found.line, ...(sent === undefined ? {} : { sent }), ...(got === undefined ? {} : { got }) };
    },
    on(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {
      for (const stop of stops) stop();
      listeners.clear();
      ring.fill(undefined);
    },
  };
}

/** What an event is on the wire; nothing for what people and the bot do, which is told by messages. */
function saidOf(event: SandboxEvent, redact: Redact): Said | undefined {
  const { at } = event;
  switch (event.kind) {
    case 'rest': {
      const { method, path, query = '', note, status, sent, got } = event;
      const what = redact(`${method} ${path}${query}${note === undefined ? '' : ` (${note})`}`);
      return { line: { at, way: 'rest', what, status }, sent, got };
    }
    case 'gateway':
      return { line: { at, way: `gateway ${event.way}`, what: redact(event.event) }, sent: event.data };
    case 'fault':
      return { line: { at, way: 'fault', what: redact(event.what) }, sent: event.sent };
    case 'world':
      return { line: { at, way: 'world', what: redact(event.what) } };
    default:
      return undefined;
  }
}
