/*
 * Ana speaks until the file that keeps the world may grow no more, in a process that is allowed small files only; then her
 * channel is deleted, and she speaks in another. Prints what became of each. Argument: the file.
 */
import { JournalError } from '../../../../src/sandbox/journal/error.ts';
import { createSandbox } from '../../../../src/sandbox/sandbox.ts';

const [keepIn = ''] = process.argv.slice(2);
// Without a listener the process would end at the limit.
process.on('SIGXFSZ', () => undefined);
const sandbox = await createSandbox({ keepIn });
const server = sandbox.server({ name: 'Lisbon Lifters' });
const talk = server.channel('talk');
const training = server.channel('training');
const ana = server.member('Ana');

const refused = (say: () => unknown) => {
  try {
    say();
    return undefined;
  } catch (error) {
    if (!(error instanceof JournalError)) throw error;
    return error.message;
  }
};

let said = 0;
let why: string | undefined;
while (why === undefined) {
  why = refused(() => ana.say(talk, 'a long story '.repeat(100)));
  if (why === undefined) said += 1;
}
process.stdout.write(
  `${JSON.stringify({ said, why, again: refused(() => ana.say(training, 'is anybody there?')) })}\n`,
);
// Whoever looks at the file now finds what was told as done.
await new Promise((resolve) => process.stdin.once('data', resolve));
talk.delete();
ana.say(training, 'there is room again');
process.stdout.write('{}\n');
