import type { AdObject, ObjectKind } from "./store";

interface Names {
  /** As `object_type` says it. */
  readonly type: string;
  readonly made: string;
  /** By written field; a field that is not named here is an update of its own name. */
  readonly fields: Readonly<Record<string, string>>;
}

/** Event types as Meta's log has them, where it has one. */
const names: Readonly<Partial<Record<ObjectKind, Names>>> = {
  campaign: {
    type: "CAMPAIGN",
    made: "create_campaign_group",
    fields: {
      status: "update_campaign_run_status",
      name: "update_campaign_name",
      daily_budget: "update_campaign_budget",
      lifetime_budget: "update_campaign_budget",
      start_time: "update_campaign_schedule",
      stop_time: "update_campaign_schedule",
    },
  },
  adset: {
    type: "AD_SET",
    made: "create_ad_set",
    fields: {
      status: "update_ad_set_run_status",
      name: "update_ad_set_name",
      daily_budget: "update_ad_set_budget",
      lifetime_budget: "update_ad_set_budget",
      start_time: "update_ad_set_duration",
      end_time: "update_ad_set_duration",
      targeting: "update_ad_set_target_spec",
    },
  },
  ad: {
    type: "AD",
    made: "create_ad",
    fields: {
      status: "update_ad_run_status",
      name: "update_ad_friendly_name",
      creative: "update_ad_creative",
    },
  },
  creative: { type: "CREATIVE", made: "create_ad_creative", fields: {} },
  image: { type: "IMAGE", made: "add_images", fields: {} },
};

const namesOf = (kind: ObjectKind): Names =>
  names[kind] ??
  (kind.endsWith("audience")
    ? { type: "AUDIENCE", made: "create_audience", fields: {} }
    : { type: kind.toUpperCase(), made: `create_${kind}`, fields: {} });

export const objectType = (kind: ObjectKind): string => namesOf(kind).type;
export const madeEvent = (kind: ObjectKind): string => namesOf(kind).made;

/** The event that writing a field is. */
export function changedEvent({ kind }: Pick<AdObject, "kind">, field: string): string {
  const { fields, type } = namesOf(kind);
  return fields[field] ?? `update_${type.toLowerCase()}_${field}`;
}

export const categories = [
  "ACCOUNT",
  "AD",
  "AD_SET",
  "AUDIENCE",
  "BID",
  "BUDGET",
  "CAMPAIGN",
  "DATE",
  "STATUS",
  "TARGETING",
] as const;
type Category = (typeof categories)[number];

/** What an event is about, and what it happened to: both find it. */
export function categoriesOf(eventType: string, type: string): readonly Category[] {
  const about: [RegExp, Category][] = [
    [/_run_status$/, "STATUS"],
    [/_budget$/, "BUDGET"],
    [/_(?:duration|schedule)$/, "DATE"],
    [/_target_spec$/, "TARGETING"],
    [/_bid_/, "BID"],
  ];
  const own = categories.find((one) => one === type) ?? "ACCOUNT";
  return [own, ...about.flatMap(([pattern, one]) => (pattern.test(eventType) ? [one] : []))];
}
