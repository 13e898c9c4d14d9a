import { type APIModalSubmitInteraction, ComponentType } from 'discord-api-types/v10';
import type { z } from 'zod';
import { isErrorCode } from '../messages/en.ts';
import { UserError } from '../messages/user-error.ts';

/** What a form's inputs hold, by custom id: text, a picked value, several, or yes and no. Nothing picked is absent. */
export function fieldsOf(submitted: APIModalSubmitInteraction): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  for (const component of submitted.data.components) {
    const inputs =
      component.type === ComponentType.Label
        ? [component.component]
        : component.type === ComponentType.ActionRow
          ? component.components
          : [];
    for (const input of inputs) {
      const value = 'values' in input ? input.values : 'value' in input ? input.value : undefined;
      if (value !== undefined && value !== null && value !== '') fields[input.custom_id] = value;
    }
  }
  return fields;
}

/**
 * Inputs as the command wants them. Discord enforces most limits before we see the input; what it cannot know, the
 * schema says by an issue with `params.code`, an error code of the messages.
 * @throws UserError with that code, or `badInput` naming the field.
 */
export function parseInputs<T>(schema: z.ZodType<T>, values: Record<string, unknown>): T {
  const parsed = schema.safeParse(values);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const own = (issue?.code === 'custom' ? issue.params : undefined) ?? {};
  if (isErrorCode(own?.['code'])) throw new UserError(own['code'] as 'badInput', own['detail'] as never);
  throw new UserError('badInput', { field: String(issue?.path[0] ?? '') });
}
