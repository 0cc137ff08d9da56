import { Card } from "@/components/ui/card";
import { Row, Table, TableBody, TableHead, Td, Th } from "@/components/ui/table";
import type { ReachBasis } from "@/lib/ad-api/objects";
import type { DeliveredDay } from "@/lib/campaigns/delivery-view";
import { formatDay } from "@/lib/format/date";
import { type Currency, formatMoney } from "@/lib/format/money";
import { formatPeopleInFull, formatRange } from "@/lib/format/people";

/** Day by day, newest first. Closed days never change again. */
export function DayTable({
  days,
  currency,
}: {
  days: readonly DeliveredDay[];
  currency: Currency;
}) {
  return (
    <Card
      title="Day by day"
      description={`Days that are over are settled and do not change. People of several days are not their sum.${whyProjected(days)}`}
      flush
    >
      <div className="max-h-96 overflow-y-auto">
        <Table caption="Delivery day by day">
          <TableHead>
            <Th>Day</Th>
            <Th numeric>People that day</Th>
            <Th numeric>People by then</Th>
            <Th numeric>Times shown</Th>
            <Th numeric>Clicks</Th>
            <Th numeric>Spent</Th>
          </TableHead>
          <TableBody>
            {days.toReversed().map((day) => (
              <Row key={day.day} className={day.projected ? "text-ink-2 italic" : undefined}>
                <Td className="whitespace-nowrap">
                  {formatDay(day.day)}
                  {day.projected && " (today, projected)"}
                </Td>
                <Td numeric>
                  {formatRange(day.reach)}
                  {markOf(day.reachBasis)}
                </Td>
                <Td numeric>
                  {formatRange(day.cumulative)}
                  {markOf(day.cumulativeBasis)}
                </Td>
                <Td numeric>{formatPeopleInFull(day.impressions)}</Td>
                <Td numeric>
                  {day.clicks === null ? "too few to say" : formatPeopleInFull(day.clicks)}
                </Td>
                <Td numeric>{formatMoney(day.spendMinor, currency)}</Td>
              </Row>
            ))}
          </TableBody>
        </Table>
      </div>
    </Card>
  );
}

/** The open day says so in its first column. */
const markOf = (basis: ReachBasis): string =>
  basis === "released" || basis === "open_day" ? "" : " *";

function whyProjected(days: readonly DeliveredDay[]): string {
  const all = new Set(
    days.flatMap(({ reachBasis, cumulativeBasis }) => [reachBasis, cumulativeBasis]),
  );
  const single = all.has("not_opened")
    ? " * People of a single day are projected from times shown: each day counted by itself would use up the budget for reports."
    : "";
  const spent = all.has("budget_spent")
    ? " * The budget for reports is used up for now: people not counted before are projected from times shown."
    : "";
  return `${single}${spent}`;
}
