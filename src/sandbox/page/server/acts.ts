import { randomUUID } from 'node:crypto';
import { ApplicationCommandOptionType, ComponentType } from 'discord-api-types/v10';
import { z } from 'zod';
import { CannotError, NoAnswerError } from '../../actors/act.ts';
import type { Actor } from '../../actors/actor.ts';
import type { OptionValue } from '../../actors/options.ts';
import type { OpenModal, Outcome } from '../../interactions/outcome.ts';
import { FAILED, NO_RESPONSE } from '../../interactions/pending.ts';
import { eachComponent } from '../../world/content.ts';
import type { Shown } from '../host.ts';
import type { Act, ActOptions, ActReply, ModalInput } from '../protocol.ts';

const id = z.string().regex(/^\d{1,20}$/);
const options = z.record(z.string(), z.union([z.string().max(6_000), z.number(), z.boolean()]));
const input = z.union([z.string().max(4_000), z.boolean(), z.array(z.string().max(100)).max(25)]);

export const actSchema: z.ZodType<Act> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('slash'), channelId: id, command: z.string().max(100), options }),
  z.object({
    kind: z.literal('autocomplete'),
    channelId: id,
    command: z.string().max(100),
    options,
    focused: z.string().max(32),
  }),
  z.object({ kind: z.literal('click'), channelId: id, messageId: id, customId: z.string().max(100) }),
  z.object({
    kind: z.literal('select'),
    channelId: id,
    messageId: id,
    customId: z.string().max(100),
    values: z.array(z.string().max(100)).max(25),
  }),
  z.object({ kind: z.literal('submit'), token: z.string().max(100), values: z.record(z.string(), input) }),
  z.object({ kind: z.literal('say'), channelId: id, text: z.string().trim().min(1).max(2_000) }),
  z.object({ kind: z.literal('dismiss'), channelId: id, messageId: id }),
  z.object({ kind: z.literal('open dm') }),
  z.object({ kind: z.literal('dms'), open: z.boolean() }),
]);

/** How long a person waits for a first answer in Discord, in sandbox time. */
const FIRST_ANSWER = 3_000;
/** Forms that are open at once; older ones are closed. */
const OPEN_FORMS = 100;

/** What people do on the page, one after another. */
export interface Acts {
  act(who: Actor, act: Act): Promise<ActReply>;
}

export function actsOn({ sandbox, director }: Shown): Acts {
  const forms = new Map<string, OpenModal>();

  const keep = (modal: OpenModal): string => {
    const token = randomUUID();
    forms.set(token, modal);
    for (const old of [...forms.keys()].slice(0, -OPEN_FORMS)) forms.delete(old);
    return token;
  };

  const worded = (outcome: Outcome): ActReply => {
    switch (outcome.kind) {
      case 'message':
      case 'update':
        return { kind: outcome.kind, channelId: outcome.message.channel_id, messageId: outcome.message.id };
      case 'modal':
        return { kind: 'modal', modal: { token: keep(outcome.modal), data: outcome.modal.data } };
      case 'choices':
        return { kind: 'choices', choices: outcome.choices };
      default:
        return outcome;
    }
  };

  const channelOf = (channelId: string) => {
    if (sandbox.world.channels.has(channelId)) return sandbox.channelOf(channelId);
    throw new CannotError('This channel is gone. Pick another.');
  };

  const perform = async (who: Actor, act: Act): Promise<ActReply> => {
    switch (act.kind) {
      case 'slash': {
        const channel = channelOf(act.channelId);
        return worded(await who.slash(channel, act.command, named(sandbox, act.command, act.options, channel.state)));
      }
      case 'autocomplete': {
        const channel = channelOf(act.channelId);
        const given = named(sandbox, act.command, act.options, channel.state);
        return worded(await who.autocomplete(channel, act.command, given, act.focused));
      }
      case 'click':
        return worded(await who.click({ id: act.messageId, channel_id: act.channelId }, act.customId));
      case 'select': {
        const ref = { id: act.messageId, channel_id: act.channelId };
        const message = sandbox.world.channels.get(act.channelId)?.messages.get(act.messageId);
        let isText = true;
        eachComponent(message?.api.components, (component) => {
          if ('custom_id' in component && component.custom_id === act.customId) isText = 'options' in component;
        });
        return worded(await who.select(ref, act.customId, ...act.values.map((each) => (isText ? each : { id: each }))));
      }
      case 'submit': {
        const modal = forms.get(act.token);
        if (modal === undefined) throw new CannotError('This form is closed. Open it again.');
        const outcome = await who.submit(modal, inputsOf(modal, act.values));
        if (outcome.kind !== 'failed') forms.delete(act.token);
        return worded(outcome);
      }
      case 'say': {
        const { id: messageId } = who.say(channelOf(act.channelId), act.text);
        return { kind: 'message', channelId: act.channelId, messageId };
      }
      case 'dismiss':
        who.dismiss({ id: act.messageId, channel_id: act.channelId });
        return { kind: 'nothing' };
      case 'open dm':
        who.dm();
        return { kind: 'nothing' };
      case 'dms':
        if (act.open) who.openDms();
        else who.closeDms();
        return { kind: 'nothing' };
    }
  };

  return {
    async act(who, act) {
      try {
        return await director.turn(() => perform(who, act));
      } catch (error) {
        if (error instanceof CannotError) return { kind: 'cannot', reason: error.message };
        if (!(error instanceof NoAnswerError)) throw error;
        // As long as a person would have waited has passed in earnest; now it passes on the sandbox's clock too.
        await director.advanceBy(FIRST_ANSWER);
        return { kind: 'failed', reason: act.kind === 'click' || act.kind === 'select' ? FAILED : NO_RESPONSE };
      }
    },
  };
}

const T = ApplicationCommandOptionType;
const NAMING: readonly number[] = [T.User, T.Role, T.Channel, T.Mentionable];

/** Options as an actor takes them: what names somebody or something by its id is that thing. */
function named(
  sandbox: Shown['sandbox'],
  text: string,
  given: ActOptions,
  channel: { server: { id: string } | undefined },
): Record<string, OptionValue> {
  const [name = '', ...path] = text.split(' ');
  let level: readonly { name: string; type: number; options?: readonly object[] }[] =
    sandbox.commands.find(name, channel.server?.id)?.options ?? [];
  for (const step of path)
    level = (level.find((option) => option.name === step)?.options as typeof level | undefined) ?? [];
  const typeOf = (option: string) => level.find((candidate) => candidate.name === option)?.type ?? T.String;
  return Object.fromEntries(
    Object.entries(given).map(([key, value]) => [key, NAMING.includes(typeOf(key)) ? { id: String(value) } : value]),
  );
}

/** A form's inputs as an actor takes them: people, roles and channels by id. */
function inputsOf(modal: OpenModal, values: Readonly<Record<string, ModalInput>>) {
  const naming = new Set<string>();
  for (const component of modal.data.components) {
    if ('component' in component && NAMING_SELECTS.includes(component.component.type))
      naming.add(component.component.custom_id);
  }
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => [
      key,
      typeof value === 'object' && naming.has(key) ? value.map((each) => ({ id: each })) : value,
    ]),
  );
}

const NAMING_SELECTS: readonly ComponentType[] = [
  ComponentType.UserSelect,
  ComponentType.RoleSelect,
  ComponentType.MentionableSelect,
  ComponentType.ChannelSelect,
];
