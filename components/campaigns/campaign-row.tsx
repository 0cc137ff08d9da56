import Link from "next/link";
import { Row, Td, Th } from "@/components/ui/table";
import type { ListedCampaign } from "@/lib/campaigns/list-view";
import { formatDays } from "@/lib/format/date";
import { formatMoney } from "@/lib/format/money";
import { formatRange } from "@/lib/format/people";
import { CampaignStatus } from "./campaign-status";
import { Pace } from "./pace";

const nothing = <span className="text-ink-3">–</span>;

/** One campaign of a list; the name leads to it. */
export function CampaignRow({
  campaign,
  showClient,
}: {
  campaign: ListedCampaign;
  showClient: boolean;
}) {
  const { client, company, startDay, endDay, spentMinor, plannedMinor, reach, status } = campaign;
  const below = [
    ...new Set([showClient && client.name, company?.name].filter((name) => Boolean(name))),
  ].join(" · ");
  const isRunning = status === "delivering" || status === "paused" || status === "in_review";
  return (
    <Row>
      <Th scope="row" className="min-w-44 max-w-80 py-2 font-normal max-sm:max-w-44">
        <Link
          href={`/campaigns/${campaign.id}?client=${client.id}`}
          className="line-clamp-2 font-medium underline decoration-line-strong underline-offset-2 hover:decoration-ink"
        >
          {campaign.name || "Untitled campaign"}
        </Link>
        <span className="block truncate text-ink-2 text-xs">{below || "No company yet"}</span>
        <span className="mt-0.5 block sm:hidden">
          <CampaignStatus status={status} />
        </span>
      </Th>
      <Td className="max-sm:hidden">
        <CampaignStatus status={status} />
      </Td>
      <Td className="whitespace-nowrap">
        {startDay && endDay ? formatDays(startDay, endDay) : nothing}
      </Td>
      <Td numeric>{reach ? formatRange(reach) : nothing}</Td>
      <Td numeric>{campaign.frequency === null ? nothing : campaign.frequency.toFixed(1)}</Td>
      <Td numeric>
        {spentMinor === null ? nothing : formatMoney(spentMinor, client)}
        {plannedMinor !== null && (
          <span className="block text-ink-2 text-xs">
            {spentMinor === null ? "up to" : "of"} {formatMoney(plannedMinor, client)}
          </span>
        )}
      </Td>
      <Td>{isRunning ? <Pace pace={campaign.pace} ratio={campaign.paceRatio} /> : nothing}</Td>
    </Row>
  );
}
