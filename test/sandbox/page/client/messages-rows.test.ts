import type { APIMessage } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import { fieldRows } from '../../../../src/sandbox/page/client/messages/embed-fields.ts';
import { looseFiles, mediaOf, mediaType, sizeWords } from '../../../../src/sandbox/page/client/messages/media.ts';
import { isOwn, newLine } from '../../../../src/sandbox/page/client/messages/new-line.ts';
import { instantOf, type Row, type RowOptions, rowsOf } from '../../../../src/sandbox/page/client/messages/rows.ts';
import { usedCommand, wordsOf } from '../../../../src/sandbox/page/client/messages/summary.ts';
import { dayOf } from '../../../../src/sandbox/page/client/messages/time-words.ts';
import { snowflakes } from '../../../../src/sandbox/snowflake.ts';

const ids = snowflakes(() => 0);
const user = (id: string, username: string) => ({
  id,
  username,
  discriminator: '0',
  global_name: username,
  avatar: null,
});
const ANA = user('1457629691904000008', 'Ana');
const BEN = user('1457629691904000009', 'Ben');
const LISBON = { zone: 'Europe/Lisbon', locale: 'en-GB' };

/** What somebody said at an instant. */
function said(author: APIMessage['author'], at: number, rest: Partial<APIMessage> = {}): APIMessage {
  return {
    id: ids(at),
    channel_id: '1',
    author,
    content: 'Hello',
    timestamp: '',
    edited_timestamp: null,
    tts: false,
    mention_everyone: false,
    mentions: [],
    mention_roles: [],
    attachments: [],
    embeds: [],
    components: [],
    pinned: false,
    type: 0,
    ...rest,
  };
}

const at = (hour: number, minute: number, day = 5) => Date.UTC(2026, 0, day, hour, minute);
const rows = (messages: readonly APIMessage[], options: Partial<RowOptions> = {}) =>
  rowsOf(messages, {
    more: false,
    readUpTo: undefined,
    meId: ANA.id,
    dayOf: (instant) => dayOf(instant, LISBON),
    ...options,
  });
/** `Ana` where her name stands, `…` where she goes on. */
const sketch = (all: readonly Row[]) =>
  all.map((row) => {
    if (row.kind === 'message') return row.isFirst ? row.message.author.username : '…';
    if (row.kind !== 'divider') return row.kind;
    return [row.day !== undefined && 'day', row.isNew && 'new'].filter(Boolean).join(' and ');
  });

describe('the rows of a channel', () => {
  it('show Ana’s name once while she goes on within seven minutes', () => {
    const talk = [
      said(ANA, at(7, 0)),
      said(ANA, at(7, 6)),
      said(ANA, at(7, 14)),
      said(BEN, at(7, 15)),
      said(ANA, at(7, 15)),
    ];
    expect(sketch(rows(talk))).toEqual(['beginning', 'day', 'Ana', '…', 'Ana', 'Ben', 'Ana']);
  });

  it('begin a new day at midnight in Lisbon', () => {
    const talk = [said(ANA, at(23, 58)), said(ANA, at(0, 1, 6))];
    expect(sketch(rows(talk))).toEqual(['beginning', 'day', 'Ana', 'day', 'Ana']);
    const summer = [said(ANA, Date.UTC(2026, 6, 5, 22, 58)), said(ANA, Date.UTC(2026, 6, 5, 23, 1))];
    expect(sketch(rows(summer))).toEqual(['beginning', 'day', 'Ana', 'day', 'Ana']);
  });

  it('say what is new since Ana last looked, but not of what she said herself', () => {
    const talk = [said(BEN, at(7, 0)), said(ANA, at(7, 1)), said(BEN, at(7, 2)), said(BEN, at(7, 3))];
    const [first] = talk;
    expect(sketch(rows(talk, { readUpTo: first?.id ?? '' }))).toEqual([
      'beginning',
      'day',
      'Ben',
      'Ana',
      'new',
      'Ben',
      '…',
    ]);
    expect(sketch(rows(talk, { readUpTo: talk.at(-1)?.id ?? '' }))).toEqual([
      'beginning',
      'day',
      'Ben',
      'Ana',
      'Ben',
      '…',
    ]);
  });

  it('put a new day and what is new on one line', () => {
    const talk = [said(BEN, at(7, 0)), said(BEN, at(7, 0, 6))];
    expect(sketch(rows(talk, { readUpTo: talk[0]?.id ?? '' }))).toEqual([
      'beginning',
      'day',
      'Ben',
      'day and new',
      'Ben',
    ]);
  });

  it('give an answer, a private message and a silent one a head of their own', () => {
    const talk = [
      said(BEN, at(7, 0)),
      said(BEN, at(7, 1), { referenced_message: said(ANA, at(6, 0)) }),
      said(BEN, at(7, 2), { flags: 64 }),
      said(BEN, at(7, 3), { flags: 64 }),
      said(BEN, at(7, 4), { flags: 4096 }),
    ];
    expect(sketch(rows(talk))).toEqual(['beginning', 'day', 'Ben', 'Ben', 'Ben', '…', 'Ben']);
  });

  it('count messages for those who listen, and say that older ones are to come', () => {
    const all = rows([said(ANA, at(7, 0)), said(BEN, at(7, 1))], { more: true });
    expect(sketch(all)).toEqual(['loading', 'day', 'Ana', 'Ben']);
    expect(all.flatMap((row) => (row.kind === 'message' ? [row.position] : []))).toEqual([1, 2]);
  });

  it('know from an id when it was made', () => {
    expect(instantOf(ids(at(7, 30)))).toBe(at(7, 30));
  });
});

