import { Notice } from "@/components/ui/notice";
import type { CampaignDelivery } from "@/lib/campaigns/delivery-view";
import { formatDay } from "@/lib/format/date";

/** What stands in the way of delivery, and what will happen; nothing when all is well. */
export function StatusNotice({
  delivery: { status, feedback, plan },
}: {
  delivery: CampaignDelivery;
}) {
  const first = plan[0]?.day;
  switch (status) {
    case "in_review":
      return (
        <Notice title="The ad network looks at the ad">
          It is shown once it is approved, usually within half an hour of simulated time.
        </Notice>
      );
    case "scheduled":
      return (
        <Notice title={first ? `Starts on ${formatDay(first)}` : "Starts on its first day"}>
          Nobody has seen it yet; numbers stand here from then on.
        </Notice>
      );
    case "paused":
      if (feedback.length > 0) {
        return (
          <Notice kind="bad" title="Paused by the ad network">
            {feedback.join(" ")}
          </Notice>
        );
      }
      return (
        <Notice kind="warn" title="Paused">
          Nobody sees the ad and nothing is spent until it is resumed. Its last day stays the same.
        </Notice>
      );
    case "disapproved":
      return (
        <Notice kind="bad" title="The ad network did not approve the ad">
          {feedback.length > 0 ? feedback.join(" ") : "It gave no reason."} It is not shown. Start a
          new campaign with another ad.
        </Notice>
      );
    case "draft":
    case "launching":
    case "delivering":
    case "ended":
    case "archived":
    case "unknown":
      return null;
  }
}
