import { z } from "zod/mini";

const within = z.optional(z.literal([7, 30, 90, 180]));
const strength = z.optional(z.literal([1, 2, 3]));

const interest = z.object({
  id: z.string(),
  name: z.optional(z.string()),
  nod_within_days: within,
  nod_min_strength: strength,
});

const connection = z.object({
  id: z.string(),
  nod_kind: z.optional(z.literal(["customer_list", "conversation"])),
  nod_within_days: within,
});

const group = z.object({
  interests: z.optional(z.array(interest)),
  behaviors: z.optional(z.array(interest)),
});

/** The wire's targeting spec: every rule of an audience has a place here, and comes back the same. */
export const targeting = z.object({
  flexible_spec: z.optional(z.array(group)),
  exclusions: z.optional(group),
  geo_locations: z.optional(
    z.object({
      countries: z.optional(z.array(z.string())),
      regions: z.optional(z.array(z.object({ key: z.string() }))),
    }),
  ),
  age_min: z.optional(z.number()),
  age_max: z.optional(z.number()),
  genders: z.optional(z.array(z.literal([1, 2]))),
  locales: z.optional(z.array(z.string())),
  user_os: z.optional(z.array(z.literal(["android", "ios", "kaios", "desktop"]))),
  publisher_platforms: z.optional(z.array(z.literal(["messenger", "social", "photos"]))),
  connections: z.optional(z.array(connection)),
  excluded_connections: z.optional(z.array(connection)),
  custom_audiences: z.optional(z.array(z.object({ id: z.string() }))),
  excluded_custom_audiences: z.optional(z.array(z.object({ id: z.string() }))),
  nod_within_days: within,
  nod_min_strength: strength,
  nod_on_social: z.optional(z.boolean()),
  targeting_automation: z.optional(z.object({ advantage_audience: z.literal([0, 1]) })),
});
export type Targeting = z.infer<typeof targeting>;
