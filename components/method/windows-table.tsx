import { Row, Table, TableBody, TableHead, Td, Th } from "@/components/ui/table";
import type { WindowFacts } from "./facts";

const two = new Intl.NumberFormat("en", { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const whole = new Intl.NumberFormat("en");

export function WindowsTable({ windows }: { windows: readonly WindowFacts[] }) {
  return (
    <div className="rounded-md border bg-surface">
      <Table caption="What an agency may spend, and what that bounds" className="text-base">
        <TableHead>
          <Th>In any</Th>
          <Th numeric>Credits</Th>
          <Th numeric>Epsilon</Th>
          <Th numeric>With overviews</Th>
        </TableHead>
        <TableBody>
          {windows.map(({ days, credits, epsilon, epsilonWithOverviews }) => (
            <Row key={days}>
              <Th scope="row" className="font-normal">
                {days} days
              </Th>
              <Td numeric>{whole.format(credits)}</Td>
              <Td numeric>{two.format(epsilon)}</Td>
              <Td numeric>{two.format(epsilonWithOverviews)}</Td>
            </Row>
          ))}
        </TableBody>
      </Table>
    </div>
  );
}
