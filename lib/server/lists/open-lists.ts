import { type CustomerLists, createCustomerLists } from "@/lib/network/lists/customer-lists";
import type { Database } from "../db/database";
import type { ChangeRecorder } from "../engines/record-changes";
import type { PopulationFacts } from "../population-facts";
import { listStore } from "../store/list-store";
import { memberIdentities } from "./member-identities";

interface Parts {
  readonly db: Database;
  readonly engine: Pick<ChangeRecorder, "decide">;
  readonly facts: () => Promise<PopulationFacts>;
  readonly pepper: string;
  /** Wall time. */
  readonly now: () => Date;
  readonly onBug?: (error: unknown) => void;
}

/** Customer lists of this deployment's members. */
export function openLists({ db, engine, facts, pepper, now, onBug }: Parts): CustomerLists {
  const identities = memberIdentities(db, pepper, facts);
  const store = listStore({ db, engine, facts, identities: identities.on, pepper, now });
  return createCustomerLists({ store, identities, pepper, now, ...(onBug && { onBug }) });
}
