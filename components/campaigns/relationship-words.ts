import type { Rules } from "@/lib/audiences/rules";
import { narrowing } from "@/lib/campaigns/narrow";
import { joinOr } from "@/lib/format/list";
import type { EditorClient } from "./editor-data";

type Companies = EditorClient["companies"];

const namesOf = (ids: readonly string[], companies: Companies): string =>
  joinOr(ids.map((id) => companies.find((company) => company.id === id)?.name ?? id));

/** Whom the audience itself asks for: "anyone", "people who already work with Lakeside". */
export function relationshipWords({ relationship }: Rules, companies: Companies): string {
  switch (relationship.kind) {
    case "anyone":
      return "Anyone, whether or not they work with a company";
    case "works_with":
      return `People who already work with ${namesOf(relationship.companies, companies)}`;
    case "new_to":
      return `People new to ${namesOf(relationship.companies, companies)}`;
  }
}

/** What the switch means for this audience and company; `null` when the switch can be used. */
export function cannotNarrow(rules: Rules, companyId: string, companies: Companies): string | null {
  const result = narrowing(rules, companyId);
  switch (result.kind) {
    case "narrows":
      return null;
    case "already":
      return `This audience goes only to people who already work with ${namesOf([companyId], companies)}.`;
    case "cannot":
      return `This audience is for ${relationshipWords(rules, companies).replace("People", "people")}: it goes out as it was saved.`;
  }
}
