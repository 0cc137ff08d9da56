import type { EstimatePart, Panel } from "@/lib/ad-api/panel";
import { joinAnd } from "@/lib/format/list";
import { isOlder, sayWeek } from "./answer-week";

const names: Readonly<Record<EstimatePart, string>> = {
  nod_of: "everybody in these places",
  nod_verdict: "whether the size is good",
  nod_keeps: "what each choice keeps",
  nod_cells: "who they are",
  nod_messaging_only: "who is on messaging only",
};

const reasons = {
  budget_spent: "New estimates ran out on the way",
  too_complex: "Some steps are too complex to count",
} as const;

/** What the panel says of parts that are older than this week or were refused; none: all is of this week. */
export function partNotes({ nod_parts: parts }: Panel, now: Date): readonly string[] {
  const all = Object.keys(names) as EstimatePart[];
  const refused = (["budget_spent", "too_complex"] as const).flatMap((reason) => {
    const missing = all.filter((name) => parts[name].refused === reason);
    const whole = missing.filter((name) => parts[name].as_of === null).map((name) => names[name]);
    const inPart = missing
      .filter((name) => parts[name].as_of !== null)
      .map((name) => `${names[name]} in part`);
    if (missing.length === 0) return [];
    return `${reasons[reason]}. Not asked: ${joinAnd([...whole, ...inPart])}.`;
  });
  const older = new Map<string, string[]>();
  for (const name of all) {
    const { as_of: asOf } = parts[name];
    // The verdict is as old as what it is measured against.
    if (asOf === null || !isOlder(asOf, now) || name === "nod_verdict") continue;
    older.set(asOf, [...(older.get(asOf) ?? []), names[name]]);
  }
  const kept = [...older].map(([asOf, own]) => `${joinAnd(own)}: ${sayWeek(asOf, now)}.`);
  return [...refused, ...kept].map(capital);
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
