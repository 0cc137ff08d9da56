import { Row, Table, TableBody, TableHead, Td, Th } from "@/components/ui/table";
import { formatShortDay } from "@/lib/format/date";
import { formatMoney } from "@/lib/format/money";
import { formatPeople } from "@/lib/format/people";
import type { Report } from "@/lib/reports/report";
import { sayTimes } from "@/lib/reports/words";
import { PeopleCell } from "./people-cell";

/** Week by week: who was new, and how often each person saw an ad. */
export function WeekTable({ report }: { report: Report }) {
  return (
    <Table caption="Each week: new people, reach, frequency and spend">
      <TableHead>
        <Th>Week</Th>
        <Th numeric>New people</Th>
        <Th numeric>People reached</Th>
        <Th numeric>Times each</Th>
        <Th numeric>Spend</Th>
      </TableHead>
      <TableBody>
        {report.weeks.map(({ since, until, newPeople, numbers }) => (
          <Row key={since}>
            <Th scope="row" className="whitespace-nowrap font-normal">
              {formatShortDay(since)}–{formatShortDay(until)}
            </Th>
            <Td numeric>
              {newPeople === null ? "too few to say" : `about ${formatPeople(newPeople)}`}
            </Td>
            <Td numeric>
              <PeopleCell {...numbers} />
            </Td>
            <Td numeric>{numbers.frequency === null ? "" : sayTimes(numbers.frequency)}</Td>
            <Td numeric>{formatMoney(numbers.spendMinor, report)}</Td>
          </Row>
        ))}
      </TableBody>
    </Table>
  );
}
