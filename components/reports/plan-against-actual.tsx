import { Card } from "@/components/ui/card";
import { Row, Table, TableBody, TableHead, Td, Th } from "@/components/ui/table";
import { formatDay } from "@/lib/format/date";
import { formatMoney } from "@/lib/format/money";
import { formatPeople, formatRange } from "@/lib/format/people";
import { formatShare } from "@/lib/format/share";
import type { Report } from "@/lib/reports/report";

/** Spend and reach beside what was planned. Reach is compared as a whole: campaigns' plans are not added up. */
export function PlanAgainstActual({ report }: { report: Report }) {
  const { plan, total, settledUntil } = report;
  if (plan.spendToDateMinor === null) {
    return (
      <Card title="Plan against actual">
        <p className="text-ink-2">None of these campaigns was planned here, so there is no plan.</p>
      </Card>
    );
  }
  const money = (minor: number) => formatMoney(minor, report);
  const reachShare =
    plan.reachPeople && !total.reach.hidden ? total.reach.shown / plan.reachPeople : null;
  const wholeMinor = plan.spendMinor ?? 0;
  return (
    <Card
      title="Plan against actual"
      description={settledUntil ? `By the end of ${formatDay(settledUntil)}` : undefined}
      flush
    >
      <Table caption="Planned and actual spend and people">
        <TableHead>
          <Th>What</Th>
          <Th numeric>Planned</Th>
          <Th numeric>Actual</Th>
          <Th numeric>Of plan</Th>
        </TableHead>
        <TableBody>
          <Row>
            <Th scope="row">Spend</Th>
            <Td numeric>{money(plan.spendToDateMinor)}</Td>
            <Td numeric>{money(plan.spentMinor)}</Td>
            <Td numeric>{plan.pace === null ? "" : formatShare(plan.pace)}</Td>
          </Row>
          <Row>
            <Th scope="row">People reached</Th>
            <Td numeric>
              {plan.reachPeople === null
                ? "too few to say"
                : `about ${formatPeople(plan.reachPeople)}`}
            </Td>
            <Td numeric>{formatRange(total.reach)}</Td>
            <Td numeric>{reachShare === null ? "" : `about ${formatShare(reachShare)}`}</Td>
          </Row>
        </TableBody>
      </Table>
      <p className="border-t px-4 py-2 text-ink-2 text-sm">
        {wholeMinor !== plan.spendToDateMinor &&
          `${money(wholeMinor)} are planned for the whole period. `}
        Planned reach is what the planned spend would have reached at this period's prices.
        {plan.campaignsWithoutPlan > 0 &&
          ` Left out of the plan: ${plan.campaignsWithoutPlan} made elsewhere.`}
      </p>
    </Card>
  );
}
