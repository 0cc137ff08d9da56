import { createHash } from "node:crypto";
import { recipients } from "@/lib/network/consent/purposes";
import {
  ageBands,
  type CompanyRule,
  devices,
  type Expression,
  genders,
  type SegmentRule,
} from "@/lib/network/reach/expression";

/**
 * The form in which a question is counted and under which its answer is kept: sorted, without repeats, without rules
 * that another one already covers, without lists that name every value. Two expressions with one canonical form always
 * mean the same, because the form is what is counted; some that mean the same still have two.
 */
export function canonicalise(expression: Expression): Expression {
  return {
    groups: canonicalGroups(expression.groups),
    never: anyOf(expression.never, coversSegment),
    countries: distinct(expression.countries),
    regions: distinct(expression.regions),
    ageBands: openWhenComplete(expression.ageBands, ageBands),
    genders: openWhenComplete(expression.genders, genders),
    languages: distinct(expression.languages),
    devices: openWhenComplete(expression.devices, devices),
    onSocial: expression.onSocial,
    activeWithinDays: expression.activeWithinDays,
    recipients: openWhenComplete(expression.recipients, recipients),
    with: anyOf(expression.with, coversCompany),
    newTo: anyOf(expression.newTo, coversCompany),
  };
}

/** SHA-256 of the canonical form's JSON, in hex. The form's keys are always written in the same order. */
export const canonicalKey = (canonical: Expression): string =>
  createHash("sha256").update(JSON.stringify(canonical)).digest("hex");

const distinct = <T extends string>(values: readonly T[]): readonly T[] =>
  [...new Set(values)].sort();

function openWhenComplete<T extends string>(values: readonly T[], all: readonly T[]): readonly T[] {
  const kept = distinct(values);
  return kept.length === all.length ? [] : kept;
}

/** Every person for whom `narrow` holds is one for whom `wide` holds. */
type Covers<R> = (wide: R, narrow: R) => boolean;

const coversSegment: Covers<SegmentRule> = (wide, narrow) =>
  wide.segment === narrow.segment &&
  wide.withinDays >= narrow.withinDays &&
  wide.minStrength <= narrow.minStrength;

const coversCompany: Covers<CompanyRule> = (wide, narrow) =>
  wide.company === narrow.company &&
  (wide.kind === null || wide.kind === narrow.kind) &&
  (wide.withinDays === null ||
    (narrow.withinDays !== null && wide.withinDays >= narrow.withinDays));

/** A list of which at least one must hold: sorted, without the rules that another one covers. */
function anyOf<R extends SegmentRule | CompanyRule>(
  rules: readonly R[],
  covers: Covers<R>,
): readonly R[] {
  const written = new Map(rules.map((rule) => [ruleText(rule), ordered(rule)]));
  const unique = [...written].sort(([a], [b]) => (a < b ? -1 : 1));
  return unique
    .filter(([text, rule]) => !unique.some(([other, wide]) => other !== text && covers(wide, rule)))
    .map(([, rule]) => rule);
}

/** Keys in a fixed order and nothing besides, so that equal rules are equal text. */
function ordered<R extends SegmentRule | CompanyRule>(rule: R): R {
  if ("segment" in rule) {
    const { segment, withinDays, minStrength } = rule;
    return { segment, withinDays, minStrength } as R;
  }
  const { company, kind, withinDays } = rule;
  return { company, kind, withinDays } as R;
}

const ruleText = (rule: SegmentRule | CompanyRule): string => JSON.stringify(ordered(rule));

/** All groups must hold: without repeats and without a group that another one already implies. Empty groups leave everything open. */
function canonicalGroups(groups: Expression["groups"]): readonly (readonly SegmentRule[])[] {
  const written = new Map(
    groups
      .map((group) => anyOf(group, coversSegment))
      .filter((group) => group.length > 0)
      .map((group) => [JSON.stringify(group), group]),
  );
  const unique = [...written].sort(([a], [b]) => (a < b ? -1 : 1));
  const implies = (strict: readonly SegmentRule[], loose: readonly SegmentRule[]) =>
    strict.every((rule) => loose.some((wide) => coversSegment(wide, rule)));
  return unique
    .filter(
      ([text, group]) =>
        !unique.some(([other, strict]) => other !== text && implies(strict, group)),
    )
    .map(([, group]) => group);
}
