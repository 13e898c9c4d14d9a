import { join } from 'node:path';
import { pino } from 'pino';
import { onTestFinished } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { type Host, openHost } from '../../src/host/host.ts';
import { backUp } from '../../src/store/backup.ts';
import { type OpenStore, openStore } from '../../src/store/database.ts';
import { temporaryFolder } from '../store/world.ts';

export interface Hosted {
  readonly host: Host;
  readonly store: OpenStore;
  readonly databasePath: string;
  readonly logged: readonly { readonly level: number; readonly event?: string; readonly msg: string }[];
  /** Resolves when the log has such a line, also one that was there. */
  until(event: string): Promise<void>;
}

interface HostedOptions {
  readonly clock: () => number;
  readonly env?: Readonly<Record<string, string>>;
  readonly backUp?: (target: string) => Promise<void>;
}

/** A host on a database of its own, as the environment says. Closed when the test ends. */
export async function hosted({ clock, env, backUp: own }: HostedOptions): Promise<Hosted> {
  const databasePath = join(temporaryFolder(), 'coach.db');
  const store = await openStore(databasePath);
  const logged: Hosted['logged'][number][] = [];
  let look = () => {};
  const log = pino(
    { level: 'debug' },
    {
      write(line) {
        logged.push(JSON.parse(line));
        look();
      },
    },
  );
  const config = readConfig({ DATABASE_PATH: databasePath, ...env }, '/nowhere/.env');
  const inProcess = async (target: string) => void backUp(databasePath, target);
  const host = await openHost({ config, store, clock, log, version: '0.0.0-test', backUp: own ?? inProcess });
  onTestFinished(async () => {
    await host.stop();
    await store.close();
  });
  const until = (event: string) =>
    new Promise<void>((resolve) => {
      look = () => {
        if (logged.some((line) => line.event === event)) resolve();
      };
      look();
    });
  return { host, store, databasePath, logged, until };
}

export async function asked({ port }: Host, path: string): Promise<{ status: number; text: string }> {
  const response = await fetch(`http://127.0.0.1:${port}${path}`);
  return { status: response.status, text: await response.text() };
}

/** Prometheus' text, by what stands before the value. @throws Error for a line that is neither a sample nor a comment */
export async function metrics(host: Host): Promise<ReadonlyMap<string, number>> {
  const { text } = await asked(host, '/metrics');
  if (!text.endsWith('\n')) throw new Error('the last line has no end');
  const typed = new Set<string>();
  const samples = new Map<string, number>();
  for (const line of text.trimEnd().split('\n')) {
    const type = /^# TYPE ([a-z_]+) (counter|gauge)$/.exec(line)?.[1];
    if (type !== undefined) typed.add(type);
    if (line.startsWith('#')) continue;
    const sample = /^(([a-z_]+)(?:\{(?:[a-z]+="(?:[^"\\\n]|\\["\\n])*",?)+\})?) (-?\d+(?:\.\d+)?(?:e[+-]?\d+)?)$/.exec(
      line,
    );
    if (sample === null || !typed.has(sample[2] ?? '')) throw new Error(`not a sample: ${line}`);
    if (samples.has(sample[1] ?? '')) throw new Error(`told twice: ${line}`);
    samples.set(sample[1] ?? '', Number(sample[3]));
  }
  return samples;
}
