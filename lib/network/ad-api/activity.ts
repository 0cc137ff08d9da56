import type { ListSession } from "@/lib/network/lists/list-store";
import { changedEvent, madeEvent, objectType } from "./activity-names";
import type { Scope } from "./scope";
import type { Activity, AdObject } from "./store";

type Doer = Pick<Scope, "caller" | "now">;
type Subject = Pick<AdObject, "id" | "kind" | "accountId" | "data">;

/** Fields that are large, or that are nobody's change. */
const unsaid: ReadonlySet<string> = new Set(["bytes", "reviews", "too_small_since"]);

const line = (
  object: Subject,
  at: Date,
  actor: { readonly id: string; readonly name: string },
): Omit<Activity, "eventType" | "extra"> => ({
  accountId: object.accountId,
  at,
  actorId: actor.id,
  actorName: actor.name,
  objectId: object.kind === "image" ? String(object.data.hash) : String(object.id),
  objectType: objectType(object.kind),
  objectName: typeof object.data.name === "string" ? object.data.name : "",
});

/** The line that says who made an object. */
export const made = ({ caller, now }: Doer, object: Subject): Activity => ({
  ...line(object, now, caller.actor),
  eventType: madeEvent(object.kind),
  extra: {},
});

/** A line for every field that a change writes over with something else, status included. */
export function changed(
  { caller, now }: Doer,
  before: AdObject,
  data: AdObject["data"],
  status: AdObject["status"] | null,
): readonly Activity[] {
  const written = Object.entries({ ...data, ...(status && { status }) });
  return written.flatMap(([field, value]) => {
    const old = field === "status" ? before.status : before.data[field];
    if (unsaid.has(field) || JSON.stringify(old) === JSON.stringify(value)) return [];
    return {
      ...line(before, now, caller.actor),
      eventType: changedEvent(before, field),
      extra: { type: field, old_value: old ?? null, new_value: value },
    };
  });
}

/** An upload to a list of customers whose last call came; what it says of it is what its uploader sent. */
export const uploaded = (
  { caller, now }: Doer,
  audience: AdObject,
  { sessionId, operation, received, invalid }: ListSession,
): Activity => ({
  ...line(audience, now, caller.actor),
  eventType: changedEvent(audience, "users"),
  extra: {
    ...{ type: "users", operation: operation.toUpperCase(), session_id: sessionId },
    ...{ num_received: received, num_invalid_entries: invalid },
  },
});

/** The network's own doing: it pauses what has become too small. */
export const pausedByNetwork = (object: AdObject, at: Date): Activity => ({
  ...line(object, at, { id: "network", name: "Network" }),
  eventType: changedEvent(object, "status"),
  extra: {
    type: "status",
    old_value: object.status,
    new_value: "PAUSED",
    reason: "The audience is too small.",
  },
});

/** What came of an ad's review. */
export const reviewed = (
  ad: AdObject,
  at: Date,
  feedback: Readonly<Record<string, string>>,
): Activity => ({
  ...line(ad, at, { id: "network", name: "Network" }),
  eventType: Object.keys(feedback).length === 0 ? "ad_review_approved" : "ad_review_declined",
  extra: { ...feedback },
});
