import { parseAsString, parseAsStringLiteral } from "nuqs/server";

export const statusFilterValues = ["all", "running", "draft", "ended", "archived"] as const;
export type StatusFilter = (typeof statusFilterValues)[number];

/** The list's filter, in the address. */
export const listParams = {
  q: parseAsString.withDefault(""),
  status: parseAsStringLiteral(statusFilterValues).withDefault("all"),
};
