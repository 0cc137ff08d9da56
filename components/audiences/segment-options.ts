import type { ComboboxOption } from "@/components/ui/combobox-option";
import type { Segment } from "@/lib/ad-api/objects";
import { type Names, nameOf } from "@/lib/audiences/names";
import type { SegmentRule } from "@/lib/audiences/rules";

/** A segment as a choice: its name, and the path that tells it from its namesakes. */
export const segmentOption = ({ id, name, path, kind }: Segment): ComboboxOption => ({
  id,
  label: name,
  detail: [kind === "purchase" ? "Shopping" : "Interest", ...path.slice(1, -1)].join(" > "),
});

/** A chosen segment as a chip, with its own freshness and strength where it has them. */
export function chipOption(rule: SegmentRule, names: Names): ComboboxOption {
  const own = [rule.withinDays && `${rule.withinDays} days`, rule.minStrength && strength(rule)];
  const said = own.filter(Boolean).join(", ");
  const name = nameOf(names.segments, rule.segment);
  return { id: rule.segment, label: said ? `${name} (${said})` : name };
}

const strength = ({ minStrength }: SegmentRule) => (minStrength === 3 ? "strong" : "clear");
