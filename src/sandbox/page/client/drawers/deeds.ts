import type { WireLine } from '../../protocol.ts';

/** A line that matters to somebody who broke something, in plain words where there are some. */
export interface Deed {
  readonly line: WireLine;
  readonly words: string;
}

const GATEWAY: Readonly<Record<string, string>> = {
  Identify: 'The bot logged in anew.',
  Resume: 'The bot came back, and asked for what it had missed.',
  READY: 'Discord let it in.',
  RESUMED: 'It has all that it had missed.',
  RECONNECT: 'Discord asked the bot to reconnect.',
  INVALID_SESSION: 'Discord closed the bot’s session.',
  GUILD_DELETE: 'The bot was told that the server is gone.',
  GUILD_CREATE: 'The bot was told that the server is there.',
  CHANNEL_DELETE: 'The bot was told that the channel is gone.',
  CHANNEL_CREATE: 'The bot was told of a new channel.',
  CHANNEL_UPDATE: 'The bot was told that the channel is different.',
};

const FAULTS: readonly (readonly [RegExp, string])[] = [
  [/^status 429 for /, 'Discord told the bot to slow down.'],
  [/^status 5\d\d for /, 'Discord answered with an error.'],
  [/^timeout for /, 'Discord gave no answer.'],
  [/^reset for /, 'The connection broke before anything was done.'],
  [/^accept-then-drop for /, 'Discord did it, and the answer was lost.'],
];

const LOUD = ['warn', 'error', 'fatal'];

/**
 * What of the wire tells how the bot took a fault: errors, what was tried again and whether it worked then, how the
 * gateway came back, and what the bot itself warned of.
 * @param since the number of the last line before the fault
 */
export function deedsAfter(lines: readonly WireLine[], since: number): readonly Deed[] {
  const failing = new Set<string>();
  return lines
    .filter(({ n }) => n > since)
    .flatMap((line): Deed[] => {
      const words = wordsOf(line, failing);
      return words === undefined ? [] : [{ line, words }];
    });
}

function wordsOf(line: WireLine, failing: Set<string>): string | undefined {
  const { way, what, status = 0, level = 'info' } = line;
  switch (way) {
    case 'world':
      return asSentence(what);
    case 'log':
      return LOUD.includes(level) ? 'The bot wrote in its log:' : undefined;
    case 'fault': {
      const words = FAULTS.find(([pattern]) => pattern.test(what))?.[1];
      // What was broken or mended by hand is in words already.
      if (words === undefined) return asSentence(what);
      failing.add(routeOf(what.replace(/^.*? for /, '')));
      return words;
    }
    case 'rest': {
      const route = routeOf(what);
      // A fault has a line of its own already.
      if (status >= 500 || status === 429) return failing.has(route) ? undefined : 'Discord answered with an error.';
      if (status >= 400) return 'Discord refused the bot.';
      return failing.delete(route) ? 'The bot tried again, and it worked.' : undefined;
    }
    default:
      // `RESUMED (2 missed)`, `close 4000 …`
      return (
        GATEWAY[what.replace(/ \(.*$/, '')] ??
        (/^(close \d|connection c)/.test(what) ? 'The connection ended.' : undefined)
      );
  }
}

const asSentence = (what: string) => `${what.charAt(0).toUpperCase()}${what.slice(1)}.`;

/** The same for each call to one place: ids, tokens and queries are left out. */
const routeOf = (call: string) =>
  call
    .replace(/ \(.*\)$/, '')
    .replace(/\?.*$/, '')
    .replace(/(\/(?:interactions|webhooks)\/)\d+\/[^/]+/, '$1:id/:token')
    .replaceAll(/\d{5,}/g, ':id');
