import { z } from "zod/mini";

const days = z.literal([7, 30, 90, 180]);
const strength = z.literal([1, 2, 3]);
const id = z.pipe(
  z.union([z.string(), z.number()]),
  z.pipe(
    z.transform((value: string | number) => String(value)),
    z.string().check(z.minLength(1), z.maxLength(60)),
  ),
);

const interest = z.strictObject({
  id,
  name: z.optional(z.string()),
  nod_within_days: z.optional(days),
  nod_min_strength: z.optional(strength),
});
const connection = z.strictObject({
  id,
  name: z.optional(z.string()),
  nod_kind: z.optional(z.literal(["customer_list", "conversation"])),
  nod_within_days: z.optional(days),
});
const interests = z.array(interest).check(z.maxLength(200));
const group = z.strictObject({
  interests: z.optional(interests),
  behaviors: z.optional(interests),
});
const customAudiences = z
  .array(z.strictObject({ id, name: z.optional(z.string()) }))
  .check(z.maxLength(20));

/** The targeting spec as the network reads it: a field it does not know is refused, never ignored. */
export const targetingSchema = z.strictObject({
  flexible_spec: z.optional(z.array(group).check(z.maxLength(10))),
  exclusions: z.optional(group),
  geo_locations: z.optional(
    z.strictObject({
      countries: z.optional(z.array(z.string()).check(z.maxLength(100))),
      regions: z.optional(
        z
          .array(z.strictObject({ key: z.string(), name: z.optional(z.string()) }))
          .check(z.maxLength(200)),
      ),
    }),
  ),
  age_min: z.optional(z.int()),
  age_max: z.optional(z.int()),
  genders: z.optional(z.array(z.literal([1, 2]))),
  locales: z.optional(z.array(z.string()).check(z.maxLength(50))),
  user_os: z.optional(z.array(z.literal(["android", "ios", "kaios", "desktop"]))),
  publisher_platforms: z.optional(z.array(z.literal(["messenger", "social", "photos"]))),
  connections: z.optional(z.array(connection).check(z.maxLength(50))),
  excluded_connections: z.optional(z.array(connection).check(z.maxLength(50))),
  custom_audiences: z.optional(customAudiences),
  excluded_custom_audiences: z.optional(customAudiences),
  nod_within_days: z.optional(days),
  nod_min_strength: z.optional(strength),
  nod_on_social: z.optional(z.boolean()),
  targeting_automation: z.optional(
    z.strictObject({ advantage_audience: z.optional(z.literal([0, 1])) }),
  ),
});
export type TargetingSpec = z.infer<typeof targetingSchema>;
