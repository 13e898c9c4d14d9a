import { useEffect, useMemo } from 'preact/hooks';
import { perform } from '../actions.ts';
import { asker, type Offer } from './autocomplete.ts';
import { matching, OPTION, type OptionEntry } from './commands.ts';
import { asking, type CommandDraft, END, fieldOf, furtherOptions, type Step } from './draft.ts';
import type { Places } from './places.ts';
import { hasList, type Suggestion, suggestionsFor } from './suggestions.ts';
import { pickedIn } from './values.ts';

/** A row of the list above the box: something to fill in, or a further option to put into the box. */
export type Row =
  | { readonly kind: 'value'; readonly suggestion: Suggestion }
  | { readonly kind: 'option'; readonly option: OptionEntry };

export interface Rows {
  readonly state: Offer['state'];
  readonly rows: readonly Row[];
}

export const NOTHING: Rows = { state: 'none', rows: [] };

/** What is offered where the caret is; for an option with autocomplete the bot is asked. */
export function useOffer(props: {
  channelId: string;
  locale: string;
  draft: CommandDraft;
  places: Places;
  at: Step['at'] | undefined;
  tail: string;
}): Rows {
  const { channelId, locale, draft, places, at, tail } = props;
  const bot = useMemo(() => asker(perform, locale), [locale]);
  const field = typeof at === 'string' ? fieldOf(draft, at) : undefined;
  const isAsked = field?.option.autocomplete === true;
  const text = field?.text.trim();
  useEffect(() => {
    if (typeof at !== 'string' || !isAsked) return;
    const options = asking(draft, at, places);
    bot.ask({ kind: 'autocomplete', channelId, command: draft.entry.path, options, focused: at });
    return bot.stop;
    // What was typed elsewhere in the command counts when the person comes back to this option.
  }, [bot, at, isAsked, text, channelId]);

  if (at === undefined) return NOTHING;
  if (at === END) return furtherRows(draft, tail);
  if (field === undefined || !hasList(field.option) || field.option.type === OPTION.attachment) return NOTHING;
  if (!isAsked) return valueRows(suggestionsFor(field, places));
  const offer = bot.offer.value;
  if (offer.state !== 'ready') return { state: offer.state === 'none' ? 'loading' : offer.state, rows: [] };
  return valueRows(offer.choices);
}

const valueRows = (suggestions: readonly Suggestion[]): Rows => ({
  state: 'ready',
  rows: suggestions.map((suggestion) => ({ kind: 'value', suggestion })),
});

function furtherRows(draft: CommandDraft, tail: string): Rows {
  const further = furtherOptions(draft);
  if (further.length === 0) return NOTHING;
  const found = matching(further, tail.replace(/:$/, ''), ({ name, label }) => [name, label]);
  return { state: 'ready', rows: found.map((option) => ({ kind: 'option', option })) };
}

/** Which row Enter takes before anybody moved the cursor: the first, once something was typed for it. */
export function firstActive(draft: CommandDraft, at: Step['at'] | undefined, tail: string): number {
  if (at === END) return tail.trim() === '' ? -1 : 0;
  const field = at === undefined ? undefined : fieldOf(draft, at);
  return field === undefined || field.text.trim() === '' || pickedIn(field) !== undefined ? -1 : 0;
}
