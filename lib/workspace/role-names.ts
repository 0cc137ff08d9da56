import type { Actor, Role } from "./actor";
import { roles } from "./actor";

export const roleNames: Readonly<Record<Role, string>> = {
  owner: "Owner",
  account_manager: "Account manager",
  marketer: "Marketer",
  viewer: "Viewer",
};

/** What each role is for, in one line. */
export const roleDescriptions: Readonly<Record<Role, string>> = {
  owner: "Everything, with people, clients and ad API tokens",
  account_manager: "Watches campaigns, approves and pauses them, sends reports",
  marketer: "Builds audiences, launches and pauses campaigns, sends reports",
  viewer: "Sees everything and changes nothing",
};

/** The actor's strongest role, in words, for the account menu. */
export function roleNameOf(actor: Actor): string {
  const strongest = roles.find((role) => actor.grants.some((grant) => grant.role === role));
  return roleNames[strongest ?? "viewer"];
}
