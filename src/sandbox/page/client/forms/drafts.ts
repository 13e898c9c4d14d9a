import type { FormValues } from './model.ts';

/** How many forms are remembered that were closed without being sent. */
const KEPT = 5;

const drafts = new Map<string, FormValues>();

/** What somebody had filled in when they closed this very form, as long as the page is open. */
export const draftOf = (form: string): FormValues | undefined => drafts.get(form);

export function keepDraft(form: string, values: FormValues): void {
  drafts.delete(form);
  drafts.set(form, values);
  for (const old of [...drafts.keys()].slice(0, -KEPT)) drafts.delete(old);
}

/** It was sent. */
export const dropDraft = (form: string): boolean => drafts.delete(form);
