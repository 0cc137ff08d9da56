import { memorySuppressions } from "@/lib/network/consent/memory-suppressions";
import { createCustomerLists } from "@/lib/network/lists/customer-lists";
import { memoryListStore } from "@/lib/network/lists/memory-list-store";
import type { ReleasedCount } from "@/lib/network/release/released";
import { ok } from "@/lib/result";
import type { CustomerAudiences } from "./custom-audience-ref";

const pepper = "a pepper that only tests know, 32 characters";

/** Lists in a network where nobody is ever found; every list is said to have too few people. */
export function nobodysCustomers(): CustomerAudiences {
  const identities = { find: async () => [], keysOf: async () => new Map() };
  const store = memoryListStore({
    ...{ identities, pepper, suppressions: memorySuppressions() },
    people: () => new Map(),
    record: async () => undefined,
    now: () => new Date(),
  });
  const hidden = { hidden: true, shown: 0, lower: 0, upper: 1000, step: 50, sigma: 150 };
  const count = { ...hidden, launchable: false, asOf: "2026-10-26T00:00:00.000Z" } as ReleasedCount;
  return {
    lists: createCustomerLists({ store, identities, pepper, now: () => new Date() }),
    release: {
      matched: async () => ok({ count, band: null }),
      firstOf: async (_by, _of, rules) => ok(rules.map(() => 0)),
    },
  };
}
