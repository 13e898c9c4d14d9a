import { appendFileSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { JournalError } from '../../../src/sandbox/journal/error.ts';
import { createSandbox } from '../../../src/sandbox/sandbox.ts';
import { closeAll, newSandbox } from '../support.ts';
import { leftOf, newFile, temporaryFolder } from './support.ts';

afterEach(closeAll);

/** A file with a world in which Ana said this, on which the sandbox is closed. */
async function fileWith(...texts: string[]): Promise<string> {
  const file = newFile();
  const sandbox = await newSandbox({ keepIn: file });
  const server = sandbox.server({ name: 'Lisbon Lifters' });
  const training = server.channel('training');
  const ana = server.member('Ana');
  for (const text of texts) ana.say(training, text);
  await sandbox.close();
  return file;
}

async function said(file: string): Promise<string[]> {
  const { world } = await newSandbox({ keepIn: file });
  return [...world.channels.values()].flatMap(({ messages }) =>
    Array.from(messages.values(), ({ api }) => api.content),
  );
}

async function refusal(file: string): Promise<JournalError> {
  try {
    await createSandbox({ keepIn: file });
  } catch (error) {
    if (error instanceof JournalError) return error;
    throw error;
  }
  throw new Error('it was opened');
}

describe('a kill in the middle of a line', () => {
  it('loses that line alone, wherever it was cut', async () => {
    const file = await fileWith('one', 'two');
    const whole = statSync(file).size;
    const last = readFileSync(file, 'utf8').trimEnd().split('\n').at(-1) ?? '';
    expect(JSON.parse(last)).toMatchObject({ kind: 'message', api: { content: 'two' } });
    for (const cut of [1, 2, Math.floor(last.length / 2), last.length]) {
      const torn = leftOf(file);
      truncateSync(torn, whole - cut);
      expect(await said(torn)).toEqual(['one']);
      // What was begun is gone from the file as well: what follows stands on a line of its own.
      expect(await said(torn)).toEqual(['one']);
    }
    expect(await said(file)).toEqual(['one', 'two']);
  });

  it('also in the middle of a letter', async () => {
    const file = await fileWith('one');
    appendFileSync(file, Buffer.from('{"kind":"message","at":1,"api":{"content":"ação').subarray(0, -2));
    expect(await said(file)).toEqual(['one']);
  });
});

describe('a file that is damaged', () => {
  const damages: [string, (lines: string[]) => string[], RegExp][] = [
    [
      'cut in the middle',
      (lines) => lines.map((line, n) => (n === 3 ? line.slice(0, 40) : line)),
      /line 4: the line is damaged/,
    ],
    [
      'with a key gone',
      (lines) => lines.map((line, n) => (n === 1 ? line.replace('"zone"', '"z"') : line)),
      /line 2: .*zone/,
    ],
    [
      'with a line too many',
      (lines) => lines.toSpliced(2, 0, 'hello'),
      /line 3: the line is damaged \(Unexpected token/,
    ],
    [
      'without its server',
      (lines) => lines.filter((line) => !line.includes('"kind":"server"')),
      /the server \d+ was not told of before/,
    ],
    ['without its bot', (lines) => lines.filter((line) => !line.includes('"bot":true')), /bot|member/],
    ['with an empty line', (lines) => lines.toSpliced(2, 0, ''), /line 3: the line is damaged/],
  ];

  it.each(damages)('%s is named with what to do, and left as it is', async (_, damage, said) => {
    const file = await fileWith('one', 'two');
    // Written anew by a second start, so that each thing stands in it once.
    await (await newSandbox({ keepIn: file })).close();
    const damaged = damage(readFileSync(file, 'utf8').split('\n')).join('\n');
    writeFileSync(file, damaged);
    const error = await refusal(file);
    expect(error.message).toMatch(said);
    expect(error.message).toContain(file);
    expect(error.message).toContain('move the file away to begin anew');
    expect(readFileSync(file, 'utf8')).toBe(damaged);
  });

  it('in a letter is not read as another letter', async () => {
    const file = await fileWith('um coração', 'two');
    const bytes = readFileSync(file);
    bytes[bytes.indexOf('ç')] = 0xff;
    writeFileSync(file, bytes);
    expect((await refusal(file)).message).toMatch(/line \d+: the line is damaged/);
  });

  it('does not keep the port from the next who asks for it', async () => {
    const taken = await newSandbox();
    const port = Number(new URL(taken.apiUrl).port);
    await taken.close();
    const file = newFile();
    writeFileSync(file, 'hello\n');
    await expect(createSandbox({ keepIn: file, port })).rejects.toThrow(JournalError);
    expect(new URL((await newSandbox({ port })).apiUrl).port).toBe(String(port));
  });

  it('is not taken for a world when it is something else', async () => {
    const file = newFile();
    for (const text of ['hello\n', '{"name":"backbone"}\n', '[]', '\n', '{"journal":"backbone sand']) {
      writeFileSync(file, text);
      const error = await refusal(file);
      expect(error.message).toBe(
        `${file}, line 1: this is not a world kept by the sandbox. Name another file to keep it in.`,
      );
      expect([error.file, error.line]).toEqual([file, 1]);
      expect(readFileSync(file, 'utf8')).toBe(text);
    }
  });

  it('is not read when another version wrote it', async () => {
    const file = await fileWith('one');
    writeFileSync(file, readFileSync(file, 'utf8').replace('"version":1', '"version":2'));
    expect((await refusal(file)).message).toContain('another version of the sandbox (2; this one reads 1)');
  });
});

describe('a file', () => {
  it('that is empty begins anew, and a folder that is not there is made', async () => {
    const file = newFile();
    writeFileSync(file, '');
    expect((await newSandbox({ keepIn: file })).isRestored).toBe(false);
    const deep = join(temporaryFolder(), 'a', 'b', 'world.ndjson');
    await (await newSandbox({ keepIn: deep })).close();
    expect((await newSandbox({ keepIn: deep })).isRestored).toBe(true);
  });

  it('that cannot be read or written is named', async () => {
    const folder = temporaryFolder();
    expect((await refusal(folder)).message).toContain(`${folder}: the file cannot be read (EISDIR`);
    const file = await fileWith('one');
    expect((await refusal(join(file, 'world.ndjson'))).message).toContain('cannot be read (ENOTDIR');
  });

  it('is left as it is by a sandbox whose port is taken', async () => {
    const file = await fileWith('one');
    const before = readFileSync(file, 'utf8');
    const port = Number(new URL((await newSandbox()).apiUrl).port);
    await expect(createSandbox({ keepIn: file, port })).rejects.toThrow('EADDRINUSE');
    expect(readFileSync(file, 'utf8')).toBe(before);
  });

  it('left half written anew by a kill is no hindrance', async () => {
    const file = await fileWith('one');
    writeFileSync(`${file}.new`, '{"journal":"backbone sand');
    expect(await said(file)).toEqual(['one']);
  });

  it('is read by nobody else', async () => {
    expect(statSync(await fileWith('one')).mode & 0o777).toBe(0o600);
  });
});
