import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { Avatar } from '../avatar.tsx';
import { me, page, pingsOf } from '../store.ts';
import { placeOf } from '../wall-clock.ts';
import { AddPerson } from './add-person.tsx';
import { Badge } from './badge.tsx';
import { GearIcon, SwapIcon } from './icons.tsx';
import { LocalTime } from './local-time.tsx';
import { Settings } from './settings.tsx';
import { Switcher } from './switcher.tsx';

/** Whom one plays, and the way to play somebody else. */
export function UserPanel() {
  const open = useSignal<'nothing' | 'switcher' | 'settings' | 'add'>('nothing');
  const state = page.value;
  const who = me.value;
  if (state === undefined || who === undefined) return null;
  const elsewhere = state.people
    .filter(({ id, isBot }) => !isBot && id !== who.id)
    .reduce((sum, { id }) => sum + pingsOf(id), 0);
  const gear = useRef<HTMLButtonElement>(null);
  const close = () => {
    open.value = 'nothing';
  };
  const closeForm = () => {
    close();
    // What opened the form was closed by it.
    requestAnimationFrame(() => gear.current?.focus());
  };
  const toggle = (what: 'switcher' | 'settings') => () => {
    open.value = open.value === what ? 'nothing' : what;
  };
  return (
    <section class="user-panel" aria-label="Whom you play">
      <div class="user-panel-me">
        <Avatar id={who.id} name={who.name} />
        <div class="user-panel-words">
          <p class="user-panel-name">{who.name}</p>
          <p class="user-panel-where">
            <LocalTime zone={who.zone} /> in {placeOf(who.zone)}
          </p>
        </div>
        <button
          ref={gear}
          type="button"
          class="shell-icon-button"
          aria-label="Settings"
          aria-haspopup="dialog"
          aria-expanded={open.value === 'settings'}
          onClick={toggle('settings')}
        >
          <GearIcon />
        </button>
      </div>
      <button
        type="button"
        class="shell-button is-secondary"
        aria-haspopup="dialog"
        aria-description={elsewhere > 0 ? `${elsewhere} new for others` : undefined}
        aria-expanded={open.value === 'switcher'}
        onClick={toggle('switcher')}
      >
        <SwapIcon size={16} />
        Play somebody else
        <Badge count={elsewhere} />
      </button>
      {open.value === 'switcher' && <Switcher onClose={close} />}
      {open.value === 'settings' && (
        <Settings
          onClose={close}
          onAdd={() => {
            open.value = 'add';
          }}
        />
      )}
      {open.value === 'add' && <AddPerson onClose={closeForm} />}
    </section>
  );
}
