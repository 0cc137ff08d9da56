import { formatRange } from "@/lib/format/people";
import type { ReportNumbers } from "@/lib/reports/report";
import { sayMoney, sayTimes } from "@/lib/reports/words";
import { NumberTile } from "./number-tile";
import { PaceMeter } from "./pace-meter";
import { PeopleCell } from "./people-cell";

interface NumberStripProps {
  total: ReportNumbers;
  /** The time before, when there are numbers of it. */
  before?: ReportNumbers | null;
  currency: string;
  minorUnits: number;
  pace: number | null;
  plannedToDateMinor: number | null;
}

function times({ frequency, impressions }: ReportNumbers): string {
  if (impressions === 0) return "not once";
  return frequency === null ? "too few to say" : `${sayTimes(frequency)} times`;
}

/** People, frequency, money and pace of a client, in this order everywhere. */
export function NumberStrip({
  total,
  before = null,
  pace,
  plannedToDateMinor,
  ...currency
}: NumberStripProps) {
  const money = (minor: number) => sayMoney(minor, currency);
  return (
    <dl className="grid grid-cols-2 gap-px overflow-hidden rounded-md border bg-line lg:grid-cols-4 print:grid-cols-4 print:divide-x print:divide-line print:bg-transparent">
      <NumberTile term="People reached" detail={before && `${formatRange(before.reach)} before`}>
        <PeopleCell {...total} />
      </NumberTile>
      <NumberTile term="Each saw an ad" detail={before && `${times(before)} before`}>
        {times(total)}
      </NumberTile>
      <NumberTile term="Spend" detail={before && `${money(before.spendMinor)} before`}>
        {money(total.spendMinor)}
      </NumberTile>
      <NumberTile
        term="Spend against plan"
        detail={plannedToDateMinor === null ? null : `${money(plannedToDateMinor)} planned by now`}
      >
        <PaceMeter pace={pace} />
      </NumberTile>
    </dl>
  );
}
