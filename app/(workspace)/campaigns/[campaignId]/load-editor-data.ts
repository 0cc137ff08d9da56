import type { EditorData } from "@/components/campaigns/editor-data";
import { describeRules } from "@/lib/audiences/describe";
import type { Campaign } from "@/lib/campaigns/campaign";
import { networkTime } from "@/lib/campaigns/network-time";
import { ownedFirst } from "@/lib/companies/owned-first";
import { formatZone } from "@/lib/format/date";
import type { Ctx } from "@/lib/server/context";
import { namesFor } from "@/lib/server/named-rules";
import type { Client } from "@/lib/workspace/actor";

/** What the form offers: the client's audiences in words, its companies, and the day it is. */
export async function loadEditorData(
  ctx: Ctx,
  client: Client,
  campaign: Campaign,
): Promise<EditorData> {
  const [listed, time] = await Promise.all([
    ctx.audiences.list(ctx.actor.agencyId, client.id),
    networkTime(ctx.adApi, client.timeZone),
  ]);
  const chosen = campaign.plan.audienceId;
  const offered = listed.flatMap(({ id, name, state, rules }) =>
    state === "saved" || (state === "draft" && id === chosen) ? [{ id, name, state, rules }] : [],
  );
  const names = await namesFor(
    ctx,
    offered.map(({ rules }) => rules),
    [client],
  );
  const { id, name, currency, minorUnits, timeZone } = client;
  const companies = ownedFirst(client.companies);
  return {
    client: { id, name, currency, minorUnits, timeZone, companies },
    audiences: offered.map((audience) => ({
      ...audience,
      words: describeRules(audience.rules, names),
    })),
    segmentNames: names.segments,
    today: time.ok ? time.value.today : null,
    zone: formatZone(time.ok ? time.value.now : ctx.now(), timeZone),
  };
}
