import { describe, expect, it } from 'vitest';
import { deedsAfter } from '../../../../src/sandbox/page/client/drawers/deeds.ts';
import { FAULT_WORDS, howLong } from '../../../../src/sandbox/page/client/drawers/fault-words.ts';
import { FAULT_KINDS, type WireLine } from '../../../../src/sandbox/page/protocol.ts';

const AT = Date.UTC(2026, 0, 5, 7, 30);

/** Numbers the lines, as they came. */
const wire = (...lines: (Pick<WireLine, 'way' | 'what'> & Partial<WireLine>)[]): WireLine[] =>
  lines.map((line, index) => ({ n: index + 1, at: AT, ...line }));

const words = (lines: readonly WireLine[], since = 0) => deedsAfter(lines, since).map((deed) => deed.words);

const POST = 'POST /channels/1457629691904000006/messages';

describe('what the bot did about it', () => {
  it('is that it tried again after an error, and that it worked then', () => {
    const lines = wire(
      { way: 'fault', what: 'Discord answers 500 to whatever the bot asks, once' },
      { way: 'fault', what: `status 500 for ${POST}` },
      { way: 'rest', what: POST, status: 500 },
      { way: 'rest', what: POST, status: 200 },
      { way: 'rest', what: POST, status: 200 },
    );
    expect(words(lines)).toEqual([
      'Discord answers 500 to whatever the bot asks, once.',
      'Discord answered with an error.',
      'The bot tried again, and it worked.',
    ]);
  });

  it('knows one call by its route: the answer to another interaction counts as trying again', () => {
    const answer = (id: string) => `POST /interactions/${id}/aW50ZX…${id.slice(0, 4)}/callback?with_response=true`;
    const lines = wire(
      { way: 'fault', what: `timeout for ${answer('1457629691904000101').split('?')[0]}` },
      { way: 'rest', what: 'GET /gateway/bot', status: 200 },
      { way: 'rest', what: answer('1457629691904000102'), status: 200 },
    );
    expect(words(lines)).toEqual(['Discord gave no answer.', 'The bot tried again, and it worked.']);
  });

  it('is how it came back after the line broke', () => {
    const lines = wire(
      { way: 'fault', what: 'gateway drop, by hand' },
      { way: 'gateway out', what: 'connection cut' },
      { way: 'gateway in', what: 'Resume' },
      { way: 'gateway out', what: 'RESUMED (2 missed)' },
      { way: 'gateway out', what: 'INTERACTION_CREATE' },
    );
    expect(words(lines)).toEqual([
      'Gateway drop, by hand.',
      'The connection ended.',
      'The bot came back, and asked for what it had missed.',
      'It has all that it had missed.',
    ]);
  });

  it('is what it was refused, and what it warned of in its log', () => {
    const lines = wire(
      { way: 'world', what: 'Backbone may not write in #training of Garden Gym any more' },
      { way: 'rest', what: POST, status: 403 },
      { way: 'log', what: 'deliver.refused', level: 'warn' },
      { way: 'log', what: 'tick', level: 'debug' },
    );
    expect(words(lines)).toEqual([
      'Backbone may not write in #training of Garden Gym any more.',
      'Discord refused the bot.',
      'The bot wrote in its log:',
    ]);
  });

  it('is nothing of what was before', () => {
    const lines = wire({ way: 'rest', what: POST, status: 403 }, { way: 'rest', what: POST, status: 404 });
    expect(deedsAfter(lines, 1).map(({ line }) => line.n)).toEqual([2]);
    expect(deedsAfter(lines, 2)).toEqual([]);
  });
});

describe('every fault', () => {
  it('is told as a host would meet it, in whole sentences', () => {
    for (const kind of FAULT_KINDS) {
      const { name, story } = FAULT_WORDS[kind];
      expect(name).toMatch(/^[A-Z]/);
      expect(story).toMatch(/^[A-Z].*\.$/);
      expect(story).not.toContain('!');
    }
  });

  it('says how long it lasts', () => {
    expect([howLong(null), howLong(1), howLong(4)]).toEqual([
      'until you mend it',
      'for 1 more request',
      'for 4 more requests',
    ]);
  });
});
