"use client";

import { Button } from "@/components/ui/button";
import type { Panel } from "@/lib/ad-api/panel";
import type { Names } from "@/lib/audiences/names";
import type { Rules } from "@/lib/audiences/rules";
import { cn } from "@/lib/cn";
import { formatShare, sayShare } from "@/lib/format/share";
import { ReachDaily } from "./reach-daily";
import { type Older, ReachFailure } from "./reach-failure";
import { ReachFixes } from "./reach-fixes";
import { ReachKeeps } from "./reach-keeps";
import { ReachNotes } from "./reach-notes";
import { ReachNumber } from "./reach-number";
import { ReachSkeleton } from "./reach-skeleton";
import { ReachWhy } from "./reach-why";
import type { Reach } from "./use-reach";

interface ReachPanelProps {
  reach: Reach;
  clientId: string;
  names: Names;
  onEdit: (rules: Rules) => void;
  mayEdit: boolean;
  mayEstimate: boolean;
  granter: string;
}

/** People who fit: beside the rules, never away, always a range with its age and its reasons. */
export function ReachPanel(props: ReachPanelProps) {
  const { reach, clientId, names, onEdit, mayEdit, mayEstimate, granter } = props;
  const { panel, answers, isUpdating, failure, retry, sharpen } = reach;
  const needsMore = panel && (panel.nod_range.hidden || panel.nod_verdict === "too_small");
  return (
    <section
      id="reach"
      aria-labelledby="reach-title"
      aria-busy={isUpdating}
      className="relative scroll-mt-4 overflow-hidden rounded-md border bg-surface"
    >
      <div aria-hidden className={cn("h-0.5", isUpdating && panel && "thin-line-busy")} />
      <div className="flex flex-col gap-4 px-4 pt-2.5 pb-4">
        <h2 id="reach-title" className="font-semibold text-base">
          People who fit
        </h2>
        {!mayEstimate && (
          <p className="text-ink-2 text-sm">
            Your role cannot ask for estimates. {granter} can grant it.
          </p>
        )}
        {mayEstimate && !panel && !failure && <ReachSkeleton />}
        {panel && answers && (
          <div className={cn("flex flex-col gap-4 transition-opacity", isUpdating && "opacity-70")}>
            <ReachNumber panel={panel} rules={answers} />
            {sharpen && (
              <div className="-mt-2 flex flex-wrap items-center gap-x-2 text-ink-2 text-sm">
                <Button size="sm" disabled={isUpdating} onClick={sharpen}>
                  Sharpen
                </Button>
                <span>Half as wide, for about 1% of the week</span>
              </div>
            )}
            {needsMore && mayEdit && (
              <ReachFixes
                rules={answers}
                keeps={panel.nod_keeps}
                suggestions={panel.nod_suggestions}
                names={names}
                onEdit={onEdit}
              />
            )}
            <ReachKeeps keeps={panel.nod_keeps} rules={answers} names={names} />
            {!panel.nod_range.hidden && (
              <p className="text-sm">
                <span className="font-medium">Messaging only</span>, not on social:{" "}
                {sayMessagingOnly(panel)}
              </p>
            )}
            <ReachNotes panel={panel} />
            {panel.nod_notices.map((notice) => (
              <p key={notice} className="text-ink-2 text-sm">
                {notice}
              </p>
            ))}
          </div>
        )}
        {failure && <ReachFailure failure={failure} older={olderOf(reach)} onRetry={retry} />}
        {panel && answers && !panel.nod_range.hidden && (
          <ReachDaily clientId={clientId} rules={answers} />
        )}
        {panel && (
          <div className="flex flex-wrap items-center justify-between gap-2 border-t pt-2">
            <ReachWhy />
            <p className="text-ink-3 text-xs">
              {panel.nod_budget.spent
                ? "No new estimates left for now"
                : `${formatShare(panel.nod_budget.weekLeft)} of this week's new estimates left`}
            </p>
          </div>
        )}
      </div>
    </section>
  );
}

const olderOf = ({ panel, keepsLive }: Reach): Older =>
  panel === null ? "none" : keepsLive ? "live" : "before";

function sayMessagingOnly({ nod_messaging_only: share, nod_parts: parts }: Panel): string {
  if (share !== null) return sayShare(share);
  return parts.nod_messaging_only.refused ? "not asked" : "too few to say";
}
