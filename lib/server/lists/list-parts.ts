import { inArray } from "drizzle-orm";
import type { CustomerLists } from "@/lib/network/lists/customer-lists";
import { listPartId } from "@/lib/network/population/list-part";
import type { Database } from "../db/database";
import { customerList } from "../db/schema/lists";

/** What lists stand for, for whoever only says why an ad was shown: uploads that are under way are left alone. */
export const listParts = (db: Database): Pick<CustomerLists, "factsOf"> => ({
  async factsOf(refs) {
    if (refs.length === 0) return new Map();
    const ids = refs.map(({ audienceId }) => audienceId);
    const kept = await db.select().from(customerList).where(inArray(customerList.audienceId, ids));
    return new Map(
      kept.map(({ audienceId, company, state: { parts, rows }, updatedAt }) => [
        audienceId,
        {
          parts: parts.map((digest) => listPartId(company, digest)),
          ...{ rows, open: false, finding: false, updatedAt },
        },
      ]),
    );
  },
});
