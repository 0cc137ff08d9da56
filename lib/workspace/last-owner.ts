import { refuse } from "@/lib/result";
import type { Grant } from "./actor";

const ownsAll = (grant: Grant) => grant.clientId === null && grant.role === "owner";

/** Whether an agency that had an owner of all its clients still has one after the change. */
export const keepsAnOwner = (before: readonly Grant[], after: readonly Grant[]): boolean =>
  after.some(ownsAll) || !before.some(ownsAll);

export const lastOwner = () =>
  refuse(
    "last_owner",
    "This is the last owner of the agency. Make somebody else an owner of all clients first.",
  );
