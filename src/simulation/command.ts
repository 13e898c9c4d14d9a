import { writeFileSync } from 'node:fs';
import { EX_USAGE, HELP, readWishes, UsageError, type Wishes } from './options.ts';

/** Standard output, or what stands in for it. */
export interface Output {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

export interface CommandOptions {
  readonly version: string;
  readonly stdout: Output;
  readonly stderr: Output;
  /** Real seconds since the program began. */
  readonly seconds: () => number;
}

/** Runs the simulation as the command line asks for it, and gives the exit code. */
export async function runCommand(args: readonly string[], options: CommandOptions): Promise<number> {
  const { stdout, stderr } = options;
  try {
    const wishes = readWishes(args);
    if (wishes !== 'help') return await run(wishes, options);
    stdout.write(`${HELP}\n`);
    return 0;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    stderr.write(`${error.message}\n`);
    return EX_USAGE;
  }
}

async function run(wishes: Wishes, { version, stdout, seconds }: CommandOptions): Promise<number> {
  const { json, transcript: file, weeks } = wishes;
  // A long play whose transcript has nowhere to go would be a pity.
  write(file, '');
  // Not loaded for a command line that cannot be used.
  const [{ simulate }, { tablesOf }] = await Promise.all([import('./simulate.ts'), import('./table.ts')]);
  const onDay = json ? {} : { onDay: progress(weeks, stdout) };
  const { summary, transcript } = await simulate({ ...wishes, version, ...onDay });
  write(file, transcript);
  stdout.write(
    json
      ? `${JSON.stringify(summary, null, 2)}\n`
      : `\n${tablesOf(summary)}\n\nWhat everybody saw: ${file}\nIt took ${seconds().toFixed(1)} s.\n`,
  );
  return summary.differences.length === 0 ? 0 : 1;
}

function write(file: string, text: string): void {
  try {
    writeFileSync(file, text);
  } catch (error) {
    throw new UsageError(`--transcript takes a file that can be written: ${(error as Error).message}`);
  }
}

/** One line that is written anew on a terminal; a line a week otherwise. */
function progress(weeks: number, out: Output): (day: number) => void {
  return (day) => {
    const week = Math.floor(day / 7) + 1;
    const isOver = week > weeks;
    if (out.isTTY) out.write(`\r\u001b[K${isOver ? '' : `week ${week} of ${weeks}, day ${day + 1}`}`);
    else if (day % 7 === 0 && !isOver) out.write(`week ${week} of ${weeks}\n`);
  };
}
