import { ok, type Result } from "@/lib/result";
import { reviewed } from "./activity";
import { categories, categoriesOf } from "./activity-names";
import { answerRows, type Columns } from "./answer-rows";
import { pageParams } from "./common-params";
import { type Fault, wrong } from "./fault";
import type { Described, ParamSpec } from "./node-type";
import { listParam, type Params, textParam } from "./params";
import { finishedReviews } from "./review-state";
import type { Answer, EdgeCall, Scope } from "./scope";
import type { Activity, AdAccount } from "./store";
import { formatTime, parseTime } from "./zone-time";

const weekMs = 7 * 86_400_000;

export const activityParams: Readonly<Record<string, ParamSpec>> = {
  ...pageParams,
  since: { type: "time", about: "From then on; a week before until, without it." },
  until: { type: "time", about: "Up to then; now, without it." },
  category: { type: "list of text", about: "Only events about these.", values: categories },
  oid: { type: "id", about: "Only what happened to this object." },
  uid: { type: "id", about: "Only what this actor did." },
};

export const activityFields: Readonly<Record<string, Described>> = {
  event_type: { type: "text", about: "create_ad_set, update_campaign_budget, ..." },
  event_time: { type: "time", about: "When, in network time." },
  date_time_in_timezone: { type: "text", about: "The same, to be read by people." },
  actor_id: {
    type: "id",
    about: "The token that was used; dashboard, or network for the network's own doing.",
    differs: "A token, not a person: the network knows no people at the agency.",
  },
  actor_name: { type: "text", about: "Its name." },
  object_id: { type: "id", about: "What it happened to; a picture's hash." },
  object_type: { type: "text", about: "CAMPAIGN, AD_SET, AD, CREATIVE, IMAGE, AUDIENCE." },
  object_name: { type: "text", about: "Its name before the change." },
  extra_data: { type: "JSON as text", about: "type, old_value and new_value of a change." },
};

type Logged = Activity & { readonly key: string };

const columns: Columns<Logged, AdAccount> = {
  event_type: ({ eventType }) => eventType,
  event_time: ({ at }, account) => formatTime(at, account.timeZone),
  date_time_in_timezone: ({ at }, account) =>
    at.toLocaleString("en-GB", {
      timeZone: account.timeZone,
      dateStyle: "medium",
      timeStyle: "short",
    }),
  actor_id: ({ actorId }) => actorId,
  actor_name: ({ actorName }) => actorName,
  object_id: ({ objectId }) => objectId,
  object_type: ({ objectType }) => objectType,
  object_name: ({ objectName }) => objectName,
  extra_data: ({ extra }) => JSON.stringify(extra),
};

/** `GET /act_n/activities`: what was changed in the account and by whom, newest first, ends of reviews among it. */
export async function listActivities(
  scope: Scope,
  _node: AdAccount,
  account: AdAccount,
  edge: EdgeCall,
): Answer {
  const range = readRange(scope, account, edge.params);
  if (!range.ok) return range;
  const { since, until } = range.value;
  const logged = await scope.deps.activities.list(account.id, since, until);
  const all: Logged[] = [
    ...logged.map((one) => ({ ...one, key: String(one.seq) })),
    ...(await reviewsOf(scope, account, since, until)),
  ];
  const { params } = edge;
  const about = listParam(params, "category");
  const [oid, uid] = [textParam(params, "oid"), textParam(params, "uid")];
  const rows = all
    .filter(({ objectId }) => oid === null || objectId === oid)
    .filter(({ actorId }) => uid === null || actorId === uid)
    .filter(
      ({ eventType, objectType }) =>
        !about || categoriesOf(eventType, objectType).some((one) => about.includes(one)),
    )
    .sort((a, b) => b.at.getTime() - a.at.getTime());
  return answerRows(rows, ({ key }) => key, columns, account, edge, "AdActivity");
}

/** Reviews end by the clock alone, so they stand with the ads and not in the log. */
async function reviewsOf(
  { deps }: Scope,
  account: AdAccount,
  since: Date,
  until: Date,
): Promise<readonly Logged[]> {
  const ads = await deps.objects.list({ kind: "ad", accountIds: [account.id] });
  return ads.flatMap((ad) =>
    finishedReviews(ad)
      .filter(({ end }) => end >= since && end <= until)
      .map(({ end, feedback }) => ({
        ...reviewed(ad, end, feedback),
        key: `review-${ad.id}-${end.getTime()}`,
      })),
  );
}

function readRange(
  { now }: Scope,
  { timeZone }: AdAccount,
  params: Params,
): Result<{ readonly since: Date; readonly until: Date }, Fault> {
  const ends: Date[] = [];
  for (const [name, otherwise] of [
    ["until", () => now],
    ["since", () => new Date((ends[0] ?? now).getTime() - weekMs)],
  ] as const) {
    const given = textParam(params, name);
    const at = given === null ? otherwise() : parseTime(given, timeZone);
    if (!at) return wrong([name], `${name} must be a time such as 2026-03-01T09:00:00+0100.`);
    ends.push(at);
  }
  const [until = now, since = now] = ends;
  if (since > until) return wrong(["since"], "since must not be after until.");
  return ok({ since, until: until > now ? now : until });
}
