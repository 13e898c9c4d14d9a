import { useComputed } from '@preact/signals';
import { type APIButtonComponent, type APIMessageComponentEmoji, ButtonStyle } from 'discord-api-types/v10';
import { answers, operate } from './answers.ts';
import { OutIcon } from './icons.tsx';
import { hostOf, safeLink } from './markdown/safe-link.ts';
import { useScope } from './scope.ts';
import './buttons.css';

const STYLES: Readonly<Record<ButtonStyle, string>> = {
  [ButtonStyle.Primary]: 'primary',
  [ButtonStyle.Secondary]: 'secondary',
  [ButtonStyle.Success]: 'success',
  [ButtonStyle.Danger]: 'danger',
  [ButtonStyle.Link]: 'secondary',
  [ButtonStyle.Premium]: 'primary',
};

/** A button of any style. While an answer is awaited it says so, and those beside it wait too. */
export function MessageButton({ button }: { button: APIButtonComponent }) {
  const className = `button button-${STYLES[button.style]}`;
  if (button.style === ButtonStyle.Link) return <LinkButton button={button} className={className} />;
  if (button.style === ButtonStyle.Premium)
    return (
      <button type="button" class={className} disabled>
        Premium
      </button>
    );
  return <ActiveButton button={button} className={className} />;
}

type Active = Exclude<APIButtonComponent, { style: ButtonStyle.Link | ButtonStyle.Premium }>;

function ActiveButton({ button, className }: { button: Active; className: string }) {
  const scope = useScope();
  const awaited = useComputed(() => {
    const answer = answers.value.get(scope.messageId);
    return answer?.kind === 'awaited' ? answer.customId : undefined;
  }).value;
  const isBusy = awaited === button.custom_id;
  return (
    <button
      type="button"
      class={isBusy ? `${className} button-busy` : className}
      disabled={button.disabled ?? false}
      // Not disabled in earnest, or the focus would be lost.
      aria-disabled={awaited !== undefined}
      aria-busy={isBusy}
      onClick={() => void operate(scope, button.custom_id)}
    >
      <span class="button-face">
        <ButtonEmoji emoji={button.emoji} />
        {button.label}
      </span>
      {isBusy && (
        <span class="dots" aria-hidden="true">
          <span />
          <span />
          <span />
        </span>
      )}
    </button>
  );
}

function LinkButton({
  button,
  className,
}: {
  button: Extract<APIButtonComponent, { style: ButtonStyle.Link }>;
  className: string;
}) {
  const href = safeLink(button.url);
  const face = (
    <span class="button-face">
      <ButtonEmoji emoji={button.emoji} />
      {button.label}
      <OutIcon />
    </span>
  );
  if (button.disabled || href === undefined)
    return (
      <button type="button" class={className} disabled title={button.url}>
        {face}
      </button>
    );
  return (
    <a class={`${className} button-link`} href={href} target="_blank" rel="noopener noreferrer" data-leads-to={href}>
      {face}
      <span class="visually-hidden"> (opens {hostOf(href)} in a new tab)</span>
    </a>
  );
}

/** Of an emoji of a server's own there is the name alone: its picture is elsewhere. */
function ButtonEmoji({ emoji }: { emoji: APIMessageComponentEmoji | undefined }) {
  if (emoji?.name == null) return null;
  return <span class="md-emoji">{emoji.id === undefined || emoji.id === null ? emoji.name : `:${emoji.name}:`}</span>;
}
