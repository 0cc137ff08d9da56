import type { z } from "zod/mini";
import { type Result, refuse } from "@/lib/result";
import type { AuthoriseRefusal } from "@/lib/workspace/authorise";
import type { Audience } from "./audience";
import type { AudienceCtx } from "./ctx";
import { effectiveRules } from "./effective-rules";
import { hasForeignCompany } from "./foreign-company";
import { loadAudience } from "./load-audience";
import { writeAudience, writtenAudience } from "./write-audience";
import { type ChangedMeanwhile, cannotBeRead, isArchived } from "./write-refusals";

export type SaveAudienceRefusal =
  | AuthoriseRefusal
  | ChangedMeanwhile
  | {
      code: "invalid" | "archived" | "unfinished";
      message: string;
      fields?: Readonly<Record<string, string>>;
    };

/** What an audience still lacks before a campaign may use it, by field; empty: nothing. */
export function whatIsMissing(audience: Pick<Audience, "name" | "rules">): Record<string, string> {
  const { rules } = audience;
  const missing: Record<string, string> = {};
  if (audience.name.trim() === "") missing.name = "Give the audience a name.";
  if (rules.countries.length + rules.regions.length === 0) {
    missing.places = "Choose at least one country or region: a campaign needs a place.";
  }
  if (rules.relationship.kind !== "anyone" && rules.relationship.companies.length === 0) {
    missing.companies = "Choose a company, or choose anyone.";
  }
  return missing;
}

/** Saves an audience for use in campaigns, without what was left half chosen. */
export async function saveAudience(
  ctx: AudienceCtx,
  input: z.input<typeof writtenAudience>,
): Promise<Result<Audience, SaveAudienceRefusal>> {
  const parsed = writtenAudience.safeParse(input);
  if (!parsed.success) return cannotBeRead();
  const loaded = await loadAudience(ctx, "save", parsed.data.audienceId);
  if (!loaded.ok) return loaded;
  const { audience, client } = loaded.value;
  if (audience.state === "archived") return isArchived();
  const missing = whatIsMissing(parsed.data);
  if (hasForeignCompany(parsed.data.rules, client)) {
    missing.companies = `Choose companies that ${client.name} owns or may use.`;
  }
  const [first] = Object.values(missing);
  if (first) return refuse("unfinished", first, missing);
  const rules = effectiveRules(parsed.data.rules);
  return writeAudience(ctx, audience, { ...parsed.data, rules, state: "saved" });
}
