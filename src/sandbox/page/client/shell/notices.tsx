import { notices } from '../store.ts';
import './notices.css';

/** Short notes in the corner: what went wrong is said at once, the rest when there is a pause. */
export function Notices() {
  const shown = (isError: boolean) =>
    notices.value
      .filter((notice) => notice.isError === isError)
      .map(({ id, text }) => (
        <p key={id} class={`notice ${isError ? 'is-error' : ''}`}>
          {text}
        </p>
      ));
  return (
    <div class="notices">
      <div role="alert">{shown(true)}</div>
      <div role="status">{shown(false)}</div>
    </div>
  );
}
