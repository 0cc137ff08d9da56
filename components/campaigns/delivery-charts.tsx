import { Bullet } from "@/components/charts/bullet";
import { CumulativeReachChart } from "@/components/charts/cumulative-reach-chart";
import { DailyColumns } from "@/components/charts/daily-columns";
import { Card } from "@/components/ui/card";
import type { CampaignDelivery, DeliveredDay } from "@/lib/campaigns/delivery-view";
import { type Currency, formatMoney } from "@/lib/format/money";
import { formatPeople } from "@/lib/format/people";
import { CostLines } from "./cost-lines";

const sayNew = ({ newPeople, reach }: DeliveredDay): string =>
  newPeople === null || reach.hidden ? "too few to say" : `about ${formatPeople(newPeople)}`;

/** A campaign's days, drawn: people against plan, new people, and money against what is due. */
export function DeliveryCharts({
  delivery: { days, plan, total, money },
  currency,
  name,
}: {
  delivery: CampaignDelivery;
  currency: Currency;
  name: string;
}) {
  return (
    <>
      <Card
        title="People reached, against plan"
        description={
          plan.length === 0 ? "No plan was kept when this campaign was launched." : undefined
        }
      >
        <CumulativeReachChart
          label={`People reached by ${name}, day by day`}
          points={days.map(({ day, cumulative, projected }) => ({ day, projected, ...cumulative }))}
          plan={plan}
        />
      </Card>
      <div className="grid gap-4 lg:grid-cols-2">
        <Card title="New people a day">
          <DailyColumns
            label="New people a day"
            head="New people"
            format={formatPeople}
            days={days.map((day) => ({
              day: day.day,
              projected: day.projected,
              value: day.newPeople,
              said: sayNew(day),
            }))}
            note="Reached for the first time: the difference between two days' totals."
          />
        </Card>
        <Card title="Money">
          <Bullet
            label="Spent against plan"
            value={total.spendMinor}
            due={money.dueMinor}
            most={money.plannedMinor}
            said={{
              value: formatMoney(total.spendMinor, currency),
              due: formatMoney(money.dueMinor, currency),
              most: formatMoney(money.plannedMinor, currency),
            }}
          />
          <p className="mt-2 text-ink-2 text-sm">
            The line marks what is due by now when every day costs the same.
          </p>
          <CostLines total={total} currency={currency} />
        </Card>
      </div>
    </>
  );
}
