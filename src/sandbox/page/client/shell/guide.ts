import { computed, effect } from '@preact/signals';
import type { RosterView } from '../../protocol.ts';
import { remembered } from '../memory.ts';
import { composerDraft, drawer, logOf, page, peopleById, placeId } from '../store.ts';
import { playIn } from './go.ts';
import { heroOf, type Seen, withSeen } from './guide-steps.ts';
import { jump } from './jump.ts';
import { isMiddling, isWide } from './widths.ts';

const WEEK = 7 * 86_400_000;

/** What was seen on this page, in the world it was seen in. */
const notes = remembered<{ readonly worldId: string; readonly heroId: string; readonly seen: Seen } | undefined>(
  'guide',
  undefined,
);
/** Open until somebody closes it, and as they left it from then on. */
const isLeftOpen = remembered('guide-open', true);

/** The guide as it stands: who the newcomer is, who sets the coach up where they are, and what has happened. */
export const guide = computed(() => {
  const state = page.value;
  if (state === undefined) return undefined;
  const kept = notes.value?.worldId === state.worldId ? notes.value : undefined;
  const heroId =
    kept !== undefined && peopleById.value.has(kept.heroId) ? kept.heroId : heroOf(state.me.id, state.rosters);
  const roster = state.rosters.find(({ memberIds }) => memberIds.includes(heroId));
  return {
    heroId,
    hero: peopleById.value.get(heroId)?.name ?? 'somebody',
    owner: peopleById.value.get(roster?.ownerId ?? '')?.name ?? 'the owner',
    roster,
    bot: state.bot.name,
    seen: kept?.heroId === heroId ? kept.seen : {},
  };
});

/** Follows what happens, and opens the guide where it was left open. Called once. */
export function followGuide(): void {
  if (isLeftOpen.value && isWide.value) drawer.value = 'guide';
  let before = drawer.value;
  effect(() => {
    const { value } = drawer;
    if (value === 'guide') isLeftOpen.value = true;
    else if (before === 'guide') isLeftOpen.value = false;
    before = value;
  });
  effect(() => {
    const state = page.value;
    const now = guide.value;
    if (state === undefined || now === undefined || placeId.value === undefined) return;
    const { heroId, roster } = now;
    const watch = { botId: state.bot.id, heroId, managerIds: roster?.managerIds ?? [] };
    const seen = withSeen(now.seen, logOf(placeId.value).value.messages, watch);
    if (seen !== now.seen || notes.value?.worldId !== state.worldId)
      notes.value = { worldId: state.worldId, heroId, seen };
  });
}

/** On small screens the guide lies over the chat that it speaks of. */
function makeRoom(): void {
  if (isMiddling.value) drawer.value = 'none';
}

async function playAndType(personId: string, roster: RosterView | undefined, command?: string): Promise<void> {
  makeRoom();
  if (roster !== undefined && page.value?.me.id !== personId) await playIn(personId, roster.id);
  if (command !== undefined) composerDraft.value = command;
}

export const goSetUp = async (): Promise<void> => {
  const { roster } = guide.value ?? {};
  if (roster !== undefined) await playAndType(roster.ownerId, roster, '/coach setup');
};

export const goAsHero = async (command?: string): Promise<void> => {
  const { heroId, roster } = guide.value ?? {};
  if (heroId !== undefined) await playAndType(heroId, roster, command);
};

export const goOn = (): Promise<void> => jump({ do: 'next' });

export async function goAWeekOn(): Promise<void> {
  await jump({ do: 'by', ms: WEEK });
  await goAsHero('/streak');
}
