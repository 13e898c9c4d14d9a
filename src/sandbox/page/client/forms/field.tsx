import type { ModalInput } from '../../protocol.ts';
import { Checkbox, CheckboxGroup, RadioGroup } from './boxes.tsx';
import { KIND } from './kinds.ts';
import { type FieldPart, isRequired } from './model.ts';
import { SelectMenu } from './select-menu.tsx';
import { TextField } from './text-field.tsx';
import './field.css';

export interface FieldProps {
  readonly id: string;
  readonly part: FieldPart;
  readonly value: ModalInput | undefined;
  /** What is wrong with it, once somebody tried to send it. */
  readonly problem: string | undefined;
  readonly channelId: string;
  readonly onChange: (value: ModalInput | undefined) => void;
}

/** One thing that a form asks for: its label, what is said of it, the thing to fill in, and what is wrong with it. */
export function Field(props: FieldProps) {
  const { id, part, value, problem, channelId, onChange } = props;
  const { component, label, description } = part;
  const about = aboutOf(props);
  const name = problem === undefined ? 'form-field' : 'form-field form-field-wrong';
  const picks = Array.isArray(value) ? value : [];
  switch (component.type) {
    case KIND.textInput:
      return (
        <div class={name} id={id}>
          <label class="form-field-label" for={`${id}-input`}>
            {label}
            <Mark isShown={isRequired(component)} />
          </label>
          <Description id={id} text={description} />
          <TextField
            id={`${id}-input`}
            input={component}
            value={typeof value === 'string' ? value : ''}
            isWrong={problem !== undefined}
            describedBy={about}
            onChange={onChange}
          />
          <Problem id={id} text={problem} />
        </div>
      );
    case KIND.checkbox:
      return (
        <div class={name} id={id}>
          <Checkbox label={label} description={description} isTicked={value === true} onChange={onChange} />
        </div>
      );
    case KIND.radioGroup:
    case KIND.checkboxGroup: {
      const isRadio = component.type === KIND.radioGroup;
      return (
        <fieldset
          class={name}
          id={id}
          aria-describedby={about}
          {...(isRadio
            ? { role: 'radiogroup', 'aria-required': isRequired(component), 'aria-invalid': problem !== undefined }
            : {})}
        >
          <legend class="form-field-label">
            {label}
            <Mark isShown={isRequired(component)} isSaid={!isRadio} />
          </legend>
          <Description id={id} text={description} />
          <Problem id={id} text={problem} />
          {isRadio ? (
            <RadioGroup name={id} group={component} value={value} isWrong={problem !== undefined} onChange={onChange} />
          ) : (
            <CheckboxGroup group={component} picks={picks} isWrong={problem !== undefined} onChange={onChange} />
          )}
        </fieldset>
      );
    }
    case KIND.fileUpload:
      return (
        // biome-ignore lint/a11y/useSemanticElements: there is nothing in it to be filled in
        <div class={name} id={id} role="group" aria-labelledby={`${id}-label`} aria-describedby={about} tabIndex={-1}>
          <span class="form-field-label" id={`${id}-label`}>
            {label}
            <Mark isShown={isRequired(component)} />
          </span>
          <Description id={id} text={description} />
          <p class="form-field-upload">The sandbox uploads no files.</p>
          <Problem id={id} text={problem} />
        </div>
      );
    default:
      return (
        <div class={name} id={id}>
          <span class="form-field-label">
            {label}
            <Mark isShown={isRequired(component)} />
          </span>
          <Description id={id} text={description} />
          <SelectMenu
            component={component}
            name={label}
            isDisabled={false}
            channelId={channelId}
            onPick={onChange}
            inForm={{
              id: `${id}-input`,
              picks,
              isRequired: isRequired(component),
              isWrong: problem !== undefined,
              describedBy: about,
            }}
          />
          <Problem id={id} text={problem} />
        </div>
      );
  }
}

/** The ids of what is said about a field. */
function aboutOf({ id, part, problem }: FieldProps): string | undefined {
  const { component, description } = part;
  const ids = [
    description === undefined ? [] : `${id}-description`,
    component.type === KIND.textInput && component.max_length !== undefined ? `${id}-input-length` : [],
    problem === undefined ? [] : `${id}-problem`,
  ].flat();
  return ids.length === 0 ? undefined : ids.join(' ');
}

/** A star at what must be filled in; said in words where the thing itself does not say it. */
function Mark({ isShown, isSaid = false }: { isShown: boolean; isSaid?: boolean }) {
  if (!isShown) return null;
  return (
    <>
      <span class="form-field-mark" aria-hidden="true">
        *
      </span>
      {isSaid && <span class="visually-hidden"> (required)</span>}
    </>
  );
}

const Description = ({ id, text }: { id: string; text: string | undefined }) =>
  text === undefined ? null : (
    <p class="form-field-description" id={`${id}-description`}>
      {text}
    </p>
  );

const Problem = ({ id, text }: { id: string; text: string | undefined }) =>
  text === undefined ? null : (
    <p class="form-field-problem" id={`${id}-problem`}>
      {text}
    </p>
  );
