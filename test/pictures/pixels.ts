import { inflateSync } from 'node:zlib';

export interface Pixels {
  readonly width: number;
  readonly height: number;
  /** As `#rrggbb`. */
  at(x: number, y: number): string;
  /** How many pixels of a part of the picture have that colour. */
  count(
    colour: string,
    part: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
  ): number;
}

/** The pixels of a PNG of 8 bits a channel with transparency, which is what we draw (PNG specification, section 9). */
export function pixelsOf(png: Uint8Array): Pixels {
  const file = Buffer.from(png);
  const parts: Buffer[] = [];
  for (let at = 8; at < file.length; ) {
    const length = file.readUInt32BE(at);
    if (file.toString('latin1', at + 4, at + 8) === 'IDAT') parts.push(file.subarray(at + 8, at + 8 + length));
    at += 12 + length;
  }
  const [width, height] = [file.readUInt32BE(16), file.readUInt32BE(20)];
  const [bits, kind] = [file.readUInt8(24), file.readUInt8(25)];
  if (bits !== 8 || kind !== 6) throw new Error(`a PNG of ${bits} bits and kind ${kind}`);
  const raw = inflateSync(Buffer.concat(parts));
  const line = width * 4;
  const bytes = Buffer.alloc(line * height);
  for (let y = 0; y < height; y++) {
    const filter = raw[y * (line + 1)] ?? 0;
    for (let x = 0; x < line; x++) {
      const left = x < 4 ? 0 : (bytes[y * line + x - 4] ?? 0);
      const up = y === 0 ? 0 : (bytes[(y - 1) * line + x] ?? 0);
      const corner = x < 4 || y === 0 ? 0 : (bytes[(y - 1) * line + x - 4] ?? 0);
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter] ?? 0;
      bytes[y * line + x] = (raw[y * (line + 1) + 1 + x] ?? 0) + guess;
    }
  }
  const at = (x: number, y: number) => {
    const from = (Math.floor(y) * width + Math.floor(x)) * 4;
    return `#${bytes.toString('hex', from, from + 3)}`;
  };
  return {
    width,
    height,
    at,
    count(colour, part) {
      let found = 0;
      for (let y = part.y; y < part.y + part.height; y++) {
        for (let x = part.x; x < part.x + part.width; x++) if (at(x, y) === colour) found += 1;
      }
      return found;
    },
  };
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  if (a <= b && a <= c) return left;
  return b <= c ? up : corner;
}

/** How far two colours are apart in light, 1 to 21 (WCAG 2.2, contrast ratio). */
export function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
