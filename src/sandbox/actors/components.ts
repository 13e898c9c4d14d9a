import {
  type APIMessage,
  type APIMessageComponent,
  type APISelectMenuComponent,
  ButtonStyle,
  type ChannelType,
  ComponentType,
  InteractionType,
} from 'discord-api-types/v10';
import { type Core, placeOf } from '../core.ts';
import type { Outcome } from '../interactions/outcome.ts';
import { metadataOf, resolvedOf } from '../interactions/payload.ts';
import { buttonLabel, eachComponent } from '../world/content.ts';
import type { ChannelState, MessageState, UserState } from '../world/state.ts';
import { isVisibleTo } from '../world/world.ts';
import { act, cannot, inWords, requireSight } from './act.ts';

export type MessageRef = Pick<APIMessage, 'id' | 'channel_id'>;

/** Presses a button, named by its label or its custom_id, on a message as it is now. */
export function click(core: Core, user: UserState, ref: MessageRef, button: string): Promise<Outcome> {
  const message = seen(core, user, ref);
  const found = buttonsOf(message.api).find(
    (candidate) => buttonLabel(candidate) === button || ('custom_id' in candidate && candidate.custom_id === button),
  );
  if (found === undefined) {
    const all = buttonsOf(message.api).map(buttonLabel).join(', ') || 'none';
    return cannot(user, `press "${button}": the message has the buttons ${all}`);
  }
  if (found.style === ButtonStyle.Link || found.style === ButtonStyle.Premium)
    return cannot(user, `press "${button}" in Discord: it leads elsewhere`);
  if (found.disabled) return cannot(user, `press "${button}": it is disabled`);
  return use(
    core,
    user,
    message,
    found,
    { component_type: ComponentType.Button, custom_id: found.custom_id },
    `presses [${buttonLabel(found)}]`,
  );
}

/** Picks from a select, named by its custom_id or placeholder: values or labels of a string select, else what has an id. */
export function select(
  core: Core,
  user: UserState,
  ref: MessageRef,
  menu: string,
  picks: readonly (string | { readonly id: string })[],
): Promise<Outcome> {
  const message = seen(core, user, ref);
  const found = selectsOf(message.api).find(
    (candidate) => candidate.custom_id === menu || candidate.placeholder === menu,
  );
  if (found === undefined) return cannot(user, `pick from "${menu}": the message has no such select`);
  if (found.disabled) return cannot(user, `pick from "${menu}": it is disabled`);
  const values = picksIn(user, message.channel, found, picks);
  const resolved =
    found.type === ComponentType.StringSelect ? undefined : resolvedOf(core, message.channel, user.id, values);
  const data = {
    component_type: found.type,
    custom_id: found.custom_id,
    values,
    ...(resolved === undefined ? {} : { resolved }),
  };
  return use(core, user, message, found, data, `picks ${values.join(', ')} in "${menu}"`);
}

/** The values of a pick. @throws CannotError when the client would not let it through */
export function picksIn(
  user: UserState,
  channel: ChannelState,
  menu: APISelectMenuComponent,
  picks: readonly (string | { readonly id: string })[],
): string[] {
  const least = menu.min_values ?? 1;
  const most = menu.max_values ?? 1;
  const no = (why: string): never => cannot(user, `pick ${inWords(picks)}: ${why}`);
  if (picks.length < least || picks.length > most) no(`between ${least} and ${most} are to be picked`);
  const values = picks.map((pick) => {
    if (menu.type === ComponentType.StringSelect) {
      const option = menu.options.find((candidate) => candidate.value === pick || candidate.label === pick);
      return option?.value ?? no('it is not among the options');
    }
    if (typeof pick === 'string') return no('pick somebody or something that has an id');
    return offered(menu, channel, pick.id) ? pick.id : no('it is not offered');
  });
  if (new Set(values).size < values.length) no('one thing twice');
  return values;
}

function offered(menu: APISelectMenuComponent, { server, recipient }: ChannelState, id: string): boolean {
  const isUser = server === undefined ? recipient?.id === id : server.members.has(id);
  const isRole = server?.roles.has(id) ?? false;
  if (menu.type === ComponentType.UserSelect) return isUser;
  if (menu.type === ComponentType.RoleSelect) return isRole;
  if (menu.type === ComponentType.MentionableSelect) return isUser || isRole;
  if (menu.type !== ComponentType.ChannelSelect) return false;
  const channel = server?.channels.get(id);
  const types: readonly ChannelType[] = menu.channel_types ?? [];
  return channel !== undefined && (types.length === 0 || types.includes(channel.type));
}

function use(
  core: Core,
  user: UserState,
  source: MessageState,
  component: { id?: number },
  data: object,
  did: string,
): Promise<Outcome> {
  const { channel } = source;
  core.happenings.tell({ kind: 'person', at: core.clock.now(), who: user.name, did, where: placeOf(channel) });
  const metadata = metadataOf(InteractionType.MessageComponent, user, channel, {
    interacted_message_id: source.api.id,
  });
  const opening = {
    type: InteractionType.MessageComponent,
    user,
    channel,
    source,
    what: `${user.name}, who ${did}`,
    metadataOf: metadata,
  };
  return act(core, opening, () => ({ ...data, id: component.id }));
}

/** The message as it stands now, if this person can see it. */
export function seen(core: Core, user: UserState, ref: MessageRef): MessageState {
  const channel = core.world.channels.get(ref.channel_id);
  if (channel === undefined) return cannot(user, 'go to that channel: it is gone');
  requireSight(user, channel);
  const message = channel.messages.get(ref.id);
  if (message === undefined) return cannot(user, 'use that message: it is gone');
  if (message.dismissed) return cannot(user, 'use that message: they dismissed it');
  if (!isVisibleTo(message, user.id)) return cannot(user, 'see that message: it is for somebody else only');
  return message;
}

type Button = Extract<APIMessageComponent, { type: ComponentType.Button }>;

function buttonsOf(message: APIMessage): Button[] {
  const buttons: Button[] = [];
  eachComponent(message.components, (component) => {
    if (component.type === ComponentType.Button) buttons.push(component);
  });
  return buttons;
}

function selectsOf(message: APIMessage): APISelectMenuComponent[] {
  const menus: APISelectMenuComponent[] = [];
  eachComponent(message.components, (component) => {
    switch (component.type) {
      case ComponentType.StringSelect:
      case ComponentType.UserSelect:
      case ComponentType.RoleSelect:
      case ComponentType.MentionableSelect:
      case ComponentType.ChannelSelect:
        menus.push(component);
    }
  });
  return menus;
}
