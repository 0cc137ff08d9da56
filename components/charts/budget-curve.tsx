import { Row, Table, TableBody, TableHead, Td, Th } from "@/components/ui/table";
import { ChartFrame } from "./chart-frame";

export interface CurveDot {
  /** Along: what is spent. */
  readonly at: number;
  readonly people: number;
}

interface BudgetCurveProps {
  points: readonly CurveDot[];
  /** The asked budget, marked on the curve; null: none yet. */
  mark: CurveDot | null;
  /** Its name: "People reached a day, by budget". */
  label: string;
  sayMoney: (at: number) => string;
  sayPeople: (people: number) => string;
}

const width = 280;
const height = 96;

/** What a day's money reaches, as one small line with the budget marked on it. */
export function BudgetCurve({ points, mark, label, sayMoney, sayPeople }: BudgetCurveProps) {
  const most = Math.max(mark?.at ?? 0, points.at(-1)?.at ?? 0, 1);
  const top = Math.max(mark?.people ?? 0, ...points.map(({ people }) => people), 1);
  const x = (at: number) => (at / most) * (width - 12) + 4;
  const y = (people: number) => height - 8 - (people / top) * (height - 20);
  const isBeyond = mark !== null && mark.at > (points.at(-1)?.at ?? 0);
  const path = [{ at: 0, people: 0 }, ...points, ...(isBeyond ? [mark] : [])]
    .map(({ at, people }, index) => `${index === 0 ? "M" : "L"}${x(at)} ${y(people)}`)
    .join("");
  return (
    <ChartFrame
      label={label}
      table={
        <Table caption={label}>
          <TableHead>
            <Th>A day</Th>
            <Th numeric>People reached</Th>
          </TableHead>
          <TableBody>
            {points.map((point) => (
              <Row key={point.at}>
                <Td>{sayMoney(point.at)}</Td>
                <Td numeric>{sayPeople(point.people)}</Td>
              </Row>
            ))}
          </TableBody>
        </Table>
      }
    >
      <svg viewBox={`0 0 ${width} ${height}`} className="h-24 w-full" aria-hidden="true">
        <line
          x1="4"
          x2={width - 8}
          y1={height - 8}
          y2={height - 8}
          stroke="var(--line-strong)"
          strokeWidth="1"
        />
        <path d={path} fill="none" stroke="var(--chart-1)" strokeWidth="2" />
        {mark && (
          <>
            <line
              x1={x(mark.at)}
              x2={x(mark.at)}
              y1={y(mark.people)}
              y2={height - 8}
              stroke="var(--ink)"
              strokeDasharray="3 3"
            />
            <circle cx={x(mark.at)} cy={y(mark.people)} r="4" fill="var(--ink)" />
          </>
        )}
      </svg>
    </ChartFrame>
  );
}
