/** Days are YYYY-MM-DD in an account's zone: they sort, compare and travel as they are. */
const DAY_MS = 86_400_000;

const utc = (day: string): number => Date.parse(`${day}T00:00:00Z`);
const iso = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/** The day it is in a zone at an instant. */
export function dayIn(timeZone: string, at: Date): string {
  return iso(at.getTime() + offsetMs(timeZone, at.getTime()));
}

/** The day `count` days later (earlier when negative). */
export const addDays = (day: string, count: number): string => iso(utc(day) + count * DAY_MS);

/** Whole days from `from` to `to`; 0 for the same day. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((utc(to) - utc(from)) / DAY_MS);

/** Every day from `from` to `to`, both included; none when they are the wrong way round. */
export const daysOf = (from: string, to: string): readonly string[] =>
  Array.from({ length: Math.max(0, daysBetween(from, to) + 1) }, (_, index) =>
    addDays(from, index),
  );

export const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(utc(text)) && iso(utc(text)) === text;

/** The instant a day starts in a zone; where clocks skip midnight, the first instant after it. */
export function startOfDay(timeZone: string, day: string): Date {
  const wall = utc(day);
  const guess = wall - offsetMs(timeZone, wall);
  const second = wall - offsetMs(timeZone, guess);
  const early = Math.min(guess, second);
  return new Date(dayIn(timeZone, new Date(early)) === day ? early : Math.max(guess, second));
}

/** An instant as ISO 8601 with the zone's offset, as the wire writes times. */
export function isoInZone(timeZone: string, at: Date): string {
  const offset = offsetMs(timeZone, at.getTime());
  const minutes = Math.abs(offset) / 60_000;
  const two = (value: number) => String(Math.floor(value)).padStart(2, "0");
  const local = new Date(at.getTime() + offset).toISOString().slice(0, 19);
  return `${local}${offset < 0 ? "-" : "+"}${two(minutes / 60)}:${two(minutes % 60)}`;
}

/** How far along its day the instant is, 0-1: the share of a day's plan that is due. */
export function shareOfDay(timeZone: string, at: Date): number {
  const day = dayIn(timeZone, at);
  const start = startOfDay(timeZone, day).getTime();
  const end = startOfDay(timeZone, addDays(day, 1)).getTime();
  return (at.getTime() - start) / (end - start);
}

const formats = new Map<string, Intl.DateTimeFormat>();

function offsetMs(timeZone: string, at: number): number {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat("en-US", {
      timeZone,
      hourCycle: "h23",
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
      second: "2-digit",
    });
    formats.set(timeZone, format);
  }
  const part = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]));
  const local = Date.UTC(
    Number(part.year),
    Number(part.month) - 1,
    Number(part.day),
    Number(part.hour),
    Number(part.minute),
    Number(part.second),
  );
  return local - Math.floor(at / 1000) * 1000;
}
