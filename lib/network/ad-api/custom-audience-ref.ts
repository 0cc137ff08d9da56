import { z } from "zod/mini";
import type { CustomerLists } from "@/lib/network/lists/customer-lists";
import type { ListRef } from "@/lib/network/lists/list-store";
import type { ListRelease } from "@/lib/network/release/list-release";
import type { AdObject } from "./store";

/** What customer lists stand on. */
export interface CustomerAudiences {
  readonly lists: CustomerLists;
  readonly release: ListRelease;
}

const segmentRule = z.object({
  segment: z.string(),
  withinDays: z.literal([7, 30, 90, 180]),
  minStrength: z.literal([1, 2, 3]),
});

/** What was found out about a lookalike's origin when it was made; nothing of it changes afterwards. */
const lookalikeSchema = z.discriminatedUnion("outcome", [
  z.object({
    outcome: z.literal("ready"),
    country: z.string(),
    weights: z.array(z.object({ branch: z.string(), lift: z.number() })),
    rules: z.array(segmentRule),
  }),
  z.object({ outcome: z.literal(["too_small", "budget_spent", "nothing_in_common"]) }),
]);
export type Lookalike = z.infer<typeof lookalikeSchema>;

export const isLookalike = ({ data }: AdObject): boolean => data.subtype === "LOOKALIKE";

/** How a lookalike was made out; null: it is none. */
export const lookalikeOf = ({ data }: AdObject): Lookalike | null => {
  const parsed = lookalikeSchema.safeParse(data.lookalike);
  return parsed.success ? parsed.data : null;
};

/** A list, and on whose behalf it is uploaded: the company that its owner named, else the account's own advertiser. */
export const listRefOf = ({ id, accountId, data }: AdObject): ListRef => ({
  audienceId: id,
  company: typeof data.nod_company === "string" ? data.nod_company : `act_${accountId}`,
});
