/** The glyphs of one font, as outlines. Lengths are in ems. */
export interface Outlines {
  /** Undefined for a character that the font lacks. */
  glyph(character: string): Glyph | undefined;
}

export interface Glyph {
  /** How far the next one stands. */
  readonly advance: number;
  /** SVG path data, upwards as fonts are; empty for a space. */
  readonly path: string;
  /** Units of `path` to one em. */
  readonly unitsPerEm: number;
}

interface Point {
  readonly x: number;
  readonly y: number;
  readonly onCurve: boolean;
}

type Contour = readonly Point[];

/** What is read of a TrueType font (OpenType specification: head, hhea, hmtx, cmap format 4, loca, glyf). */
export function outlinesIn(tables: ReadonlyMap<string, Buffer>): Outlines {
  const table = (tag: string): Buffer => {
    const found = tables.get(tag);
    if (found === undefined) throw new Error(`the font has no table ${tag}`);
    return found;
  };
  const [head, hhea, hmtx, loca, glyf] = ['head', 'hhea', 'hmtx', 'loca', 'glyf'].map(table) as [
    Buffer,
    Buffer,
    Buffer,
    Buffer,
    Buffer,
  ];
  const unitsPerEm = head.readUInt16BE(18);
  const isLong = head.readInt16BE(50) === 1;
  const metrics = hhea.readUInt16BE(34);
  const glyphOf = charactersIn(table('cmap'));
  const known = new Map<number, Glyph>();

  const start = (index: number) => (isLong ? loca.readUInt32BE(index * 4) : loca.readUInt16BE(index * 2) * 2);
  const contours = (index: number): Contour[] => {
    const [from, to] = [start(index), start(index + 1)];
    if (from === to) return [];
    const data = glyf.subarray(from, to);
    return data.readInt16BE(0) < 0 ? composite(data, contours) : simple(data);
  };
  return {
    glyph(character) {
      const index = glyphOf(character.codePointAt(0) ?? 0);
      if (index === 0) return undefined;
      const before = known.get(index);
      if (before !== undefined) return before;
      const advance = hmtx.readUInt16BE(Math.min(index, metrics - 1) * 4) / unitsPerEm;
      const glyph = { advance, path: contours(index).map(pathOf).join(''), unitsPerEm };
      known.set(index, glyph);
      return glyph;
    },
  };
}

/** Gives a glyph's index by code point; 0 where there is none. */
function charactersIn(cmap: Buffer): (code: number) => number {
  const subtables = Array.from({ length: cmap.readUInt16BE(2) }, (_, at) => cmap.readUInt32BE(4 + at * 8 + 4));
  const offset = subtables.find((at) => cmap.readUInt16BE(at) === 4);
  if (offset === undefined) throw new Error('the font has no character map of format 4');
  const map = cmap.subarray(offset);
  const bytes = map.readUInt16BE(6);
  const [ends, starts, deltas, ranges] = [14, 16 + bytes, 16 + 2 * bytes, 16 + 3 * bytes];
  return (code) => {
    for (let at = 0; at < bytes; at += 2) {
      if (code > map.readUInt16BE(ends + at)) continue;
      const first = map.readUInt16BE(starts + at);
      if (code < first) return 0;
      const delta = map.readUInt16BE(deltas + at);
      const range = map.readUInt16BE(ranges + at);
      if (range === 0) return (code + delta) & 0xffff;
      const index = map.readUInt16BE(ranges + at + range + (code - first) * 2);
      return index === 0 ? 0 : (index + delta) & 0xffff;
    }
    return 0;
  };
}

const FLAG = { onCurve: 1, shortX: 2, shortY: 4, repeats: 8, sameX: 16, sameY: 32 } as const;

