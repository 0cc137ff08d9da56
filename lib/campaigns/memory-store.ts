import { ok, refuse } from "@/lib/result";
import type { Campaign } from "./campaign";
import type { Activity, CampaignStore } from "./store";

/** Campaigns in memory: the store of unit tests, held to the same contract as the database. */
export function memoryCampaignStore(): CampaignStore {
  const rows = new Map<string, Campaign>();
  const activities: Activity[] = [];
  const copy = <T>(value: T): T => structuredClone(value);
  const find = (agencyId: string, id: string): Campaign | null => {
    const row = rows.get(id);
    return row && row.agencyId === agencyId ? row : null;
  };

  return {
    get: async (agencyId, id) => copy(find(agencyId, id)),

    list: async (agencyId, clientId) =>
      [...rows.values()]
        .filter((row) => row.agencyId === agencyId && row.clientId === clientId)
        .sort((a, b) => b.updatedAt.getTime() - a.updatedAt.getTime() || (a.id < b.id ? -1 : 1))
        .map(copy),

    save: async (campaign) => {
      const current = rows.get(campaign.id);
      const isNew = campaign.version === 0;
      const fits = isNew
        ? !current
        : current?.version === campaign.version && current.agencyId === campaign.agencyId;
      if (!fits) return refuse("conflict", "The campaign was changed in the meantime.");
      const next = copy({ ...campaign, version: campaign.version + 1 });
      rows.set(next.id, next);
      return ok(copy(next));
    },

    addRemote: async (agencyId, id, version, remote) => {
      const row = find(agencyId, id);
      if (row?.version === version) rows.set(id, { ...row, remote: { ...row.remote, ...remote } });
    },

    listLaunching: async () =>
      [...rows.values()].filter((row) => row.state === "launching").map(copy),

    log: async (activity) => {
      if (!activities.some(({ id }) => id === activity.id)) activities.push(copy(activity));
    },

    listActivity: async (agencyId, campaignId) =>
      activities
        .filter((one) => one.agencyId === agencyId && one.campaignId === campaignId)
        .map((one, index) => ({ one, index }))
        .sort((a, b) => b.one.at.getTime() - a.one.at.getTime() || b.index - a.index)
        .map(({ one }) => copy(one)),
  };
}
