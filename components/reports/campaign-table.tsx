import Link from "next/link";
import { Row, Table, TableBody, TableFoot, TableHead, Td, Th } from "@/components/ui/table";
import { formatDays } from "@/lib/format/date";
import { formatMoney } from "@/lib/format/money";
import { formatPeople, formatRange } from "@/lib/format/people";
import type { Report, ReportCampaign } from "@/lib/reports/report";
import { sayTimes } from "@/lib/reports/words";
import { campaignHref } from "./addresses";
import { NotTheSum } from "./not-the-sum";
import { PaceMeter } from "./pace-meter";
import { PeopleCell } from "./people-cell";
import { StandingStatus } from "./standing-status";

interface CampaignTableProps {
  report: Report;
  /** For links to the campaigns; null where there is no workspace, as in a shared report. */
  clientId: string | null;
}

function CampaignName({
  campaign,
  clientId,
}: {
  campaign: ReportCampaign;
  clientId: string | null;
}) {
  if (!clientId || !campaign.campaignId) return campaign.name;
  return (
    <Link
      href={campaignHref(campaign.campaignId, clientId)}
      className="underline decoration-line-strong underline-offset-2 hover:decoration-ink"
    >
      {campaign.name}
    </Link>
  );
}

/** Campaigns and their total: people are a union there, money and impressions a sum. */
export function CampaignTable({ report, clientId }: CampaignTableProps) {
  const { campaigns, total, plan } = report;
  const promised = campaigns.some(({ plannedPeople }) => plannedPeople !== null);
  return (
    <Table caption="Campaigns with their total, which is no sum">
      <TableHead>
        <Th>Campaign</Th>
        <Th>Status</Th>
        <Th numeric>People reached</Th>
        {promised && <Th numeric>Promised</Th>}
        <Th numeric>Times each</Th>
        <Th numeric className="print:hidden">
          Impressions
        </Th>
        <Th numeric>Spend</Th>
        <Th>Against plan</Th>
      </TableHead>
      <TableBody>
        {campaigns.map((campaign) => (
          <Row key={`${campaign.name} ${campaign.days?.since ?? ""} ${campaign.campaignId ?? ""}`}>
            <Th scope="row" className="min-w-44">
              <CampaignName campaign={campaign} clientId={clientId} />
              <span className="block font-normal text-ink-2 text-xs">
                {[
                  campaign.company,
                  campaign.days && formatDays(campaign.days.since, campaign.days.until),
                ]
                  .filter(Boolean)
                  .join(", ")}
              </span>
              {campaign.audience && (
                <span className="block max-w-prose font-normal text-ink-2 text-xs max-md:hidden print:block">
                  {campaign.audience}
                </span>
              )}
            </Th>
            <Td>
              <StandingStatus standing={campaign.standing} />
            </Td>
            <Td numeric>
              <PeopleCell {...campaign.numbers} />
            </Td>
            {promised && (
              <Td numeric>
                {campaign.plannedPeople === null
                  ? ""
                  : `about ${formatPeople(campaign.plannedPeople)}`}
              </Td>
            )}
            <Td numeric>
              {campaign.numbers.frequency === null ? "" : sayTimes(campaign.numbers.frequency)}
            </Td>
            <Td numeric className="print:hidden">
              {formatPeople(campaign.numbers.impressions)}
            </Td>
            <Td numeric>{formatMoney(campaign.numbers.spendMinor, report)}</Td>
            <Td>
              <PaceMeter pace={campaign.pace} />
            </Td>
          </Row>
        ))}
      </TableBody>
      <TableFoot>
        <tr className="h-11">
          <Th scope="row">All campaigns</Th>
          <Td>
            {campaigns.length > 1 && (
              <>
                <NotTheSum
                  overlap={report.overlap}
                  names={campaigns.map(({ name }) => name)}
                  total={total.reach}
                />
                <span className="hidden print:inline">not the sum</span>
              </>
            )}
          </Td>
          <Td numeric>{formatRange(total.reach)}</Td>
          {promised && <Td />}
          <Td numeric>{total.frequency === null ? "" : sayTimes(total.frequency)}</Td>
          <Td numeric className="print:hidden">
            {formatPeople(total.impressions)}
          </Td>
          <Td numeric>{formatMoney(total.spendMinor, report)}</Td>
          <Td>
            <PaceMeter pace={plan.pace} />
          </Td>
        </tr>
      </TableFoot>
    </Table>
  );
}
