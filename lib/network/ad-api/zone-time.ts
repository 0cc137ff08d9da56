const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  });
  formatters.set(timeZone, made);
  return made;
}

/** The zone's wall clock at an instant, as if it were UTC. */
function wallOf(at: Date, timeZone: string): number {
  const parts = Object.fromEntries(
    formatterOf(timeZone)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

const offsetMs = (at: Date, timeZone: string): number =>
  wallOf(at, timeZone) - Math.floor(at.getTime() / 1000) * 1000;

/** Graph's form of ISO 8601: "2026-03-01T09:00:00+0100". */
export function formatTime(at: Date, timeZone: string): string {
  const offset = offsetMs(at, timeZone);
  const minutes = Math.abs(offset) / 60_000;
  const two = (value: number) => String(Math.floor(value)).padStart(2, "0");
  const wall = new Date(wallOf(at, timeZone)).toISOString().slice(0, 19);
  return `${wall}${offset < 0 ? "-" : "+"}${two(minutes / 60)}${two(minutes % 60)}`;
}

/** A real calendar day, YYYY-MM-DD. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}

/** ISO 8601 (without an offset: the zone's wall clock; without a time: midnight) or Unix seconds. */
export function parseTime(value: unknown, timeZone: string): Date | null {
  const text = String(value).trim();
  if (/^\d{9,11}$/.test(text)) return new Date(Number(text) * 1000);
  const match =
    /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(:\d{2})?(?:\.\d+)?\s*(Z|[+-]\d{2}:?\d{2})?)?$/i.exec(
      text,
    );
  if (!match) return null;
  const [, day = "", clock = "00:00", seconds = ":00", zone] = match;
  const wall = new Date(`${day}T${clock}${seconds}Z`);
  if (!isDay(day) || Number.isNaN(wall.getTime())) return null;
  if (!zone) return fromWall(wall, timeZone);
  if (zone.toUpperCase() === "Z") return wall;
  const [, sign, hours = "0", minutes = "0"] = /^([+-])(\d{2}):?(\d{2})$/.exec(zone) ?? [];
  const offset = (Number(hours) * 60 + Number(minutes)) * 60_000;
  return new Date(wall.getTime() - (sign === "-" ? -offset : offset));
}

/** The second guess is right on both sides of a clock change. */
function fromWall(wall: Date, timeZone: string): Date {
  const first = new Date(wall.getTime() - offsetMs(wall, timeZone));
  return new Date(wall.getTime() - offsetMs(first, timeZone));
}
