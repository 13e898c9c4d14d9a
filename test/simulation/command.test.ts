import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { runCommand } from '../../src/simulation/command.ts';

const directory = mkdtempSync(join(tmpdir(), 'backbone-test-'));
const transcript = join(directory, 'transcript.txt');
afterAll(() => rmSync(directory, { recursive: true }));

/** Runs the command, and gives what a terminal or a pipe gets of it. */
async function typed(args: readonly string[], isTTY = false) {
  let [stdout, stderr] = ['', ''];
  const code = await runCommand(args, {
    version: '0.0.0-test',
    stdout: {
      isTTY,
      write: (text) => {
        stdout += text;
      },
    },
    stderr: {
      write: (text) => {
        stderr += text;
      },
    },
    seconds: () => 1.25,
  });
  return { code, stdout, stderr };
}

const WEEK = ['--weeks', '1', '--members', '1', '--calm', '--transcript', transcript];

describe('the command', { timeout: 60_000 }, () => {
  it('writes the summary as JSON and nothing else', async () => {
    const { code, stdout, stderr } = await typed([...WEEK, '--json']);
    expect(JSON.parse(stdout)).toMatchObject({ weeks: 1, seed: 1, differences: [], members: [{ name: 'Ana' }] });
    expect(stderr).toBe('');
    expect(code).toBe(0);
    expect(readFileSync(transcript, 'utf8')).toContain('── Mon 2 Feb');
  });

  it('tells each week into a pipe, and rewrites one line on a terminal', async () => {
    const piped = await typed(WEEK);
    expect(piped.stdout).toMatch(/^week 1 of 1\n\n1 week from 2026-02-02, 1 member, seed 1: \d+ interactions\n/);
    expect(piped.stdout).toMatch(/\nLisbon Lifters {2}Europe\/Lisbon {5}07:30 {4}8 of 8 on time /);
    expect(piped.stdout).toContain('Every post came exactly once and at its local time, and nobody was let down.');
    expect(piped.stdout).toMatch(/It took 1\.3 s\.\n$/);
    const seen = await typed(WEEK, true);
    expect(seen.stdout).toContain('\r\u001b[Kweek 1 of 1, day 7\r\u001b[K\n');
  });

  it('says before it plays that the transcript cannot be written', async () => {
    const { code, stdout, stderr } = await typed(['--transcript', join(directory, 'missing', 'transcript.txt')]);
    expect(stderr).toMatch(/^--transcript takes a file that can be written: ENOENT[^\n]*\n$/);
    expect(stdout).toBe('');
    expect(code).toBe(64);
  });

  it('helps', async () => {
    const { code, stdout } = await typed(['--help']);
    for (const option of ['weeks', 'members', 'seed', 'transcript', 'calm', 'json'])
      expect(stdout).toContain(`--${option}`);
    expect(code).toBe(0);
  });
});
