import { describe, expect, it } from 'vitest';
import { createLog } from '../src/log.ts';
import { StoreError } from '../src/store/store-error.ts';

function lines(level: string, terminal: boolean, secrets: readonly string[] = []) {
  const written: string[] = [];
  const log = createLog(level, terminal, secrets, { write: (line) => written.push(line) });
  return { log, written };
}

const TOKEN = 'MTIzNDU2Nzg5.Sandbx.not-a-real-one-0000000000000';

describe('the log', () => {
  it('is one JSON object a line away from a terminal, with the level in words and no name of the machine', () => {
    const { log, written } = lines('info', false);
    log.info({ event: 'posted', server: '1' }, 'posted daily.2026-01-05 in 1');
    expect(written).toHaveLength(1);
    expect(written[0]?.endsWith('\n')).toBe(true);
    const { time, ...rest } = JSON.parse(written[0] ?? '');
    expect(rest).toEqual({ level: 'info', event: 'posted', server: '1', msg: 'posted daily.2026-01-05 in 1' });
    expect(time).toEqual(expect.any(Number));
  });

  it('is one readable line on a terminal', () => {
    const { log, written } = lines('info', true);
    log.info({ event: 'posted', server: '1' }, 'posted daily.2026-01-05 in 1');
    expect(written).toHaveLength(1);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: a terminal may have colours
    const plain = written[0]?.replaceAll(/\u001b\[\d+m/g, '');
    expect(plain).toMatch(/^\[\d\d:\d\d:\d\d\] INFO: posted daily\.2026-01-05 in 1\n$/);
  });

  it('names the cause and the place of a fault on a terminal, in the same line', () => {
    const { log, written } = lines('info', true);
    log.error({ event: 'tick failed', err: new StoreError('full', 'coach.db has no room') }, 'a beat failed');
    expect(written).toHaveLength(1);
    expect(written[0]).toContain('a beat failed (StoreError: full: coach.db has no room; at ');
    expect(written[0]).toContain('log.test.ts');
    expect(written[0]?.trimEnd().includes('\n')).toBe(false);
  });

  it.each([true, false])('keeps the token out, wherever it was (terminal: %s)', (terminal) => {
    const { log, written } = lines('trace', terminal, [TOKEN]);
    log.info({ header: `Bot ${TOKEN}` }, `sent ${TOKEN}`);
    log.error({ err: new Error(`refused: ${TOKEN}`) }, 'failed');
    expect(written.join('')).not.toContain(TOKEN);
    expect(written.join('')).toContain('[token]');
  });

  it('does not repeat what an error quotes of what somebody wrote', () => {
    const { log, written } = lines('trace', false);
    const quoting = [
      new RangeError('not a time zone: my secret place'),
      new SyntaxError('"my secret" is not valid JSON'),
      Object.assign(new Error('my secret'), { name: 'SqliteError', code: 'SQLITE_CONSTRAINT_CHECK' }),
    ];
    for (const err of quoting) log.error({ err }, 'failed');
    log.error({ err: 'my secret' }, 'failed');
    expect(written.join('')).not.toContain('secret');
    expect(written.join('')).toContain('SQLITE_CONSTRAINT_CHECK');
    expect(written.join('')).toContain('"name":"RangeError"');
  });

  it('says nothing when it is silent', () => {
    for (const terminal of [true, false]) {
      const { log, written } = lines('silent', terminal);
      log.fatal('the end');
      expect(written).toEqual([]);
    }
  });
});
