import { addDays, startOfDay } from "@/lib/network/delivery/calendar";
import { createDelivery } from "@/lib/network/delivery/create-delivery";
import type { Flight, FlightAccount } from "@/lib/network/delivery/flight";
import { memorySettledDays } from "@/lib/network/delivery/memory-settled-days";
import { type Expression, everyone } from "@/lib/network/reach/expression";
import { standardWindows } from "@/lib/network/release/budget";
import { createRelease } from "@/lib/network/release/create-release";
import { creditUnits } from "@/lib/network/release/ladder";
import { chainOf, editedAudience } from "./credits/edit-audience";
import { drawn, paperEngine, paperSize } from "./credits/paper-engine";
import { spendingTable } from "./credits/spending";

/**
 * Replays a month of an agency with 12 clients at 2 million members through the real release and delivery, over an engine
 * that knows sizes but no people, and prints what it costs: 20 audiences edited 15 times, 24 campaigns looked at on every
 * working day, a report for each client at the end.
 */
const first = "2026-03-02";
const lengthDays = 30;
const clients = 12;
const audiences = 20;
const by = { workspaceId: "agency" };

const peak = { questions: 0, all: 0 };
let now = startOfDay(first, "Europe/Berlin");
const spending = spendingTable(by.workspaceId);
const engine = paperEngine();
const release = createRelease({
  engine,
  table: spending.table,
  key: "a replay needs no secret",
  epochSalt: "replay",
  countries: ["BR", "DE", "ES", "FR", "GB", "ID", "IN", "IT", "MX", "NL", "PL", "TR", "US"],
  wallNow: () => now,
  networkNow: () => now,
  windows: [],
});
const edited = Array.from({ length: audiences }, (_, index) => editedAudience(`audience ${index}`));
const flights = Array.from({ length: clients * 2 }, (_, index) => flightOf(index));
const delivery = createDelivery({
  engine,
  release,
  settled: memorySettledDays(),
  flights: {
    listFlights: async ({ accountId, campaignIds }) =>
      flights.filter(
        (flight) =>
          (!accountId || flight.account.id === accountId) &&
          (!campaignIds || campaignIds.includes(flight.campaignId)),
      ),
  },
  clock: { now: () => now, rate: 1 },
  // Asked for the value released for each week; none of these audiences shrinks.
  onTooSmall: async () => undefined,
});

for (let day = 0; day < lengthDays; day += 1) {
  const today = addDays(first, day);
  now = new Date(startOfDay(today, "Europe/Berlin").getTime() + 10 * 3_600_000);
  const workday = day % 7 < 5;
  spending.doing("pacing");
  await delivery.settle({});
  if (!workday) continue;
  await edit(edited[Math.floor(day / 7) * 5 + (day % 7)] ?? []);
  spending.doing("campaigns and overview, every working day");
  for (const client of clientIndexes()) await lookAt(client, today);
  await notePeak();
}
now = startOfDay(addDays(first, lengthDays), "Europe/Berlin");
spending.doing("monthly reports");
for (const client of clientIndexes()) await report(client);
await print();

async function notePeak(): Promise<void> {
  const week = await spending.table.spent(by.workspaceId, new Date(now.getTime() - 7 * 86_400_000));
  peak.questions = Math.max(peak.questions, week.questions);
  peak.all = Math.max(peak.all, week.questions + week.reports);
}

function* clientIndexes(): Generator<number> {
  for (let client = 0; client < clients; client += 1) yield client;
}

function accountOf(client: number): FlightAccount {
  const id = `${100 + client}`;
  return { id, workspaceId: "agency", currency: "EUR", minorUnits: 100, timeZone: "Europe/Berlin" };
}

function flightOf(index: number): Flight {
  const expression = edited[index % audiences]?.at(-1) ?? everyone;
  const startsAt = startOfDay(
    addDays(first, Math.floor(drawn(`start ${index}`) * 10)),
    "Europe/Berlin",
  );
  return {
    adSetId: 1000 + index,
    campaignId: index,
    account: accountOf(Math.floor(index / 2)),
    expression,
    objective: "OUTCOME_TRAFFIC",
    budget: { kind: "daily", minor: 2000 + Math.floor(drawn(`budget ${index}`) * 18_000) },
    startsAt,
    endsAt: startOfDay(addDays(first, lengthDays), "Europe/Berlin"),
    maxFrequency: null,
    live: [{ from: startsAt, to: null }],
  };
}

async function edit(states: readonly Expression[]): Promise<void> {
  for (const state of states) {
    const chain = chainOf(state);
    spending.doing("builder: size");
    await release.count(by, state);
    await release.count(by, { ...everyone, countries: state.countries });
    spending.doing("builder: what each choice keeps");
    for (const [index, after] of chain.entries()) {
      await release.count(by, after);
      await release.share(by, chain[index - 1] ?? everyone, after);
    }
    spending.doing("builder: breakdowns");
    for (const dimensions of [["age", "gender"], ["country"], ["device"], ["social"]] as const) {
      await release.cells(by, state, dimensions);
    }
  }
}

async function lookAt(client: number, today: string): Promise<void> {
  const account = accountOf(client);
  const range = { since: first, until: today, settledOnly: false } as const;
  await delivery.insights({
    account,
    accountId: account.id,
    level: "account",
    increment: 1,
    ...range,
  });
  for (const { campaignId } of flights.filter((flight) => flight.account.id === account.id)) {
    const own = { account, campaignIds: [campaignId], level: "campaign", ...range } as const;
    await delivery.insights({ ...own, increment: "all" });
    await delivery.insights({ ...own, increment: 1 });
  }
}

async function report(client: number): Promise<void> {
  const account = accountOf(client);
  const range = { account, since: first, until: addDays(first, lengthDays - 1), settledOnly: true };
  for (const increment of ["all", 7, 1] as const) {
    await delivery.insights({ ...range, level: "account", increment });
  }
  await delivery.insights({ ...range, level: "campaign", increment: "all" });
  await delivery.overlap(account, [client * 2, client * 2 + 1], range.since, range.until);
}

async function print(): Promise<void> {
  const sizes = edited.map((states) => paperSize(states.at(-1) ?? everyone)).sort((a, b) => a - b);
  const middle = sizes[Math.floor(sizes.length / 2)];
  console.log(
    `${audiences} audiences x ${edited[0]?.length} edits, ${flights.length} campaigns, ${lengthDays} days, 2M members; final audiences ${sizes[0]}, median ${middle}, largest ${sizes.at(-1)}.\n`,
  );
  let total = 0;
  for (const { name, answers, credits } of spending.lines()) {
    total += credits;
    console.log(
      `${credits.toFixed(1).padStart(8)} credits ${String(answers).padStart(6)} answers  ${name}`,
    );
  }
  console.log(`${total.toFixed(1).padStart(8)} credits in all\n`);
  const month = await spending.table.spent(by.workspaceId, new Date(0));
  const all = month.questions + month.reports;
  const used = [
    peak,
    { questions: month.questions, all },
    { questions: 12 * month.questions, all: 12 * all },
  ];
  const credits = (units: number) => (units / creditUnits).toFixed(1);
  for (const [index, { days, questions, total: limit }] of standardWindows.entries()) {
    const spent = used[index] ?? peak;
    console.log(
      `${String(days).padStart(3)} days (${["the dearest week", "the month", "twelve such months"][index]}): questions ${credits(spent.questions)} of ${credits(questions)}, with reports ${credits(spent.all)} of ${credits(limit)}`,
    );
  }
}
