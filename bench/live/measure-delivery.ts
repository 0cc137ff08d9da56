import { createDelivery } from "@/lib/network/delivery/create-delivery";
import type { InsightsAsk } from "@/lib/network/delivery/delivery";
import type { Flight } from "@/lib/network/delivery/flight";
import { countries } from "@/lib/network/population/lists";
import type { ReachEngine } from "@/lib/network/reach/engine";
import { type Expression, everyone } from "@/lib/network/reach/expression";
import { coalescedTable } from "@/lib/network/release/coalesced-table";
import { createRelease } from "@/lib/network/release/create-release";
import type { Runtime } from "@/lib/server/runtime";
import { releaseTable } from "@/lib/server/store/released";
import { summary, type Times, timed } from "../timing";

/** Thirty closed days of one campaign, through the engine, release and the database. Milliseconds. */
export interface DeliveryTimes {
  readonly people: number;
  /** Closing all thirty days, as the timer does one by one. */
  readonly settle: Times;
  /** The days, asked for the first time. */
  readonly first: Times;
  /** Asked again. */
  readonly again: Times;
  /** Settling and the first answer in one call. */
  readonly unsettled: Times;
  readonly byAgeAndGender: Times;
  readonly byAgeAndGenderAgain: Times;
}

const wanted = 200_000;
const campaigns = 5;
const again = 20;
const dayMs = 86_400_000;

export async function measureDelivery({
  db,
  engine,
  settledDays,
}: Runtime): Promise<DeliveryTimes> {
  const now = new Date(Math.floor(Date.now() / dayMs) * dayMs + dayMs / 2);
  const { expression, people } = await audienceOf(engine);
  const release = createRelease({
    ...{ engine, table: coalescedTable(releaseTable(db)), key: "a key for a measurement" },
    ...{ epochSalt: "bench", countries: countries.map(({ code }) => code), windows: [], cap: null },
    ...{ wallNow: () => now, networkNow: () => now },
  });
  const times = { settle: [], first: [], again: [], unsettled: [], cells: [], cellsAgain: [] };
  const took: Record<keyof typeof times, number[]> = times;
  const measure = async (kind: keyof typeof times, work: () => Promise<unknown>) => {
    took[kind].push((await timed(work)).ms);
  };
  for (let index = 0; index < 2 * campaigns; index += 1) {
    const flight = aFlight(900_000 + index, expression, now);
    const delivery = createDelivery({
      ...{ engine, release, settled: settledDays, clock: { now: () => now, rate: 1 } },
      flights: { listFlights: async () => [flight] },
    });
    const ask = askOf(flight, now);
    if (index >= campaigns) {
      await measure("unsettled", () => delivery.insights(ask));
      continue;
    }
    await measure("settle", () => delivery.settle({}));
    await measure("first", () => delivery.insights(ask));
    for (let time = 0; time < again; time += 1) {
      await measure("again", () => delivery.insights(ask));
    }
    const split = { ...ask, increment: "all", breakdown: "age,gender" } as const;
    await measure("cells", () => delivery.insights(split));
    for (let time = 0; time < again; time += 1) {
      await measure("cellsAgain", () => delivery.insights(split));
    }
  }
  return {
    people,
    settle: summary(took.settle),
    first: summary(took.first),
    again: summary(took.again),
    unsettled: summary(took.unsettled),
    byAgeAndGender: summary(took.cells),
    byAgeAndGenderAgain: summary(took.cellsAgain),
  };
}

/** The places whose people come nearest to as many as are wanted. */
async function audienceOf(
  engine: ReachEngine,
): Promise<{ expression: Expression; people: number }> {
  const named: string[] = [];
  let people = 0;
  for (const { code } of countries) {
    const more = Number(await engine.count({ ...everyone, countries: [...named, code] }));
    if (more > wanted * 1.05) continue;
    named.push(code);
    people = more;
    if (people >= wanted * 0.95) break;
  }
  return { expression: { ...everyone, countries: named }, people };
}

const aFlight = (adSetId: number, expression: Expression, now: Date): Flight => {
  const startsAt = new Date(now.getTime() - 30 * dayMs);
  const live = [{ from: startsAt, to: null }];
  return {
    ...{ adSetId, campaignId: adSetId, expression, startsAt, endsAt: null, live },
    account: { id: "1", workspaceId: "bench", currency: "EUR", minorUnits: 100, timeZone: "UTC" },
    objective: "OUTCOME_TRAFFIC",
    budget: { kind: "daily", minor: 50_000 },
    maxFrequency: null,
    ads: [],
    companyId: null,
  };
};

const askOf = ({ account }: Flight, now: Date): InsightsAsk => ({
  ...{ account, accountId: account.id, level: "campaign", increment: 1, settledOnly: true },
  since: new Date(now.getTime() - 30 * dayMs).toISOString().slice(0, 10),
  until: now.toISOString().slice(0, 10),
});
