import { Card } from "@/components/ui/card";
import type { CampaignDelivery } from "@/lib/campaigns/delivery-view";
import { formatDateTime } from "@/lib/format/date";

/** What people did to the campaign, newest first, in the network's time. */
export function ActivityLog({
  activity,
  timeZone,
}: {
  activity: CampaignDelivery["activity"];
  timeZone: string;
}) {
  return (
    <Card title="What was done">
      {activity.length === 0 && <p className="text-ink-2">Nothing yet.</p>}
      <ol className="flex flex-col gap-2">
        {activity.map(({ id, at, by, what }) => (
          <li key={id} className="flex flex-wrap justify-between gap-x-4">
            <span>
              {what} <span className="text-ink-2">by {by}</span>
            </span>
            <time dateTime={at} className="text-ink-3 text-sm">
              {formatDateTime(new Date(at), timeZone)}
            </time>
          </li>
        ))}
      </ol>
    </Card>
  );
}
