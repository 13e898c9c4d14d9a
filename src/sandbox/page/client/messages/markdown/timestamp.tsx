import { useComputed } from '@preact/signals';
import { now } from '../../store.ts';
import { reader } from '../reading.ts';
import { relativeWords, worded } from '../time-words.ts';
import type { TimestampStyle } from './tree.ts';

/** `<t:…>`: an instant as the reader's clock and calendar have it; `R` counts along with the sandbox's time. */
export function Timestamp({ seconds, style }: { seconds: number; style: TimestampStyle }) {
  const instant = seconds * 1_000;
  // Drawn as a signal: when the words change, this text does, and nothing else.
  const words = useComputed(() =>
    style === 'R' ? relativeWords(instant, now.value, reader.value.locale) : worded(instant, style, reader.value),
  );
  return (
    <time class="md-time" title={worded(instant, 'F', reader.value)}>
      {words}
    </time>
  );
}
