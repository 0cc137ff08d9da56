import { Card } from "@/components/ui/card";
import { Row, Table, TableBody, TableHead, Td, Th } from "@/components/ui/table";
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
      description="Days that are over are settled and do not change. People of several days are not their sum."
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
                <Td numeric>{formatRange(day.reach)}</Td>
                <Td numeric>{formatRange(day.cumulative)}</Td>
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
