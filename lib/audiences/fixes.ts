import type { Keep, Suggestion } from "@/lib/ad-api/panel";
import { formatAboutPeople } from "@/lib/format/people";
import { chooseSegments, removeMust, segmentsIn } from "./edit-rules";
import { effectiveRules } from "./effective-rules";
import type { Names } from "./names";
import { ruleLabel } from "./rule-label";
import type { Rules } from "./rules";

/** One change that lets more people fit. */
export interface Fix {
  readonly id: string;
  readonly label: string;
  /** "about 4 times as many", from what the choice kept; null: pressing tells. */
  readonly gain: string | null;
  readonly rules: Rules;
}

/** A choice that cuts: what it keeps, 0-1, and how many fit just before it (null: too few to say). */
export interface Cut {
  readonly rule: string;
  readonly keeps: number;
  readonly before: number | null;
}

/**
 * The choices that cut, the deepest first. Where the network says no share, the sizes it showed stand in for it, and a
 * choice that takes people below the floor cuts all. Places are the frame, not a cut.
 */
export function cutsOf(keeps: readonly Keep[]): readonly Cut[] {
  return keeps
    .map(({ rule, share, range }, index) => {
      const above = keeps[index - 1]?.range;
      const before = above && !above.hidden ? above.shown : null;
      const seen = before === null || range === null ? 1 : range.hidden ? 0 : range.shown / before;
      return { rule, keeps: share ?? seen, before };
    })
    .filter(({ rule, keeps }) => rule !== "places" && keeps < 0.9)
    .sort((a, b) => a.keeps - b.keeps);
}

/** Changes for an audience that is too small, the strongest first, three at most. Nothing is asked for them. */
export function fixesFor(
  rules: Rules,
  keeps: readonly Keep[],
  suggestions: readonly Suggestion[],
  names: Names,
): readonly Fix[] {
  const chosen = effectiveRules(rules);
  const cuts = cutsOf(keeps);
  const cut = cuts.find(({ rule }) => without(chosen, rule) !== null);
  const dropped = cut && without(chosen, cut.rule);
  const fixes: Fix[] = [];
  if (cut && dropped) {
    const label = `Drop "${ruleLabel(cut.rule, rules, names)}"`;
    fixes.push({ id: cut.rule, label, gain: gainOf(cut), rules: dropped });
  }
  const [best] = [...suggestions].sort((a, b) => b.gain - a.gain);
  if (best) {
    const gain = `about +${formatAboutPeople(best.gain)}`;
    const id = `add ${best.id}`;
    fixes.push({ id, label: `Add ${best.name}`, gain, rules: withSuggested(chosen, best) });
  }
  if (chosen.withinDays < 180) {
    const label = "Count signals of the last 180 days";
    fixes.push({ id: "fresh", label, gain: null, rules: { ...chosen, withinDays: 180 } });
  }
  if (chosen.minStrength > 1) {
    const label = "Count any signal";
    fixes.push({ id: "strength", label, gain: null, rules: { ...chosen, minStrength: 1 } });
  }
  if (cut?.rule !== "ages" && (chosen.ageMin > 18 || chosen.ageMax < 65)) {
    const gain = gainOf(cuts.find(({ rule }) => rule === "ages"));
    fixes.push({ id: "ages", label: "Include every age", gain, rules: allAges(chosen) });
  }
  return fixes.slice(0, 3);
}

/** The box is named as the wire counts them: `effectiveRules` leaves out those that ask nothing. */
function withSuggested(rules: Rules, { box, id }: Suggestion): Rules {
  const at = box === "any" ? "any" : (`must.${Number(box.slice("must.".length))}` as const);
  const chosen = segmentsIn(rules, at).map(({ segment }) => segment);
  return chooseSegments(rules, at, [...chosen, id]);
}

const allAges = (rules: Rules): Rules => ({ ...rules, ageMin: 18, ageMax: 65 });

/** The rules without one choice; null for one that cannot simply go: the places, and what people like. */
function without(rules: Rules, rule: string): Rules | null {
  if (rule.startsWith("must.")) return removeMust(rules, Number(rule.slice("must.".length)));
  switch (rule) {
    case "never":
      return { ...rules, never: [] };
    case "languages":
      return { ...rules, languages: [] };
    case "devices":
      return { ...rules, devices: [] };
    case "placements":
      return { ...rules, placements: [] };
    case "social":
      return { ...rules, onSocial: null };
    case "genders":
      return { ...rules, gender: null };
    case "ages":
      return allAges(rules);
    case "relationship":
      return { ...rules, relationship: { kind: "anyone" } };
    default:
      return null;
  }
}

/** If the other choices keep what they keep now: 1 / share times as many. */
function gainOf(cut: Cut | undefined): string | null {
  if (!cut) return null;
  if (cut.keeps <= 0)
    return cut.before === null ? null : `up to ${formatAboutPeople(cut.before)} people`;
  const times = 1 / cut.keeps;
  return times >= 2
    ? `about ${formatAboutPeople(Math.round(times))} times as many`
    : `about ${Math.round((times - 1) * 100)}% more`;
}
