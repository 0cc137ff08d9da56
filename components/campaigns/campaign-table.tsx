import { Table, TableBody, TableHead, Th } from "@/components/ui/table";
import type { ListedCampaign } from "@/lib/campaigns/list-view";
import { CampaignRow } from "./campaign-row";

/** Campaigns without a total: people reached by several campaigns are not their sum. */
export function CampaignTable({
  campaigns,
  showClient,
}: {
  campaigns: readonly ListedCampaign[];
  showClient: boolean;
}) {
  return (
    <div className="rounded-md border bg-surface">
      <Table caption="Campaigns">
        <TableHead>
          <Th>Campaign</Th>
          <Th className="max-sm:hidden">Status</Th>
          <Th>Days</Th>
          <Th numeric>People reached</Th>
          <Th numeric>Frequency</Th>
          <Th numeric>Spent</Th>
          <Th>Pace</Th>
        </TableHead>
        <TableBody>
          {campaigns.map((campaign) => (
            <CampaignRow key={campaign.id} campaign={campaign} showClient={showClient} />
          ))}
        </TableBody>
      </Table>
    </div>
  );
}
