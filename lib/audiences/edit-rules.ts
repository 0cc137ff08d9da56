import { ageEnds, ageStarts } from "./rule-values";
import type { Rules, SegmentRule } from "./rules";

/** One of the boxes, named as the wire names it in "what each choice keeps". */
export type Box = "any" | "never" | `must.${number}`;

const mustIndex = (box: Box): number => Number(box.slice("must.".length));

export function segmentsIn(rules: Rules, box: Box): readonly SegmentRule[] {
  if (box === "any" || box === "never") return rules[box];
  return rules.must[mustIndex(box)] ?? [];
}

export function setSegments(rules: Rules, box: Box, segments: readonly SegmentRule[]): Rules {
  if (box === "any" || box === "never") return { ...rules, [box]: [...segments] };
  return { ...rules, must: rules.must.with(mustIndex(box), [...segments]) };
}

/** The box with these segments chosen: those that stay keep their own freshness and strength. */
export function chooseSegments(rules: Rules, box: Box, ids: readonly string[]): Rules {
  const before = new Map(segmentsIn(rules, box).map((rule) => [rule.segment, rule]));
  const after = [...new Set(ids)].map(
    (segment) => before.get(segment) ?? { segment, withinDays: null, minStrength: null },
  );
  return setSegments(rules, box, after);
}

/** Freshness or strength of one segment; null leaves the audience's own in force. */
export function tuneSegment(
  rules: Rules,
  box: Box,
  segment: string,
  change: Partial<Pick<SegmentRule, "withinDays" | "minStrength">>,
): Rules {
  const tuned = segmentsIn(rules, box).map((rule) =>
    rule.segment === segment ? { ...rule, ...change } : rule,
  );
  return setSegments(rules, box, tuned);
}

export const maxMusts = 8;

export const addMust = (rules: Rules): Rules =>
  rules.must.length < maxMusts ? { ...rules, must: [...rules.must, []] } : rules;

export const removeMust = (rules: Rules, index: number): Rules => ({
  ...rules,
  must: rules.must.toSpliced(index, 1),
});

/** Countries ("BR") and regions ("BR-SP") from one field. */
export const choosePlaces = (rules: Rules, keys: readonly string[]): Rules => ({
  ...rules,
  countries: keys.filter((key) => !key.includes("-")),
  regions: keys.filter((key) => key.includes("-")),
});

/** A start above the end moves the end along, to the same band. */
export function startAges(rules: Rules, ageMin: Rules["ageMin"]): Rules {
  const end = ageEnds[ageStarts.indexOf(ageMin)] ?? 65;
  return { ...rules, ageMin, ageMax: rules.ageMax < end ? end : rules.ageMax };
}

/** An end below the start moves the start along, to the same band. */
export function endAges(rules: Rules, ageMax: Rules["ageMax"]): Rules {
  const start = ageStarts[ageEnds.indexOf(ageMax)] ?? 18;
  return { ...rules, ageMax, ageMin: rules.ageMin > start ? start : rules.ageMin };
}
