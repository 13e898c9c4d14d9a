import { useSignal } from '@preact/signals';
import { useEffect, useId, useMemo, useRef } from 'preact/hooks';
import type { ModalInput, ModalView } from '../../protocol.ts';
import { perform } from '../actions.ts';
import { Avatar } from '../avatar.tsx';
import { WarningIcon } from '../icon.tsx';
import { Markdown } from '../messages/markdown/markdown.tsx';
import { ScopeContext } from '../messages/scope.ts';
import { asId, openForm, page } from '../store.ts';
import { CloseButton, Dialog } from './dialog.tsx';
import { draftOf, dropDraft, keepDraft } from './drafts.ts';
import { Field } from './field.tsx';
import { type FormValues, initialValues, partsOf, problemsIn, submissionOf } from './model.ts';
import { presetsOf } from './picking.ts';
import { choicesHere } from './use-select.ts';
import './modal.css';

/** A text at the very top is there to be read first. */
const OPENING = '.form-modal-text[tabindex]';
const FIRST = '.form-field input:checked, .form-field input, .form-field textarea, .form-field .form-select-trigger';

/** Shows the form that the bot opened, if there is one. */
export function ModalHost() {
  const form = openForm.value;
  return form === undefined ? null : <Modal key={form.token} form={form} />;
}

function Modal({ form }: { form: ModalView & { readonly channelId: string } }) {
  const id = useId();
  const { token, data, channelId } = form;
  const parts = useMemo(() => partsOf(data), [data]);
  const draft = useMemo(() => JSON.stringify([page.value?.worldId, asId.value, channelId, data]), [data, channelId]);
  const values = useSignal<FormValues>(
    draftOf(draft) ?? initialValues(parts, (select) => presetsOf(select, choicesHere(select, channelId))),
  );
  /** How often it was to be sent; nothing is held against anybody before that. */
  const tries = useSignal(0);
  const isSending = useSignal(false);
  const trouble = useSignal<string | undefined>(undefined);

  const problems = tries.value > 0 ? problemsIn(parts, values.value) : new Map<string, string>();
  const bot = page.value?.bot;
  const fieldId = (index: number) => `${id}-field-${index}`;
  const frame = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (tries.value > 0) focusIn(frame.current?.querySelector<HTMLElement>('.form-field-wrong'));
  }, [tries.value, tries]);

  const close = () => {
    if (openForm.value?.token === token) openForm.value = undefined;
  };
  const change = (customId: string, value: ModalInput | undefined) => {
    values.value = { ...values.value, [customId]: value };
    keepDraft(draft, values.value);
  };
  const send = async () => {
    if (isSending.value) return;
    tries.value += 1;
    trouble.value = undefined;
    if (problemsIn(parts, values.value).size > 0) return;
    isSending.value = true;
    const reply = await perform({ kind: 'submit', token, values: submissionOf(parts, values.value) });
    isSending.value = false;
    if (reply.kind === 'cannot') trouble.value = reply.reason;
    else if (reply.kind === 'failed') trouble.value = 'Something went wrong. Try again.';
    else {
      dropDraft(draft);
      close();
    }
  };

  return (
    <Dialog
      class="form-modal"
      titleId={`${id}-title`}
      onClose={close}
      first={(dialog) =>
        [OPENING, FIRST, '[type=submit]']
          .map((each) => dialog.querySelector<HTMLElement>(each))
          .find((element) => element !== null)
      }
    >
      <form
        ref={frame}
        class="form-dialog-frame"
        noValidate
        aria-labelledby={`${id}-title`}
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <header class="form-modal-head">
          {bot !== undefined && <Avatar id={bot.id} name={bot.name} size={40} />}
          <div class="form-modal-names">
            <h2 class="form-dialog-title" id={`${id}-title`}>
              {data.title}
            </h2>
            <p class="form-modal-app">{bot?.name}</p>
          </div>
          <CloseButton onClose={close} />
        </header>
        <div class="form-dialog-body form-modal-body">
          {parts.map((part, index) =>
            part.kind === 'text' ? (
              <ScopeContext.Provider key={index} value={{ channelId, messageId: '' }}>
                <div class="form-modal-text" tabIndex={index === 0 ? -1 : undefined}>
                  <Markdown text={part.content} />
                </div>
              </ScopeContext.Provider>
            ) : (
              <Field
                key={part.component.custom_id}
                id={fieldId(index)}
                part={part}
                value={values.value[part.component.custom_id]}
                problem={problems.get(part.component.custom_id)}
                channelId={channelId}
                onChange={(value) => change(part.component.custom_id, value)}
              />
            ),
          )}
          <p class="form-modal-notice">
            <WarningIcon size={16} />
            <span>
              This form will be submitted to <strong>{bot?.name}</strong>. Do not share passwords or other sensitive
              information.
            </span>
          </p>
        </div>
        <p class="form-modal-trouble" role="alert">
          {trouble.value}
        </p>
        <footer class="form-dialog-foot">
          <button type="button" class="form-dialog-button form-dialog-secondary" onClick={close}>
            Cancel
          </button>
          <button type="submit" class="form-dialog-button form-dialog-primary" aria-disabled={isSending.value}>
            {isSending.value ? 'Submitting…' : 'Submit'}
          </button>
        </footer>
      </form>
    </Dialog>
  );
}

/** To what is to be put right; a field without any is shown and said as a whole. */
function focusIn(field: HTMLElement | null | undefined): void {
  if (field === null || field === undefined) return;
  const control = field.querySelector<HTMLElement>('input:checked, input, textarea, .form-select-trigger') ?? field;
  control.focus();
  field.scrollIntoView({ block: 'nearest' });
}
