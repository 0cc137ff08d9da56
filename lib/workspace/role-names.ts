import type { Role } from "./actor";

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
