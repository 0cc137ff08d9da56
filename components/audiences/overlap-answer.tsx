"use client";

import { ChartFrame } from "@/components/charts/chart-frame";
import type { AudienceOverlap } from "@/lib/ad-api/ad-api";
import { drawnCells, sayOrder } from "@/lib/audiences/overlap-words";
import { formatRange } from "@/lib/format/people";
import { NumberAge } from "./number-age";
import { OverlapTable } from "./overlap-table";
import { OverlapUpset } from "./overlap-upset";

/** More columns than these cannot be told apart; the table has them all. */
const mostColumns = 14;

interface OverlapAnswerProps {
  overlap: AudienceOverlap;
  /** In the order asked for. */
  names: readonly string[];
}

/** People in any of them, who adds how many, and exactly who is where. */
export function OverlapAnswer({ overlap, names }: OverlapAnswerProps) {
  const { drawn, rest, hidden } = drawnCells(overlap, mostColumns);
  if (overlap.total.hidden) {
    return (
      <p>
        Fewer than 1,000 people fit any of these audiences, so nothing more can be said of them.
      </p>
    );
  }
  return (
    <div className="flex flex-col gap-5">
      <div>
        <h2 className="font-semibold text-base">People in at least one</h2>
        <p className="font-semibold text-xl">{formatRange(overlap.total)}</p>
        <p className="text-ink-2 text-sm">
          Each person once, <NumberAge asOf={overlap.asOf} />
        </p>
      </div>
      <div>
        <h3 className="mb-1 font-medium text-sm">What each one adds</h3>
        <ol className="list-decimal pl-5">
          {sayOrder(overlap, names).map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ol>
      </div>
      <div>
        <h3 className="mb-2 font-medium text-sm">People in exactly these</h3>
        {drawn.length === 0 ? (
          <p className="text-ink-2">
            Every part has fewer than 1,000 people: too few to say which.
          </p>
        ) : (
          <ChartFrame
            label={`People in exactly these audiences, of ${names.join(", ")}`}
            table={<OverlapTable overlap={overlap} names={names} />}
            note={[
              hidden > 0 &&
                `${hidden} of ${overlap.cells.length} parts ${hidden === 1 ? "has" : "have"} fewer than 1,000 people.`,
              rest > 0 && `${rest} smaller ones stand in the table.`,
            ]
              .filter(Boolean)
              .join(" ")}
          >
            <OverlapUpset overlap={overlap} names={names} drawn={drawn} />
          </ChartFrame>
        )}
      </div>
    </div>
  );
}
