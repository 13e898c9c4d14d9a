import { type ReadonlySignal, signal } from '@preact/signals';
import type { Act, ActReply } from '../../protocol.ts';
import { type Choice, choiceIn } from './commands.ts';

export type AutocompleteAct = Extract<Act, { kind: 'autocomplete' }>;

/** What the bot offers; only the answer to the latest question is ever shown. */
export type Offer =
  | { readonly state: 'none' | 'loading' | 'failed' }
  | { readonly state: 'ready'; readonly choices: readonly Choice[] };

export interface Asker {
  readonly offer: ReadonlySignal<Offer>;
  /** Asks once nothing more was typed for a moment. */
  ask(act: AutocompleteAct): void;
  /** Forgets what was asked. */
  stop(): void;
}

/** How long after the last key the bot is asked, in ms. */
export const DEBOUNCE = 150;

/** Asks the bot what to offer as somebody types. `perform` does the asking. */
export function asker(perform: (act: Act) => Promise<ActReply>, locale: string): Asker {
  const offer = signal<Offer>({ state: 'none' });
  let latest = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const send = async (act: AutocompleteAct, turn: number) => {
    const reply = await perform(act);
    if (turn !== latest) return;
    offer.value =
      reply.kind === 'choices'
        ? { state: 'ready', choices: reply.choices.map((choice) => choiceIn(locale, choice)) }
        : { state: 'failed' };
  };

  return {
    offer,
    ask(act) {
      clearTimeout(timer);
      latest += 1;
      const turn = latest;
      offer.value = { state: 'loading' };
      timer = setTimeout(() => void send(act, turn), DEBOUNCE);
    },
    stop() {
      clearTimeout(timer);
      latest += 1;
      offer.value = { state: 'none' };
    },
  };
}
