import { createLoader, parseAsString } from "nuqs/server";
import { clientParam } from "@/components/shell/search-params";

export const loadWorkspaceParams = createLoader(clientParam);

/** What a new campaign is started from. */
export const loadNewParams = createLoader({
  ...clientParam,
  audience: parseAsString,
  company: parseAsString,
});
