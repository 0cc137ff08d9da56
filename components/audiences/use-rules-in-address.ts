import { parseAsString, useQueryState } from "nuqs";
import { useEffect } from "react";
import type { Rules } from "@/lib/audiences/rules";
import { encodeRules } from "@/lib/audiences/rules-param";

const rulesParam = parseAsString.withOptions({
  history: "replace",
  shallow: true,
  throttleMs: 200,
});

/** While rules are not saved, the address carries them: a reload shows the same screen. */
export function useRulesInAddress(rules: Rules, isSaved: boolean): void {
  const [word, setWord] = useQueryState("rules", rulesParam);
  const wanted = isSaved ? null : encodeRules(rules);
  useEffect(() => {
    if (word !== wanted) void setWord(wanted);
  }, [word, wanted, setWord]);
}
