import type { EstimatePart, Panel } from "@/lib/ad-api/panel";
import { isOlder, sayWeek } from "./answer-week";

const names: Readonly<Record<EstimatePart, string>> = {
  nod_of: "Everybody in these places",
  nod_verdict: "Whether the size is good",
  nod_keeps: "What each choice keeps",
  nod_cells: "Who they are",
  nod_messaging_only: "Messaging only",
};

const reasons = {
  budget_spent: "new estimates ran out",
  too_complex: "its steps are too complex to count",
} as const;

/** What the panel says of parts that are older than this week or were refused, one sentence each; none: all is of this week. */
export function partNotes({ nod_parts: parts }: Panel, now: Date): readonly string[] {
  const all = Object.keys(names) as EstimatePart[];
  return all.flatMap((name) => {
    const { as_of: asOf, refused } = parts[name];
    // The verdict follows from what it is measured against, which says it already.
    if (name === "nod_verdict" && refused === parts.nod_of.refused && !refused) return [];
    if (refused) {
      const rest = asOf ? "was asked in part" : "was not asked";
      return `${names[name]} ${rest}: ${reasons[refused]}.`;
    }
    return asOf && isOlder(asOf, now) ? `${names[name]}: ${sayWeek(asOf, now)}.` : [];
  });
}
