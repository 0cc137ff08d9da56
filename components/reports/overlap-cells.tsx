import { Row, Table, TableBody, TableHead, Td, Th } from "@/components/ui/table";
import { joinAnd } from "@/lib/format/list";
import { formatRange } from "@/lib/format/people";
import type { ReportOverlap } from "@/lib/reports/report";

const letters = "ABCDEF";
/** All combinations of three campaigns; of more, those too small to show are only counted. */
const mostRows = 7;

interface OverlapCellsProps {
  overlap: ReportOverlap;
  /** Of the report's campaigns, in their order. */
  names: readonly string[];
}

/** Who saw exactly which campaigns: each person stands in one row only. Dots say which, bars how many. */
export function OverlapCells({ overlap, names }: OverlapCellsProps) {
  const name = (index: number) => names[index] ?? "";
  const cells = [...overlap.cells].sort((a, b) => b.range.shown - a.range.shown);
  const visible = cells.filter(({ range }) => !range.hidden);
  const shown = cells.length <= mostRows ? cells : visible;
  const hidden = cells.length - shown.length;
  const largest = Math.max(1, ...shown.map(({ range }) => range.shown));
  return (
    <div>
      <ul className="mb-2 flex flex-wrap gap-x-4 gap-y-1 text-sm">
        {overlap.compared.map((index, column) => (
          <li key={index}>
            <span className="font-semibold">{letters[column]}</span> {name(index)}
          </li>
        ))}
      </ul>
      <div className="rounded-sm border">
        <Table caption="People by exactly the campaigns they saw">
          <TableHead>
            {overlap.compared.map((index, column) => (
              <Th key={index} className="w-8 px-1 text-center">
                <abbr title={name(index)} className="no-underline">
                  {letters[column]}
                </abbr>
              </Th>
            ))}
            <Th>Saw exactly</Th>
            <Th className="w-32 max-sm:hidden">
              <span className="sr-only">Drawn</span>
            </Th>
            <Th numeric>People</Th>
          </TableHead>
          <TableBody>
            {shown.map(({ campaigns: saw, range }) => (
              <Row key={saw.join()}>
                {overlap.compared.map((index) => (
                  <Td key={index} className="px-1 text-center">
                    <svg aria-hidden="true" viewBox="0 0 10 10" className="inline-block size-2.5">
                      <circle
                        cx="5"
                        cy="5"
                        r="5"
                        fill={saw.includes(index) ? "var(--ink)" : "var(--line)"}
                      />
                    </svg>
                  </Td>
                ))}
                <Th scope="row" className="font-normal">
                  {saw.length === 1 ? `only ${name(saw[0] ?? 0)}` : joinAnd(saw.map(name))}
                </Th>
                <Td className="max-sm:hidden">
                  <svg
                    aria-hidden="true"
                    viewBox="0 0 100 10"
                    className="h-2.5 w-28"
                    preserveAspectRatio="none"
                  >
                    <rect
                      width={range.hidden ? 0 : Math.max(1, (range.shown / largest) * 100)}
                      height="10"
                      fill={saw.length === 1 ? "var(--chart-3)" : "var(--chart-1)"}
                    />
                  </svg>
                </Td>
                <Td numeric>{formatRange(range)}</Td>
              </Row>
            ))}
          </TableBody>
        </Table>
      </div>
      {hidden > 0 && (
        <p className="mt-2 text-ink-2 text-sm">
          {hidden === 1 ? "One other combination has" : `${hidden} other combinations have`} fewer
          than 1,000 people each.
        </p>
      )}
    </div>
  );
}
