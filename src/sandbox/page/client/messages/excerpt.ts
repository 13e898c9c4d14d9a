import type { APIMessage } from 'discord-api-types/v10';
import { parseMarkdown } from './markdown/parse.ts';
import { plainText } from './markdown/plain-text.ts';
import { reader } from './reading.ts';
import { channelName, personName, roleName } from './scope.ts';
import { wordsOf } from './summary.ts';
import { worded } from './time-words.ts';

/** A message in one line of plain words; nothing when it has none. */
export function excerptOf(message: APIMessage): string | undefined {
  const words = wordsOf(message);
  if (words === undefined) return undefined;
  const { channel_id } = message;
  return plainText(parseMarkdown(words), {
    person: (id) => personName(channel_id, id).value ?? 'unknown-user',
    role: (id) => roleName(channel_id, id).value ?? 'unknown-role',
    channel: (id) => channelName(channel_id, id).value ?? 'No Access',
    time: (seconds) => worded(seconds * 1_000, 'f', reader.value),
  });
}
