/** Cities that were renamed: ICU lists them, and some browsers answer them, under the name they had before. */
const renamed: Readonly<Record<string, string>> = {
  "Asia/Calcutta": "Asia/Kolkata",
  "Asia/Katmandu": "Asia/Kathmandu",
  "Asia/Rangoon": "Asia/Yangon",
  "Asia/Saigon": "Asia/Ho_Chi_Minh",
  "Atlantic/Faeroe": "Atlantic/Faroe",
  "Europe/Kiev": "Europe/Kyiv",
};

/** The zone under the name that people know it by now. */
export const modernZone = (zone: string): string => renamed[zone] ?? zone;

/** IANA zones to choose from, in order. */
export const listTimeZones = (): readonly string[] =>
  [...new Set([...Intl.supportedValuesOf("timeZone").map(modernZone), "UTC"])].sort();

/** A named IANA zone that this system can tell the time of, whichever of its names it goes by; offsets are none. */
export function isTimeZone(zone: string): boolean {
  if (zone !== "UTC" && !/^[A-Z]\w+(\/[\w+-]+)+$/i.test(zone)) return false;
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}
