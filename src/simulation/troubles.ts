import { type Day, HOUR, type Instant, instantOf, localTime, MINUTE, zone } from '../coach/day.ts';
import type { Trouble } from './check-posts.ts';
import { askStatus } from './other-acts.ts';
import type { Ground, Play } from './person.ts';
import { daysAfter } from './wall-clock.ts';

/** What goes wrong on the way, on a day (0 is the Monday of week 1) around a time of the first or second server. */
interface Plan {
  readonly day: number;
  readonly ground: 0 | 1;
  readonly from: string;
  readonly minutes: number;
  readonly kind: 'lost answer' | 'outage' | 'restart';
}

const PLANS: readonly Plan[] = [
  { day: 3, ground: 0, from: '07:29', minutes: 2, kind: 'lost answer' },
  { day: 8, ground: 0, from: '07:10', minutes: 52, kind: 'restart' },
  { day: 10, ground: 1, from: '06:40', minutes: 25, kind: 'outage' },
  // Longer than a nudge is worth sending, and no daily post in it.
  { day: 23, ground: 0, from: '15:50', minutes: 55, kind: 'restart' },
  { day: 37, ground: 0, from: '10:20', minutes: 1, kind: 'restart' },
  { day: 66, ground: 1, from: '06:44', minutes: 2, kind: 'lost answer' },
  { day: 72, ground: 0, from: '07:25', minutes: 50, kind: 'outage' },
];

/** Whether the bot is up, and when it will be. */
export interface Downtime {
  upAgainAt: Instant | undefined;
}

/** Puts the troubles that come before `until` on the agenda, and says which stretches they spoil for which server. */
export function troubled(play: Play, downtime: Downtime, until: Instant): (readonly [Ground, Trouble])[] {
  return PLANS.flatMap((plan) => {
    const ground = play.grounds[plan.ground];
    if (ground === undefined) return [];
    const from = instantOf(daysAfter(play.opensOn, plan.day) as Day, localTime(plan.from), zone(ground.place.zone));
    if (from === undefined || from + plan.minutes * MINUTE + HOUR > until) return [];
    const trouble = { from, to: from + plan.minutes * MINUTE, why: WHY[plan.kind] };
    const { begin, end } = ACTS[plan.kind](play, ground, downtime, trouble);
    play.agenda.add({ at: trouble.from, needsBot: false, run: begin });
    play.agenda.add({ at: trouble.to, needsBot: false, run: end });
    const status = () => askStatus(play, ground);
    play.agenda.add({ at: trouble.to + 20 * MINUTE, needsBot: true, run: status });
    // A bot that is down is down for all.
    const spoilt = plan.kind === 'restart' ? play.grounds : [ground];
    return spoilt.map((each) => [each, trouble] as const);
  });
}

const WHY: Readonly<Record<Plan['kind'], string>> = {
  'lost answer': 'Discord took it, and its answer was lost',
  outage: 'Discord was out of order',
  restart: 'the bot was down',
};

interface Acts {
  begin(): Promise<void> | void;
  end(): Promise<void> | void;
}

type Makes = (play: Play, ground: Ground, downtime: Downtime, trouble: Trouble) => Acts;

const ACTS: Readonly<Record<Plan['kind'], Makes>> = {
  'lost answer'(play, { channel, server }) {
    let takeBack = () => {};
    return {
      begin() {
        play.transcripts.note('The next post reaches Discord, but its answer will not reach the bot.', server.id);
        const route = `/channels/${channel.id}/messages`;
        takeBack = play.stage.sandbox.faults.next({ method: 'POST', route }, 'accept-then-drop');
      },
      end: () => takeBack(),
    };
  },

  outage(play, { channel, server }) {
    let takeBack = () => {};
    return {
      begin() {
        play.transcripts.note('From here on Discord answers 503 to whatever has to do with the channel.', server.id);
        const route = new RegExp(`^/channels/${channel.id}/messages`);
        takeBack = play.stage.sandbox.faults.next({ route, times: Number.POSITIVE_INFINITY }, { status: 503 });
      },
      end() {
        takeBack();
        play.transcripts.note('Discord is itself again.', server.id);
      },
    };
  },

  restart(play, _, downtime, { to }) {
    return {
      async begin() {
        play.transcripts.note('The host stops the bot.');
        downtime.upAgainAt = to;
        await play.stage.stopBot();
      },
      async end() {
        play.transcripts.note('The host starts the bot again.');
        await play.stage.startBot();
        downtime.upAgainAt = undefined;
      },
    };
  },
};
