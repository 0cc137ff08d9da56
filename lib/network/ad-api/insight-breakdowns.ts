import type { Breakdown } from "@/lib/network/delivery/breakdown";
import { ok, type Result } from "@/lib/result";
import { type Fault, wrong } from "./fault";
import { listParam, type Params } from "./params";

/** What `breakdowns` may name, and what each of its values is called on the wire. */
const names = [
  "age",
  "gender",
  "country",
  "region",
  "impression_device",
  "publisher_platform",
  "frequency_value",
] as const;
export type BreakdownName = (typeof names)[number];

export const breakdownNames: readonly string[] = names;

const deviceNames: Readonly<Record<string, string>> = {
  android: "android_smartphone",
  ios: "iphone",
  desktop: "desktop",
  kaios: "other",
};

/** A part's value as clients know it; regions keep their ISO 3166-2 code, which targeting takes too. */
export function partValue(name: string, value: string): string {
  if (name === "impression_device") return deviceNames[value] ?? "other";
  return value === "" ? "unknown" : value;
}

export interface AskedBreakdown {
  readonly breakdown: Breakdown;
  /** In the order of a part's values. */
  readonly names: readonly BreakdownName[];
}

/** One breakdown, or age and gender together; null: none is asked for. */
export function readBreakdown(params: Params): Result<AskedBreakdown | null, Fault> {
  const byAction = listParam(params, "action_breakdowns") ?? [];
  if (byAction.some((name) => name !== "action_type")) {
    return wrong(["action_breakdowns"], "action_breakdowns can only be action_type.");
  }
  const asked = [...new Set(listParam(params, "breakdowns") ?? [])];
  const known = asked.flatMap((name) => names.find((one) => one === name) ?? []);
  const unknown = asked.find((name) => !breakdownNames.includes(name));
  if (unknown !== undefined) {
    const message = `breakdowns cannot be “${unknown.slice(0, 60)}”: it is one of ${names.join(", ")}, or age and gender together.`;
    return wrong(["breakdowns", unknown.slice(0, 60)], message);
  }
  const [only] = known;
  if (only === undefined) return ok(null);
  if (known.length === 1) return ok({ breakdown: only, names: known });
  if (known.length === 2 && known.includes("age") && known.includes("gender")) {
    return ok({ breakdown: "age,gender", names: ["age", "gender"] });
  }
  return wrong(
    ["breakdowns"],
    `${known.join(" and ")} cannot be combined: only age and gender can. Each cell of a finer breakdown would hold too few people to say.`,
  );
}
