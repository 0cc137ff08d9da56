/** Clients of the demo at which something waits for somebody; at the others everything goes to plan. */
export const waiting: Readonly<Record<string, "capped" | "paused" | "draft" | undefined>> = {
  // More money than its few people may be shown ads for.
  noradano: "capped",
  galifira: "capped",
  // Somebody paused it nine days ago and forgot.
  orufira: "paused",
  // Planned, and not launched yet.
  marifira: "draft",
  tivafira: "draft",
};

export const pausedDaysAgo = 9;
