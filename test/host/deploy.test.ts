import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { describe, expect, it } from 'vitest';
import { EX_CONFIG, readConfig } from '../../src/config.ts';

/*
 * No Docker engine and no systemd run here: what their files copy, start and set is held against what there is.
 */

const dockerfile = readFileSync('Dockerfile', 'utf8').replaceAll('\\\n', ' ').split('\n');
const compose = readFileSync('compose.yaml', 'utf8');
const unit = readFileSync('deploy/backbone.service', 'utf8').split('\n');
const hosting = readFileSync('docs/hosting.md', 'utf8');
const { scripts, engines } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  scripts: Readonly<Record<string, string>>;
  engines: { readonly node: string };
};
/** Every variable that the program reads. */
const variables = Object.keys(parseEnv(readFileSync('.env.example', 'utf8')));

/** What follows a word at the beginning of a line. */
function saidBy(word: string, lines: readonly string[]): string[] {
  return lines.filter((line) => line.startsWith(word)).map((line) => line.slice(word.length).trim());
}

function namesOf(pattern: RegExp, text: string): string[] {
  return [...new Set([...text.matchAll(pattern)].map(([, name = '']) => name))].sort();
}

/** `dist/main.js` is compiled from `src/main.ts`. */
function sourceOf(script: string): string {
  return script.replace(/^dist\//, 'src/').replace(/\.js$/, '.ts');
}

/** Whether a major version of Node is one that `engines` takes, whatever its minor. */
function isTaken(major: number): boolean {
  return engines.node.split('||').some((range) => {
    const [, sign, from] = /^\s*(\^|>=)(\d+)\./.exec(range) ?? [];
    return sign === '^' ? Number(from) === major : sign === '>=' && major >= Number(from);
  });
}

describe('the Dockerfile', () => {
  it('copies what there is, past .dockerignore, and no database or token', () => {
    const copied = saidBy('COPY', dockerfile)
      .filter((line) => !line.startsWith('--from'))
      .flatMap((line) => line.split(' ').slice(0, -1));
    expect(copied.length).toBeGreaterThan(4);
    expect(copied.filter((path) => !existsSync(path))).toEqual([]);
    const [first, ...ignore] = readFileSync('.dockerignore', 'utf8').trim().split('\n');
    expect(first).toBe('*');
    expect(ignore.filter((line) => line.startsWith('!')).sort()).toEqual(copied.map((path) => `!${path}`).sort());
    expect(ignore).toEqual(expect.arrayContaining(['data/*.db', 'data/*.db-*', 'data/backups', 'data/sandbox']));
  });

  it('runs scripts that there are, on a Node that the program takes, and starts it without a shell, as nobody much', () => {
    const images = namesOf(/^FROM node:(\d+)-slim/gm, dockerfile.join('\n'));
    expect(images).toEqual(['24']);
    expect(images.map(Number).filter(isTaken)).toHaveLength(1);
    const ran = namesOf(/npm run (\S+)/g, dockerfile.join('\n'));
    expect(ran).toEqual(['build']);
    expect(ran.filter((name) => scripts[name] === undefined)).toEqual([]);
    const [command = '[]'] = saidBy('CMD', dockerfile);
    const [node, script = ''] = JSON.parse(command) as string[];
    expect(node).toBe('node');
    expect(existsSync(sourceOf(script))).toBe(true);
    expect(saidBy('USER', dockerfile)).toEqual(['node']);
  });

  it('sets variables that the program reads, to what it takes, and asks where it answers', () => {
    const [env = ''] = saidBy('ENV', dockerfile);
    const { NODE_ENV, ...ours } = Object.fromEntries(env.split(' ').map((pair) => pair.split('=')));
    expect(NODE_ENV).toBe('production');
    expect(Object.keys(ours).filter((name) => !variables.includes(name))).toEqual([]);
    expect(readConfig(ours, '/nowhere')).toMatchObject({ DATABASE_PATH: '/data/coach.db', HEALTH_PORT: 9464 });
    expect(saidBy('VOLUME', dockerfile)).toEqual(['/data']);
    const [check = ''] = saidBy('HEALTHCHECK', dockerfile);
    const [node, flag, code = ''] = JSON.parse(check.slice(check.indexOf('['))) as string[];
    expect([node, flag]).toEqual(['node', '-e']);
    expect(code).toMatch(/http:\/\/127\.0\.0\.1:\$\{process\.env\.HEALTH_PORT\}\/live/);
    expect(() => new Function(code)).not.toThrow();
  });
});

describe('compose.yaml', () => {
  it('keeps the database in the volume, whatever .env says, and sets what the program takes', () => {
    const set = Object.fromEntries([...compose.matchAll(/^ {6}([A-Z_]+): (\S+)$/gm)].map(([, name, to]) => [name, to]));
    expect(Object.keys(set).filter((name) => !variables.includes(name))).toEqual([]);
    expect(readConfig(set, '/nowhere')).toMatchObject({ DATABASE_PATH: '/data/coach.db', HEALTH_PORT: 9464 });
    expect(compose).toMatch(/^ {6}- data:\/data$/m);
    expect(compose).toMatch(/^ {4}read_only: true$/m);
  });
});

describe('the systemd unit', () => {
  it('starts the program, and not again for what the host has to mend', () => {
    const [start = ''] = saidBy('ExecStart=', unit);
    expect(start).toMatch(/^\/usr\/bin\/node /);
    expect(existsSync(sourceOf(start.split(' ')[1] ?? ''))).toBe(true);
    expect(saidBy('RestartPreventExitStatus=', unit)).toEqual([String(EX_CONFIG)]);
    expect(saidBy('ReadWritePaths=', unit)).toEqual([`/var/lib/${saidBy('StateDirectory=', unit)[0]}`]);
  });
});

describe('docs/hosting.md', () => {
  it('names scripts, programs, files and variables that there are, and every variable of a bot in a server', () => {
    expect(namesOf(/npm run ([a-z:-]+)/g, hosting).filter((name) => scripts[name] === undefined)).toEqual([]);
    const programs = namesOf(/node (dist\/\S+\.js)/g, hosting);
    expect(programs).toEqual(['dist/main.js']);
    expect(programs.filter((script) => !existsSync(sourceOf(script)))).toEqual([]);
    const links = namesOf(/\]\(((?!https?:|#)[^)#]+)\)/g, hosting);
    expect(links.filter((path) => !existsSync(`docs/${path}`))).toEqual([]);
    const named = namesOf(/\b((?:DISCORD|DATABASE|BACKUP|HEALTH|LOG|SANDBOX)_[A-Z_]+)\b/g, hosting);
    expect(named.filter((name) => !variables.includes(name))).toEqual([]);
    expect(named).toEqual(expect.arrayContaining(variables.filter((name) => !name.startsWith('SANDBOX'))));
  });

  it('explains each line of the log that is a warning or worse', () => {
    const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
    const bots = files.filter((file) => !/^(sandbox|simulation)\//.test(file));
    const source = bots.map((file) => readFileSync(`src/${file}`, 'utf8')).join('\n');
    const events = namesOf(/\.(?:warn|error|fatal)\(\s*\{ event: '([^']+)'/g, source);
    expect(events.length).toBeGreaterThan(12);
    const inTheSandbox = ['fault'];
    expect(events.filter((event) => !inTheSandbox.includes(event) && !hosting.includes(`\`${event}\``))).toEqual([]);
  });
});
