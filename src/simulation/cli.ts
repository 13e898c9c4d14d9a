import { readFileSync } from 'node:fs';
import { runCommand } from './command.ts';

const packageFile = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
const { version } = JSON.parse(packageFile) as { version: string };

const { stdout, stderr } = process;
process.exitCode = await runCommand(process.argv.slice(2), {
  version,
  stdout,
  stderr,
  seconds: () => process.uptime(),
});
