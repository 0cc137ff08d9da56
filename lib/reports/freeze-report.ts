import type { Report } from "./report";
import type { ShareScope } from "./share";

/** The report as a stranger may keep it: without our ids, and without whom the ads were for unless that is shared too. */
export function freezeReport(report: Report, scope: ShareScope): Report {
  return {
    ...report,
    campaigns: report.campaigns.map((campaign) => ({
      ...campaign,
      campaignId: null,
      audience: scope === "with_audience" ? campaign.audience : null,
    })),
  };
}
