import { createLoader, parseAsString, parseAsStringLiteral } from "nuqs/server";
import { clientParam } from "@/components/shell/search-params";

export const loadListParams = createLoader({
  ...clientParam,
  /** Which audiences: those in use, or the archived ones. */
  show: parseAsStringLiteral(["current", "archived"]).withDefault("current"),
  /** Why "New audience" made none. */
  refused: parseAsString,
});

export const loadBuilderParams = createLoader({
  ...clientParam,
  /** Rules that are not saved yet. */
  rules: parseAsString,
});
