import { dayOf, formatDay, timeIn, type Zone } from '../coach/day.ts';
import type { SandboxEvent } from '../sandbox/events.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';

/** Tells what happens in the sandbox as it happens, by the clock of `home`. Returns what stops it. */
export function narrate(sandbox: Sandbox, home: Zone, write: (line: string) => void): () => void {
  return sandbox.on('event', (event) => {
    const told = tell(event);
    if (told === undefined) return;
    const clock = `${formatDay(dayOf(event.at, home))} ${timeIn(event.at, home)}`;
    write(`${clock}  ${told.replaceAll('\n', `\n${' '.repeat(clock.length + 2)}  `)}`);
  });
}

/** One event as a person would tell it; undefined for what happens on the wire alone. */
export function tell(event: SandboxEvent): string | undefined {
  switch (event.kind) {
    case 'person':
      return `${event.who} ${event.did}`;
    case 'coach': {
      const to = event.onlyTo === undefined ? event.where.label : `only to ${event.onlyTo}`;
      return `coach ${event.how} (${to}):\n${event.text}`;
    }
    case 'ping':
      return `${event.who} is pinged`;
    case 'world':
      return event.what;
    case 'fault':
      return `fault: ${event.what}`;
    case 'rest':
    case 'gateway':
      return undefined;
  }
}
