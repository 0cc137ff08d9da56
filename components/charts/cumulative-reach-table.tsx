import { Row, Table, TableBody, TableHead, Td, Th } from "@/components/ui/table";
import { formatDay } from "@/lib/format/date";
import { formatPeople, formatRange } from "@/lib/format/people";
import type { ReachRow } from "./cumulative-reach-rows";

export function CumulativeReachTable({
  rows,
  caption,
}: {
  rows: readonly ReachRow[];
  caption: string;
}) {
  const planned = rows.some(({ plan }) => plan !== null);
  return (
    <Table caption={caption}>
      <TableHead>
        <Th>Day</Th>
        <Th numeric>People reached by then</Th>
        {planned && <Th numeric>Plan</Th>}
      </TableHead>
      <TableBody>
        {rows.map(({ day, point, plan }) => (
          <Row key={day}>
            <Td>
              {formatDay(day)}
              {point?.projected && <span className="text-ink-3"> (today, projected)</span>}
            </Td>
            <Td numeric>{point ? formatRange({ ...point, hidden: point.hidden ?? false }) : ""}</Td>
            {planned && <Td numeric>{plan === null ? "" : `about ${formatPeople(plan)}`}</Td>}
          </Row>
        ))}
      </TableBody>
    </Table>
  );
}
