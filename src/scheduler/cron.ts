import { schedule } from 'node-cron';

/**
 * Calls `beat` at every full minute. One job, in UTC: node-cron drops beats around a change of clocks in other
 * zones, and drops late ones everywhere, so a beat only asks "what is due by now?".
 * @returns stops it.
 */
export function everyMinute(beat: () => void): () => void {
  const job = schedule('* * * * *', beat, { timezone: 'Etc/UTC' });
  return () => void job.destroy();
}
