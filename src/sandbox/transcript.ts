import type { Happenings, SandboxEvent, SandboxEventKind } from './events.ts';

/** All that happened, in order. */
export interface Transcript {
  readonly events: readonly SandboxEvent[];
  /** As readable lines, each with the sandbox's time (UTC). @param kinds only these; all when absent */
  text(...kinds: SandboxEventKind[]): string;
  clear(): void;
}

export function transcript(happenings: Happenings, keep: boolean): Transcript {
  const events: SandboxEvent[] = [];
  if (keep) happenings.on((event) => events.push(withoutBodies(event)));
  return {
    events,
    text: (...kinds) =>
      events
        .filter((event) => kinds.length === 0 || kinds.includes(event.kind))
        .map(lineOf)
        .join('\n'),
    clear() {
      events.length = 0;
    },
  };
}

/** Weeks of events are kept: what was said in each would be most of the memory. */
function withoutBodies(event: SandboxEvent): SandboxEvent {
  switch (event.kind) {
    case 'rest': {
      const { sent: _, got: __, ...kept } = event;
      return kept;
    }
    case 'gateway': {
      const { data: _, ...kept } = event;
      return kept;
    }
    case 'fault': {
      const { sent: _, ...kept } = event;
      return kept;
    }
    default:
      return event;
  }
}

/** One event as a line: `2026-01-05 07:30:00  #training (Lisbon Lifters)  coach posted: Good morning`. */
export function lineOf(event: SandboxEvent): string {
  const time = new Date(event.at).toISOString().slice(0, 19).replace('T', ' ');
  return `${time}  ${worded(event)}`;
}

function worded(event: SandboxEvent): string {
  switch (event.kind) {
    case 'person':
      return `${event.where.label}  ${event.who} ${event.did}`;
    case 'coach': {
      const to = event.onlyTo === undefined ? '' : `, only to ${event.onlyTo}`;
      return `${event.where.label}  coach ${event.how}${to}: ${event.text.replaceAll('\n', '\n    ')}`;
    }
    case 'ping':
      return `${event.where.label}  ${event.who} is pinged`;
    case 'rest':
      return `rest  ${event.method} ${short(event.path)} -> ${event.status}${event.note === undefined ? '' : ` (${event.note})`}`;
    case 'gateway':
      return `gateway ${event.way === 'in' ? '<-' : '->'} ${event.event}`;
    case 'world':
      return event.what;
    case 'fault':
      return `fault: ${event.what}`;
  }
}

/** A path without the long tokens of interactions. */
const short = (path: string) => path.replaceAll(/[\w-]{40,}/g, '…');
