import { ApiError } from '../api.ts';
import './closed.css';

/** Shown when the page cannot be opened at all. */
export function Closed({ error }: { error: unknown }) {
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
      title: 'This address lacks its key',
      text: 'Open the whole address that npm start printed. What stands behind the # lets you in.',
    };
  return { title: 'The sandbox could not be opened', text: error.message };
}
