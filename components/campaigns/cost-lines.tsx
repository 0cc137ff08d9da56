import type { DeliveredTotal } from "@/lib/campaigns/delivery-view";
import { type Currency, formatMoney } from "@/lib/format/money";

const perThousand = (minor: number, count: number): number => Math.round((minor / count) * 1000);

/** What a thousand people and a thousand showings cost so far; nothing before there are any. */
export function CostLines({ total, currency }: { total: DeliveredTotal; currency: Currency }) {
  const { spendMinor, impressions, reach } = total;
  if (impressions === 0) return null;
  return (
    <dl className="mt-3 flex flex-col gap-1 border-t pt-3">
      <div className="flex justify-between gap-4">
        <dt className="text-ink-2">For 1,000 people reached</dt>
        <dd>
          {reach.hidden || reach.shown === 0
            ? "too few to say"
            : `about ${formatMoney(perThousand(spendMinor, reach.shown), currency)}`}
        </dd>
      </div>
      <div className="flex justify-between gap-4">
        <dt className="text-ink-2">For 1,000 times shown</dt>
        <dd>{formatMoney(perThousand(spendMinor, impressions), currency)}</dd>
      </div>
    </dl>
  );
}
