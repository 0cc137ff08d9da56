/** How near a limit the last call came, and how long the network asks to be left alone. */
export interface Usage {
  /** The highest of all percentages; 0 where the network says nothing. */
  readonly percent: number;
  /** Seconds until it answers again; 0: it does. */
  readonly regainSeconds: number;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function parsed(headers: Headers, name: string): unknown {
  try {
    return JSON.parse(headers.get(name) ?? "null");
  } catch {
    return null;
  }
}

const numbers = (record: Record<string, unknown>, names: readonly string[]): number[] =>
  names.flatMap((name) => {
    const value = record[name];
    return typeof value === "number" && Number.isFinite(value) ? value : [];
  });

/** Reads the Graph usage headers, and Retry-After where somebody on the way sends one. Headers that cannot be read say nothing. */
export function readUsage(headers: Headers): Usage {
  const app = parsed(headers, "x-app-usage");
  const business = parsed(headers, "x-business-use-case-usage");
  const rows = [
    ...(isRecord(app) ? [app] : []),
    ...(isRecord(business) ? Object.values(business).flat().filter(isRecord) : []),
  ];
  const percents = rows.flatMap((row) =>
    numbers(row, ["call_count", "total_cputime", "total_time"]),
  );
  const minutes = rows.flatMap((row) => numbers(row, ["estimated_time_to_regain_access"]));
  const after = Number(headers.get("retry-after") ?? 0);
  return {
    percent: Math.max(0, ...percents),
    regainSeconds: Math.max(0, Number.isFinite(after) ? after : 0, 60 * Math.max(0, ...minutes)),
  };
}
