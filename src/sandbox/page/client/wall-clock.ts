const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** What a clock on a wall shows. */
export interface WallTime {
  /** `Mon 5 Jan` */
  readonly day: string;
  /** `07:45` */
  readonly time: string;
  /** `12` */
  readonly seconds: string;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatFor(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  });
  formats.set(zone, made);
  return made;
}

/** @param instant ms @throws RangeError for a zone that does not exist */
export function wallTime(instant: number, zone: string): WallTime {
  const parts = new Map(
    formatFor(zone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, value]),
  );
  const of = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? '';
  return {
    day: `${of('weekday')} ${of('day')} ${of('month')}`,
    time: `${of('hour')}:${of('minute')}`,
    seconds: of('second'),
  };
}

/** Whether there is such a time zone: `Europe/Lisbon`. */
export function isZone(name: string): boolean {
  try {
    return formatFor(name).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/** `America/New_York` as a person says it. */
export const placeOf = (zone: string): string => (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');

/** A clock in the bar: whose time it is, and where that is. */
export interface ClockFace extends WallTime {
  readonly whose: string;
  readonly where: string;
}

/** Somebody or something that is at home in a zone. */
export interface AtHome {
  readonly name: string;
  readonly zone: string;
}

/** A clock for the server and one for the person; one for both while they show the same. */
export function clockFaces(now: number, server: AtHome | undefined, person: AtHome): ClockFace[] {
  const theirs = { whose: person.name, where: placeOf(person.zone), ...wallTime(now, person.zone) };
  if (server === undefined) return [theirs];
  const ours = { whose: server.name, where: placeOf(server.zone), ...wallTime(now, server.zone) };
  const isSame = ours.time === theirs.time && ours.day === theirs.day;
  if (!isSame) return [ours, theirs];
  const where = ours.where === theirs.where ? ours.where : `${ours.where}, ${theirs.where}`;
  return [{ ...ours, whose: `${ours.whose} and ${theirs.whose}`, where }];
}

/** A stretch of time in its two largest units: `3 h 12 min`, `2 days 4 h`, `40 s`. @param ms 0 or more */
export function inWords(ms: number): string {
  const days = Math.floor(ms / DAY);
  const hours = Math.floor((ms % DAY) / HOUR);
  const minutes = Math.floor((ms % HOUR) / MINUTE);
  const seconds = Math.floor((ms % MINUTE) / 1000);
  if (days > 0) return [days === 1 ? '1 day' : `${days} days`, hours > 0 && `${hours} h`].filter(Boolean).join(' ');
  if (hours > 0) return [`${hours} h`, minutes > 0 && `${minutes} min`].filter(Boolean).join(' ');
  return minutes > 0 ? `${minutes} min` : `${seconds} s`;
}

/** What is next, in a few words. */
export function nextInWords(now: number, next: number | null): string {
  if (next === null) return 'next: nothing is due';
  return next - now < 1000 ? 'next: now' : `next: in ${inWords(next - now)}`;
}
