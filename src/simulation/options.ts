import { parseArgs } from 'node:util';

/** What the command line asks for. */
export interface Wishes {
  readonly weeks: number;
  readonly members: number;
  readonly seed: number;
  readonly json: boolean;
  readonly transcript: string;
  readonly calm: boolean;
}

/** A command line that cannot be used. The message is one line, and says what is taken. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** sysexits.h: the command was used wrongly. */
export const EX_USAGE = 64;

export const HELP = `Usage: npm run simulate -- [options]

Plays the coach through weeks in two servers, against a stand-in for Discord on this machine, with members of different
zones, levels, kits and habits. Writes what they saw to a file, and sums it up. Exits with 1 when anything went wrong.

  --weeks N          how many weeks, 1 to 26 (12)
  --members N        how many members, 1 to 200 (12)
  --seed N           another number is another play; the same one is the same to the letter (1)
  --transcript FILE  where the transcript goes (simulation-transcript.txt)
  --calm             no restarts of the bot, and no failures of Discord's
  --json             the summary as JSON on standard output, and nothing else
  --help             this`;

const OPTIONS = {
  weeks: { type: 'string', default: '12' },
  members: { type: 'string', default: '12' },
  seed: { type: 'string', default: '1' },
  transcript: { type: 'string', default: 'simulation-transcript.txt' },
  calm: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

/**
 * Reads the command line; `'help'` when that is what it asks for.
 * @throws UsageError
 */
export function readWishes(args: readonly string[]): Wishes | 'help' {
  // Not strict: its errors are several lines long, and do not say what is taken.
  const { values, tokens } = parseArgs({ args: [...args], options: OPTIONS, strict: false, tokens: true });
  for (const token of tokens) {
    if (token.kind === 'positional') throw new UsageError(`got “${token.value}”, takes options alone: see --help`);
    if (token.kind !== 'option') continue;
    if (!Object.hasOwn(OPTIONS, token.name)) throw new UsageError(`${token.rawName} is no option of this: see --help`);
    const isFlag = OPTIONS[token.name as keyof typeof OPTIONS].type === 'boolean';
    if (isFlag && token.value !== undefined)
      throw new UsageError(`--${token.name} takes no value, got “${token.value}”`);
  }
  if (values.help === true) return 'help';
  const { transcript } = values;
  if (typeof transcript !== 'string' || transcript === '')
    throw new UsageError('--transcript takes the name of a file');
  return {
    weeks: wholeNumber('weeks', values.weeks, 1, 26),
    members: wholeNumber('members', values.members, 1, 200),
    seed: wholeNumber('seed', values.seed, 0, 2 ** 31 - 1),
    json: values.json === true,
    transcript,
    calm: values.calm === true,
  };
}

function wholeNumber(name: string, given: unknown, least: number, most: number): number {
  const number = typeof given === 'string' && /^\d+$/.test(given) ? Number(given) : Number.NaN;
  if (number >= least && number <= most) return number;
  const got = typeof given === 'string' ? `, got “${given}”` : '';
  throw new UsageError(`--${name} takes a whole number from ${least} to ${most}${got}`);
}
