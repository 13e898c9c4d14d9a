import { spawn } from 'node:child_process';
import { once } from 'node:events';

/*
 * For who changes the coach: the page is bundled anew when its sources change, and the program starts again when its
 * own or the bundle do. The world is kept, and the open page loads itself anew.
 */

const bin = (name: string) => new URL(`../node_modules/.bin/${name}`, import.meta.url).pathname;
const start = (command: string, args: readonly string[]) => spawn(command, args, { stdio: 'inherit' });

const bundle = start('npm', ['run', '--silent', 'build:page', '--', '--watch=forever']);
const program = start(bin('tsx'), ['watch', '--clear-screen=false', '--include', 'dist/page/main.*', 'src/main.ts']);

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => program.kill(signal));
await once(program, 'exit');
bundle.kill();
