import { own, type ParamSpec } from "../node-type";

type Ids = Readonly<Record<string, string>>;

const germany = { geo_locations: { countries: ["DE"] } };

/** What a parameter may be, by edge and name or by name alone, wherever it is required or nothing can be asked without it. */
const samples: Readonly<Record<string, (ids: Ids) => unknown>> = {
  "search.type": () => "adinterest",
  "search.q": () => "bicycl",
  "reachestimate.targeting_spec": () => germany,
  "delivery_estimate.targeting_spec": () => germany,
  "nod_overlap.campaign_ids": ({ campaign, anotherCampaign }) => [campaign, anotherCampaign],
  "nod_known_reach.targeting_specs": () => [germany],
  "targetingvalidation.targeting_list": () => [{ type: "interests", id: "473" }],
  "targetingsentencelines.targeting_spec": () => germany,
  targeting_list: () => [{ type: "interests", id: "473" }],
  campaign_ids: ({ campaign, anotherCampaign }) => [campaign, anotherCampaign],
  payload: () => ({ schema: "EMAIL", data: ["0".repeat(64)] }),
  q: () => "bicycl",
  targeting_spec: () => germany,
};

/** Parameters with which an edge can be asked. */
export function samplesOf(
  edge: string,
  params: Readonly<Record<string, ParamSpec>>,
  ids: Ids,
): Readonly<Record<string, unknown>> {
  const found: Record<string, unknown> = {};
  for (const [name, { required, values }] of Object.entries(params)) {
    const sample = own(samples, `${edge}.${name}`) ?? (required && own(samples, name));
    if (sample) found[name] = sample(ids);
    else if (required && values) found[name] = values[0];
    else if (required) throw new Error(`samples.ts has no ${edge}.${name} yet.`);
  }
  return found;
}