function simple(data: Buffer): Contour[] {
  const count = data.readInt16BE(0);
  const ends = Array.from({ length: count }, (_, index) => data.readUInt16BE(10 + index * 2));
  const points = (ends.at(-1) ?? -1) + 1;
  let at = 10 + count * 2;
  at += 2 + data.readUInt16BE(at);
  const flags: number[] = [];
  while (flags.length < points) {
    const flag = data.readUInt8(at++);
    const times = (flag & FLAG.repeats) === 0 ? 1 : 1 + data.readUInt8(at++);
    for (let each = 0; each < times; each++) flags.push(flag);
  }
  const along = (short: number, same: number): number[] => {
    let value = 0;
    return flags.map((flag) => {
      if ((flag & short) !== 0) value += (flag & same) === 0 ? -data.readUInt8(at++) : data.readUInt8(at++);
      else if ((flag & same) === 0) {
        value += data.readInt16BE(at);
        at += 2;
      }
      return value;
    });
  };
  const xs = along(FLAG.shortX, FLAG.sameX);
  const ys = along(FLAG.shortY, FLAG.sameY);
  const all = flags.map((flag, index) => ({
    x: xs[index] ?? 0,
    y: ys[index] ?? 0,
    onCurve: (flag & FLAG.onCurve) !== 0,
  }));
  return ends.map((end, index) => all.slice((ends[index - 1] ?? -1) + 1, end + 1));
}

const PART = { words: 1, offsets: 2, scale: 8, more: 32, twoScales: 64, matrix: 128 } as const;

/** A glyph made of others, as `é` is. */
function composite(data: Buffer, contours: (index: number) => Contour[]): Contour[] {
  const whole: Contour[] = [];
  for (let at = 10, more = true; more; ) {
    const flags = data.readUInt16BE(at);
    const part = contours(data.readUInt16BE(at + 2));
    const isWords = (flags & PART.words) !== 0;
    const [dx, dy] = isWords
      ? [data.readInt16BE(at + 4), data.readInt16BE(at + 6)]
      : [data.readInt8(at + 4), data.readInt8(at + 5)];
    at += isWords ? 8 : 6;
    const numbers =
      (flags & PART.scale) !== 0 ? 1 : (flags & PART.twoScales) !== 0 ? 2 : (flags & PART.matrix) !== 0 ? 4 : 0;
    const scales = Array.from({ length: numbers }, (_, index) => data.readInt16BE(at + index * 2) / 0x4000);
    at += numbers * 2;
    const [a, b, c, d] =
      numbers === 4
        ? [scales[0] ?? 1, scales[1] ?? 0, scales[2] ?? 0, scales[3] ?? 1]
        : [scales[0] ?? 1, 0, 0, scales[1] ?? scales[0] ?? 1];
    for (const contour of part) {
      whole.push(contour.map(({ x, y, onCurve }) => ({ x: a * x + c * y + dx, y: b * x + d * y + dy, onCurve })));
    }
    more = (flags & PART.more) !== 0;
  }
  return whole;
}

/** TrueType's quadratic curves: between two points off the curve lies one on it. */
function pathOf(contour: Contour): string {
  const middle = (one: Point, other: Point): Point => ({
    x: (one.x + other.x) / 2,
    y: (one.y + other.y) / 2,
    onCurve: true,
  });
  const whole = contour.flatMap((point, index) => {
    const next = contour[(index + 1) % contour.length] ?? point;
    return point.onCurve || next.onCurve ? [point] : [point, middle(point, next)];
  });
  const first = whole.findIndex(({ onCurve }) => onCurve);
  const points = [...whole.slice(first), ...whole.slice(0, first)];
  const [begin] = points;
  if (begin === undefined) return '';
  let path = `M${begin.x} ${begin.y}`;
  for (let at = 1; at <= points.length; at++) {
    const point = points[at % points.length] ?? begin;
    if (point.onCurve) path += `L${point.x} ${point.y}`;
    else {
      const end = points[(at + 1) % points.length] ?? begin;
      path += `Q${point.x} ${point.y} ${end.x} ${end.y}`;
      at += 1;
    }
  }
  return `${path}Z`;
}
