import { FIRST_EIGHT } from './first-eight.ts';
import { LIFTERS } from './lifters.ts';
import { HABITS, type Part, PLACES } from './part.ts';
import { randomFrom } from './random.ts';

const NAMES = 'Ida João Kofi Lena Mats Nour Olga Priya Quinn Rosa Sven Tala Uma Vik Wen Xander Yara Zoe'.split(' ');

/** Zones, and what people type to find them. */
const HOMES: readonly (readonly [string, string])[] = [
  ['Europe/Berlin', 'berl'],
  ['Asia/Kathmandu', 'kathm'],
  ['America/St_Johns', 'st johns'],
  ['Africa/Lagos', 'lagos'],
  ['Asia/Tokyo', 'tokyo'],
  ['Australia/Adelaide', 'adel'],
  ['America/Los_Angeles', 'los ang'],
  ['Europe/London', 'london'],
  ['Pacific/Kiritimati', 'kirit'],
  ['America/Mexico_City', 'mexico'],
];

const KNOWN: readonly Part[] = [...FIRST_EIGHT, ...LIFTERS];

/** The twelve of the default, or the first of them; those beyond are made up from the seed. */
export function castOf(members: number, seed: number): Part[] {
  return Array.from({ length: members }, (_, index) => KNOWN[index] ?? someone(index, seed));
}

function someone(index: number, seed: number): Part {
  const extra = index - KNOWN.length;
  const round = Math.floor(extra / NAMES.length);
  const name = `${NAMES[extra % NAMES.length]}${round === 0 ? '' : ` ${round + 1}`}`;
  const random = randomFrom(seed, 'cast', name);
  const [zone, city] = random.pick(HOMES);
  const sleep = random.pick(['command', undefined] as const);
  const water = random.pick(['nudge', 'command', undefined] as const);
  return {
    name,
    place: index % PLACES.length,
    zone,
    city,
    level: random.pick(['gentle', 'standard', 'strong']),
    days: random.pick(['Mon Wed Fri', 'Tue Thu Sat', 'Mon Tue Thu Fri', 'Tue Wed Thu Sat Sun']),
    kit: random.pick(['none', 'mat', 'mat, band', 'dumbbells, rope', 'mat, dumbbells, machine']),
    habit: HABITS[index % HABITS.length] ?? 'steady',
    joins: random.pick(['by options', 'by form']),
    mention: random.chance(0.3),
    share: random.chance(0.6),
    trainsAt: `${random.pick(['06', '07', '12', '17', '18', '19'])}:${random.pick(['00', '15', '40'])}`,
    way: random.pick(['post', 'card', 'command']),
    trains: random.pick(['guided', 'done', 'sets', 'effort']),
    power: random.between(7, 13) / 10,
    ...(sleep && { sleep }),
    ...(water && { water }),
  };
}
