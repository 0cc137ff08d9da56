"use client";

import dynamic from "next/dynamic";
import { Row, Table, TableBody, TableHead, Td, Th } from "@/components/ui/table";
import { formatDay } from "@/lib/format/date";
import { ChartFrame } from "./chart-frame";
import { ChartSkeleton } from "./chart-skeleton";

export interface DailyValue {
  readonly day: string;
  /** null: too few to say; the day stands without a column. */
  readonly value: number | null;
  /** The value in words. */
  readonly said: string;
  /** Today so far: drawn hatched. */
  readonly projected: boolean;
}

const Plot = dynamic(
  () => import("./daily-columns-plot").then((module) => module.DailyColumnsPlot),
  { ssr: false, loading: ({ error }) => <ChartSkeleton height={180} failed={Boolean(error)} /> },
);

interface DailyColumnsProps {
  days: readonly DailyValue[];
  /** Its name: "New people a day". */
  label: string;
  /** Head of the table's second column. */
  head: string;
  format: (value: number) => string;
  note?: string;
}

/** One number a day. */
export function DailyColumns({ days, label, head, format, note }: DailyColumnsProps) {
  return (
    <ChartFrame
      label={label}
      note={note}
      table={
        <Table caption={label}>
          <TableHead>
            <Th>Day</Th>
            <Th numeric>{head}</Th>
          </TableHead>
          <TableBody>
            {days.map((day) => (
              <Row key={day.day}>
                <Td>
                  {formatDay(day.day)}
                  {day.projected && <span className="text-ink-3"> (today, projected)</span>}
                </Td>
                <Td numeric>{day.said}</Td>
              </Row>
            ))}
          </TableBody>
        </Table>
      }
    >
      <Plot days={days} format={format} height={180} />
    </ChartFrame>
  );
}
