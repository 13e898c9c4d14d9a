import { type APIMessage, ButtonStyle, ComponentType, InteractionType, MessageType } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import { heroOf, type Seen, withSeen } from '../../../../src/sandbox/page/client/shell/guide-steps.ts';

const [BOT, OLIVIA, ANA, SAM] = ['900', '1', '2', '3'];
const watch = { botId: BOT, heroId: SAM, managerIds: [OLIVIA] };
const MONDAY = Date.UTC(2026, 0, 5);
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Ids as Discord makes them, from the instant. */
const idAt = (instant: number): string => String(BigInt(instant - 1_420_070_400_000) << 22n);
const user = (id: string) => ({ id, username: id, discriminator: '0', avatar: null, global_name: null });

interface Said {
  readonly at: number;
  readonly text?: string;
  readonly buttons?: readonly string[];
  /** Whose command or button it answers; the bot's own post when absent. */
  readonly to?: { readonly id: string; readonly by: 'command' | 'button'; readonly on?: string };
  readonly from?: string;
}

function message({ at, text = '', buttons = [], to, from = BOT }: Said): APIMessage {
  const row = {
    type: ComponentType.ActionRow as const,
    components: buttons.map((name) => ({
      type: ComponentType.Button as const,
      style: ButtonStyle.Primary as const,
      label: name,
      custom_id: `${name}~daily.2026-01-05`,
    })),
  };
  const of = { id: '1', user: user(to?.id ?? ''), authorizing_integration_owners: {} };
  return {
    id: idAt(at),
    channel_id: '11',
    author: user(from),
    content: '',
    timestamp: '',
    edited_timestamp: null,
    tts: false,
    mention_everyone: false,
    mentions: [],
    mention_roles: [],
    attachments: [],
    embeds: [],
    pinned: false,
    type: MessageType.Default,
    components: [
      { type: ComponentType.Container, components: [{ type: ComponentType.TextDisplay, content: text }, row] },
    ],
    ...(to === undefined
      ? {}
      : {
          interaction_metadata:
            to.by === 'command'
              ? { ...of, type: InteractionType.ApplicationCommand }
              : { ...of, type: InteractionType.MessageComponent, interacted_message_id: to.on ?? '1' },
        }),
  };
}

const setUp = message({
  at: MONDAY,
  text: '**All set.** I post every day at **07:30** in <#11>. Next post: <t:1767598200:f>.',
  to: { id: OLIVIA, by: 'command' },
});
const welcome = (id: string, at = MONDAY + HOUR) =>
  message({ at, text: '## You are in.', buttons: ['workout'], to: { id, by: 'command' } });
const post = (at: number) => message({ at, text: '# Mon 5 Jan', buttons: ['workout', 'done', 'howto'] });
/** Beneath the post of Monday morning. */
const logged = (id: string, at: number) =>
  message({ at, text: 'Session logged. Streak: **1**', buttons: ['undo'], to: { id, by: 'button', on: idAt(MONDAY) } });
const streak = (at: number) => message({ at, text: '## Streak: 3 sessions', to: { id: SAM, by: 'command' } });

const tickedBy = (messages: readonly APIMessage[], seen: Seen = {}) => Object.keys(withSeen(seen, messages, watch));

describe('the guide ticks a step off', () => {
  it('when Olivia is told where and when the coach posts', () => {
    expect(tickedBy([setUp])).toEqual(['set up']);
  });

  it('when a daily post shows that somebody set the coach up before', () => {
    expect(tickedBy([post(MONDAY + 8 * HOUR)])).toEqual(['set up']);
  });

  it('when Sam is in the plan, and not when Ana is', () => {
    expect(tickedBy([welcome(ANA)])).toEqual([]);
    expect(tickedBy([welcome(SAM)])).toEqual(['enrolled']);
  });

  it('when a post comes after Sam joined, and not for the one of that morning', () => {
    expect(tickedBy([post(MONDAY), welcome(SAM)])).toEqual(['set up', 'enrolled']);
    expect(tickedBy([post(MONDAY), welcome(SAM), post(MONDAY + DAY)])).toEqual(['set up', 'enrolled', 'posted']);
  });

  it('when the post after Sam joined is one of a rest day, that has no Done', () => {
    const rest = message({ at: MONDAY + DAY, text: '# Tue 6 Jan', buttons: ['workout'] });
    expect(tickedBy([welcome(SAM), rest])).toEqual(['enrolled', 'set up', 'posted']);
  });

  it('when Sam pressed Done, and not when Sam was refused or Ana pressed it', () => {
    const refused = message({ at: MONDAY, text: 'You are not in a plan yet.', to: { id: SAM, by: 'button' } });
    expect(tickedBy([post(MONDAY), refused, logged(ANA, MONDAY + HOUR)])).toEqual(['set up']);
    expect(tickedBy([post(MONDAY), welcome(SAM), logged(SAM, MONDAY + 2 * HOUR)])).toContain('done');
  });

  it('with all that came before, when the page is opened after Sam pressed Done', () => {
    const steps = ['set up', 'enrolled', 'posted', 'done'];
    expect(tickedBy([post(MONDAY), logged(SAM, MONDAY + HOUR)]).toSorted()).toEqual(steps.toSorted());
  });

  it('never for a glass of water, which can be taken back as well', () => {
    const nudge = message({ at: MONDAY, text: 'Water check', buttons: ['glass'] });
    expect(tickedBy([nudge, logged(SAM, MONDAY + HOUR)])).toEqual([]);
  });

  it('when Sam looks at the streak a week after, and not on the same day', () => {
    const day = [post(MONDAY), logged(SAM, MONDAY + HOUR), streak(MONDAY + 2 * HOUR)];
    expect(tickedBy(day)).not.toContain('looked back');
    expect(tickedBy([...day, streak(MONDAY + 7 * DAY)])).toContain('looked back');
  });

  it('never for what somebody only writes', () => {
    expect(tickedBy([message({ at: MONDAY, text: 'Streak', buttons: ['done', 'workout'], from: ANA })])).toEqual([]);
  });

  it('once and for all: the messages of another person take nothing back', () => {
    const seen = withSeen({}, [setUp, welcome(SAM)], watch);
    expect(withSeen(seen, [welcome(ANA, MONDAY + DAY)], watch)).toBe(seen);
    expect(withSeen(seen, [welcome(SAM, MONDAY + DAY)], watch)).toBe(seen);
  });
});

describe('the guide is about', () => {
  const rosters = [
    { id: '10', name: 'Garden Gym', zone: 'UTC', ownerId: OLIVIA, managerIds: [OLIVIA], memberIds: [OLIVIA, ANA, SAM] },
  ];

  it('Sam, when Sam is who is played first', () => {
    expect(heroOf(SAM, rosters)).toBe(SAM);
  });

  it('the first who only trains, when Olivia is who is played first', () => {
    expect(heroOf(OLIVIA, rosters)).toBe(ANA);
  });

  it('whoever there is, when nobody only trains', () => {
    expect(heroOf(OLIVIA, [])).toBe(OLIVIA);
  });
});
