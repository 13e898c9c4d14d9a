const ITEM = /^( *)([-*]|\d{1,9}\.) +(?=\S)/;

export interface ListLines {
  /** All that belongs to the list, its last line break included. */
  readonly source: string;
  /** The first number of an ordered list. */
  readonly start: number | undefined;
  /** Each item's text, further lines and lists in it included, without its bullet and indent. */
  readonly items: readonly string[];
}

/**
 * The list that a text begins with, if it does: `- a`, `* a` or `1. a`. Lines that are indented deeper than an item
 * belong to it, and a line with another kind of bullet begins another list.
 */
export function listAt(text: string): ListLines | undefined {
  const first = ITEM.exec(text);
  if (first === null) return undefined;
  const [, indent = '', bullet = ''] = first;
  const isOrdered = isNumber(bullet);
  const items: string[] = [];
  let position = 0;
  while (position < text.length) {
    const end = text.indexOf('\n', position);
    const line = text.slice(position, end < 0 ? text.length : end);
    const item = ITEM.exec(line);
    const depth = line.length - line.trimStart().length;
    if (item !== null && depth <= indent.length + 1) {
      if (items.length > 0 && isNumber(item[2]) !== isOrdered) break;
      items.push(line.slice(item[0].length));
    } else if (items.length > 0 && depth > indent.length && line.trim() !== '') {
      items[items.length - 1] += `\n${line.slice(Math.min(depth, indent.length + 2))}`;
    } else break;
    position = end < 0 ? text.length : end + 1;
  }
  return { source: text.slice(0, position), start: isOrdered ? Number.parseInt(bullet, 10) : undefined, items };
}

const isNumber = (bullet = '') => bullet.length > 1;
