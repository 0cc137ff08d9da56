import { refuse } from "@/lib/result";

/**
 * Whether a request carries Global Privacy Control: exactly when one of the values of `Sec-GPC` is "1". Several headers may come one
 * by one or joined by commas; parameters make a value another one. (w3.org/TR/gpc, section 3.2)
 */
export const gpcIsOn = (headers: string | null | readonly string[]): boolean =>
  [headers ?? []]
    .flat()
    .flatMap((header) => header.split(","))
    .some((value) => value.replace(/^[ \t]+|[ \t]+$/g, "") === "1");

/** What `/.well-known/gpc.json` says: this site honours it. */
export const gpcSupport = { gpc: true, lastUpdate: "2026-09-01" } as const;

export const gpcSaysNo = () =>
  refuse(
    "gpc",
    "Your browser sends Global Privacy Control, which says no to relevant ads for you. Switch it off there first.",
  );
