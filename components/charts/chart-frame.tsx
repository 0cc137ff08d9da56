"use client";

import { ChartLine, Table2 } from "lucide-react";
import { type ReactNode, useId, useState } from "react";
import { Button } from "@/components/ui/button";

interface ChartFrameProps {
  /** What the chart shows, as a sentence: its name for who cannot see it. */
  label: string;
  /** The same numbers as a table. */
  table: ReactNode;
  /** Below the drawing: what dashed and hatched mean, where the numbers come from. */
  note?: ReactNode;
  children: ReactNode;
}

/** A drawing with its numbers one press away; printed, both stand there. */
export function ChartFrame({ label, table, note, children }: ChartFrameProps) {
  const [asTable, setAsTable] = useState(false);
  const id = useId();
  return (
    <figure aria-label={label} className="min-w-0">
      <div id={id}>
        {asTable ? (
          <div className="max-h-80 overflow-y-auto rounded-sm border">{table}</div>
        ) : (
          <div role="img" aria-label={label}>
            {children}
          </div>
        )}
        {!asTable && <div className="hidden print:block">{table}</div>}
      </div>
      <figcaption className="mt-1 flex flex-wrap items-center justify-between gap-2 text-ink-3 text-xs">
        <span className="min-w-0">{note}</span>
        <Button
          size="sm"
          variant="quiet"
          aria-expanded={asTable}
          aria-controls={id}
          onClick={() => setAsTable(!asTable)}
          className="print:hidden"
        >
          {asTable ? <ChartLine aria-hidden /> : <Table2 aria-hidden />}
          {asTable ? "Show as chart" : "Show as table"}
        </Button>
      </figcaption>
    </figure>
  );
}
