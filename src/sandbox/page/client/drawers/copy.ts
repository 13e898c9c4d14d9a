import { notify } from '../actions.ts';

/** Puts a text on the clipboard, and says so. @param what as in `The answer is copied.` */
export async function copy(text: string, what: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    notify(`${what} copied.`);
  } catch {
    // Browsers keep the clipboard from pages that are neither on this machine nor behind https.
    notify('This browser does not let the page copy. Select the text and copy it yourself.', true);
  }
}
