import { runBackup } from './host/command.ts';

const { code, line } = runBackup({ given: process.argv.slice(2), environment: process.env, now: Date.now() });
(code === 0 ? process.stdout : process.stderr).write(`${line}\n`);
process.exitCode = code;