describe('the line above a message', () => {
  const origin = { id: '1', type: 2 as const, user: ANA, authorizing_integration_owners: {} };

  it('names the command that Ana used, where Discord names it', () => {
    const older = { id: '1', type: 2 as const, name: 'checkin workout', user: ANA };
    const message = said(BEN, at(7, 0), { interaction_metadata: origin, interaction: older });
    expect(usedCommand(message)).toEqual({ userId: ANA.id, userName: 'Ana', name: 'checkin workout' });
    expect(usedCommand(said(BEN, at(7, 0), { interaction_metadata: origin }))?.name).toBeUndefined();
  });

  it('goes back to the command from which a form was opened', () => {
    const form = { ...origin, id: '2', type: 5 as const, triggering_interaction_metadata: origin };
    expect(usedCommand(said(BEN, at(7, 0), { interaction_metadata: form }))?.userName).toBe('Ana');
  });

  it('is not there for what answers no command', () => {
    expect(usedCommand(said(BEN, at(7, 0)))).toBeUndefined();
  });

  it('sums up components and embeds where there is no text', () => {
    const box = { type: 17 as const, components: [{ type: 10 as const, content: 'Rows' }] };
    expect(wordsOf(said(BEN, at(7, 0), { content: '', components: [box] }))).toBe('Rows');
    expect(wordsOf(said(BEN, at(7, 0), { content: '', embeds: [{ title: 'Week 1' }] }))).toBe('Week 1');
    expect(wordsOf(said(BEN, at(7, 0), { content: '' }))).toBeUndefined();
  });
});

describe('what a message carries', () => {
  const file = { id: '1', filename: 'chart.png', size: 10, url: 'http://x/a', proxy_url: 'http://x/a' };

  it('is a picture, a film, a sound or a file', () => {
    expect(mediaType('image/png', 'a')).toBe('image');
    expect(mediaType('application/octet-stream', 'song.mp3')).toBe('audio');
    expect(mediaType(undefined, 'https://example.org/clip.mp4?x=1')).toBe('video');
    expect(mediaType('text/csv', 'picture.png')).toBe('file');
  });

  it('is covered when its name says so', () => {
    expect(mediaOf({ ...file, filename: 'SPOILER_chart.png' }).isSpoiler).toBe(true);
    expect(mediaOf({ ...file, description: 'Loads by week' })).toMatchObject({
      alt: 'Loads by week',
      isSpoiler: false,
    });
  });

  it('is not shown twice when an embed shows it', () => {
    const other = { ...file, id: '2', url: 'http://x/b' };
    const message = said(BEN, at(7, 0), { attachments: [file, other], embeds: [{ image: { url: file.url } }] });
    expect(looseFiles(message)).toEqual([other]);
  });

  it('has a size in words', () => {
    expect([1, 900, 1_536, 2_097_152].map(sizeWords)).toEqual(['1 byte', '900 bytes', '1.5 KB', '2 MB']);
  });

  it('has fields in rows of three, and a wide one by itself', () => {
    const field = (name: string, inline: boolean) => ({ name, value: name, inline });
    const all = [
      field('a', true),
      field('b', true),
      field('c', true),
      field('d', true),
      field('e', false),
      field('f', true),
    ];
    expect(fieldRows(all).map((row) => row.map(({ name }) => name).join(''))).toEqual(['abc', 'd', 'e', 'f']);
  });
});

describe('the line that says what is new', () => {
  const [first, second] = ['100', '200'];

  it('does not come while Ana watches', () => {
    expect(newLine(undefined, { before: first, seen: first, isWatched: true, isOwn: false })).toBeUndefined();
  });

  it('comes after what she saw, when she looked away', () => {
    expect(newLine(undefined, { before: second, seen: second, isWatched: false, isOwn: false })).toBe(second);
  });

  it('stays above the first of many that came unseen', () => {
    expect(newLine(first, { before: second, seen: first, isWatched: false, isOwn: false })).toBe(first);
  });

  it('moves on when she came back, and looked away again', () => {
    expect(newLine(first, { before: second, seen: second, isWatched: false, isOwn: false })).toBe(second);
  });

  it('goes away when she says something, or uses a command', () => {
    const origin = { id: '1', type: 2 as const, user: ANA, authorizing_integration_owners: {} };
    expect(isOwn(said(ANA, at(7, 0)), ANA.id)).toBe(true);
    expect(isOwn(said(BEN, at(7, 0), { interaction_metadata: origin }), ANA.id)).toBe(true);
    expect(isOwn(said(BEN, at(7, 0)), ANA.id)).toBe(false);
    expect(newLine(first, { before: second, seen: first, isWatched: true, isOwn: true })).toBeUndefined();
  });

  it('is where it was when the channel opens', () => {
    expect(newLine(first, { before: undefined, seen: first, isWatched: true, isOwn: false })).toBe(first);
  });
});
