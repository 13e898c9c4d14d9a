import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { inflateSync } from 'node:zlib';
import { type Outlines, outlinesIn } from './outlines.ts';

/** Figtree, as the page has it. */
export type Weight = 400 | 600;

/** Latin first; what it lacks, such as `ł`, is in the other. */
const SUBSETS = ['latin', 'latin-ext'] as const;

const { resolve } = createRequire(import.meta.url);
const read = new Map<Weight, readonly Outlines[]>();

/**
 * The letters of a weight, by subset. They are drawn from their outlines: a machine has often no fonts, and a renderer
 * that misses one draws no text and says nothing.
 * @throws Error where the font's package is not installed
 */
export function fontOf(weight: Weight): readonly Outlines[] {
  const known = read.get(weight);
  if (known !== undefined) return known;
  const fonts = SUBSETS.map((subset) => {
    const path = resolve(`@fontsource/figtree/files/figtree-${subset}-${weight}-normal.woff`);
    return outlinesIn(tablesOf(readFileSync(path)));
  });
  read.set(weight, fonts);
  return fonts;
}

/** The header and an entry of the table directory, in bytes. */
const WOFF = { signature: 0x774f4646, header: 44, entry: 20 } as const;

/** The tables of a WOFF file, each unpacked (W3C, WOFF File Format 1.0, sections 3 to 5). */
function tablesOf(file: Buffer): ReadonlyMap<string, Buffer> {
  if (file.readUInt32BE(0) !== WOFF.signature) throw new Error('not a WOFF file');
  const entries = Array.from({ length: file.readUInt16BE(12) }, (_, index) => WOFF.header + index * WOFF.entry);
  return new Map(
    entries.map((at) => {
      const [offset, packed, whole] = [
        file.readUInt32BE(at + 4),
        file.readUInt32BE(at + 8),
        file.readUInt32BE(at + 12),
      ];
      const bytes = file.subarray(offset, offset + packed);
      return [file.toString('latin1', at, at + 4), packed < whole ? inflateSync(bytes) : bytes];
    }),
  );
}
