import { describe, expect, it } from 'vitest';
import { createLog } from '../../src/log.ts';
import { type LogLine, logLines } from '../../src/simulation/log-lines.ts';

function reading(terminal: boolean, level = 'warn', secrets: readonly string[] = []) {
  const lines = logLines();
  const read: LogLine[] = [];
  const stop = lines.on((line) => read.push(line));
  const written: string[] = [];
  const log = createLog(
    level,
    terminal,
    secrets,
    { write: (line) => written.push(line) },
    {
      level: 'debug',
      write: lines.write,
    },
  );
  return { log, read, stop, written };
}

describe.each([true, false])('who reads along in the log (terminal: %s)', (terminal) => {
  it('reads each line in words, also those that the terminal is spared', () => {
    const { log, read, written } = reading(terminal);
    log.trace({ event: 'asked' }, 'too small for anybody');
    log.debug({ event: 'answered', what: '/today', server: '12' }, 'answered');
    log.info('hello');
    log.warn({ event: 'missed', kind: 'daily', shard: 0, code: null }, 'came too late');
    expect(read).toEqual([
      { level: 'debug', text: 'answered (what /today, server 12)' },
      { level: 'info', text: 'hello' },
      { level: 'warn', text: 'missed: came too late (kind daily, shard 0)' },
    ]);
    expect(written).toHaveLength(1);
    expect(written[0]).toContain('came too late');
  });

  it('reads of a fault what and where it was, on one line', () => {
    const { log, read } = reading(terminal, 'silent');
    log.error({ event: 'tick failed', err: new TypeError('x is not a function') }, 'a beat failed');
    expect(read[0]?.level).toBe('error');
    expect(read[0]?.text).toMatch(/^tick failed: a beat failed \(TypeError: x is not a function, at .*log-lines.*\)$/);
  });

  it('reads no secret', () => {
    const { log, read } = reading(terminal, 'info', ['s3cret']);
    log.info({ header: 'Bot s3cret' }, 'sent s3cret');
    expect(read).toEqual([{ level: 'info', text: 'sent [token] (header Bot [token])' }]);
  });

  it('is told nothing any more once it has stopped', () => {
    const { log, read, stop, written } = reading(terminal);
    stop();
    log.warn('nobody reads this');
    expect(read).toEqual([]);
    expect(written).toHaveLength(1);
  });
});
