import type { CampaignDelivery } from "@/lib/campaigns/delivery-view";
import { formatDateTime, formatZone } from "@/lib/format/date";
import { CampaignStatus } from "./campaign-status";

/** What the campaign is doing, and the network's time in the account's zone, said once. */
export function StatusLine({
  delivery,
  timeZone,
}: {
  delivery: CampaignDelivery | undefined;
  timeZone: string;
}) {
  const now = delivery && new Date(delivery.now);
  return (
    <p className="flex flex-wrap items-center gap-x-4 gap-y-1">
      <span aria-live="polite">
        <CampaignStatus status={delivery?.status ?? "unknown"} />
      </span>
      {now && (
        <span className="text-ink-2 text-sm">
          {delivery.rate === 1 ? "" : "Simulated time: "}
          {formatDateTime(now, timeZone)}, {formatZone(now, timeZone)}
        </span>
      )}
    </p>
  );
}
