import type { Logger } from 'pino';

/** What a line of the log is about: its event, and its other fields. */
export type Logged = Readonly<Record<string, unknown>>;

const LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal'] as const;

/**
 * The same log, with somebody who sees every line's fields, also of those that its level leaves out. So the bot reports
 * what it does in one way, and nothing of it need know who counts.
 */
export function watchedLog(log: Logger, watch: (fields: Logged) => void): Logger {
  const watched = Object.create(log) as Logger;
  for (const level of LEVELS) {
    const write = (...given: Parameters<Logger[typeof level]>) => {
      const [fields] = given as readonly unknown[];
      if (typeof fields === 'object' && fields !== null) watch(fields as Logged);
      log[level](...given);
    };
    watched[level] = write as Logger[typeof level];
  }
  return watched;
}
