import { parseAsString } from "nuqs/server";

/** Which client is chosen; none: all of them. On every workspace page. */
export const clientParam = { client: parseAsString };

/** The period of overview and reports: days (YYYY-MM-DD), both included. Pages fall back to their own default. */
export const periodParams = { from: parseAsString, to: parseAsString };
