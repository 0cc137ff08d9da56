import { createObject } from "./create-object";
import { deliveryEstimate } from "./delivery-estimate";
import { readInsights } from "./insights";
import { inLeastTime } from "./least-time";
import { listObjects } from "./list-objects";
import { leastDailyMinor } from "./minimum-budget";
import type { Edge, NodeType } from "./node-type";
import type { ObjectSpec } from "./object-spec";
import { reachEstimate } from "./reach-estimate";
import { reachOverlap } from "./reach-overlap";
import { browseSegments, searchSegments } from "./search";
import { adSetSpec } from "./specs/ad-set-spec";
import { adSpec } from "./specs/ad-spec";
import { campaignSpec } from "./specs/campaign-spec";
import { creativeSpec } from "./specs/creative-spec";
import { imageSpec } from "./specs/image-spec";
import type { AdAccount } from "./store";
import { uploadImage } from "./upload-image";
import { formatTime } from "./zone-time";

/** An edge that lists an account's objects of one kind, and makes them. */
const objects = (spec: ObjectSpec): Edge<AdAccount> => ({
  get: async (scope, _node, account, edge) => {
    const all = await scope.deps.objects.list({ kind: spec.kind, accountIds: [account.id] });
    return listObjects(scope, spec.kind, account, all, edge);
  },
  post: (scope, _node, account, edge) => createObject(scope, spec, account, edge.params, edge.asks),
});

export const accountType: NodeType<AdAccount> = {
  name: "AdAccount",
  fields: {
    id: ({ id }) => `act_${id}`,
    account_id: ({ id }) => id,
    name: ({ name }) => name,
    account_status: () => 1,
    currency: ({ currency }) => currency,
    timezone_name: ({ timeZone }) => timeZone,
    timezone_offset_hours_utc: ({ timeZone }, _account, { now }) => offsetHours(now, timeZone),
    min_daily_budget: ({ currency, minorUnits }) => leastDailyMinor(currency, minorUnits),
    nod_minor_units: ({ minorUnits }) => minorUnits,
  },
  links: {},
  edges: {
    campaigns: objects(campaignSpec),
    adsets: objects(adSetSpec),
    ads: objects(adSpec),
    adcreatives: objects(creativeSpec),
    adimages: { ...objects(imageSpec), post: uploadImage },
    insights: {
      get: (scope, _node, account, edge) =>
        readInsights(scope, account, { level: "account" }, edge),
    },
    reachestimate: { get: inLeastTime(reachEstimate) },
    delivery_estimate: { get: inLeastTime(deliveryEstimate) },
    nod_overlap: { get: reachOverlap },
    targetingsearch: { get: (scope, _node, _account, edge) => searchSegments(scope, edge) },
    targetingbrowse: { get: (scope, _node, _account, edge) => browseSegments(scope, edge) },
  },
};

function offsetHours(now: Date, timeZone: string): number {
  const [, sign, hours, minutes] = /([+-])(\d\d)(\d\d)$/.exec(formatTime(now, timeZone)) ?? [];
  return (sign === "-" ? -1 : 1) * (Number(hours) + Number(minutes) / 60);
}
