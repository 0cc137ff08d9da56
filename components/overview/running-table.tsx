import Link from "next/link";
import { campaignHref } from "@/components/reports/addresses";
import { PaceMeter } from "@/components/reports/pace-meter";
import { PeopleCell } from "@/components/reports/people-cell";
import { Row, Table, TableBody, TableHead, Td, Th } from "@/components/ui/table";
import { formatShortDay } from "@/lib/format/date";
import { type Currency, formatMoney } from "@/lib/format/money";
import type { CampaignRow } from "@/lib/reports/load-standing";

interface RunningTableProps {
  running: readonly CampaignRow[];
  clientId: string;
  currency: Currency;
}

/** Campaigns that run now. No total row: the people of the whole client stand above. */
export function RunningTable({ running, clientId, currency }: RunningTableProps) {
  return (
    <Table caption="Campaigns that run now">
      <TableHead>
        <Th>Campaign</Th>
        <Th>Against plan</Th>
        <Th numeric>People reached</Th>
        <Th numeric>Spend</Th>
        <Th numeric>Until</Th>
      </TableHead>
      <TableBody>
        {running.map(({ facts, numbers, pace }) => (
          <Row key={facts.remoteId}>
            <Th scope="row" className="min-w-40">
              {facts.own ? (
                <Link
                  href={campaignHref(facts.own.id, clientId)}
                  className="inline-flex min-h-6 items-center underline decoration-line-strong underline-offset-2 hover:decoration-ink pointer-coarse:min-h-11"
                >
                  {facts.name}
                </Link>
              ) : (
                facts.name
              )}
            </Th>
            <Td>
              <PaceMeter pace={pace} />
            </Td>
            <Td numeric>
              <PeopleCell {...numbers} />
            </Td>
            <Td numeric>{formatMoney(numbers.spendMinor, currency)}</Td>
            <Td numeric>{facts.days ? formatShortDay(facts.days.until) : "no end"}</Td>
          </Row>
        ))}
      </TableBody>
    </Table>
  );
}
