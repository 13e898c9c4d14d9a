import { type APIComponentInContainer, type APIMessageTopLevelComponent, ComponentType } from 'discord-api-types/v10';
import { LEVELS, type Level } from '../../coach/content.ts';
import type { Day } from '../../coach/day.ts';
import type { Text } from '../en.ts';
import { button, card, type MessageBody, row, words } from '../parts.ts';

/** The daily post, or a member's own card of a level, and of which of the programme's days, from 0. */
export interface Shown {
  readonly as: 'post' | Level;
  readonly index: number;
}

export interface PreviewView extends Shown {
  readonly day: Day;
  readonly week: number;
  /** The programme's last day. */
  readonly last: number;
}

/** A message as it will be, with what it is and the way to the others around it. Its own buttons do nothing. */
export function previewCard(text: Text, body: MessageBody, view: PreviewView): MessageBody {
  const { coachPreview: t } = text;
  const { as, index, day, week, last } = view;
  const to = (shown: Shown, label: string, isChosen = false) => ({
    ...button('coach-show', `${shown.as}.${shown.index}`, label, isChosen ? 'main' : 'quiet'),
    disabled: isChosen,
  });
  const days = [
    ...(index > 0 ? [to({ as, index: index - 1 }, t.earlierButton)] : []),
    ...(index < last ? [to({ as, index: index + 1 }, t.laterButton)] : []),
  ];
  const kinds = [
    to({ as: 'post', index }, t.post, as === 'post'),
    ...LEVELS.map((level) => to({ as: level, index }, t.levels[level], as === level)),
  ];
  const frame = card('plain', words(t.title(day, week, as === 'post'), t.hint), row(...days), row(...kinds));
  return { components: [...body.components.map(inert), ...frame.components] };
}

function inert(component: APIMessageTopLevelComponent): APIMessageTopLevelComponent {
  if (component.type !== ComponentType.Container) return component;
  return { ...component, components: component.components.map(inertRow) };
}

function inertRow(part: APIComponentInContainer): APIComponentInContainer {
  if (part.type !== ComponentType.ActionRow) return part;
  return { ...part, components: part.components.map((each) => ({ ...each, disabled: true })) };
}
