import { Row, Table, TableBody, TableHead, Td, Th } from "@/components/ui/table";
import type { Precision } from "./facts";

const whole = new Intl.NumberFormat("en");

export function PrecisionTable({ steps }: { steps: readonly Precision[] }) {
  return (
    <div className="rounded-md border bg-surface">
      <Table caption="How far an answer is from the true count" className="text-base">
        <TableHead>
          <Th>Answers of</Th>
          <Th numeric>Two in three are within</Th>
          <Th numeric>19 in 20 are within</Th>
        </TableHead>
        <TableBody>
          {steps.map(({ from, sigma }) => (
            <Row key={sigma}>
              <Th scope="row" className="font-normal">
                {nameOf(from)}
              </Th>
              <Td numeric>{whole.format(sigma)} people</Td>
              <Td numeric>{whole.format(2 * sigma)} people</Td>
            </Row>
          ))}
        </TableBody>
      </Table>
    </div>
  );
}

function nameOf(from: number | null): string {
  if (from === null) return "Sharpened, when asked for";
  return from === 0 ? "Fewer people" : `${whole.format(from)} people and more`;
}
