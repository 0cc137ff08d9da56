import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";
import type { CampaignDelivery } from "@/lib/campaigns/delivery-view";
import { type Currency, formatMoney } from "@/lib/format/money";
import { formatPeopleInFull, formatRange } from "@/lib/format/people";
import { Pace } from "./pace";

function Tile({ label, value, below }: { label: string; value: ReactNode; below?: ReactNode }) {
  return (
    <div className="min-w-32 flex-1">
      <dt className="text-ink-2 text-sm">{label}</dt>
      <dd className="font-semibold text-lg">{value}</dd>
      {below && <dd className="text-ink-2 text-sm">{below}</dd>}
    </div>
  );
}

const tooFew = <span className="font-normal text-ink-2 text-md">Too few to say</span>;

/** The whole so far, in released numbers. */
export function DeliveryNumbers({
  delivery: { total, money },
  currency,
}: {
  delivery: Pick<CampaignDelivery, "total" | "money">;
  currency: Currency;
}) {
  const ratio = money.dueMinor > 0 ? total.spendMinor / money.dueMinor : null;
  return (
    <Card>
      <dl className="flex flex-wrap gap-x-8 gap-y-4">
        <Tile label="People reached" value={formatRange(total.reach)} />
        <Tile
          label="Frequency"
          value={total.frequency === null ? tooFew : total.frequency.toFixed(1)}
          below="times a person, on average"
        />
        <Tile
          label="Spent"
          value={formatMoney(total.spendMinor, currency)}
          below={<Pace pace={money.pace} ratio={money.pace && ratio} />}
        />
        <Tile label="Times shown" value={formatPeopleInFull(total.impressions)} />
        <Tile
          label="Clicks"
          value={total.clicks === null ? tooFew : formatPeopleInFull(total.clicks)}
        />
      </dl>
    </Card>
  );
}
