import { ok } from "@/lib/result";
import { wrong } from "./fault";
import type { Rule } from "./object-spec";

/** A name that suggests what no segment may stand for is refused, with the reason. */
export const checkName: Rule = ({ data, written }, { deps }) => {
  if (!written.has("name") || typeof data.name !== "string") return ok(null);
  const reason = deps.catalogue.refuseText(data.name);
  if (!reason) return ok(null);
  return wrong(["name"], `This name suggests ${reason}. Choose another name.`, 1_713_230);
};
