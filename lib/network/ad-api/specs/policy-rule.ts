import { ok } from "@/lib/result";
import { isLookalike } from "../custom-audience-ref";
import { wrong } from "../fault";
import type { Rule } from "../object-spec";
import { declaredIn, objectionsTo, protectedCategories } from "../policies";
import { targetingSchema } from "../targeting-schema";

const notOffered = 1_487_079;

/** What a reviewer would object to is refused before anything runs: restricted segments come with their rule. */
export const keepsPolicies: Rule = async ({ data, parent, written }, { deps, shelf }) => {
  if (!written.has("targeting") || !parent) return ok(null);
  const targeting = targetingSchema.parse(data.targeting);
  const declared = declaredIn(parent.data);
  const [objection] = objectionsTo(targeting, declared, deps.catalogue);
  if (objection) {
    const subcode = objection.path.length > 1 ? notOffered : undefined;
    return wrong(["targeting", ...objection.path], objection.message, subcode);
  }
  const category = declared.find((one) => protectedCategories.includes(one));
  if (!category) return ok(null);
  for (const [at, { id }] of (targeting.custom_audiences ?? []).entries()) {
    const audience = await shelf.get(Number(id));
    if (audience && isLookalike(audience)) {
      const message = `A lookalike cannot be used in the special ad category ${category}.`;
      return wrong(["targeting", "custom_audiences", String(at)], message);
    }
  }
  return ok(null);
};
