import type { CommandEntry, OptionEntry } from './commands.ts';
import { SuggestionList } from './suggestion-list.tsx';
import type { Row, Rows } from './use-offer.ts';
import { limitsOf } from './values.ts';

interface Props {
  readonly entry: CommandEntry;
  /** The one with the caret; undefined at the end of the box. */
  readonly option: OptionEntry | undefined;
  readonly error: string | undefined;
  readonly offer: Rows;
  readonly listId: string;
  readonly active: number;
  readonly onChoose: (row: Row) => void;
  readonly onPoint: (index: number) => void;
}

/** Above the box: what the option is for, what is wrong with it, and what it can be. */
export function OptionPanel({ entry, option, error, offer, listId, active, onChoose, onPoint }: Props) {
  const said = saying(offer);
  const limits = option === undefined ? undefined : limitsOf(option);
  return (
    <div class="composer-panel">
      <div class="composer-help">
        <b>{option?.label ?? `/${entry.name}`}</b> <span>{option?.description ?? `${entry.description}`}</span>
        {limits !== undefined && <span class="composer-limits"> {limits}</span>}
        {error !== undefined && (
          <p class="composer-error" role="alert">
            {error}
          </p>
        )}
      </div>
      {offer.rows.length > 0 && (
        <SuggestionList
          id={listId}
          label={option?.label ?? 'Further options'}
          items={offer.rows}
          active={active}
          row={(row) => <OptionRow row={row} />}
          onChoose={onChoose}
          onPoint={onPoint}
        />
      )}
      {offer.rows.length === 0 && said !== '' && <p class="composer-none">{said}</p>}
    </div>
  );
}

/** What is said of the list to those who do not see it, and to everybody while there is nothing in it. */
export function saying({ state, rows }: Rows): string {
  switch (state) {
    case 'none':
      return '';
    case 'loading':
      return 'Loading options';
    case 'failed':
      return 'Loading options failed';
    case 'ready':
      if (rows.length === 0) return 'No options match your search';
      return `${rows.length} ${rows.length === 1 ? 'option' : 'options'}`;
  }
}

function OptionRow({ row }: { row: Row }) {
  const [title, detail] =
    row.kind === 'option' ? [row.option.label, row.option.description] : [row.suggestion.label, row.suggestion.detail];
  return (
    <span class="composer-row-text">
      <span class="composer-row-value">{title}</span>
      {detail !== undefined && <span class="composer-row-detail"> {detail}</span>}
    </span>
  );
}
