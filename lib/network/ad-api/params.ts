/** Named values of one call: from the query, a form or a JSON body. Text as it came, or already parsed JSON. */
export type Params = Readonly<Record<string, unknown>>;

export const noParams: Params = Object.freeze(Object.create(null) as Record<string, unknown>);

export function makeParams(entries: Iterable<readonly [string, unknown]>): Params {
  const params = Object.create(null) as Record<string, unknown>;
  for (const [name, value] of entries) params[name] = value;
  return params;
}

/** Nested values travel as JSON text in queries and forms: "[1]" is a list, "12" a number, "ACTIVE" stays text. */
export function decode(value: unknown): unknown {
  if (typeof value !== "string") return value;
  const text = value.trim();
  if (!/^(?:[[{"]|-?\d+(?:\.\d+)?$|true$|false$|null$)/.test(text)) return value;
  try {
    return JSON.parse(text);
  } catch {
    return value;
  }
}

/** A parameter as text; absent, empty and null are null. */
export function textParam(params: Params, name: string): string | null {
  const value = params[name];
  if (value === undefined || value === null || value === "") return null;
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** A list that may also come as one value or as text with commas. */
export function listParam(params: Params, name: string): readonly string[] | null {
  const value = decode(params[name]);
  if (value === undefined || value === null || value === "") return null;
  if (Array.isArray(value)) return value.map(String);
  return String(value)
    .split(",")
    .map((item) => item.trim())
    .filter((item) => item !== "");
}
