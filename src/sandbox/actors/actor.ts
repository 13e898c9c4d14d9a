import type { APIMessage } from 'discord-api-types/v10';
import { type Channel, channelHandle } from '../channel.ts';
import { type Core, placeOf } from '../core.ts';
import type { OpenModal, Outcome } from '../interactions/outcome.ts';
import { createMessage } from '../world/messages.ts';
import { may } from '../world/permissions.ts';
import type { UserState } from '../world/state.ts';
import { dmOf, visibleTo } from '../world/world.ts';
import { cannot, requireSight } from './act.ts';
import { click, type MessageRef, seen, select } from './components.ts';
import { type ModalValues, submit } from './modal.ts';
import type { OptionValues } from './options.ts';
import { autocomplete, slash } from './slash.ts';

/** A person, who can do what people can in Discord and no more: all else throws a CannotError. */
export interface Actor {
  readonly kind: 'person';
  readonly id: string;
  readonly name: string;
  readonly state: UserState;
  /** `ana.slash(channel, 'checkin workout', { effort: '3-4' })`. A choice may be named by its label or its value. */
  slash(channel: Channel, command: string, options?: OptionValues): Promise<Outcome>;
  /** What is offered while they type `options[focused]`. */
  autocomplete(channel: Channel, command: string, options: OptionValues, focused: string): Promise<Outcome>;
  /** Presses a button by its label or custom_id. */
  click(message: MessageRef, button: string): Promise<Outcome>;
  select(message: MessageRef, menu: string, ...picks: readonly (string | { readonly id: string })[]): Promise<Outcome>;
  /** Fills in a form by custom_ids or labels and sends it off; what is left out keeps what the form came with. */
  submit(modal: OpenModal, values: ModalValues): Promise<Outcome>;
  /** Writes a message. */
  say(channel: Channel, text: string): APIMessage;
  /** What stands in a channel for them, oldest first: ephemeral messages only if they are theirs. */
  sees(channel: Channel): APIMessage[];
  /** Their DMs with the bot. */
  dm(): Channel;
  /** Takes a message that only they see out of their sight. */
  dismiss(message: MessageRef): void;
  closeDms(): void;
  openDms(): void;
}

export function actor(core: Core, user: UserState): Actor {
  return {
    kind: 'person',
    id: user.id,
    name: user.name,
    state: user,
    slash: async (channel, command, options = {}) => slash(core, user, channel.state, command, options),
    autocomplete: async (channel, command, options, focused) =>
      autocomplete(core, user, channel.state, command, options, focused),
    click: async (message, button) => click(core, user, message, button),
    select: async (message, menu, ...picks) => select(core, user, message, menu, picks),
    submit: async (modal, values) => submit(core, user, modal, values),
    say(channel, text) {
      requireSight(user, channel.state);
      if (!may(channel.state, user.id, 'SendMessages')) cannot(user, `write in #${channel.state.name}`);
      core.happenings.tell({
        kind: 'person',
        at: core.clock.now(),
        who: user.name,
        did: `says ${text}`,
        where: placeOf(channel.state),
      });
      return createMessage(core, {
        channel: channel.state,
        author: user,
        body: { content: text },
        files: [],
        how: 'posted',
      }).api;
    },
    sees(channel) {
      const { server } = channel.state;
      const inside = server === undefined ? channel.state.recipient === user : server.members.has(user.id);
      if (!inside || !may(channel.state, user.id, 'ViewChannel')) return [];
      return visibleTo(channel.state, user.id).map((message) => message.api);
    },
    dm: () => channelHandle(core, dmOf(core, user)),
    dismiss(ref) {
      const message = seen(core, user, ref);
      if (message.onlyFor !== user.id) cannot(user, 'dismiss a message that others see too');
      message.dismissed = true;
      core.changes.tell({ kind: 'message', message });
    },
    closeDms: () => takeDms(core, user, false),
    openDms: () => takeDms(core, user, true),
  };
}

function takeDms(core: Core, user: UserState, takes: boolean): void {
  user.takesDms = takes;
  core.changes.tell({ kind: 'user', user });
}
