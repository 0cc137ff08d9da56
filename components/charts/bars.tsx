"use client";

import { Row, Table, TableBody, TableHead, Td, Th } from "@/components/ui/table";
import { cn } from "@/lib/cn";
import { ChartFrame } from "./chart-frame";

export interface Bar {
  readonly key: string;
  readonly label: string;
  /** Decides the length; null: too few to say. */
  readonly value: number | null;
  /** The value in words: "415K–435K", "24%". */
  readonly said: string;
  /** Today so far, an estimate: drawn hatched. */
  readonly soft?: boolean;
}

interface BarsProps {
  bars: readonly Bar[];
  /** Its name: "People reached by country". */
  label: string;
  /** Heads of the table's two columns. */
  heads: readonly [string, string];
  note?: string;
}

/** Ranked or ordered bars, each with its words beside it. */
export function Bars({ bars, label, heads, note }: BarsProps) {
  const longest = Math.max(1, ...bars.map(({ value }) => value ?? 0));
  return (
    <ChartFrame
      label={label}
      note={note}
      table={
        <Table caption={label}>
          <TableHead>
            <Th>{heads[0]}</Th>
            <Th numeric>{heads[1]}</Th>
          </TableHead>
          <TableBody>
            {bars.map((bar) => (
              <Row key={bar.key}>
                <Td>{bar.label}</Td>
                <Td numeric>{bar.said}</Td>
              </Row>
            ))}
          </TableBody>
        </Table>
      }
    >
      <svg
        width="100%"
        height={bars.length * 28}
        className="overflow-visible text-ink"
        aria-hidden="true"
      >
        {bars.map((bar, index) => (
          <g key={bar.key} transform={`translate(0 ${index * 28})`}>
            <text x="0" y="18" fontSize="13" fill="var(--ink)">
              {bar.label}
            </text>
            <rect
              x="34%"
              y="6"
              width={`${((bar.value ?? 0) / longest) * 42}%`}
              height="16"
              rx="2"
              className={cn(bar.soft && "opacity-55")}
              fill="var(--chart-1)"
            />
            <text x="100%" y="18" fontSize="13" textAnchor="end" fill="var(--ink-2)">
              {bar.said}
            </text>
          </g>
        ))}
      </svg>
    </ChartFrame>
  );
}
