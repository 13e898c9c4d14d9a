import { dayOf, formatDay, type Instant, timeIn, type Zone } from '../coach/day.ts';
import type { SandboxEvent } from '../sandbox/events.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';
import type { World } from '../sandbox/world/state.ts';

/** Tells what happens in the sandbox as it happens, by the clock of `home`. Returns what stops it. */
export function narrate(sandbox: Sandbox, home: Zone, write: (line: string) => void): () => void {
  const read = readerOf(sandbox.world, home);
  return sandbox.on('event', (event) => {
    const told = tell(event);
    if (told === undefined) return;
    const clock = `${formatDay(dayOf(event.at, home))} ${timeIn(event.at, home)}`;
    write(`${clock}  ${read(told, event.at).replaceAll('\n', `\n${' '.repeat(clock.length + 2)}  `)}`);
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

/**
 * Makes of a text what Discord shows of it: people and channels by their names, times by the clock of `home`, and
 * buttons that stand side by side on one line.
 */
export function readerOf(world: World, home: Zone): (text: string, now: Instant) => string {
  const time = (seconds: string, style: string | undefined, now: Instant) => {
    const at = Number(seconds) * 1000;
    if (style === 'R') return fromNow(at - now);
    if (style === 't') return timeIn(at, home);
    return `${formatDay(dayOf(at, home))} ${timeIn(at, home)}`;
  };
  return (text, now) =>
    text
      .replaceAll(/<@!?(\d+)>/g, (written, id) => {
        const user = world.users.get(id);
        return user === undefined ? written : `@${user.name}`;
      })
      .replaceAll(/<#(\d+)>/g, (written, id) => {
        const channel = world.channels.get(id);
        return channel === undefined ? written : `#${channel.name}`;
      })
      .replaceAll(/<t:(\d+)(?::([a-zA-Z]))?>/g, (_, seconds, style) => time(seconds, style, now))
      .replaceAll(/(?<=^\[[^\]\n]+\](?: \[[^\]\n]+\])*)\n(?=\[[^\]\n]+\]$)/gm, ' ');
}

const UNITS = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;
const RELATIVE = new Intl.RelativeTimeFormat('en');

/** `in 30 minutes`, `2 hours ago`: in the largest unit of which there is one. */
function fromNow(ms: number): string {
  const unit = UNITS.find(([, size]) => Math.abs(ms) >= size);
  return unit === undefined
    ? RELATIVE.format(Math.round(ms / 1000), 'second')
    : RELATIVE.format(Math.round(ms / unit[1]), unit[0]);
}
