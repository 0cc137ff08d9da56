import Link from "next/link";
import { NeedLines } from "@/components/overview/need-lines";
import { PaceMeter } from "@/components/reports/pace-meter";
import { PeopleCell } from "@/components/reports/people-cell";
import { Row, Table, TableBody, TableHead, Td, Th } from "@/components/ui/table";
import { formatMoney } from "@/lib/format/money";
import type { ClientRow } from "@/lib/reports/overview";
import type { Period } from "@/lib/reports/report";
import { sayTimes } from "@/lib/reports/words";

interface ClientTableProps {
  clients: readonly ClientRow[];
  period: Period;
  /** Where a client's name leads. */
  href: (clientId: string) => string;
}

/** One row a client, worst pacing first. No total: currencies differ, and people are shared. */
export function ClientTable({ clients, period, href }: ClientTableProps) {
  return (
    <Table caption="Clients, the farthest from plan first">
      <TableHead>
        <Th>Client</Th>
        <Th>Against plan</Th>
        <Th numeric>Spend</Th>
        <Th numeric>People reached</Th>
        <Th numeric>Times each</Th>
        <Th numeric>Running</Th>
        <Th>Needs you</Th>
      </TableHead>
      <TableBody>
        {clients.map((row) => (
          <Row key={row.clientId}>
            <Th scope="row" className="min-w-36">
              <Link
                href={href(row.clientId)}
                className="inline-flex min-h-6 items-center underline decoration-line-strong underline-offset-2 hover:decoration-ink pointer-coarse:min-h-11"
              >
                {row.client}
              </Link>
            </Th>
            <Td>
              <PaceMeter pace={row.pace} />
            </Td>
            <Td numeric>{formatMoney(row.total.spendMinor, row)}</Td>
            <Td numeric>
              <PeopleCell {...row.total} />
            </Td>
            <Td numeric>{row.total.frequency === null ? "" : sayTimes(row.total.frequency)}</Td>
            <Td numeric>{row.running}</Td>
            <Td className="min-w-64">
              <NeedLines needs={row.needs} period={period} />
            </Td>
          </Row>
        ))}
      </TableBody>
    </Table>
  );
}
