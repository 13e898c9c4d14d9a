import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { EX_USAGE, readWishes } from '../../src/simulation/options.ts';

describe('the command line of the simulation', () => {
  it('plays twelve weeks with twelve members when nothing is said', () => {
    expect(readWishes([])).toEqual({
      weeks: 12,
      members: 12,
      seed: 1,
      json: false,
      calm: false,
      transcript: 'simulation-transcript.txt',
    });
  });

  it('takes what is said, either way of writing it', () => {
    const wishes = readWishes(['--weeks=2', '--members', '3', '--seed', '7', '--json', '--transcript', 'out.txt']);
    expect(wishes).toMatchObject({ weeks: 2, members: 3, seed: 7, json: true, transcript: 'out.txt' });
  });

  it('gives help before all else', () => {
    expect(readWishes(['--weeks', 'none', '--help'])).toBe('help');
  });

  it.each([
    [['--weeks', 'many'], '--weeks takes a whole number from 1 to 26, got “many”'],
    [['--weeks', '0'], '--weeks takes a whole number from 1 to 26, got “0”'],
    [['--members', '2.5'], '--members takes a whole number from 1 to 200, got “2.5”'],
    [['--seed', '-1'], '--seed takes a whole number from 0 to 2147483647, got “-1”'],
    [['--members'], '--members takes a whole number from 1 to 200'],
    [['--json=yes'], '--json takes no value, got “yes”'],
    [['--transcript', ''], '--transcript takes the name of a file'],
    [['--speed', '2'], '--speed is no option of this: see --help'],
    [['12'], 'got “12”, takes options alone: see --help'],
  ])('answers %j in one line', (args, line) => {
    expect(() => readWishes(args)).toThrow(line);
  });

  it('ends with EX_USAGE, one line and no stack', () => {
    const args = ['--import', 'tsx', 'src/simulation/cli.ts', '--weeks', 'many'];
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    expect(stderr).toBe('--weeks takes a whole number from 1 to 26, got “many”\n');
    expect(stdout).toBe('');
    expect(status).toBe(EX_USAGE);
  });
});
