import type { MyCounts, MyPart } from '../../coach/my-data.ts';
import { count, list } from './words.ts';

/** What a member would miss, in a few words; the rest is counted. */
function main({ checkIns, sets, guidedSessions, milestones }: MyCounts): string[] {
  return [
    ...(checkIns > 0 ? [count(checkIns, 'check-in')] : []),
    ...(sets > 0 ? [count(sets, 'set')] : []),
    ...(guidedSessions > 0 ? [count(guidedSessions, 'guided session')] : []),
    ...(milestones > 0 ? [count(milestones, 'milestone')] : []),
  ];
}

const among = (counts: MyCounts) => {
  const parts = main(counts);
  return parts.length === 0 ? '' : `, with ${list(parts)}`;
};

const about: Record<MyPart, string> = {
  profile: 'You in this server, and what you chose in /settings. Times without a date are on your own clock.',
  kit: 'What you have to train with.',
  loadSteps: 'The smallest step between your loads, in kilograms.',
  loads: 'The loads that you have, in kilograms.',
  bands: 'The colours of your bands.',
  swaps: 'Moves that you swapped, from which day and until when.',
  enrolments: 'Each time you joined the programme, and which readiness questions you confirmed. No answer is kept.',
  terms: 'Your level and training days, each from a day on.',
  pauses: 'Your pauses. No reason is asked or kept.',
  repeats: 'Where your plan went back after a long time away, and by how many days.',
  checkIns: 'What you checked in, with your notes. What was undone or changed has the time at which it was.',
  sets: 'The sets of your check-ins. Loads are in kilograms.',
  guidedSessions: 'Sessions that you were led through, with the plan as it was that day.',
  guidedSteps: 'What you pressed in them, step by step.',
  milestones: 'The milestones that you reached.',
  reminders: 'When you are reminded next, and of what.',
  messages: 'What I sent, or was to send, to you or about you.',
  mentions: 'The daily posts that mentioned you, because you asked for it.',
  directMessages: 'The way to your direct messages, and whether Discord last let me through. One for all servers.',
  alerts: 'That you asked to be told when posting fails in this server.',
};

export const mydata = {
  nothing: 'I keep nothing of you in this server. There is nothing to export or to delete.',
  /** The names of the two files, without their endings. */
  files: { all: 'my-data', checkIns: 'my-check-ins' },
  exported: (counts: MyCounts) =>
    `**Everything that I keep of you in this server:** ${count(counts.all, 'record')}${among(counts)}.`,
  whichFile:
    'The first file (JSON) has all of it. The second (CSV) has your check-ins and sets, one line a set, for a spreadsheet. Only you see this message; save the files if you want to keep them.',
  about: 'Everything that the coach keeps of you in this server, part by part. Instants are in UTC.',
  parts: about,
  ask: (counts: MyCounts) =>
    `**Delete everything that I keep of you in this server?** That is ${count(counts.all, 'record')}${among(counts)}. It cannot be taken back.`,
  askPosts:
    'What I posted about your milestones is deleted too, and daily posts that mention you are changed. Direct messages that I wrote to you stay with you; you can delete them there.',
  exportFirst: 'For a copy, use `/mydata export` before you press. To keep everything, just leave this be.',
  deleteButton: 'Delete everything',
  deleted: (counts: MyCounts) => `**Deleted: ${count(counts.all, 'record')}**${among(counts)}.`,
  searched: (found: number) =>
    `Then I searched every table for you again and found ${found === 0 ? 'nothing' : count(found, 'record')}.`,
  posts: (posts: number) =>
    `${posts === 1 ? '1 post that names you is' : `${posts} posts that name you are`} being cleared from the channel now; that can take some minutes.`,
  elsewhere: 'Another server keeps its own record of you. Use `/mydata` there for that.',
  backups: 'Backups still hold it until the host’s oldest one is replaced: five weeks, unless they chose otherwise.',
  goodbye: 'If you come back, `/enroll` starts you as new. All the best.',
};
