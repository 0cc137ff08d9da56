"use client";

import dynamic from "next/dynamic";
import { Row, Table, TableBody, TableHead, Td, Th } from "@/components/ui/table";
import { ChartFrame } from "./chart-frame";
import { ChartSkeleton } from "./chart-skeleton";

export interface PartBar {
  readonly name: string;
  /** 0-1 */
  readonly share: number;
  /** The part in words: people and share. */
  readonly said: string;
}

const Plot = dynamic(() => import("./part-bars-plot").then((module) => module.PartBarsPlot), {
  ssr: false,
  loading: ({ error }) => <ChartSkeleton height={220} failed={Boolean(error)} />,
});

interface PartBarsProps {
  parts: readonly PartBar[];
  /** What is split: "People reached by age". */
  label: string;
  /** Head of the table's first column. */
  head: string;
  /** Columns side by side, as frequencies are drawn; else one bar below the other. */
  upright?: boolean;
  note?: string;
}

/** Shares of the people reached. */
export function PartBars({ parts, label, head, upright = false, note }: PartBarsProps) {
  return (
    <ChartFrame
      label={label}
      note={note}
      table={
        <Table caption={label}>
          <TableHead>
            <Th>{head}</Th>
            <Th numeric>People reached</Th>
          </TableHead>
          <TableBody>
            {parts.map(({ name, said }) => (
              <Row key={name}>
                <Td>{name}</Td>
                <Td numeric>{said}</Td>
              </Row>
            ))}
          </TableBody>
        </Table>
      }
    >
      <Plot parts={parts} upright={upright} height={upright ? 220 : 28 * parts.length + 32} />
    </ChartFrame>
  );
}
