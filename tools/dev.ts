import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/*
 * For who changes the coach: the page is bundled anew when its sources change, and the program starts again when its
 * own or the bundle do. The world is kept, and the open page loads itself anew.
 */

const bin = (name: string) => fileURLToPath(new URL(`../node_modules/.bin/${name}`, import.meta.url));
const start = (command: string, args: readonly string[]) =>
  spawn(bin(command), args, { stdio: ['ignore', 'inherit', 'inherit'] });

const packageFile = readFileSync(new URL('../package.json', import.meta.url), 'utf8');
const { scripts } = JSON.parse(packageFile) as { scripts: Readonly<Record<string, string>> };
const [bundler = '', ...bundling] = (scripts['build:page'] ?? '').split(' ');

// Each by itself rather than through npm, so that each ends when it is told to.
const bundle = start(bundler, [...bundling, '--watch=forever']);
const program = start('tsx', ['watch', '--clear-screen=false', '--include', 'dist/page/main.*', 'src/main.ts']);

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => program.kill(signal));
await Promise.race([once(program, 'exit'), once(bundle, 'exit')]);
program.kill();
bundle.kill();
