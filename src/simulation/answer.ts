import type { Actor } from '../sandbox/actors/actor.ts';
import type { OpenModal, Outcome } from '../sandbox/interactions/outcome.ts';
import { eachComponent } from '../sandbox/world/content.ts';

/** A message as a person has it before them. */
export type Message = ReturnType<Actor['sees']>[number];

/** A button of the coach's: what it does, and what it speaks of. */
export interface Button {
  readonly customId: string;
  readonly name: string;
  readonly argument: string;
}

/** What somebody expects of what they do; whoever gets something else was let down. */
export type Expectation =
  /** A card with a heading: a day, a streak, a status. */
  | 'card'
  /** Something was logged, and can be undone. */
  | 'logged'
  /** A sentence and nothing to press: a kind no, or that something is done. */
  | 'remark'
  /** Whether one means it. */
  | 'question'
  /** A session that leads set by set, wherever it stands. */
  | 'session'
  /** A pause that stands, and that the plan goes on. */
  | 'pause'
  | 'return'
  /** A reminder by direct message that can still be done, or stopped. */
  | 'reminder'
  /** The leaderboard, for them or for all. */
  | 'board'
  | 'board for all'
  | 'preview'
  /** All that is kept, in two files; and whether to delete it. */
  | 'files'
  | 'deletion'
  /** What could take the place of a move. */
  | 'offer'
  | 'form'
  | 'choices'
  /** A card or a remark: either is fine. */
  | 'words';

export const IN_WORDS: Readonly<Record<Expectation, string>> = {
  card: 'a card',
  logged: 'to hear that it is logged',
  remark: 'a remark',
  question: 'to be asked',
  session: 'to be led on',
  pause: 'to be paused',
  return: 'to be welcomed back',
  reminder: 'a reminder',
  board: 'the leaderboard',
  'board for all': 'the leaderboard for all',
  preview: 'a preview',
  files: 'two files',
  deletion: 'to be asked about the deletion',
  offer: 'to be offered another move',
  form: 'a form',
  choices: 'choices',
  words: 'some words',
};

export function buttonsOf(message: Message): Button[] {
  const buttons: Button[] = [];
  eachComponent(message.components, (component) => {
    if (!('custom_id' in component)) return;
    const [name = '', ...argument] = component.custom_id.split('~');
    buttons.push({ customId: component.custom_id, name, argument: argument.join('~') });
  });
  return buttons;
}

/** The button of that name, if the message has it. */
export function buttonOf(message: Message, name: string): Button | undefined {
  return buttonsOf(message).find((button) => button.name === name);
}

/** The button of that name whose argument ends in `.end`, where several have the name. */
export function choiceOf(message: Message, name: string, end: string): Button | undefined {
  return buttonsOf(message).find((button) => button.name === name && button.argument.endsWith(`.${end}`));
}

/** What a menu of that name offers, in its order; nothing where there is no such menu. */
export function offeredIn(message: Message, name: string): string[] {
  const values: string[] = [];
  eachComponent(message.components, (component) => {
    if ('options' in component && component.custom_id.split('~')[0] === name)
      values.push(...component.options.map(({ value }) => value));
  });
  return values;
}

/** Buttons of which a session always shows one: of a part, a set, a round, or its end. */
const LEADING = ['part-done', 'set-done', 'round-done', 'effort', 'drop'];

/** The session that a message leads through. */
export function trainingOf(message: Message): number | undefined {
  const button = buttonsOf(message).find(({ name }) => LEADING.includes(name));
  const id = button && /^\d+/.exec(button.argument)?.[0];
  return id === undefined ? undefined : Number(id);
}

/** The day that a button speaks of: of `daily.2026-02-02` and `day.2026-02-02`. */
export function dayOfButton({ argument }: Button): string | undefined {
  return /\d{4}-\d{2}-\d{2}/.exec(argument)?.[0];
}

export function meets(outcome: Outcome, expected: Expectation): boolean {
  if (expected === 'form') return outcome.kind === 'modal';
  if (expected === 'choices') return outcome.kind === 'choices' && outcome.choices.length > 0;
  if (outcome.kind !== 'message' && outcome.kind !== 'update') return false;
  const hasHeading = /^#+ /.test(outcome.text);
  const names = buttonsOf(outcome.message).map((button) => button.name);
  switch (expected) {
    case 'card':
      return hasHeading;
    case 'logged':
      return names.includes('undo') || names.includes('remind-undo');
    case 'pause':
      return names.includes('resume');
    case 'return':
      return names.includes('workout');
    case 'reminder':
      return names.includes('remind-stop');
    case 'board':
      return names.includes('board');
    case 'board for all':
      return names.includes('board-join');
    case 'preview':
      return names.includes('coach-show');
    case 'files':
      return outcome.message.attachments.length === 2;
    case 'deletion':
      return names.includes('mydata-delete');
    case 'question':
      return names.includes('leave') && names.includes('stay');
    case 'session':
      return LEADING.some((name) => names.includes(name)) && !names.includes('continue');
    case 'offer':
      return names.includes('swap-none');
    case 'remark':
      return !hasHeading && names.length === 0;
    case 'words':
      return true;
  }
}

/** What somebody got, in a line. */
export function inShort(outcome: Outcome): string {
  switch (outcome.kind) {
    case 'message':
    case 'update':
      return `“${outcome.text.replaceAll('\n', ' ').slice(0, 140)}”`;
    case 'modal':
      return `the form “${outcome.modal.title}”`;
    case 'choices':
      return `${outcome.choices.length} choices`;
    case 'failed':
      return `“${outcome.reason}”`;
    case 'nothing':
      return 'nothing to see';
  }
}

/** The message of an outcome; undefined when there is none. */
export function messageIn(outcome: Outcome | undefined): Message | undefined {
  return outcome?.kind === 'message' || outcome?.kind === 'update' ? outcome.message : undefined;
}

export function formIn(outcome: Outcome | undefined): OpenModal | undefined {
  return outcome?.kind === 'modal' ? outcome.modal : undefined;
}
