import type { Keep, Suggestion } from "@/lib/ad-api/panel";
import { type Box, segmentsIn } from "@/lib/audiences/edit-rules";
import type { Rules } from "@/lib/audiences/rules";
import { formatShare, sayShare } from "@/lib/format/share";

/**
 * What a box keeps, in words; null where the answer is about other rules, or says nothing.
 * The wire counts only boxes that ask something, so an empty box before this one shifts its number.
 */
export function keepsOfBox(
  box: Box,
  rules: Rules,
  answers: Rules | null,
  keeps: readonly Keep[],
): string | null {
  if (!answers || segmentsIn(rules, box).length === 0) return null;
  const keep = keeps.find(({ rule }) => rule === wireName(box, rules));
  if (!keep) return null;
  const { share, refused } = keep;
  if (share === null) return refused ? "not asked" : "too few to say";
  return box === "never" ? `removes about ${formatShare(1 - share)}` : `keeps ${sayShare(share)}`;
}

/** Interests that would let more people into the box; none where the answer is about other rules. */
export function suggestionsFor(
  box: Box,
  rules: Rules,
  answers: Rules | null,
  suggestions: readonly Suggestion[],
): readonly Suggestion[] {
  const chosen = segmentsIn(rules, box);
  if (!answers || box === "never" || chosen.length === 0) return [];
  const taken = new Set(chosen.map(({ segment }) => segment));
  const name = wireName(box, rules);
  return suggestions.filter((one) => one.box === name && !taken.has(one.id));
}

function wireName(box: Box, rules: Rules): string {
  if (box === "any" || box === "never") return box;
  const index = Number(box.slice("must.".length));
  return `must.${rules.must.slice(0, index).filter((group) => group.length > 0).length}`;
}
