import { openForm } from '../store.ts';

/** Shows the form that the bot opened, if there is one. */
export function ModalHost() {
  return openForm.value === undefined ? null : <dialog open>{openForm.value.data.title}</dialog>;
}
