import { Row, Table, TableBody, TableHead, Td, Th } from "@/components/ui/table";
import type { AudienceOverlap } from "@/lib/ad-api/ad-api";
import { sayPlaces } from "@/lib/audiences/overlap-words";
import { formatRange } from "@/lib/format/people";

interface OverlapTableProps {
  overlap: AudienceOverlap;
  names: readonly string[];
}

/** Every part, the largest first; what is too small to show comes last. */
export function OverlapTable({ overlap, names }: OverlapTableProps) {
  const cells = [...overlap.cells].sort((a, b) => b.range.shown - a.range.shown);
  return (
    <Table caption="People by exactly the audiences they fit">
      <TableHead>
        <Th>Fits exactly</Th>
        <Th numeric>People</Th>
      </TableHead>
      <TableBody>
        {cells.map(({ places, range }) => (
          <Row key={places.join()}>
            <Th scope="row" className="font-normal">
              <span className="inline-block first-letter:uppercase">
                {sayPlaces(places, names)}
              </span>
            </Th>
            <Td numeric>{formatRange(range)}</Td>
          </Row>
        ))}
      </TableBody>
    </Table>
  );
}
