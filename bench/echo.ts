import { InteractionResponseType, MessageFlags } from 'discord-api-types/v10';
import { day } from '../src/coach/day.ts';
import { wire } from '../src/discord/outbox.ts';
import { workoutAnswer } from '../src/messages/render/check-in.ts';
import { textFor } from '../src/messages/text.ts';
import type { Bot } from './rig.ts';

const card = wire(
  workoutAnswer(textFor('en'), {
    checkInId: 1,
    day: day('2026-01-05'),
    isToday: true,
    extra: 'none',
    streakBefore: 6,
    streak: 7,
    comeback: false,
    next: day('2026-01-07'),
    milestones: [],
    size: 'full',
    done: [],
    rounds: 0,
    asksEffort: true,
    nextTimes: [],
    unread: [],
    units: 'metric',
    moves: new Map(),
  }),
);

export const ECHOED_PONG = { content: 'pong' };
/** What the coach says to a check-in: larger than "pong", and checked piece by piece by the stand-in. */
export const ECHOED_CARD = { ...card, flags: card.flags | MessageFlags.Ephemeral };

/** No bot, but something that answers at once, always the same. */
export function echo(answer: object): Bot {
  return {
    script: 'dist/bench/echo-bot.js',
    command: 'ping',
    environment: {
      ECHO_BODY: JSON.stringify({ type: InteractionResponseType.ChannelMessageWithSource, data: answer }),
      ECHO_COMMANDS: JSON.stringify([{ name: 'ping', description: 'Is answered' }]),
    },
  };
}
