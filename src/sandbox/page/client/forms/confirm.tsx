import { signal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { Dialog } from './dialog.tsx';

export interface Question {
  readonly title: string;
  readonly text: string;
  /** What the button says that does it: `Begin again`. */
  readonly action: string;
  /** It cannot be undone: the button is red. */
  readonly isDanger?: boolean;
}

const asked = signal<(Question & { readonly answer: (yes: boolean) => void }) | undefined>(undefined);

/** Asks before something is done; whoever closes it has said no. Another question answers an open one with no. */
export function confirm(question: Question): Promise<boolean> {
  asked.value?.answer(false);
  return new Promise((resolve) => {
    asked.value = {
      ...question,
      answer: (yes) => {
        asked.value = undefined;
        resolve(yes);
      },
    };
  });
}

/** Shows what is being asked, if anything is. */
export function ConfirmHost() {
  const id = useId();
  const question = asked.value;
  if (question === undefined) return null;
  const { title, text, action, isDanger = false, answer } = question;
  return (
    <Dialog
      key={title}
      class="form-confirm"
      titleId={`${id}-title`}
      textId={`${id}-text`}
      onClose={() => answer(false)}
      first={(dialog) => dialog.querySelector<HTMLElement>('.form-dialog-secondary')}
    >
      <div class="form-dialog-frame">
        <div class="form-dialog-body">
          <h2 class="form-dialog-title" id={`${id}-title`}>
            {title}
          </h2>
          <p class="form-confirm-text" id={`${id}-text`}>
            {text}
          </p>
        </div>
        <footer class="form-dialog-foot">
          <button type="button" class="form-dialog-button form-dialog-secondary" onClick={() => answer(false)}>
            Cancel
          </button>
          <button
            type="button"
            class={isDanger ? 'form-dialog-button form-dialog-danger' : 'form-dialog-button form-dialog-primary'}
            onClick={() => answer(true)}
          >
            {action}
          </button>
        </footer>
      </div>
    </Dialog>
  );
}
