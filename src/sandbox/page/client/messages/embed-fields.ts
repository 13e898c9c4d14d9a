import type { APIEmbedField } from 'discord-api-types/v10';

/** Fields in the rows that Discord puts them in: up to three inline ones side by side, any other by itself. */
export function fieldRows(fields: readonly APIEmbedField[]): readonly (readonly APIEmbedField[])[] {
  const rows: APIEmbedField[][] = [];
  for (const field of fields) {
    const row = rows.at(-1);
    if (field.inline && row?.[0]?.inline && row.length < 3) row.push(field);
    else rows.push([field]);
  }
  return rows;
}
