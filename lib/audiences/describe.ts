import { joinOr } from "@/lib/format/list";
import { effectiveRules } from "./effective-rules";
import { deviceNames, type Names, nameOf, placementNames, strengthNames } from "./names";
import type { Rules, SegmentRule } from "./rules";

/**
 * The rules as one English sentence, nothing left out: "Women aged 25 to 44 in India or Brazil who like Cycling or
 * Running, and also Adventure Travel, but not Gyms." What is half chosen asks nothing and is not said.
 */
export function describeRules(rules: Rules, names: Names): string {
  const chosen = effectiveRules(rules);
  const parts = [subject(chosen), ages(chosen), places(chosen, names)];
  const clauses = [
    likes(chosen, names),
    relationship(chosen, names),
    social(chosen),
    words(
      "use the app in",
      chosen.languages.map((code) => nameOf(names.languages, code)),
    ),
    words(
      "use",
      chosen.devices.map((device) => deviceNames[device]),
    ),
    words(
      "can be reached in",
      chosen.placements.map((placement) => placementNames[placement]),
    ),
  ].filter((clause) => clause !== "");
  const said = clauses.length > 0 ? `who ${clauses.join("; who ")}` : "";
  const sentence = [...parts, said].filter((part) => part !== "").join(" ");
  return `${sentence === "People" ? "Everyone who said yes" : sentence}${signals(chosen)}.`;
}

const subject = ({ gender }: Rules): string =>
  gender === null ? "People" : gender === "female" ? "Women" : "Men";

function ages({ ageMin, ageMax }: Rules): string {
  if (ageMin === 18 && ageMax === 65) return "";
  if (ageMax === 65) return `aged ${ageMin} and over`;
  return `aged ${ageMin} to ${ageMax}`;
}

const places = ({ countries, regions }: Rules, names: Names): string =>
  words(
    "in",
    [...countries, ...regions].map((key) => nameOf(names.places, key)),
  );

const words = (before: string, list: readonly string[]): string =>
  list.length > 0 ? `${before} ${joinOr(list)}` : "";

function likes({ any, must, never }: Rules, names: Names): string {
  const say = (rules: readonly SegmentRule[]) => joinOr(rules.map((rule) => segment(rule, names)));
  const groups = [any, ...must].filter((group) => group.length > 0).map(say);
  const liked = groups.length > 0 ? `like ${groups.join(", and also ")}` : "";
  if (never.length === 0) return liked;
  return liked ? `${liked}, but not ${say(never)}` : `do not like ${say(never)}`;
}

function segment({ segment: id, withinDays, minStrength }: SegmentRule, names: Names): string {
  const own = [
    withinDays && `last ${withinDays} days`,
    minStrength && `${strengthNames[minStrength]} signals`,
  ].filter(Boolean);
  const name = nameOf(names.segments, id);
  return own.length > 0 ? `${name} (${own.join(", ")})` : name;
}

function relationship({ relationship: rule }: Rules, names: Names): string {
  if (rule.kind === "anyone") return "";
  const companies = joinOr(rule.companies.map((id) => nameOf(names.companies, id)));
  if (rule.kind === "new_to") return `do not work with ${companies} yet`;
  const by =
    rule.by === "customer_list"
      ? " as customers on a list"
      : rule.by === "conversation"
        ? " in a conversation"
        : "";
  const within = rule.withinDays ? ` in the last ${rule.withinDays} days` : "";
  return `already work with ${companies}${by}${within}`;
}

function social({ onSocial }: Rules): string {
  if (onSocial === null) return "";
  return onSocial ? "also use the social app" : "use messaging only";
}

/** Freshness and strength speak of interests: without one they say nothing. */
function signals({ any, must, never, withinDays, minStrength }: Rules): string {
  if ([any, ...must, never].every((group) => group.length === 0)) return "";
  const fresh = withinDays < 180 ? `from the last ${withinDays} days` : "";
  const strong = minStrength > 1 ? `${strengthNames[minStrength]} ` : "";
  return fresh || strong ? `, by ${strong}signals${fresh && ` ${fresh}`}` : "";
}
