import { refuse } from "@/lib/result";
import type { Client } from "@/lib/workspace/actor";
import type { Rules } from "./rules";

/** True when the rules name a company the client neither owns nor may use: its people are nobody else's to count. */
export function hasForeignCompany({ relationship }: Rules, client: Client): boolean {
  if (relationship.kind === "anyone") return false;
  const own = new Set(client.companies.map(({ id }) => id));
  return relationship.companies.some((id) => !own.has(id));
}

export const isForeign = (client: Client) =>
  refuse("foreign_company", `Choose companies that ${client.name} owns or may use.`);
