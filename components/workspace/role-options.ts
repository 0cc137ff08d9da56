import { roles } from "@/lib/workspace/actor";
import { roleNames } from "@/lib/workspace/role-names";

export const roleOptions = roles.map((role) => ({ value: role, label: roleNames[role] }));

/** A client to choose for a role; the empty value means all clients. */
export interface ScopeOption {
  readonly value: string;
  readonly label: string;
}

export const clientIdOf = (scope: string): string | null => (scope === "" ? null : scope);
