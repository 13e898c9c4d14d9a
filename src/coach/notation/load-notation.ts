import type { Grams, Ladder, Units } from '../load.ts';
import { folded } from './move-search.ts';

/** The international pound, exact by definition. */
const GRAMS_A_POUND = 453.59237;
const GRAMS_A_KILO = 1000;
const HEAVIEST: Grams = 500_000;
const MOST_LOADS = 60;

/** The units that a load can be typed with, for other notations to build on. */
export const UNIT_PATTERN = 'kgs?|kilos?|lbs?|pounds?';
const LOAD = new RegExp(`^(\\d+(?:[.,]\\d+)?)\\s*(${UNIT_PATTERN})?$`);

/** What `text` says in whole grams: `10`, `22,5 kg`, `25lb`; in the member's units when it names none. Above 0 to 500 kg. */
export function parseLoad(text: string, units: Units): Grams | undefined {
  const match = LOAD.exec(folded(text).trim());
  if (match === null) return undefined;
  return gramsOf(Number(match[1]?.replace(',', '.')), unitsNamed(match[2]) ?? units);
}

/** The number to show: kilograms to two decimals at most, pounds to the nearest half. */
export function loadIn(grams: Grams, units: Units): number {
  if (units === 'imperial') return Math.round((grams / GRAMS_A_POUND) * 2) / 2;
  return Math.round(grams / 10) / 100;
}

/** The shortest text that `parseLoad` reads as exactly these grams: a number, or kilograms where rounding would lose some. */
export function loadText(grams: Grams, units: Units): string {
  const short = String(loadIn(grams, units));
  if (parseLoad(short, units) === grams) return short;
  return `${grams / GRAMS_A_KILO}${units === 'metric' ? '' : 'kg'}`;
}

/**
 * The loads that somebody has: all of them (`2, 4, 6`), a regular row of them (`2-20 by 2`), or the step between any two
 * (`by 1`). A unit anywhere stands for every number. A list comes back ascending, without repetitions.
 * @returns undefined for anything else, for two units, for a load above 500 kg and for more than 60 loads.
 */
export function parseLadder(text: string, units: Units): Ladder | undefined {
  const named = new Set<Units>();
  const numbers = folded(text).replace(new RegExp(`(?<=\\d)\\s*(${UNIT_PATTERN})(?![\\p{L}\\d])`, 'gu'), (unit) => {
    named.add(unitsNamed(unit.trim()) ?? units);
    return '';
  });
  if (named.size > 1) return undefined;
  return ladderOfNumbers(numbers.trim(), [...named][0] ?? units);
}

/** The ladder as `parseLadder` reads it: regular lists of four loads or more as `2-20 by 2`. */
export function ladderText(ladder: Ladder, units: Units): string {
  const short = numbersText(ladder, (grams) => loadIn(grams, units));
  const read = parseLadder(short, units);
  if (read && isSameLadder(read, ladder)) return short;
  return numbersText(ladder, (grams) => grams / GRAMS_A_KILO) + (units === 'metric' ? '' : 'kg');
}

/** Colours of bands by name, in the order of `known`, the lightest first; undefined when one is not known. */
export function parseBands(text: string, known: readonly string[]): readonly string[] | undefined {
  const named = new Set<string>();
  let rest = wordsOnly(text);
  const longestFirst = [...known].sort((a, b) => wordsOnly(b).length - wordsOnly(a).length);
  while (rest !== '') {
    const next = longestFirst.find((colour) => `${rest} `.startsWith(`${wordsOnly(colour)} `));
    if (next === undefined) return undefined;
    named.add(next);
    rest = rest.slice(wordsOnly(next).length).trim();
  }
  return known.filter((colour) => named.has(colour));
}

/** So many kilograms or pounds in whole grams; undefined for none, and above 500 kg. */
export function gramsOf(number: number, units: Units): Grams | undefined {
  const grams = Math.round(number * (units === 'metric' ? GRAMS_A_KILO : GRAMS_A_POUND));
  return grams > 0 && grams <= HEAVIEST ? grams : undefined;
}

function unitsNamed(unit: string | undefined): Units | undefined {
  if (unit === undefined) return undefined;
  return unit.startsWith('k') ? 'metric' : 'imperial';
}

const NUMBER = '(\\d+(?:[.,]\\d+)?)';
const STEP = new RegExp(`^(?:by|step|every)\\s*${NUMBER}$`);
const ROW = new RegExp(`^${NUMBER}\\s*(?:-|–|—|to)\\s*${NUMBER}\\s*(?:by|step|every)\\s*${NUMBER}$`);

function ladderOfNumbers(text: string, units: Units): Ladder | undefined {
  const step = STEP.exec(text);
  if (step) {
    const grams = gramsOf(decimal(step[1]), units);
    return grams === undefined ? undefined : { kind: 'step', step: grams };
  }
  const row = ROW.exec(text);
  return listOf(row ? rowOf(decimal(row[1]), decimal(row[2]), decimal(row[3])) : listed(text), units);
}

function decimal(text: string | undefined): number {
  return Number(text?.replace(',', '.'));
}

/** The numbers of `2-20 by 2`, or one more than anybody may have. */
function rowOf(low: number, high: number, step: number): readonly number[] {
  if (!(step > 0)) return [];
  const count = Math.floor((high - low) / step + 1e-9) + 1;
  return Array.from({ length: Math.max(0, Math.min(count, MOST_LOADS + 1)) }, (_, index) => low + index * step);
}

function listed(text: string): readonly number[] {
  const items = text.split(/[\s;/]+|,(?=\s)/).filter((item) => item !== '');
  return items.flatMap((item) => (isDecimal(item) ? [decimal(item)] : item.split(',').map(strictly)));
}

/** A comma without a space: `2,5` is two and a half, `2,4` and `5,10,15` are lists. No plate or dumbbell ends otherwise. */
function isDecimal(item: string): boolean {
  return /^\d+,(?:5|25|75)$/.test(item);
}

function strictly(text: string): number {
  return /^\d+(?:\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
}

function listOf(numbers: readonly number[], units: Units): Ladder | undefined {
  const loads: Grams[] = [];
  for (const number of numbers) {
    const grams = gramsOf(number, units);
    if (grams === undefined) return undefined;
    loads.push(grams);
  }
  const unique = [...new Set(loads)].sort((a, b) => a - b);
  return unique.length > 0 && unique.length <= MOST_LOADS ? { kind: 'list', loads: unique } : undefined;
}

function numbersText(ladder: Ladder, shown: (grams: Grams) => number): string {
  if (ladder.kind === 'step') return `by ${shown(ladder.step)}`;
  const numbers = ladder.loads.map(shown);
  const [first, second] = numbers;
  const last = numbers.at(-1);
  if (first === undefined || second === undefined || last === undefined || numbers.length < 4)
    return numbers.join(', ');
  const step = Number((second - first).toFixed(3));
  const isRegular = numbers.every((number, index) => Math.abs(first + index * step - number) < 1e-6);
  return isRegular ? `${first}-${last} by ${step}` : numbers.join(', ');
}

function isSameLadder(a: Ladder, b: Ladder): boolean {
  if (a.kind === 'step' || b.kind === 'step') return a.kind === 'step' && b.kind === 'step' && a.step === b.step;
  return a.loads.length === b.loads.length && a.loads.every((load, index) => load === b.loads[index]);
}

function wordsOnly(text: string): string {
  return folded(text)
    .split(/[\s,;/]+/)
    .filter((word) => word !== '')
    .join(' ');
}
