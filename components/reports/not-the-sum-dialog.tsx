"use client";

import { Dialog } from "@/components/ui/dialog";
import type { Range } from "@/lib/ad-api/panel";
import { formatRange } from "@/lib/format/people";
import type { ReportOverlap } from "@/lib/reports/report";
import { OverlapCells } from "./overlap-cells";

export interface NotTheSumOf {
  readonly overlap: ReportOverlap | null;
  /** Of the report's campaigns, in their order. */
  readonly names: readonly string[];
  readonly total: Range;
}

/** Why reach does not add up, with the people who saw several campaigns. */
export function NotTheSumDialog({
  overlap,
  names,
  total,
  onClose,
}: NotTheSumOf & { onClose: () => void }) {
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      size="lg"
      title="Why the total is not the sum of the rows"
      description={`A person who saw two campaigns stands in both rows, and once in the total of ${formatRange(total)} people.`}
    >
      {overlap ? (
        <OverlapCells overlap={overlap} names={names} />
      ) : (
        <p>
          Fewer than two of these campaigns reached 1,000 people, or the network would not compare
          them, so nothing more can be said.
        </p>
      )}
      {overlap && overlap.compared.length < names.length && (
        <p className="mt-2 text-ink-2 text-sm">
          Compared are the {overlap.compared.length} campaigns that reached most people, of{" "}
          {names.length}.
        </p>
      )}
    </Dialog>
  );
}
