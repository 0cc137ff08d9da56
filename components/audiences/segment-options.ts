import type { ComboboxOption } from "@/components/ui/combobox-option";
import type { Segment } from "@/lib/ad-api/objects";
import { type Names, nameOf } from "@/lib/audiences/names";
import type { SegmentRule } from "@/lib/audiences/rules";
import { formatAboutPeople } from "@/lib/format/people";

/** A segment as a choice: its name, and the path that tells it from its namesakes. */
export const segmentOption = ({ id, name, path, kind, size }: Segment): ComboboxOption => ({
  id,
  label: name,
  detail: [
    [kind === "purchase" ? "Shopping" : "Interest", ...path.slice(1, -1)].join(" > "),
    ...(size ? [saySize(size)] : []),
  ].join(", "),
});

/** A chosen segment as a chip, with its own freshness and strength where it has them. */
export function chipOption(rule: SegmentRule, names: Names): ComboboxOption {
  const own = [rule.withinDays && `${rule.withinDays} days`, rule.minStrength && strength(rule)];
  const said = own.filter(Boolean).join(", ");
  const name = nameOf(names.segments, rule.segment);
  return { id: rule.segment, label: said ? `${name} (${said})` : name };
}

const strength = ({ minStrength }: SegmentRule) => (minStrength === 3 ? "strong" : "clear");

/** How many people of the whole network it holds: "380K people". */
export const saySize = (size: NonNullable<Segment["size"]>): string => `${shortSize(size)} people`;

export const shortSize = (size: NonNullable<Segment["size"]>): string =>
  size.hidden ? `under ${formatAboutPeople(size.upper)}` : formatAboutPeople(size.shown);
