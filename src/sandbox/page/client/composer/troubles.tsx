import { EyeIcon, WarningIcon } from '../icon.tsx';
import { type Box, dismissTrouble } from './boxes.ts';

/** What did not work, as Discord tells it: privately, at the end of the chat, until it is dismissed. */
export function Troubles({ box, who, onDismissed }: { box: Box; who: string; onDismissed: () => void }) {
  return (
    <>
      {box.troubles.value.map(({ id, about, reason }) => (
        <div key={id} class="composer-trouble" role="alert">
          <p class="composer-trouble-about">
            {about.startsWith('/') ? (
              <>
                {who} used <b>{about}</b>
              </>
            ) : (
              about
            )}
          </p>
          <p class="composer-trouble-reason">
            <WarningIcon size={18} /> {reason}
          </p>
          <p class="composer-trouble-private">
            <EyeIcon size={14} /> Only you can see this ·
            <button
              type="button"
              class="composer-link"
              onClick={() => {
                dismissTrouble(box, id);
                onDismissed();
              }}
            >
              Dismiss message
            </button>
          </p>
        </div>
      ))}
    </>
  );
}
