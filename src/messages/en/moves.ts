import type { Kit, Range } from '../../coach/content.ts';
import { kits, list, span } from './words.ts';

/** The kit that a move takes: any one of the first, all of the second. */
function kitNames(any: readonly Kit[], all: readonly Kit[]): string {
  const name = (kit: Kit) => kits[kit].toLowerCase();
  const either = any.length === 0 ? [] : [any.map(name).join(' or ')];
  return either.length + all.length === 0 ? 'no kit' : list([...either, ...all.map(name)]);
}

export const moves = {
  targets: (targets: readonly string[]) => targets.join(', '),
  /** One line of the list that is offered while somebody types. */
  choice: (name: string, targets: readonly string[], any: readonly Kit[], all: readonly Kit[]) =>
    `${name} · ${targets.join(', ')} · ${kitNames(any, all)}`,
  title: (name: string) => `## ${name}`,
  facts: (targets: readonly string[], any: readonly Kit[], all: readonly Kit[]) =>
    `Trains ${targets.join(', ')} · Kit: ${any.length + all.length === 0 ? 'none' : kitNames(any, all)}`,
  dose: (dose: string) => `**Usual dose:** ${dose}`,
  circuitDose: (
    rounds: Range,
    stations: readonly { readonly name: string; readonly seconds: number }[],
    rest: number,
  ) =>
    `${span(rounds)} × (${stations.map(({ name, seconds }) => `${name} ${seconds} s`).join(', ')}), ${rest} s rest after each round`,
  step: (number: number, step: string) => `${number}. ${step}`,
  cue: (cue: string) => `**Cue:** ${cue}`,
  fault: (fault: string) => `**Common fault:** ${fault}`,
  easier: (easier: string) => `**Easier:** ${easier}`,
  harder: (harder: string) => `**Harder:** ${harder}`,
  swaps: (swaps: readonly string[]) => `**Without the kit, or to go easier:** ${swaps.join('; ')}`,
  swap: (name: string, any: readonly Kit[], all: readonly Kit[]) => `${name} (${kitNames(any, all)})`,
  standsInFor: (names: readonly string[]) => `**Stands in for:** ${names.join('; ')}`,
  correction: (correction: string) => `**Where this plan departs from its source:** ${correction}`,
  stopSigns:
    '-# Stop for chest, jaw or arm pressure, fainting, severe breathlessness, a cold sweat, an irregular heartbeat, or new weakness or numbness. `/safety` says when to get help. A move that hurts is one to skip today.',
};
