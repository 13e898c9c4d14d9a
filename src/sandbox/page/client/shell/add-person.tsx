import { useSignal } from '@preact/signals';
import { useId, useRef } from 'preact/hooks';
import { notify } from '../actions.ts';
import { ApiError, postPerson } from '../api.ts';
import { Dialog } from '../forms/dialog.tsx';
import { me, page, place } from '../store.ts';
import { isZone } from '../wall-clock.ts';
import { languageOf } from './cast.ts';
import { playIn } from './go.ts';
import './add-person.css';

const LOCALES = ['en-US', 'en-GB', 'pt-BR', 'es-ES', 'fr', 'de', 'ja'];

/** A small form for somebody new; whoever it is for is played at once. */
export function AddPerson({ onClose }: { onClose: () => void }) {
  const id = useId();
  const trouble = useSignal<string | undefined>(undefined);
  const isWrongZone = useSignal(false);
  const isBusy = useRef(false);

  const add = async (form: HTMLFormElement) => {
    if (isBusy.current) return;
    isBusy.current = true;
    trouble.value = undefined;
    const data = new FormData(form);
    const of = (name: string) => String(data.get(name) ?? '').trim();
    const serverId = of('server');
    isWrongZone.value = !isZone(of('zone'));
    try {
      if (isWrongZone.value) throw new ApiError(400, 'There is no such time zone. Europe/Lisbon is one.');
      const person = await postPerson({ name: of('name'), zone: of('zone'), locale: of('locale'), serverId });
      onClose();
      await playIn(person.id, serverId);
      notify(`${person.name} is here, and you play them now.`);
    } catch (error) {
      trouble.value = error instanceof ApiError ? error.message : 'That did not work. Try again.';
      if (isWrongZone.value) form.querySelector<HTMLInputElement>('[name=zone]')?.focus();
    }
    isBusy.current = false;
  };

  return (
    <Dialog
      class="add-person"
      titleId={id}
      onClose={onClose}
      first={(dialog) => dialog.querySelector<HTMLElement>('input')}
    >
      <form
        class="form-dialog-frame"
        onSubmit={(event) => {
          event.preventDefault();
          void add(event.currentTarget);
        }}
      >
        <div class="form-dialog-body add-person-body">
          <h2 class="form-dialog-title" id={id}>
            Add somebody
          </h2>
          <Fields id={id} isWrongZone={isWrongZone.value} />
          {trouble.value !== undefined && (
            <p class="add-person-trouble" role="alert" id={`${id}-trouble`}>
              {trouble.value}
            </p>
          )}
        </div>
        <footer class="form-dialog-foot">
          <button type="button" class="form-dialog-button form-dialog-secondary" onClick={onClose}>
            Cancel
          </button>
          <button type="submit" class="form-dialog-button form-dialog-primary">
            Add
          </button>
        </footer>
      </form>
    </Dialog>
  );
}

function Fields({ id, isWrongZone }: { id: string; isWrongZone: boolean }) {
  return (
    <>
      <label>
        Name
        <input class="shell-field" name="name" required maxLength={32} autocomplete="off" />
      </label>
      <label>
        Time zone
        <input
          class="shell-field"
          name="zone"
          required
          list={`${id}-zones`}
          aria-invalid={isWrongZone}
          aria-describedby={isWrongZone ? `${id}-trouble` : undefined}
          defaultValue={me.value?.zone ?? 'UTC'}
          autocomplete="off"
        />
      </label>
      <datalist id={`${id}-zones`}>
        {Intl.supportedValuesOf('timeZone').map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
      <label>
        Language
        <select class="shell-field" name="locale">
          {LOCALES.map((locale) => (
            <option key={locale} value={locale}>
              {languageOf(locale)}
            </option>
          ))}
        </select>
      </label>
      <label>
        Server
        <select class="shell-field" name="server" defaultValue={place.value?.server?.id ?? ''}>
          {page.value?.rosters.map((server) => (
            <option key={server.id} value={server.id}>
              {server.name}
            </option>
          ))}
        </select>
      </label>
    </>
  );
}
