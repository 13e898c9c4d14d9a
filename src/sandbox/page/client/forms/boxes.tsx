import type { APICheckboxGroupComponent, APIRadioGroupComponent } from 'discord-api-types/v10';
import { useId } from 'preact/hooks';
import type { ModalInput } from '../../protocol.ts';
import { countsOf } from './model.ts';

interface RadioProps {
  /** Shared by its options, and by nothing else on the page. */
  readonly name: string;
  readonly group: APIRadioGroupComponent;
  readonly value: ModalInput | undefined;
  readonly isWrong: boolean;
  readonly onChange: (value: string) => void;
}

export function RadioGroup({ name, group, value, isWrong, onChange }: RadioProps) {
  return (
    <div class={isWrong ? 'form-ticks form-ticks-wrong' : 'form-ticks'}>
      {group.options.map((option) => (
        <Box
          key={option.value}
          type="radio"
          name={name}
          label={option.label}
          description={option.description}
          isTicked={value === option.value}
          onChange={() => onChange(option.value)}
        />
      ))}
    </div>
  );
}

interface GroupProps {
  readonly group: APICheckboxGroupComponent;
  readonly picks: readonly string[];
  readonly isWrong: boolean;
  readonly onChange: (value: readonly string[]) => void;
}

/** Any of them, up to as many as are asked for: the others wait then until one is taken back. */
export function CheckboxGroup({ group, picks, isWrong, onChange }: GroupProps) {
  const isFull = picks.length >= countsOf(group).max;
  return (
    <div class={isWrong ? 'form-ticks form-ticks-wrong' : 'form-ticks'}>
      {group.options.map(({ value, label, description }) => (
        <Box
          key={value}
          type="checkbox"
          label={label}
          description={description}
          isTicked={picks.includes(value)}
          isDisabled={isFull && !picks.includes(value)}
          onChange={(isTicked) => {
            const wanted = isTicked ? [...picks, value] : picks.filter((pick) => pick !== value);
            onChange(group.options.map((option) => option.value).filter((each) => wanted.includes(each)));
          }}
        />
      ))}
    </div>
  );
}

interface CheckboxProps {
  readonly label: string;
  readonly description: string | undefined;
  readonly isTicked: boolean;
  readonly onChange: (isTicked: boolean) => void;
}

export const Checkbox = (props: CheckboxProps) => (
  <div class="form-ticks">
    <Box type="checkbox" {...props} />
  </div>
);

interface BoxProps extends CheckboxProps {
  readonly type: 'radio' | 'checkbox';
  readonly name?: string;
  readonly isDisabled?: boolean;
}

function Box({ type, name, label, description, isTicked, isDisabled = false, onChange }: BoxProps) {
  const id = useId();
  return (
    <label class="form-tick">
      <input
        type={type}
        class="form-tick-input"
        name={name}
        checked={isTicked}
        disabled={isDisabled}
        aria-labelledby={`${id}-label`}
        aria-describedby={description === undefined ? undefined : `${id}-description`}
        onChange={({ currentTarget }) => onChange(currentTarget.checked)}
      />
      <span class="form-tick-words">
        <span class="form-tick-label" id={`${id}-label`}>
          {label}
        </span>
        {description !== undefined && (
          <span class="form-tick-description" id={`${id}-description`}>
            {description}
          </span>
        )}
      </span>
    </label>
  );
}
