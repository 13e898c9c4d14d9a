import { type Instant, parseZone, type Zone } from '../coach/day.ts';
import type { Choice } from './define-command.ts';
import { suggestZones } from './inputs.ts';

/** The zones that somebody may mean: the one that they name, or else all that are offered for what they typed. */
export function zonesNamed(typed: string, now: Instant): readonly Choice[] {
  const wanted = typed.trim();
  if (wanted === '') return [];
  const exact = parseZone(wanted);
  if (exact !== undefined) return [{ name: exact, value: exact }];
  const offered = suggestZones(wanted, now);
  // `Rome` is a city before it is a part of another one’s name.
  const cities = offered.filter(({ value }) => cityOf(value) === plain(wanted));
  return cities.length === 1 ? cities : offered;
}

function cityOf(zone: Zone | string): string {
  return plain(zone.split('/').at(-1) ?? '');
}

/** As the database of zones spells it, in lower case. */
function plain(name: string): string {
  return name.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll(' ', '_').toLowerCase();
}
