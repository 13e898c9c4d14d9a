import { day, formatDay, type Instant, type Zone } from '../coach/day.ts';
import type { SandboxEvent } from '../sandbox/events.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';
import { readerOf, tell } from './narrate.ts';
import { shownAt } from './wall-clock.ts';

/** A server whose story is written down. */
export interface Told {
  readonly id: string;
  readonly name: string;
  readonly zone: Zone;
  /** Lines that come before the story. */
  readonly introduction: readonly string[];
}

export interface Transcripts {
  /** A remark of the narrator's; in all servers when none is named. */
  note(text: string, serverId?: string): void;
  /** For acts at one instant, whose answers may come in either order: they are told in the order of the alphabet. */
  together<T>(acts: () => Promise<T>): Promise<T>;
  text(): string;
}

/** Where somebody is at home, and by whose clock they live. */
export interface Dwelling {
  readonly zone: Zone;
  readonly serverId: string;
}

/**
 * Writes down what people do and see, a story for each server, by the clock of that server; direct messages in the story
 * of the server of whoever reads them.
 * @param dwellingOf their clock is told where it is another than the server's
 */
export function transcriptsOf(
  sandbox: Sandbox,
  servers: readonly Told[],
  dwellingOf: (name: string) => Dwelling | undefined,
): Transcripts {
  const stories = servers.map((server) => ({
    server,
    read: readerOf(sandbox.world, server.zone),
    lines: [] as string[],
    date: '',
  }));
  type Story = (typeof stories)[number];

  const write = (story: Story, at: Instant, text: string) => {
    const { date, time } = shownAt(at, story.server.zone);
    if (date !== story.date) story.lines.push('', `── ${formatDay(day(date))} ${'─'.repeat(40)}`, '');
    story.date = date;
    story.lines.push(`${time}  ${story.read(text, at).replaceAll('\n', '\n         ')}`);
  };

  const writeDown = (event: SandboxEvent) => {
    const told = tell(event);
    if (told === undefined || !('where' in event)) return;
    const serverId = event.where.serverId ?? dwellingOf(event.where.label.replace('DM with ', ''))?.serverId;
    const story = stories.find(({ server }) => server.id === serverId);
    if (story === undefined) return;
    write(
      story,
      event.at,
      told.replace(` (${story.server.name})`, '') + elsewhere(event, story.server.zone, dwellingOf),
    );
  };
  let held: SandboxEvent[] | undefined;
  sandbox.on('event', (event) => (held === undefined ? writeDown(event) : held.push(event)));

  return {
    note(text, serverId) {
      const at = sandbox.clock.now();
      for (const story of stories) {
        if (serverId === undefined || story.server.id === serverId) write(story, at, `* ${text}`);
      }
    },
    async together(acts) {
      const events: SandboxEvent[] = [];
      held = events;
      try {
        return await acts();
      } finally {
        held = undefined;
        for (const event of events.sort(peopleFirst)) writeDown(event);
      }
    },
    text: () =>
      stories
        .flatMap(({ server, lines }) => ['═'.repeat(80), ...server.introduction, '═'.repeat(80), ...lines, '', ''])
        .join('\n'),
  };
}

function peopleFirst(a: SandboxEvent, b: SandboxEvent): number {
  const isPerson = (event: SandboxEvent) => Number(event.kind === 'person');
  const words = (event: SandboxEvent) => tell(event) ?? '';
  return isPerson(b) - isPerson(a) || words(a).localeCompare(words(b));
}

/** The day and time of somebody who lives by another clock than the server's. */
function elsewhere(event: SandboxEvent, home: Zone, dwellingOf: (name: string) => Dwelling | undefined): string {
  if (event.kind !== 'person') return '';
  const zone = dwellingOf(event.who)?.zone;
  if (zone === undefined || zone === home) return '';
  const city = zone.split('/').at(-1)?.replaceAll('_', ' ');
  const { date, time } = shownAt(event.at, zone);
  return `   (${formatDay(day(date))} ${time} in ${city})`;
}
