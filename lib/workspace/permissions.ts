import type { Actor, Role } from "./actor";

export const verbs = [
  "view",
  "estimate",
  "save",
  "launch",
  "pause",
  "approve",
  "report",
  "tokens",
  "people",
] as const;
export type Verb = (typeof verbs)[number];

/** The written matrix: who may do what. `docs/roles.md` shows it; a test holds the two equal. */
export const matrix: Readonly<Record<Role, readonly Verb[]>> = {
  owner: ["view", "estimate", "save", "launch", "pause", "approve", "report", "tokens", "people"],
  account_manager: ["view", "estimate", "save", "pause", "approve", "report"],
  marketer: ["view", "estimate", "save", "launch", "pause", "report"],
  viewer: ["view"],
};

/** True when a grant of the actor covers the client (or, with null, the whole agency) and its role allows the verb. */
export function may(actor: Actor, verb: Verb, clientId: string | null): boolean {
  return actor.grants.some(
    (grant) =>
      grant.agencyId === actor.agencyId &&
      (grant.clientId === null || grant.clientId === clientId) &&
      matrix[grant.role].includes(verb),
  );
}
