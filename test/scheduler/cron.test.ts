import { afterEach, describe, expect, it, vi } from 'vitest';
import { everyMinute } from '../../src/scheduler/cron.ts';

const MINUTE = 60_000;

afterEach(() => {
  vi.useRealTimers();
});

/** The clock's readings at which a beat came. */
function beatsFrom(now: string): { readonly beats: string[]; stop(): void } {
  vi.useFakeTimers({ now: Date.parse(now) });
  const beats: string[] = [];
  return { beats, stop: everyMinute(() => beats.push(new Date().toISOString().slice(11, 19))) };
}

describe('the minute’s beat', () => {
  it('comes at each full minute until it is stopped', async () => {
    const { beats, stop } = beatsFrom('2026-01-05T07:28:30Z');
    await vi.advanceTimersByTimeAsync(3 * MINUTE);
    stop();
    await vi.advanceTimersByTimeAsync(3 * MINUTE);
    expect(beats).toEqual(['07:29:00', '07:30:00', '07:31:00']);
  });

  it('comes each minute of the hours in which Lisbon’s clocks are changed', async () => {
    const { beats, stop } = beatsFrom('2026-10-25T00:00:30Z');
    await vi.advanceTimersByTimeAsync(120 * MINUTE);
    stop();
    expect(beats).toHaveLength(120);
  });

  it('comes late when the machine was busy, and no word of it goes past the log', async () => {
    const console = [vi.spyOn(globalThis.console, 'warn'), vi.spyOn(globalThis.console, 'error')];
    const { beats, stop } = beatsFrom('2026-01-05T07:29:30Z');
    // The event loop stood still: the timer fires long after its time.
    vi.setSystemTime(Date.parse('2026-01-05T07:32:10Z'));
    await vi.advanceTimersByTimeAsync(MINUTE);
    stop();
    expect([beats[0], beats.at(-1)]).toEqual(['07:32:40', '07:33:00']);
    for (const spy of console) expect(spy).not.toHaveBeenCalled();
  });
});
