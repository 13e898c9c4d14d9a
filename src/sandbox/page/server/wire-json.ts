/** Leaves the secrets out of a text. */
export type Redact = (text: string) => string;

/** So many characters of a body are shown. */
const MOST = 64 * 1024;
/** So many characters of a secret are shown. */
const FIRST = 6;

/** The tokens of interactions begin alike, with `interaction:` in base64; the last four tell one from another. */
const OF_INTERACTIONS = /(aW50ZX)JhY3Rpb246[\w-]+([\w-]{4})/g;
/** Any other, in the JSON that is shown: of a bot that came with a token from elsewhere. */
const OF_OTHERS = /("token": ")(?!aW50ZX)([^"]{0,6})[^"]*"/g;

/** @param botToken the bot's own, wherever it stands */
export function redactor(botToken: string): Redact {
  const shortened = `${botToken.slice(0, FIRST)}…`;
  return (text) => text.replaceAll(botToken, shortened).replaceAll(OF_INTERACTIONS, '$1…$2');
}

/** A body as a person reads it: indented JSON without secrets, 64 kB at most. Text stays as it is; nothing is nothing. */
export function shownJson(body: unknown, redact: Redact): string | undefined {
  if (body === undefined) return undefined;
  const whole = typeof body === 'string' ? body : JSON.stringify(body, null, 2);
  const text = redact(whole).replaceAll(OF_OTHERS, '$1$2…"');
  if (text.length <= MOST) return text;
  return `${text.slice(0, MOST)}\n… cut here: ${Math.ceil((text.length - MOST) / 1024)} kB more`;
}
