import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { asId, isNewer, logOf } from '../store.ts';
import { excerptOf } from './excerpt.ts';
import { personName } from './scope.ts';

/** Real ms between two announcements: while time flies, the last message is said for all. */
const PAUSE = 1_500;
const LONGEST = 240;

/** Says to those who listen what came into the channel while it was open. */
export function NewAloud({ channelId }: { channelId: string }) {
  const said = useSignal('');
  const known = useRef<string | undefined>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const { messages } = logOf(channelId).value;
  const last = messages.at(-1);

  useEffect(() => {
    if (last === undefined) return;
    const before = known.current;
    if (before === undefined) {
      known.current = last.id;
      return;
    }
    if (!isNewer(last.id, before) || timer.current !== undefined) return;
    timer.current = setTimeout(() => {
      timer.current = undefined;
      const heard = known.current ?? '0';
      const fresh = logOf(channelId).value.messages.filter(
        ({ id, author }) => isNewer(id, heard) && author.id !== asId.value,
      );
      const latest = fresh.at(-1);
      if (latest === undefined) return;
      known.current = latest.id;
      const name = personName(channelId, latest.author.id).value ?? latest.author.username;
      const words = `${name}: ${excerptOf(latest) ?? 'sent something'}`.slice(0, LONGEST);
      said.value = fresh.length === 1 ? words : `${fresh.length} new messages. ${words}`;
    }, PAUSE);
  }, [last, channelId, said]);
  useEffect(() => () => clearTimeout(timer.current), []);

  return (
    <div class="visually-hidden" role="status">
      {said}
    </div>
  );
}
