import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type Command, defineCommand, press } from '../../src/discord/define-command.ts';
import { discoverCommands, registryOf } from '../../src/discord/registry.ts';
import { checkCommands } from '../../src/sandbox/rules/commands.ts';

const nothing = async () => ({ to: 'member', body: { components: [] } }) as const;
const plain = (more: Partial<Command> = {}): Command => ({
  ...defineCommand({ description: 'Does it', options: z.object({}), run: nothing }),
  ...more,
});

describe('discovery', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'backbone-commands-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const write = (name: string, text: string) => writeFileSync(join(folder, name), text);

  it('finds the real commands, and Discord takes them', async () => {
    const registry = await discoverCommands();
    expect(registry.definitions.map(({ name }) => name)).toEqual([
      'checkin',
      'coach',
      'enroll',
      'help',
      'leaderboard',
      'leave',
      'move',
      'mydata',
      'pause',
      'programme',
      'progress',
      'resume',
      'safety',
      'settings',
      'streak',
      'tip',
      'today',
    ]);
    expect(checkCommands(registry.definitions)).toEqual([]);
    expect(registry.action('checkin', 'workout')?.description).toContain('three days back');
    expect(registry.action('checkin', undefined)).toBe(undefined);
    expect(registry.action('rowing', undefined)).toBe(undefined);
  });

  it('names a file that exports no command', async () => {
    write('rowing.js', 'export default 5;');
    await expect(discoverCommands(folder)).rejects.toThrow('commands/rowing.js: its default export is not a command');
  });

  it('names a file whose command does nothing', async () => {
    write('rowing.js', 'export default { description: "Rows" };');
    await expect(discoverCommands(folder)).rejects.toThrow('commands/rowing.js: has neither "run" nor "actions"');
  });

  it('names what is no command file at all', async () => {
    write('notes.txt', 'later');
    await expect(discoverCommands(folder)).rejects.toThrow('commands/notes.txt: takes .ts files alone');
  });

  it('leaves a folder alone, which holds what commands share', async () => {
    mkdirSync(join(folder, 'training'));
    writeFileSync(join(folder, 'training', 'start.js'), 'export const start = 5;');
    expect((await discoverCommands(folder)).definitions).toEqual([]);
  });

  it('names two files that claim one command', async () => {
    write('row.js', 'export default { description: "Rows", options: {}, run() {} };');
    write('row.ts', 'export default {};');
    await expect(discoverCommands(folder)).rejects.toThrow('commands/row.ts: /row is another file’s');
  });
});

describe('the registry', () => {
  it('names two commands that claim one button', () => {
    const done = { done: press({ argument: z.string(), run: nothing }) };
    const commands = new Map([
      ['row', plain({ buttons: done })],
      ['run', plain({ buttons: done })],
    ]);
    expect(() => registryOf(commands)).toThrow('commands/run: the button "done" is another command’s');
  });

  it('refuses a name that Discord would', () => {
    expect(() => registryOf(new Map([['Row Now', plain()]]))).toThrow(
      'commands/Row Now: a command’s name takes a to z',
    );
  });

  it('names the option that cannot be one', () => {
    const broken = defineCommand({ description: 'Rows', options: z.object({ far: z.string() }), run: nothing });
    expect(() => registryOf(new Map([['row', broken]]))).toThrow('commands/row: option "far" has no description');
  });
});
