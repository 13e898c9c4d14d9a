import { useEffect } from 'preact/hooks';
import { refresh } from '../session.ts';
import { isLost } from '../store.ts';

/** Real ms between two tries. */
const RETRY = 2_000;

/** Said while the program behind the page is not there. */
export function Lost() {
  const { value } = isLost;
  useEffect(() => {
    if (!value) return undefined;
    // The stream comes back by itself, but not into a world in which who was played is no more.
    const timer = setInterval(() => void refresh().catch(() => undefined), RETRY);
    return () => clearInterval(timer);
  }, [value]);
  return <div role="alert">{value && <p class="lost">The sandbox does not answer. It comes back by itself.</p>}</div>;
}
