import type { APIMessage } from 'discord-api-types/v10';
import type { Actor } from '../../src/sandbox/actors/actor.ts';
import type { Channel } from '../../src/sandbox/builders.ts';
import type { Outcome } from '../../src/sandbox/interactions/outcome.ts';
import { messageOf, type Scene, textOf } from './scene.ts';

/** How somebody says what a set really was: in the form's own fields. */
export interface OtherSet {
  readonly amount?: string;
  readonly resistance?: string;
}

/** Somebody with the coach's private message before them. What they press is on that message as it then stands. */
export interface Hand {
  readonly member: Actor;
  readonly card: APIMessage;
  /** What the message says now. */
  text(): string;
  /** The custom id of a button or menu whose name is this. */
  id(name: string): string;
  /** Whether there is such a button or menu. */
  has(name: string): boolean;
  /** Presses a button by its label, or by its name in the custom id. Returns what they then read. */
  press(button: string): Promise<string>;
  /** Picks from a menu by its name in the custom id. */
  pick(menu: string, option: string): Promise<string>;
  /** What a menu offers. */
  options(menu: string): string[];
  /** Says what the set was. What is left out stays as the form came. */
  other(set: OtherSet): Promise<string>;
  /** Presses `Done` and its like until the session asks how hard it was. Returns how often. */
  toTheEnd(): Promise<number>;
}

interface Part {
  readonly custom_id?: string;
  readonly label?: string;
  readonly placeholder?: string;
  readonly options?: readonly { readonly label: string }[];
  readonly components?: readonly Part[];
  readonly accessory?: Part;
}

function partsOf(part: Part): Part[] {
  return [part, ...(part.components ?? []).flatMap(partsOf), ...(part.accessory ? partsOf(part.accessory) : [])];
}

/** Takes up the message of an outcome. */
export function handOf(member: Actor, first: Outcome): Hand {
  let card = messageOf(first);
  let text = textOf(first);
  const parts = () => partsOf({ components: (card.components ?? []) as readonly Part[] });
  const named = (name: string) => parts().find(({ custom_id }) => custom_id?.startsWith(`${name}~`));
  const after = (outcome: Outcome): string => {
    if (outcome.kind === 'update') {
      card = outcome.message;
      text = outcome.text;
    }
    return textOf(outcome);
  };
  const hand: Hand = {
    member,
    get card() {
      return card;
    },
    text: () => text,
    has: (name) => named(name) !== undefined || parts().some(({ label }) => label === name),
    id(name) {
      const found = named(name)?.custom_id;
      if (found === undefined) throw new Error(`nothing here is called "${name}": ${text}`);
      return found;
    },
    press: async (button) => after(await member.click(card, named(button)?.custom_id ?? button)),
    pick: async (menu, option) => after(await member.select(card, hand.id(menu), option)),
    options: (menu) => (named(menu)?.options ?? []).map(({ label }) => label),
    async other({ amount, resistance }) {
      const asked = await member.click(card, hand.id('set-other'));
      if (asked.kind !== 'modal') throw new Error(`no form, but ${textOf(asked)}`);
      const typed = { ...(amount !== undefined && { amount }), ...(resistance !== undefined && { resistance }) };
      return after(await member.submit(asked.modal, typed));
    },
    async toTheEnd() {
      for (let presses = 0; presses < 80; presses += 1) {
        if (hand.has('effort') || hand.has('drop')) return presses;
        const forward = ['set-done', 'round-done', 'part-done'].find(hand.has);
        if (forward === undefined) throw new Error(`no way on from: ${text}`);
        await hand.press(forward);
      }
      throw new Error('the session never ends');
    },
  };
  return hand;
}

/** Types `/today`. */
export async function todayOf(scene: { readonly training: Channel }, member: Actor): Promise<Hand> {
  return handOf(member, await member.slash(scene.training, 'today'));
}

/** Types `/today`, starts, and is warm: the first set is next. */
export async function started(scene: Pick<Scene, 'training'>, member: Actor): Promise<Hand> {
  const hand = await todayOf(scene, member);
  await hand.press('start');
  await hand.press('Warmed up');
  return hand;
}

/** A whole session, its sets as planned but for those that are said to be others, by the move's name. */
export async function trained(
  scene: Pick<Scene, 'training'>,
  member: Actor,
  effort: string,
  others: Readonly<Record<string, OtherSet>> = {},
): Promise<Hand> {
  const hand = await started(scene, member);
  for (let sets = 0; hand.has('set-done'); sets += 1) {
    if (sets > 40) throw new Error('the sets never end');
    const move = /^## (.+)$/m.exec(hand.text())?.[1] ?? '';
    const said = others[move];
    if (said === undefined) await hand.press('set-done');
    else await hand.other(said);
  }
  await hand.toTheEnd();
  await hand.press(effort);
  return hand;
}

/** The lines of a text that have these words. */
export function linesWith(text: string, words: string): string[] {
  return text.split('\n').filter((line) => line.includes(words));
}
