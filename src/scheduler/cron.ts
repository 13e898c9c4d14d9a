import { schedule } from 'node-cron';

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined, debug: () => undefined };

/**
 * Calls `beat` at every full minute, and late rather than not at all. One job, in UTC: node-cron drops beats around
 * a change of clocks in other zones, so a beat only asks "what is due by now?".
 * @returns stops it.
 */
export function everyMinute(beat: () => void): () => void {
  // It would write to the console, past the log, about beats that a busy machine made late.
  const job = schedule('* * * * *', beat, { timezone: 'Etc/UTC', suppressMissedWarning: true, logger: silent });
  job.on('execution:missed', beat);
  return () => void job.destroy();
}
