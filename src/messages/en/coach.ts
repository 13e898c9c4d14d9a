import type { Instant, LocalTime } from '../../coach/day.ts';
import { count, list, stamp } from './words.ts';

export const coach = {
  saved: (channelId: string, time: LocalTime, zone: string) =>
    `**All set.** I post every day at **${time}** (${zone}) in <#${channelId}>.`,
  sleep: (at: LocalTime | undefined) => (at === undefined ? 'Wind-down reminder: off.' : `Wind-down reminder: ${at}.`),
  water: (times: readonly LocalTime[]) =>
    times.length === 0 ? 'Water reminders: off.' : `Water reminders: ${list(times)}.`,
  nobody: 'Nobody is enrolled yet, so I stay quiet. Members join with `/enroll`.',
  enrolled: (members: number) => `Enrolled: ${count(members, 'member')}.`,
  firstPost: (at: Instant) => `Next post: ${stamp(at, 'f')} (${stamp(at, 'R')}).`,
  notSetUp: 'I am not set up here yet. Run `/coach setup` with the server’s time zone; it takes one line.',
  title: '## How the coach is doing',
  where: (channelId: string, time: LocalTime, zone: string) => `Posts in <#${channelId}> at ${time} (${zone}).`,
  missing: (permissions: readonly string[]) =>
    `⚠️ I lack ${list(permissions.map((name) => `**${name}**`))} there. Grant it in the channel’s settings.`,
  parked: (code: number, since: Instant) =>
    `⚠️ Posting failed ${stamp(since, 'R')}: ${parkedWhy(code)} I try again with each daily post; \`/coach setup\` tries at once.`,
  allWell: 'Nothing needs mending.',
  latest: '**Latest**',
  nothingYet: 'Nothing posted yet.',
  line: (what: string, at: Instant, result: string) => `- ${what}, ${stamp(at, 'f')}: ${result}`,
  upNext: '**Next**',
  nextLine: (what: string, at: Instant) => `- ${what} ${stamp(at, 'R')}`,
  kinds: { daily: 'Daily post', sleep: 'Wind-down', water: 'Water', milestone: 'Milestone' },
  results: {
    pending: 'on its way',
    sending: 'being sent',
    sent: 'posted',
    missed: 'missed: I was down for too long to post it late',
    skipped: 'not needed',
    failed: 'failed',
  },
  version: (version: string) => `-# Backbone ${version}`,
};

function parkedWhy(code: number): string {
  if (code === 10003 || code === 10004) return 'the channel is gone. Choose another with `/coach setup`.';
  if (code === 50001) return 'I cannot see the channel. Give me **View Channel** there.';
  if (code === 50013) return 'I may not write in the channel. Give me **Send Messages** there.';
  return `Discord refused it (${code}).`;
}
