import { useEffect } from 'preact/hooks';
import { ApiError } from '../api.ts';
import './closed.css';

/** Shown when the page cannot be opened at all. */
export function Closed({ error }: { error: unknown }) {
  useEffect(() => {
    // The right address differs in its fragment alone, and the browser would stay on this page.
    const again = () => location.reload();
    addEventListener('hashchange', again);
    return () => removeEventListener('hashchange', again);
  }, []);
  const { title, text } = wordsFor(error);
  return (
    <main class="closed">
      <div class="closed-card" role="alert">
        <h1>{title}</h1>
        <p>{text}</p>
        <button type="button" class="shell-button" onClick={() => location.reload()}>
          Try again
        </button>
      </div>
    </main>
  );
}

function wordsFor(error: unknown): { title: string; text: string } {
  if (!(error instanceof ApiError)) return { title: 'Something broke on this page', text: 'Load it anew.' };
  if (error.status === 0)
    return {
      title: 'The sandbox does not answer',
      text: 'Start it again with npm start, then come back to this page.',
    };
  if (error.status === 401 || error.status === 403)
    return {
      title: 'This address does not let you in',
      text: 'Open the whole address that npm start printed: what stands behind its # is the key.',
    };
  return { title: 'The sandbox could not be opened', text: error.message };
}
