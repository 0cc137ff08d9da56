import { z } from "zod/mini";

/** A rule on one segment (an IAB id). null leaves the audience's own freshness or strength in force. */
export const segmentRule = z.object({
  segment: z.string().check(z.regex(/^\d{1,6}$/)),
  withinDays: z._default(z.nullable(z.literal([7, 30, 90, 180])), null),
  minStrength: z._default(z.nullable(z.literal([1, 2, 3])), null),
});
export type SegmentRule = z.infer<typeof segmentRule>;

const anyOf = z.array(segmentRule).check(z.maxLength(50));

export const relationship = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("anyone") }),
  z.object({
    kind: z.literal("works_with"),
    companies: z.array(z.string().check(z.minLength(1))).check(z.maxLength(20)),
    by: z._default(z.nullable(z.literal(["customer_list", "conversation"])), null),
    withinDays: z._default(z.nullable(z.literal([7, 30, 90, 180])), null),
  }),
  z.object({
    kind: z.literal("new_to"),
    companies: z.array(z.string().check(z.minLength(1))).check(z.maxLength(20)),
  }),
]);
export type Relationship = z.infer<typeof relationship>;

/**
 * What a marketer chose, in the builder's three boxes and the fields below them.
 * `any`: likes any of these. `must`: and must also like, each an any-of. `never`: never these.
 */
export const rules = z.object({
  any: anyOf,
  must: z.array(anyOf).check(z.maxLength(8)),
  never: anyOf,
  countries: z.array(z.string().check(z.regex(/^[A-Z]{2}$/))).check(z.maxLength(60)),
  regions: z.array(z.string().check(z.regex(/^[A-Z]{2}-[A-Z0-9]{1,3}$/))).check(z.maxLength(100)),
  ageMin: z.literal([18, 25, 35, 45, 55, 65]),
  ageMax: z.literal([24, 34, 44, 54, 64, 65]),
  /** null: all. */
  gender: z.nullable(z.literal(["female", "male"])),
  languages: z.array(z.string().check(z.regex(/^[a-z]{2,3}$/))).check(z.maxLength(30)),
  devices: z.array(z.literal(["android", "ios", "kaios", "desktop"])),
  placements: z.array(z.literal(["messenger", "social", "photos"])),
  /** null: both; false: messaging only, people who do not post on social. */
  onSocial: z.nullable(z.boolean()),
  withinDays: z.literal([7, 30, 90, 180]),
  minStrength: z.literal([1, 2, 3]),
  relationship,
});
export type Rules = z.infer<typeof rules>;
