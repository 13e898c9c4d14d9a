import { Resvg } from '@resvg/resvg-js';
import { fontOf, type Weight } from './font.ts';

/** A part of a picture: SVG. Its numbers are pixels, its colours `#rrggbb`. */
export type Drawing = string;

/** Every picture is as wide; Discord shows it at half of that or less on a phone. */
export const WIDTH = 800;
export const MARGIN = 32;

/** On Discord's dark and light alike a picture stands as a dark card. Text has at least 4.5 to 1 on `ground`. */
export const INK = {
  ground: '#1e2228',
  text: '#eef1f4',
  quiet: '#b3bac4',
  grid: '#39404a',
  line: '#5cc2a0',
  aim: '#f0b95b',
} as const;

interface Said {
  readonly x: number;
  /** Of the line that the letters stand on. */
  readonly y: number;
  readonly size: number;
  readonly weight?: Weight;
  readonly fill?: string;
  readonly anchor?: 'start' | 'middle' | 'end';
  /** Text that is wider is cut, with `…`. */
  readonly within?: number;
}

export function lettering(text: string, { x, y, size, weight = 400, fill = INK.text, ...more }: Said): Drawing {
  const shown = more.within === undefined ? text : cut(text, size, weight, more.within);
  const width = widthOf(shown, size, weight);
  let at = more.anchor === 'end' ? x - width : more.anchor === 'middle' ? x - width / 2 : x;
  const letters = glyphsOf(shown, weight).map(({ advance, path, unitsPerEm }) => {
    const scale = size / unitsPerEm;
    const place = `translate(${short(at)} ${short(y)}) scale(${scale} ${-scale})`;
    at += advance * size;
    return path === '' ? '' : `<path transform="${place}" d="${path}"/>`;
  });
  return `<g fill="${fill}">${letters.join('')}</g>`;
}

/** In pixels. */
export function widthOf(text: string, size: number, weight: Weight = 400): number {
  return glyphsOf(text, weight).reduce((sum, { advance }) => sum + advance * size, 0);
}

function cut(text: string, size: number, weight: Weight, within: number): string {
  if (widthOf(text, size, weight) <= within) return text;
  const letters = [...text];
  while (letters.length > 0 && widthOf(`${letters.join('')}…`, size, weight) > within) letters.pop();
  return `${letters.join('').trimEnd()}…`;
}

/** A character that the font lacks is a question mark, rather than nothing. */
function glyphsOf(text: string, weight: Weight) {
  const fonts = fontOf(weight);
  const find = (character: string) => {
    for (const font of fonts) {
      const glyph = font.glyph(character);
      if (glyph !== undefined) return glyph;
    }
    return undefined;
  };
  return [...text].flatMap((character) => find(character) ?? find('?') ?? []);
}

/** Hundredths of a pixel are enough, and keep the same picture the same bytes. */
export function short(number: number): string {
  return String(Math.round(number * 100) / 100);
}

export function box(x: number, y: number, width: number, height: number, style: string): Drawing {
  return `<rect x="${short(x)}" y="${short(y)}" width="${short(width)}" height="${short(height)}" rx="6" ${style}/>`;
}

/** The picture as a PNG: its parts on the ground, on rounded corners. */
export function png(height: number, parts: readonly Drawing[]): Uint8Array {
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${short(height)}">`,
    `<rect width="${WIDTH}" height="${short(height)}" rx="12" fill="${INK.ground}"/>`,
    ...parts,
    '</svg>',
  ].join('');
  // Letters are outlines, so nothing is looked for on the machine.
  return new Resvg(svg, { font: { loadSystemFonts: false } }).render().asPng();
}
