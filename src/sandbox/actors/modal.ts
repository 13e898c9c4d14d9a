import {
  type APIComponentInLabel,
  type APIModalInteractionResponseCallbackComponent,
  type APIModalSubmissionComponent,
  type APITextInputComponent,
  ComponentType,
  InteractionType,
  type ModalSubmitComponent,
} from 'discord-api-types/v10';
import { type Core, placeOf } from '../core.ts';
import type { OpenModal, Outcome } from '../interactions/outcome.ts';
import { metadataOf, resolvedOf } from '../interactions/payload.ts';
import type { ChannelState, UserState } from '../world/state.ts';
import { act, cannot, inWords } from './act.ts';
import { picksIn } from './components.ts';

/** What a person fills in, by custom_id or label: text, one choice, several, a tick, or things that have an id. */
export type ModalValue = string | boolean | readonly (string | { readonly id: string })[];
export type ModalValues = Readonly<Record<string, ModalValue>>;

type Field = { readonly label: string; readonly component: APIComponentInLabel };

/**
 * Sends a form off. The client lets it through only when it is complete, and keeps it open when the bot does not answer.
 * @throws CannotError otherwise
 */
export async function submit(core: Core, user: UserState, modal: OpenModal, values: ModalValues): Promise<Outcome> {
  const opener = core.interactions.opened(modal.token);
  if (opener === undefined || opener.modal !== modal) return cannot(user, 'submit that form: it is closed');
  if (opener.user !== user) return cannot(user, `submit a form that was opened for ${opener.user.name}`);
  const { channel, source, metadata } = opener;
  const components = filledForm(user, channel, modal.data.components, values);
  opener.modal = undefined;

  const did = `submits "${modal.title}"${Object.entries(values)
    .map(([name, value]) => ` ${name}:${inWords(value)}`)
    .join('')}`;
  core.happenings.tell({ kind: 'person', at: core.clock.now(), who: user.name, did, where: placeOf(channel) });
  const ids = components.flatMap((component) =>
    'component' in component && 'values' in component.component ? component.component.values : [],
  );
  const resolved = resolvedOf(core, channel, user.id, ids);
  const data = { custom_id: modal.customId, components, ...(resolved === undefined ? {} : { resolved }) };
  const of = metadataOf(InteractionType.ModalSubmit, user, channel, { triggering_interaction_metadata: metadata });
  const what = `${user.name}'s form "${modal.title}"`;
  const opening = { type: InteractionType.ModalSubmit, user, channel, source, what, metadataOf: of } as const;
  let isAnswered = false;
  try {
    const outcome = await act(core, opening, () => data);
    isAnswered = outcome.kind !== 'failed';
    return outcome;
  } finally {
    if (!isAnswered) opener.modal = modal;
  }
}

/** The components of a submission, in the form's order (docs: Modal Submit Data Structure). */
function filledForm(
  user: UserState,
  channel: ChannelState,
  components: readonly APIModalInteractionResponseCallbackComponent[],
  values: ModalValues,
): APIModalSubmissionComponent[] {
  const used = new Set<string>();
  const given = ({ label, component }: Field): ModalValue | undefined => {
    for (const key of [component.custom_id, label]) {
      if (!(key in values)) continue;
      used.add(key);
      return values[key];
    }
    return undefined;
  };
  let next = 1;
  const idOf = (component: { id?: number }) => component.id || next++;
  const filled = components.map((component): APIModalSubmissionComponent => {
    const id = idOf(component);
    if (component.type === ComponentType.TextDisplay) return { type: component.type, id };
    if (component.type === ComponentType.ActionRow) {
      const inputs = component.components.map((input) => {
        const value = textIn(user, input, given({ label: input.label ?? '', component: input }));
        return { type: input.type, id: idOf(input), custom_id: input.custom_id, value };
      });
      return { type: component.type, id, components: inputs };
    }
    const inner = { id: idOf(component.component), custom_id: component.component.custom_id };
    const value = filledField(user, channel, component, given(component));
    return { type: component.type, id, component: { ...inner, ...value } as ModalSubmitComponent };
  });
  const unknown = Object.keys(values).find((name) => !used.has(name));
  if (unknown !== undefined) cannot(user, `fill in "${unknown}": the form has no such field`);
  return filled;
}

function filledField(
  user: UserState,
  channel: ChannelState,
  { label, component }: Field,
  value: ModalValue | undefined,
): object {
  const { type } = component;
  const no = (why: string): never => cannot(user, `fill in "${label}" with ${inWords(value)}: ${why}`);
  switch (component.type) {
    case ComponentType.TextInput:
      return { type, value: textIn(user, component, value) };
    case ComponentType.Checkbox:
      if (value !== undefined && typeof value !== 'boolean') return no('it is ticked or not');
      return { type, value: value ?? component.default ?? false };
    case ComponentType.RadioGroup: {
      if (value === undefined) {
        const preset = component.options.find((option) => option.default)?.value ?? null;
        return preset === null && component.required !== false ? no('one is to be chosen') : { type, value: preset };
      }
      const chosen = component.options.find((option) => option.value === value || option.label === value);
      return chosen === undefined ? no('it is not among the options') : { type, value: chosen.value };
    }
    case ComponentType.CheckboxGroup: {
      const picks = value ?? component.options.filter((option) => option.default).map((option) => option.value);
      if (!Array.isArray(picks)) return no('it takes a list');
      const chosen = picks.map(
        (pick) =>
          component.options.find((option) => option.value === pick || option.label === pick)?.value ??
          no('it is not among the options'),
      );
      const required = component.required !== false;
      if (chosen.length === 0 && !required) return { type, values: [] };
      const least = component.min_values ?? 1;
      const most = component.max_values ?? component.options.length;
      if (chosen.length < least || chosen.length > most) return no(`between ${least} and ${most} are to be ticked`);
      return { type, values: chosen };
    }
    case ComponentType.FileUpload:
      if (value !== undefined || component.required !== false) return no('the sandbox uploads no files');
      return { type, values: [] };
    default: {
      const presets =
        component.type === ComponentType.StringSelect
          ? component.options.filter((option) => option.default).map((option) => option.value)
          : [];
      const picks = value === undefined ? presets : typeof value === 'string' ? [value] : value;
      if (typeof picks === 'boolean') return no('it takes a pick');
      if (picks.length === 0 && component.required === false) return { type, values: [] };
      return { type, values: picksIn(user, channel, component, picks) };
    }
  }
}

function textIn(user: UserState, input: APITextInputComponent, value: ModalValue | undefined): string {
  const text = value ?? input.value ?? '';
  const no = (why: string): never => cannot(user, `write ${inWords(value)} into "${input.custom_id}": ${why}`);
  if (typeof text !== 'string') return no('it takes text');
  if (text === '') return input.required === false ? '' : no('it is required');
  if (text.length < (input.min_length ?? 0)) return no(`at least ${input.min_length} characters`);
  if (text.length > (input.max_length ?? 4_000)) return no(`at most ${input.max_length ?? 4_000} characters`);
  if (input.style === 1 && text.includes('\n')) return no('it is one line');
  return text;
}
