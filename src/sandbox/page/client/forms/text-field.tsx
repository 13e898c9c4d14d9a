import type { APITextInputComponent } from 'discord-api-types/v10';
import { isRequired } from './model.ts';

const PARAGRAPH = 2;

interface Props {
  readonly id: string;
  readonly input: APITextInputComponent;
  readonly value: string;
  readonly isWrong: boolean;
  readonly describedBy: string | undefined;
  readonly onChange: (value: string) => void;
}

/** One line or several, with a count where there is an end to it. */
export function TextField({ id, input, value, isWrong, describedBy, onChange }: Props) {
  const { max_length: most } = input;
  const shared = {
    id,
    class: isWrong ? 'form-text form-text-wrong' : 'form-text',
    value,
    placeholder: input.placeholder,
    required: isRequired(input),
    maxLength: most,
    'aria-invalid': isWrong,
    'aria-describedby': describedBy,
    autocomplete: 'off',
    onInput: ({ currentTarget }: { currentTarget: HTMLInputElement | HTMLTextAreaElement }) =>
      onChange(currentTarget.value),
  } as const;
  return (
    <div class="form-text-frame">
      {input.style === PARAGRAPH ? <textarea {...shared} rows={4} /> : <input {...shared} type="text" />}
      {most !== undefined && (
        <>
          <span class="form-text-count" aria-hidden="true">
            {value.length}/{most}
          </span>
          <span class="visually-hidden" id={`${id}-length`}>
            At most {most} characters
          </span>
        </>
      )}
    </div>
  );
}
