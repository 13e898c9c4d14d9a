import { cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { median } from './statistics.ts';

/** What the figures depend on. */
export interface Machine {
  readonly cpu: string;
  readonly cores: number;
  readonly memoryGb: number;
  readonly node: string;
  readonly platform: string;
  /** One row in a transaction of its own with synchronous=FULL, where the databases of the bench lie. */
  readonly commitMs: number;
  /** Processes that wanted a core in the last minute. */
  readonly load: { readonly before: number; readonly after: number };
}

const COMMITS = 300;

export function currentLoad(): number {
  return Number((loadavg()[0] ?? 0).toFixed(2));
}

export function describeMachine(folder: string, loadBefore: number): Machine {
  const all = cpus();
  return {
    cpu: all[0]?.model.trim() || 'unknown processor',
    cores: all.length,
    memoryGb: Math.round(totalmem() / 2 ** 30),
    node: process.versions.node,
    platform: `${process.platform} ${process.arch}`,
    commitMs: commitCost(folder),
    load: { before: loadBefore, after: currentLoad() },
  };
}

function commitCost(folder: string): number {
  const database = new Database(join(folder, 'commits.db'));
  database.pragma('journal_mode = wal');
  database.pragma('synchronous = full');
  database.exec('create table commits (at real)');
  const insert = database.prepare('insert into commits values (?)');
  const took = Array.from({ length: COMMITS }, () => {
    const begun = performance.now();
    insert.run(begun);
    return performance.now() - begun;
  });
  database.close();
  return Number(median(took).toFixed(3));
}
