import { notify, perform } from '../actions.ts';
import { me, page, theme } from '../store.ts';
import { Popover } from './popover.tsx';

const THEMES = { dark: 'Dark', light: 'Light', system: 'As the system' } as const;

/** What can be chosen about who is played, and about the page. */
export function Settings({ onClose, onAdd }: { onClose: () => void; onAdd: () => void }) {
  const person = me.value;
  if (person === undefined) return null;
  const bot = page.value?.bot.name ?? 'the bot';
  const turnDms = async () => {
    onClose();
    const reply = await perform({ kind: 'dms', open: !person.takesDms });
    if (reply.kind === 'failed' || reply.kind === 'cannot') notify(reply.reason, true);
    else notify(person.takesDms ? `${person.name} takes no DMs from now on.` : `${person.name} takes DMs again.`);
  };
  return (
    <Popover label="Settings" onClose={onClose}>
      <fieldset class="settings-themes shell-choices">
        <legend>Theme</legend>
        {(['dark', 'light', 'system'] as const).map((name) => (
          <label key={name}>
            <input
              type="radio"
              name="theme"
              checked={theme.value === name}
              data-first={theme.value === name ? '' : undefined}
              onChange={() => {
                theme.value = name;
              }}
            />
            <span>{THEMES[name]}</span>
          </label>
        ))}
      </fieldset>
      <button
        type="button"
        class="settings-entry"
        onClick={turnDms}
        title={`Whether ${bot} may write to ${person.name}`}
      >
        {person.takesDms ? 'Close DMs' : 'Open DMs'}
      </button>
      <button type="button" class="settings-entry" onClick={onAdd}>
        Add somebody
      </button>
    </Popover>
  );
}
